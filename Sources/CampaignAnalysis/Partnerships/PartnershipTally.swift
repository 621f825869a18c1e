import CampaignModel
import LogScanning

/// Counts, in one scope, who gives whom contacts, who shares them, and whether trust passes on, contact by contact.
struct PartnershipTally: ContactTally {
  /// Outcomes of new touchpoints.
  struct Outcomes: Sendable {
    var pairs = 0
    var outcomes = 0

    mutating func merge(_ other: Outcomes) {
      pairs += other.pairs
      outcomes += other.outcomes
    }
  }

  /// Pairs (owner of the channel, brand).
  var gifts: PairIndex
  /// Per gift pair, contacts touched in the owner's channels about the brand.
  var given: [Int] = []
  /// Per gift pair, one bit per 30-day block with such a touch; `wordsPerPair` words each.
  var blocks: [UInt64] = []
  /// Pairs of owners, the lower index first.
  var shares: PairIndex
  /// Per pair of owners, contacts reached in both sides' channels.
  var shared: [Int] = []
  /// Whether `shares` has all pairs; where there are more than ``RegionSums/maximumPairs`` it has none.
  var hasAllShares = true
  /// Pairs (endorsing owner, brand).
  var endorsements: PairIndex
  /// Per such pair, its endorsed new touchpoints.
  var endorsed: [Outcomes] = []
  /// By brand, all its new touchpoints that are old enough.
  var newTouchpoints: [Outcomes]
  /// Whether an owner has a touch in T(K).
  var isCarrier: [Bool]

  /// 30-day blocks of the window that began before observation stopped.
  let blockCount: Int
  let wordsPerPair: Int
  /// First block in which the log has touches; bits start there.
  let firstBlock: Int
  private let start: Int64
  private let observedUntil: Int64
  private let refunds: Refunds
  private let isInteraction: [Bool]
  private var seen: StampSet
  private var owners: [Int] = []
  /// Per gift pair, the contact that was counted last, plus 1.
  var lastContact: [Int] = []
  /// Positions of the contact's touches of level interaction or higher.
  private var interactions: [Int] = []
  /// By owner, the first of them in its channels, where `interacted` has it.
  private var firstInteraction: [Int]
  private var interacted: StampSet

  private static let block = 30 * Instant.millisecondsPerDay

  init(_ scope: Scope, refunds: Refunds, in dataset: Dataset) {
    self.refunds = refunds
    isInteraction = dataset.kinds.kinds.map { $0.level >= .interaction }
    let partners = dataset.partners.count
    let none = PairIndex(below: partners)
    (gifts, shares, endorsements) = (none, none, none)
    newTouchpoints = [Outcomes](repeating: Outcomes(), count: partners)
    isCarrier = [Bool](repeating: false, count: partners)
    firstInteraction = [Int](repeating: 0, count: partners)
    interacted = StampSet(capacity: partners)
    seen = StampSet(capacity: partners)
    start = scope.start.milliseconds
    observedUntil = dataset.observedUntil?.milliseconds ?? .min
    blockCount =
      TimeBlocks(ofDays: 30, in: scope, nil, observedUntil: dataset.observedUntil).begunCount
    let earliest = max(start, dataset.logSpan?.lowerBound.milliseconds ?? start)
    let latest = min(scope.end.milliseconds - 1, dataset.logSpan?.upperBound.milliseconds ?? start)
    firstBlock = Int((earliest - start) / PartnershipTally.block)
    let lastBlock = Int(max(0, latest - start) / PartnershipTally.block)
    wordsPerPair = max(0, lastBlock - firstBlock) / 64 + 1
  }

  mutating func add(_ history: borrowing ContactHistory) {
    seen.removeAll()
    owners.empty()
    for position in history.scopedTouches {
      let touch = history.touches[position]
      let owner = history.tables.owner[touch.channel]
      if seen.insert(owner) { owners.append(owner) }
      let block = Int((touch.milliseconds - start) / PartnershipTally.block)
      // A loop of its own: a closure for each touch is not inlined.
      let content = touch.contentOrZero
      if content == 0 {
        addGift(from: owner, about: owner, inBlock: block, to: history.contact)
      } else {
        for index in history.tables.brandRange(ofContent: content) {
          addGift(from: owner, about: history.tables.brands[index], inBlock: block, to: history.contact)
        }
      }
    }
    for owner in owners { isCarrier[owner] = true }
    addShares()
    addTrust(history)
  }

  /// Counts the contact for each pair of the owners that reached it.
  private mutating func addShares() {
    // Whether there are too many pairs must not depend on the order of the contacts.
    if owners.count * (owners.count - 1) / 2 > RegionSums.maximumPairs { dropShares() }
    guard hasAllShares else { return }
    for index in owners.indices {
      for other in 0..<index {
        let pair = (owners[index], owners[other])
        let number = shares.number(min(pair.0, pair.1), max(pair.0, pair.1))
        if number == shared.count { shared.append(0) }
        shared[number] += 1
      }
    }
    if shares.count > RegionSums.maximumPairs { dropShares() }
  }

  mutating func dropShares() { (hasAllShares, shares, shared) = (false, PairIndex(), []) }

