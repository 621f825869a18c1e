public import CampaignFigures
public import CampaignModel
import LogScanning
import TimeZones

/// What a partner put in and what it got back, year by year (<doc:Metrics#Payback>).
public struct Payback: Sendable {
  /// A year since the start of the first campaign in which the partner took part; it ends on the anniversary in the
  /// dataset's time zone.
  public struct Year: Hashable, Sendable {
    /// Numbered from 1.
    public var year: Int
    public var start: Instant
    /// First instant after the year.
    public var end: Instant
    /// Value credited to the partner's channels by the linear model, of conversions in any campaign, less refunds; nil
    /// where no such conversion of the dataset records a value, or where it is withheld (`minimum_group`).
    public var benefit: Double?
    /// Value of the money and hours that the partner gave: 0 without such exchanges; nil where exchanges.csv is missing,
    /// or where none of them records a value.
    public var invest: Double?
    /// Whether the whole year was observed.
    public var isComplete: Bool

    /// Whether the benefit exceeds the invest; nil where that is unknown.
    public var pays: Bool? {
      guard let benefit, let invest else { return nil }
      return !FigureOrder.isAtMost(benefit, invest)
    }
  }

  /// Index of the partner.
  public var partner: Int
  /// Index of the first campaign in which it took part; nil if it took part in none.
  public var firstCampaign: Int?
  /// From the first campaign's start to the end of observation, in order of time.
  public var years: [Year]
  public var unknown: [UnknownFigure]

  /// Whether the second year pays; nil while it is not over, or unknown.
  public var secondYearPays: Bool? { years.first { $0.year == 2 && $0.isComplete }?.pays }
}

/// Measures the payback of a partner. Two scans of the log.
///
/// Conversions are touches of the standard kinds in X(K) of any campaign K, each counted once; their paths are those
/// of attribution, over owners, with the dataset's lookback. A year's benefit that fewer contacts than the dataset's
/// `minimum_group` are behind is withheld.
public func payback(of partner: Int, in dataset: Dataset, threads: Int = 1) -> Payback {
  let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
  let figures = measureUnprotected(
    dataset, scopes: scopes, options: AnalysisOptions(sections: [.cooperation], threads: threads))
  let first = figures.filter { $0.cooperation?.participants.contains(partner) ?? false }
    .compactMap(\.scope.campaign)
    .min { dataset.campaigns[$0].start < dataset.campaigns[$1].start }
  guard let first, let observedUntil = dataset.observedUntil else {
    let reason = LocalizedText(
      "The partner took part in no campaign.", "Der Partner nahm an keiner Kampagne teil.")
    return Payback(
      partner: partner, firstCampaign: first, years: [], unknown: [UnknownFigure("payback", .undefined, reason)])
  }
  let borders = PaybackYears(from: dataset.campaigns[first].start, to: observedUntil, in: dataset)
  let benefit = PaybackBenefit(
    of: partner, BenefitTally.count(dataset, scopes, partner, borders, threads: threads), borders)
  let invest = PaybackInvest(partner, borders, in: dataset)
  let group = MinimumGroup(of: dataset)
  var payback = Payback(partner: partner, firstCampaign: first, years: [], unknown: [])
  payback.years = (0..<borders.count).map { year in
    let isWithheld = group.withholds(benefit.contacts[year])
    return Payback.Year(
      year: year + 1, start: borders.start(of: year), end: borders.start(of: year + 1),
      benefit: isWithheld || !benefit.isRecorded ? nil : benefit.value(of: year), invest: invest.value(of: year),
      isComplete: observedUntil >= borders.start(of: year + 1))
  }
  payback.addUnknown(isRecorded: benefit.isRecorded, invest)
  return payback
}

extension Payback {
  fileprivate mutating func addUnknown(isRecorded: Bool, _ invest: PaybackInvest) {
    if !isRecorded {
      unknown.append(UnknownFigure("payback.benefit", .notConfigured, .noConversionValue))
    } else {
      unknown.addWithheld(named: "payback.benefit", if: years.contains { $0.benefit == nil })
    }
    if let reason = invest.missing { unknown.append(UnknownFigure("payback.invest", .notConfigured, reason)) }
    guard secondYearPays == nil else { return }
    if let second = years.first(where: { $0.year == 2 && $0.isComplete }) {
      let known = unknown.first { $0.figure == (second.benefit == nil ? "payback.benefit" : "payback.invest") }
      unknown.append(
        UnknownFigure("payback.second_year_pays", known?.state ?? .undefined, known?.reason ?? .reasonNotKnown))
    } else {
      unknown.append(
        UnknownFigure(
          "payback.second_year_pays", .incomplete,
          LocalizedText("The second year is not over.", "Das zweite Jahr ist nicht vorbei.")))
    }
  }
}

/// The years of a payback.
struct PaybackYears: Hashable, Sendable {
  /// Where each year starts, and where the last one ends.
  private let borders: [Int64]

  /// The years from a start up to the one that holds the end of observation.
  init(from start: Instant, to observedUntil: Instant, in dataset: Dataset) {
    let clock = WallClock(timeZone: dataset.settings.timeZone) ?? .utc
    var borders = [start.milliseconds]
    repeat {
      borders.append(clock.anniversary(borders.count, of: start).milliseconds)
    } while borders[borders.count - 1] <= observedUntil.milliseconds
    self.borders = borders
  }

  var count: Int { borders.count - 1 }

  func start(of year: Int) -> Instant { Instant(milliseconds: borders[year]) }

  /// The year of an instant; nil before the first and after the last.
  func year(of milliseconds: Int64) -> Int? {
    guard milliseconds >= borders[0], milliseconds < borders[count] else { return nil }
    return borders.lastIndex { $0 <= milliseconds }
  }
}

/// What a partner gave in money and hours, per year.
private struct PaybackInvest {
  private var sums: ExactSums
  /// Why it is not known; nil where it is.
  private(set) var missing: LocalizedText?

  init(_ partner: Int, _ years: PaybackYears, in dataset: Dataset) {
    sums = ExactSums(count: years.count)
    let given = dataset.exchanges.filter { $0.from == partner && ["money", "hours"].contains($0.kind) }
    for exchange in given {
      guard let value = exchange.value, let year = years.year(of: exchange.time.milliseconds) else { continue }
      sums.add(value, to: year)
    }
    if !dataset.tables.contains(.exchanges) {
      missing = .noExchanges
    } else if !given.isEmpty, given.allSatisfy({ $0.value == nil }) {
      missing = LocalizedText(
        "No exchange of money or hours records a value.",
        "Kein Austausch von Geld oder Stunden verzeichnet einen Wert.")
    }
  }

  func value(of year: Int) -> Double? { missing == nil ? sums[year] : nil }
}

/// What the linear model credits to one partner, year by year.
private struct PaybackBenefit {
  private let tally: BenefitTally
  private let places: Range<Int>

  init(of partner: Int, _ tally: BenefitTally, _ years: PaybackYears) {
    self.tally = tally
    places = tally.places(of: partner, years)
  }

  /// Whether any conversion of a campaign records a value.
  var isRecorded: Bool { tally.isRecorded }

  /// Per year, the contacts behind the sum.
  var contacts: [Int] { Array(tally.contacts[places]) }

  func value(of year: Int) -> Double { tally.sums[places.lowerBound + year] }
}
