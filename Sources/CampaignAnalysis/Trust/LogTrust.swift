import CampaignModel
import LogScanning

/// What in the whole log bears on whether figures can be trusted: repeated rows, kinds without a clock, touches far from
/// all others, contacts that no table lists.
struct LogTrust: Sendable {
  private let repeats: RepeatCount
  /// Kinds with enough touches whose touches are all at midnight, 0 where all touches are.
  let midnightKinds: Int
  /// Kinds with enough touches.
  let frequentKinds: Int
  private(set) var lateOutliers = TrustTally.Found()
  private(set) var earlyOutliers = TrustTally.Found()
  private(set) var unlistedContacts = TrustTally.Found()

  /// A kind with fewer touches than this says nothing by their times.
  static let frequentTouches = 10

  init(_ tally: LogTally) {
    repeats = tally.repeats
    let clocks = tally.clocks
    frequentKinds = clocks.counts.count { $0 >= LogTrust.frequentTouches }
    midnightKinds =
      clocks.hasClock.contains(true)
      ? clocks.counts.indices.count { clocks.counts[$0] >= LogTrust.frequentTouches && !clocks.hasClock[$0] } : 0
    let outside = tally.stretches.outsideOfMain
    let touchCount = clocks.counts.reduce(0, +)
    lateOutliers.count = outside.late
    earlyOutliers.count = outside.early
    (lateOutliers.of, earlyOutliers.of) = (touchCount, touchCount)
    guard let main = outside.main else { return }
    lateOutliers.contacts = tally.lasts.count(after: main.upperBound)
    earlyOutliers.contacts = tally.firsts.count(before: main.lowerBound)
    unlistedContacts.of = tally.contacts
    if tally.listsAny { unlistedContacts.count = tally.contactsNotListed }
    unlistedContacts.contacts = unlistedContacts.count
    unlistedContacts.contactsOfRest = unlistedContacts.of - unlistedContacts.count
    unlistedContacts.contactsOfAll = unlistedContacts.of
  }

  /// What a search for repeated rows found.
  func found(_ search: RepeatCount.Search) -> TrustTally.Found { repeats.found(search) }
}

/// Counts, over the whole log, what ``LogTrust`` tells.
struct LogTally: CodedCounts {
  private(set) var repeats: RepeatCount
  private(set) var clocks: KindClocks
  private(set) var stretches = LogStretches()
  /// Contacts by their first, and by their last touch.
  private(set) var firsts = LogStretches()
  private(set) var lasts = LogStretches()
  /// Contacts with a touch, and those of them that contacts.csv does not list.
  private(set) var contacts = 0
  private(set) var contactsNotListed = 0
  /// Whether contacts.csv lists anyone.
  private(set) var listsAny: Bool

  static let key = "trust of the log"

  init(in dataset: Dataset) {
    repeats = RepeatCount(in: dataset)
    clocks = KindClocks(in: dataset)
    listsAny = dataset.contacts.listsAny
  }

  /// The counts of a dataset. Runs over the log once, where it is at hand.
  static func count(_ dataset: Dataset, threads: Int) -> LogTally {
    if let counted = dataset.counted(LogTally.key, into: LogTally(in: dataset)) { return counted }
    let parts = LogScan.fold(dataset, threads: threads) {
      LogTally(in: dataset)
    } _: { tally, contacts in
      for contact in contacts { tally.add(contact, of: dataset) }
    }
    var whole = parts[0]
    for part in parts.dropFirst() { whole.merge(part) }
    return whole
  }

  private mutating func add(_ contact: Int, of dataset: borrowing Dataset) {
    let slice = dataset.log.slice(of: contact)
    guard !slice.isEmpty else { return }
    repeats.add(slice, of: dataset.log)
    for position in slice { clocks.add(dataset.log.touches[position]) }
    stretches.add(slice, of: dataset.log.touches)
    firsts.add(dataset.log.touches[slice.lowerBound].milliseconds)
    lasts.add(dataset.log.touches[slice.upperBound - 1].milliseconds)
    contacts += 1
    if !dataset.contacts.isListed(contact) { contactsNotListed += 1 }
  }

  private mutating func merge(_ other: LogTally) {
    repeats.merge(other.repeats)
    clocks.merge(other.clocks)
    stretches.merge(other.stretches)
    firsts.merge(other.firsts)
    lasts.merge(other.lasts)
    contacts += other.contacts
    contactsNotListed += other.contactsNotListed
    listsAny = listsAny || other.listsAny
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&contacts)
    try coder.count(&contactsNotListed)
    var lists = [listsAny]
    try coder.marks(&lists)
    listsAny = lists[0]
    try repeats.code(&coder)
    try clocks.code(&coder)
    try stretches.code(&coder)
    try firsts.code(&coder)
    try lasts.code(&coder)
  }
}

/// Tells of each kind whether any of its touches has a clock: lies elsewhere than at midnight in the dataset's zone.
struct KindClocks: Sendable {
  /// By kind, its touches.
  private(set) var counts: [Int]
  /// By kind, whether one of them has a clock.
  private(set) var hasClock: [Bool]
  private var midnights: Midnights

  init(in dataset: Dataset) {
    counts = [Int](repeating: 0, count: dataset.kinds.kinds.count)
    hasClock = [Bool](repeating: false, count: counts.count)
    midnights = Midnights(in: dataset)
  }

  mutating func add(_ touch: Touch) {
    counts[touch.kind] += 1
    // One touch settles it for most kinds, so that the zone is hardly ever asked.
    if !hasClock[touch.kind] { hasClock[touch.kind] = midnights.next(ifMidnight: touch.milliseconds) == nil }
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.counts(&counts)
    try coder.marks(&hasClock)
  }

  mutating func merge(_ other: KindClocks) {
    for kind in counts.indices {
      counts[kind] += other.counts[kind]
      if other.hasClock[kind] { hasClock[kind] = true }
    }
  }
}