  private mutating func addGift(from owner: Int, about brand: Int, inBlock blockOfWindow: Int, to contact: Int) {
    let number = gifts.number(owner, brand)
    if number == given.count {
      given.append(0)
      lastContact.append(0)
      blocks.append(contentsOf: repeatElement(0, count: wordsPerPair))
    }
    if lastContact[number] != contact + 1 {
      lastContact[number] = contact + 1
      given[number] += 1
    }
    // A touch at the very instant that observation stops may lie in a block that has not begun.
    guard blockOfWindow < blockCount else { return }
    let block = blockOfWindow - firstBlock
    let (place, bit) = (number * wordsPerPair + block >> 6, UInt64(1) << UInt64(block & 63))
    if blocks[place] & bit == 0 { blocks[place] |= bit }
  }

  /// Judges the contact's new touchpoints of the scope: who endorsed them, and whether an interaction followed.
  private mutating func addTrust(_ history: borrowing ContactHistory) {
    var next = 0
    var following = 0
    var hasInteractions = false
    for first in history.firstTouchesByBrand {
      while next < history.scopedTouches.count, history.scopedTouches[next] < first.position { next += 1 }
      guard next < history.scopedTouches.count else { return }
      let touch = history.touches[first.position]
      guard history.scopedTouches[next] == first.position,
        touch.milliseconds + PartnershipTally.block <= observedUntil
      else { continue }
      if !hasInteractions {
        noteInteractions(history)
        hasInteractions = true
      }
      let owner = history.tables.owner[touch.channel]
      while following < interactions.count, interactions[following] <= first.position { following += 1 }
      let hasOutcome = hasOutcome(first, at: touch.milliseconds, from: following, history)
      let result = Outcomes(pairs: 1, outcomes: hasOutcome ? 1 : 0)
      newTouchpoints[first.partner].merge(result)
      guard owner != first.partner, interacted.contains(owner), firstInteraction[owner] < first.position
      else { continue }
      let number = endorsements.number(owner, first.partner)
      if number == endorsed.count { endorsed.append(Outcomes()) }
      endorsed[number].merge(result)
    }
  }

  private mutating func noteInteractions(_ history: borrowing ContactHistory) {
    interacted.removeAll()
    interactions.empty()
    for position in history.all
    where isInteraction[history.touches[position].kind] && !refunds.contains(position) {
      interactions.append(position)
      let owner = history.tables.owner[history.touches[position].channel]
      if interacted.insert(owner) { firstInteraction[owner] = position }
    }
  }

  /// Whether a touch about the brand, of level interaction or higher, follows within (0, 30 d].
  ///
  /// - Parameter following: the first of the ``interactions`` behind the touch.
  private func hasOutcome(
    _ first: ContactHistory.First, at time: Int64, from following: Int, _ history: borrowing ContactHistory
  ) -> Bool {
    for index in following..<interactions.count {
      let touch = history.touches[interactions[index]]
      if touch.milliseconds - time > PartnershipTally.block { return false }
      if touch.milliseconds > time, history.tables.isAbout(first.partner, touch) { return true }
    }
    return false
  }

  /// Blocks with a touch in one's channel about the other, in either direction.
  func blocksInTouch(_ a: Int, _ b: Int) -> Int {
    let numbers = [gifts.knownNumber(a, b), gifts.knownNumber(b, a)].compactMap(\.self)
    return (0..<wordsPerPair).reduce(0) { sum, word in
      sum + numbers.reduce(UInt64(0)) { $0 | blocks[$1 * wordsPerPair + word] }.nonzeroBitCount
    }
  }

  /// given(owner → brand).
  func given(_ owner: Int, about brand: Int) -> Int { gifts.knownNumber(owner, brand).map { given[$0] } ?? 0 }

  mutating func merge(_ other: PartnershipTally) {
    for (index, pair) in other.gifts.pairs.enumerated() {
      let number = gifts.number(Int(pair.left), Int(pair.right))
      if number == given.count {
        given.append(0)
        lastContact.append(0)
        blocks.append(contentsOf: repeatElement(0, count: wordsPerPair))
      }
      given[number] += other.given[index]
      for word in 0..<wordsPerPair { blocks[number * wordsPerPair + word] |= other.blocks[index * wordsPerPair + word] }
    }
    if !other.hasAllShares { dropShares() }
    for (index, pair) in other.shares.pairs.enumerated() where hasAllShares {
      let number = shares.number(Int(pair.left), Int(pair.right))
      if number == shared.count { shared.append(0) }
      shared[number] += other.shared[index]
    }
    if shares.count > RegionSums.maximumPairs { dropShares() }
    for (index, pair) in other.endorsements.pairs.enumerated() {
      let number = endorsements.number(Int(pair.left), Int(pair.right))
      if number == endorsed.count { endorsed.append(Outcomes()) }
      endorsed[number].merge(other.endorsed[index])
    }
    for partner in isCarrier.indices {
      isCarrier[partner] = isCarrier[partner] || other.isCarrier[partner]
      newTouchpoints[partner].merge(other.newTouchpoints[partner])
    }
  }
}
