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

  /// Runs over the log once, and once over the contacts' first and last touches.
  init(_ dataset: Dataset, threads: Int) {
    let states = LogScan.fold(dataset, threads: threads) {
      State(repeats: RepeatCount(in: dataset), clocks: KindClocks(in: dataset), stretches: LogStretches())
    } _: { state, contacts in
      for contact in contacts { state.add(dataset.log.slice(of: contact), of: dataset.log) }
    }
    var whole = states[0]
    for state in states.dropFirst() { whole.merge(state) }
    repeats = whole.repeats
    frequentKinds = whole.clocks.counts.count { $0 >= LogTrust.frequentTouches }
    midnightKinds =
      whole.clocks.hasClock.contains(true)
      ? whole.clocks.counts.indices.count {
        whole.clocks.counts[$0] >= LogTrust.frequentTouches && !whole.clocks.hasClock[$0]
      } : 0
    let outside = whole.stretches.outsideOfMain
    lateOutliers.count = outside.late
    earlyOutliers.count = outside.early
    (lateOutliers.of, earlyOutliers.of) = (dataset.log.count, dataset.log.count)
    countContacts(dataset, main: outside.main)
  }

  /// What a search for repeated rows found.
  func found(_ search: RepeatCount.Search) -> TrustTally.Found { repeats.found(search) }

  private mutating func countContacts(_ dataset: Dataset, main: ClosedRange<Int64>?) {
    guard let main else { return }
    for contact in 0..<dataset.contacts.count {
      let slice = dataset.log.slice(of: contact)
      guard !slice.isEmpty else { continue }
      if dataset.log.touches[slice.upperBound - 1].milliseconds > main.upperBound { lateOutliers.contacts += 1 }
      if dataset.log.touches[slice.lowerBound].milliseconds < main.lowerBound { earlyOutliers.contacts += 1 }
      unlistedContacts.of += 1
      if dataset.contacts.listsAny, !dataset.contacts.isListed(contact) { unlistedContacts.count += 1 }
    }
    unlistedContacts.contacts = unlistedContacts.count
    unlistedContacts.contactsOfRest = unlistedContacts.of - unlistedContacts.count
    unlistedContacts.contactsOfAll = unlistedContacts.of
  }

  /// What one worker keeps.
  private struct State: Sendable {
    var repeats: RepeatCount
    var clocks: KindClocks
    var stretches: LogStretches

    mutating func add(_ slice: Range<Int>, of log: borrowing TouchLog) {
      guard !slice.isEmpty else { return }
      repeats.add(slice, of: log)
      for position in slice {
        let touch = log.touches[position]
        clocks.add(touch)
        stretches.add(touch.milliseconds)
      }
    }

    mutating func merge(_ other: State) {
      repeats.merge(other.repeats)
      clocks.merge(other.clocks)
      stretches.merge(other.stretches)
    }
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

  mutating func merge(_ other: KindClocks) {
    for kind in counts.indices {
      counts[kind] += other.counts[kind]
      if other.hasClock[kind] { hasClock[kind] = true }
    }
  }
}
