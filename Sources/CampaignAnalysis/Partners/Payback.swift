import CampaignFigures
public import CampaignModel
import LogScanning
import Parallelism

/// What a partner put in and what it got back, year by year (<doc:Metrics#Payback>).
public struct Payback: Sendable {
  /// A year of 365 days since the start of the first campaign in which the partner took part.
  public struct Year: Hashable, Sendable {
    /// Numbered from 1.
    public var year: Int
    public var start: Instant
    /// First instant after the year.
    public var end: Instant
    /// Value credited to the partner's channels by the linear model, of conversions in any campaign.
    public var benefit: Double
    /// Value of the money and hours that the partner gave; nil where it never recorded one.
    public var invest: Double?
    /// Whether the whole year was observed.
    public var isComplete: Bool
    /// Whether the benefit exceeds the invest; nil where that is unknown.
    public var pays: Bool? { invest.map { !FigureOrder.isAtMost(benefit, $0) } }
  }

  /// Index of the partner.
  public var partner: Int
  /// Index of the first campaign in which it took part; nil if it took part in none.
  public var firstCampaign: Int?
  /// From the first campaign's start to the end of observation, in order of time.
  public var years: [Year]
  /// Whether the second year pays; nil while it is not over, or unknown.
  public var secondYearPays: Bool? { years.first { $0.year == 2 && $0.isComplete }?.pays }

  static let yearDays = 365
}

/// Measures the payback of a partner. Two passes over the log.
///
/// Conversions are touches of the standard kinds in T(K) of any campaign K, each counted once; their paths are those
/// of attribution, over owners, with the dataset's lookback.
public func payback(of partner: Int, in dataset: Dataset, threads: Int = 1) -> Payback {
  let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
  let figures = measureUnprotected(
    dataset, scopes: scopes, options: AnalysisOptions(sections: [.cooperation], threads: threads))
  let first = figures.filter { $0.cooperation?.participants.contains(partner) ?? false }
    .compactMap(\.scope.campaign)
    .min { dataset.campaigns[$0].start < dataset.campaigns[$1].start }
  guard let first, let observedUntil = dataset.observedUntil else {
    return Payback(partner: partner, firstCampaign: first, years: [])
  }
  let start = dataset.campaigns[first].start
  let length = Int64(Payback.yearDays) * Instant.millisecondsPerDay
  let count = Int(max(0, observedUntil.milliseconds - start.milliseconds) / length) + 1
  let benefits = BenefitTally.count(dataset, scopes, partner, start: start, years: count, threads: threads)
  var invests = ExactSums(count: count)
  var hasInvest = false
  for exchange in dataset.exchanges where exchange.from == partner && ["money", "hours"].contains(exchange.kind) {
    guard let value = exchange.value else { continue }
    hasInvest = true
    let year = Int((exchange.time.milliseconds - start.milliseconds) / length)
    if exchange.time >= start, year < count { invests.add(value, to: year) }
  }
  return Payback(
    partner: partner, firstCampaign: first,
    years: (0..<count).map { year in
      let end = start.adding(days: Payback.yearDays * (year + 1))
      return Payback.Year(
        year: year + 1, start: start.adding(days: Payback.yearDays * year), end: end, benefit: benefits[year],
        invest: hasInvest ? invests[year] : nil, isComplete: observedUntil >= end)
    })
}

/// Sums the value that the linear model credits to one partner, year by year.
private struct BenefitTally: Sendable {
  private var sums: ExactSums
  private var path = ConversionPath()
  private let partner: Int
  private let start: Int64

  private init(partner: Int, start: Int64, years: Int) {
    self.partner = partner
    self.start = start
    sums = ExactSums(count: years)
  }

  static func count(
    _ dataset: Dataset, _ scopes: [Scope], _ partner: Int, start: Instant, years: Int, threads: Int
  ) -> [Double] {
    let tests = scopes.map { ScopeTest($0, in: dataset) }
    guard let anyTest = tests.first else { return [Double](repeating: 0, count: years) }
    let finder = PathFinder(anyTest, options: AttributionOptions(by: .partner), in: dataset)
    let groups = TouchGroups(.partner, in: dataset)
    let tables = TouchTables(dataset)
    let parts = LogScan.fold(dataset, threads: threads) {
      (BenefitTally(partner: partner, start: start.milliseconds, years: years), ContactHistory(dataset, tables: tables))
    } _: { state, contacts in
      for contact in contacts {
        let slice = dataset.log.slice(of: contact)
        guard slice.contains(where: { finder.isConversion[dataset.log.touches[$0].kind] }) else { continue }
        state.1.load(contact, at: slice)
        state.0.add(state.1, tests, finder, groups, dataset.log.values)
      }
    }
    var sums = parts[0].0.sums
    for part in parts.dropFirst() { sums.merge(part.0.sums) }
    return (0..<years).map { sums[$0] }
  }

  private mutating func add(
    _ history: ContactHistory, _ tests: [ScopeTest], _ finder: PathFinder, _ groups: TouchGroups,
    _ values: SparseColumn
  ) {
    let length = Int64(Payback.yearDays) * Instant.millisecondsPerDay
    var pathStart = history.all.lowerBound
    for position in history.all where finder.isConversion[history.touches[position].kind] {
      defer { pathStart = position + 1 }
      let touch = history.touches[position]
      guard touch.milliseconds >= start, let value = values[position], tests.contains(where: { $0.accepts(touch) })
      else { continue }
      finder.find(&path, before: position, from: pathStart, history, groups)
      let places = path.steps.count { $0.group == partner }
      let year = Int((touch.milliseconds - start) / length)
      if places > 0, year < sums.count { sums.add(value * Double(places) / Double(path.steps.count), to: year) }
    }
  }
}
