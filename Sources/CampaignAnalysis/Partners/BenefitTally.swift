import CampaignModel
import LogScanning

/// Sums the value that the linear model credits to partners, year by year, for each start that the years may have.
struct BenefitTally: CodedCounts {
  private(set) var sums: ExactSums
  /// Per place, the contacts behind the sum.
  private(set) var contacts: [Int]
  /// Whether any conversion of a campaign records a value.
  private(set) var isRecorded = false

  /// By partner, its place among those that are counted; nil for others.
  private let placeOfPartner: [Int?]
  private let years: [PaybackYears]
  /// Per entry of `years`, the place of the first partner's first year.
  private let starts: [Int]
  private let values: SparseColumn
  private var credited: Set<Int> = []

  static let key = "payback of the log"

  private init(partners: [Int], _ years: [PaybackYears], in dataset: Dataset) {
    var places = [Int?](repeating: nil, count: dataset.partners.count)
    for (place, partner) in partners.enumerated() { places[partner] = place }
    placeOfPartner = places
    self.years = years
    var starts: [Int] = []
    var count = 0
    for entry in years {
      starts.append(count)
      count += entry.count * partners.count
    }
    self.starts = starts
    values = dataset.log.values
    sums = ExactSums(count: count)
    contacts = [Int](repeating: 0, count: count)
  }

  /// For every partner, and for every start of a campaign; nil where there is no campaign or no end of observation.
  static func ofAll(in dataset: Dataset) -> BenefitTally? {
    guard let end = dataset.observedUntil, !dataset.campaigns.isEmpty else { return nil }
    let starts = Set(dataset.campaigns.map(\.start)).sorted()
    return BenefitTally(
      partners: Array(dataset.partners.indices), starts.map { PaybackYears(from: $0, to: end, in: dataset) },
      in: dataset)
  }

  /// Where the years of a partner are counted.
  func places(of partner: Int, _ years: PaybackYears) -> Range<Int> {
    guard let place = placeOfPartner[partner], let entry = self.years.firstIndex(of: years) else {
      preconditionFailure("Years are asked for as they were counted.")
    }
    let start = starts[entry] + place * years.count
    return start..<start + years.count
  }

  /// The credit of one partner. One pass over the log, where it is at hand.
  static func count(
    _ dataset: Dataset, _ scopes: [Scope], _ partner: Int, _ years: PaybackYears, threads: Int
  ) -> BenefitTally {
    if dataset.counted != nil, let blank = ofAll(in: dataset), let counted = dataset.counted(key, into: blank) {
      return counted
    }
    return BenefitTally(partners: [partner], [years], in: dataset).filled(dataset, scopes, threads: threads)
  }

  /// The credit of all contacts of a dataset.
  func filled(_ dataset: Dataset, _ scopes: [Scope], threads: Int) -> BenefitTally {
    let tables = TouchTables(dataset)
    let template = CampaignsJourney(scopes, in: dataset)
    let parts = LogScan.fold(dataset, threads: threads) {
      (self, template, ContactHistory(dataset, tables: tables))
    } _: { state, range in
      for contact in range {
        let slice = dataset.log.slice(of: contact)
        guard !slice.isEmpty, state.1.mayConvert(slice, in: dataset.log) else { continue }
        state.2.load(contact, at: slice)
        state.1.load(&state.2, of: dataset)
        state.0.add(state.1.journey)
      }
    }
    var whole = parts[0].0
    for part in parts.dropFirst() { whole.merge(part.0) }
    return whole
  }

  private mutating func add(_ journey: ContactConversions) {
    credited.removeAll(keepingCapacity: true)
    for event in journey.events where event.isCounted {
      guard let value = values[event.position] else { continue }
      if !event.isRefund { isRecorded = true }
      guard !event.steps.isEmpty else { continue }
      let steps = journey.steps[event.steps]
      for partner in Set(steps.map(\.group)) {
        guard let place = placeOfPartner[partner] else { continue }
        let share = value * Double(steps.count { $0.group == partner }) / Double(steps.count)
        for (entry, start) in zip(years, starts) {
          guard let year = entry.year(of: event.time) else { continue }
          sums.add(share, to: start + place * entry.count + year)
          credited.insert(start + place * entry.count + year)
        }
      }
    }
    for place in credited { contacts[place] += 1 }
  }

  private mutating func merge(_ other: BenefitTally) {
    sums.merge(other.sums)
    contacts.add(other.contacts)
    isRecorded = isRecorded || other.isRecorded
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.sums(&sums)
    try coder.counts(&contacts)
    var recorded = [isRecorded]
    try coder.marks(&recorded)
    isRecorded = recorded[0]
  }
}

/// Finds a contact's conversions in any campaign, with their paths over owners.
struct CampaignsJourney: Sendable {
  private(set) var journey: ContactConversions
  private let campaigns: [MeasuredScope]
  private let groups: TouchGroups

  init(_ scopes: [Scope], in dataset: Dataset) {
    campaigns = scopes.map { MeasuredScope($0, in: dataset) }
    groups = TouchGroups(.partner, in: dataset)
    journey = ContactConversions(campaigns[0].campaignTest, options: AttributionOptions(by: .partner), in: dataset)
  }

  /// Whether a contact has a touch of a kind that converts.
  func mayConvert(_ slice: Range<Int>, in log: borrowing TouchLog) -> Bool {
    for position in slice where journey.isConversion(log.touches[position].kind) { return true }
    return false
  }

  mutating func load(_ history: inout ContactHistory, of dataset: borrowing Dataset) {
    var isCounted = [Bool](repeating: false, count: history.order.transactions.count)
    for campaign in campaigns where !isCounted.isEmpty {
      history.selectTouches(in: campaign.campaignTest, campaign.transactions, contacts: dataset.contacts)
      for (index, isInScope) in history.isTransactionCounted.enumerated() where isInScope { isCounted[index] = true }
    }
    journey.load(history, isCounted: isCounted, groups)
  }
}
