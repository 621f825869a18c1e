import CampaignModel
import Randomness

/// When things happen: the campaigns' windows, and how many rows and newcomers each day has.
struct Timetable {
  /// Days before the first campaign, at least: what makes a new contact known to be new.
  static let history = 90
  /// Days that a campaign lasts, at least.
  static let shortestCampaign = 14

  let start: CivilDate
  let days: Int
  /// First day and day after the last of each campaign, as day numbers; they do not overlap.
  let windows: [Range<Int>]
  /// Rows up to and including each day.
  private let rowsThrough: [Int]
  /// Newcomers up to and including each day.
  private let newcomersThrough: [Int]

  init(_ options: GenerationOptions, random: inout Xoshiro256) {
    start = options.start
    days = options.days
    windows = Self.windows(days: options.days, campaigns: options.campaigns)
    var rowWeights: [Int] = []
    var newcomerWeights: [Int] = []
    let weekdayShare = [10, 11, 11, 12, 11, 8, 7]
    for day in 0..<days {
      let window = windows.first { $0.contains(day) }
      let noise = random.within(85...115) * weekdayShare[start.advanced(by: day).weekday]
      let growth = 100 + 60 * day / days
      rowWeights.append(noise * growth * (window == nil ? 10 : 16))
      // An audience exists before the first day; it shows up over the first weeks.
      let warmUp = max(0, 60 - day) / 6
      var pull = 6 + 2 * warmUp
      if let window { pull += day < window.lowerBound + window.count / 3 ? 44 : 30 }
      newcomerWeights.append(noise * pull)
    }
    rowsThrough = Self.spread(options.touchpoints, over: rowWeights)
    newcomersThrough = Self.feasible(
      Self.spread(options.contacts, over: newcomerWeights), contacts: options.contacts,
      rowsThrough: rowsThrough)
  }

  /// How many rows day `day` has.
  func rows(on day: Int) -> Int {
    rowsThrough[day] - (day > 0 ? rowsThrough[day - 1] : 0)
  }

  /// How many contacts are touched for the first time on day `day`.
  func newcomers(on day: Int) -> Int {
    newcomersThrough[day] - (day > 0 ? newcomersThrough[day - 1] : 0)
  }

  /// How many contacts are touched for the first time on the days of `range`.
  func newcomers(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + newcomers(on: $1) }
  }

  /// How many rows the days of `range` have.
  func rows(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + rows(on: $1) }
  }

  /// Equal slots between the history before and the time observed after; a campaign takes most of its slot.
  private static func windows(days: Int, campaigns: Int) -> [Range<Int>] {
    guard campaigns > 0 else { return [] }
    let before = max(history, min(days / 4, 180))
    let spare = days - before - shortestCampaign * campaigns
    let after = max(0, min(spare, max(120, days / 5)))
    let slot = (days - before - after) / campaigns
    return (0..<campaigns).map { campaign in
      let first = before + campaign * slot
      return first..<(first + max(shortestCampaign, slot * 3 / 4))
    }
  }

  /// `total` split over days in proportion to `weights`, as running sums; the last is `total`.
  private static func spread(_ total: Int, over weights: [Int]) -> [Int] {
    let whole = weights.reduce(0, +)
    var sum = 0
    return weights.map { weight in
      sum += weight
      let product = total.multipliedFullWidth(by: sum)
      return whole.dividingFullWidth((product.high, product.low)).quotient
    }
  }

  /// Moves newcomers so that none comes on a day without a row for it, and somebody comes with the first row.
  private static func feasible(_ wanted: [Int], contacts: Int, rowsThrough: [Int]) -> [Int] {
    let total = rowsThrough[rowsThrough.count - 1]
    var come = 0
    var earlierRows = 0
    return wanted.indices.map { day in
      let rows = rowsThrough[day] - earlierRows
      earlierRows = rowsThrough[day]
      let due = max(
        wanted[day], contacts - (total - rowsThrough[day]), rowsThrough[day] > 0 ? 1 : 0)
      come = min(come + rows, max(come, due))
      return come
    }
  }
}
