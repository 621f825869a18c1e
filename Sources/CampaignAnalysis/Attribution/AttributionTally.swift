import CampaignModel
import LogScanning

/// Follows every contact's way to its conversions in one scope, and shares out their credit.
///
/// It takes contacts with their touches in T(K) before the scope's filter.
struct AttributionTally: ContactTally, TransactionTally {
  /// The models that look at one path alone.
  static let pathModels = AttributionModel.allCases.filter { $0 != .markov }

  let groups: TouchGroups
  var roles: SparseArray<Attribution.Roles>
  var chain: MarkovChain
  var conversions = 0
  var unattributed = 0
  var nullPaths = 0
  /// Conversions that record a value.
  var valuedConversions = 0
  /// Contacts behind the counts.
  var contacts: AttributionContacts
  /// The only transaction that counts; nil where all do. For opening a count.
  var onlyTransaction: Int?
  /// Per group and model, credit for conversions and for value; then the totals.
  var sums: ExactSums
  /// Nil where no intervals are asked for.
  var replicates: AttributionReplicates?

  private let values: SparseColumn
  private let transactions: TransactionTest
  private var journey: ContactConversions
  private var credit: PathCredit

  init(_ scope: MeasuredScope, options: AttributionOptions, resamples: Bool = false, in dataset: Dataset) {
    groups = TouchGroups(options.by, in: dataset)
    if resamples { replicates = AttributionReplicates(dataset, groupCount: groups.count) }
    roles = SparseArray(repeating: Attribution.Roles(), count: groups.count, blockSize: 8)
    chain = MarkovChain(groupCount: groups.count)
    contacts = AttributionContacts(groupCount: groups.count)
    sums = ExactSums(count: groups.count * AttributionTally.pathModels.count * 2 + 2)
    values = dataset.log.values
    transactions = scope.transactions
    journey = ContactConversions(scope.campaignTest, options: options, in: dataset)
    credit = PathCredit(groupCount: groups.count)
  }

  /// Credit for conversions of a group under a model of ``pathModels``.
  func conversions(of group: Int, model: Int) -> Double { sums[Self.place(of: group, model: model)] }

  /// Where credit of a group is added up: for conversions under a model of ``pathModels``, and behind it for value.
  static func place(of group: Int, model: Int) -> Int { (group * pathModels.count + model) * 2 }

  /// All places of a group.
  static func places(of group: Int) -> Range<Int> { place(of: group, model: 0)..<place(of: group + 1, model: 0) }

  /// The sum at a place.
  func sum(at place: Int) -> Double { sums[place] }

  /// How many entries and digits are kept for groups: what memory grows with.
  var keptCount: Int { roles.keptCount + contacts.groups.keptCount + sums.digitCount }

  /// Value of all conversions, less what was refunded.
  var value: Double { sums[sums.count - 2] }

  /// Value of the conversions without a path, and of the refunds that take nothing from a path.
  var unattributedValue: Double { sums[sums.count - 1] }

  mutating func add(_ history: borrowing ContactHistory) {
    journey.load(history, isCounted: history.isTransactionCounted, groups)
    if !journey.events.isEmpty {
      for event in journey.events where event.isCounted && onlyTransaction ?? event.position == event.position {
        if event.isRefund { addRefund(event) } else { addConversion(event, of: history.contact) }
      }
      contacts.finishContact()
      replicates?.finish(history.contact)
    }
    guard !journey.nullPath.steps.isEmpty, isReached(history) else { return }
    nullPaths += 1
    chain.add(journey.nullPath.steps[...], isConversion: false)
    replicates?.add(journey.nullPath.steps[...], isConversion: false, of: history.contact)
  }

  /// Whether a touch of the contact in T(K) passes the filter.
  @inline(__always) private func isReached(_ history: borrowing ContactHistory) -> Bool {
    for position in history.scopedTouches where transactions.accepts(history.touches[position]) { return true }
    return false
  }

  private mutating func addConversion(_ event: ContactConversions.Event, of contact: Int) {
    conversions += 1
    let recorded = values[event.position]
    if recorded != nil { valuedConversions += 1 }
    let value = recorded ?? 0
    sums.add(value, to: sums.count - 2)
    replicates?.note(1, .conversions)
    replicates?.note(value, .value)
    contacts.noteConversion(isAttributed: !event.steps.isEmpty)
    guard !event.steps.isEmpty else {
      unattributed += 1
      sums.add(value, to: sums.count - 1)
      replicates?.note(1, .unattributed)
      replicates?.note(value, .unattributedValue)
      return
    }
    let steps = journey.steps[event.steps]
    chain.add(steps, isConversion: true)
    replicates?.add(steps, isConversion: true, of: contact)
    share(steps, conversions: 1, value: value)
    let (first, last) = (steps.startIndex, steps.endIndex - 1)
    for index in steps.indices {
      let group = steps[index].group
      contacts.note(group, isFirst: index == first, isLast: index == last)
      if first == last {
        roles[group].solo += 1
      } else if index == first {
        roles[group].introducer += 1
      } else if index == last {
        roles[group].closer += 1
      } else {
        roles[group].influencer += 1
      }
    }
  }

  /// Takes a refund's value from where the conversion put it that it takes back.
  private mutating func addRefund(_ event: ContactConversions.Event) {
    let value = values[event.position] ?? 0
    sums.add(value, to: sums.count - 2)
    replicates?.note(value, .value)
    if event.steps.isEmpty {
      sums.add(value, to: sums.count - 1)
      replicates?.note(value, .unattributedValue)
    } else {
      share(journey.steps[event.steps], conversions: 0, value: value)
    }
  }

  private mutating func share(_ steps: ArraySlice<ConversionPath.Step>, conversions: Double, value: Double) {
    credit.load(steps)
    for index in steps.indices {
      var place = Self.place(of: steps[index].group, model: 0)
      for model in Self.pathModels {
        let share = credit.share(of: index - steps.startIndex, model)
        if share != 0 {
          sums.add(share * conversions, to: place)
          sums.add(share * value, to: place + 1)
          replicates?.note(share * conversions, at: place)
          replicates?.note(share * value, at: place + 1)
        }
        place += 2
      }
    }
  }

  mutating func merge(_ other: AttributionTally) {
    other.roles.forEachKept { group, roles in self.roles[group].merge(roles) }
    chain.merge(other.chain)
    contacts.merge(other.contacts)
    conversions += other.conversions
    unattributed += other.unattributed
    nullPaths += other.nullPaths
    valuedConversions += other.valuedConversions
    sums.merge(other.sums)
    if let others = other.replicates { replicates?.merge(others) }
  }
}
