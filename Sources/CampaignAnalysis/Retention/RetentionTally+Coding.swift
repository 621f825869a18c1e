import LogScanning

extension RetentionTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.counts(&bracket)
    try coder.counts(&unbounded)
    try coder.counts(&nthDay)
    try code(groups: &coder)
    try coder.count(&baseline.cohort)
    try coder.count(&baseline.stays)
    try lifetimes.code(&coder, clock)
    try baselineLifetimes.code(&coder, clock)
    var isCarrier = isCarrier
    try coder.marks(&isCarrier)
    if coder.isReading { setCarriers(isCarrier) }
    try coder.least(&firstPublication)
    // A part without a draw by lot hands over zeros: another part may have had one.
    var drawn = holdout?.counts ?? []
    if coder.isReading { drawn = [Int](repeating: 0, count: HoldoutTally.countCount) }
    try coder.counts(&drawn)
    if coder.isReading { holdout?.counts = drawn }
    try sensitivity?.code(&coder)
  }

  /// Takes who carries from elsewhere.
  private mutating func setCarriers(_ isCarrier: [Bool]) {
    for word in carriers.indices { carriers[word] = 0 }
    for (rank, partner) in partnerOfRank.enumerated() where isCarrier[partner] {
      carriers[rank >> 6] |= 1 << UInt64(rank & 63)
    }
  }

  /// What contacts did after the end, by owner and class.
  private mutating func code(groups coder: inout TallyCoder) throws(TallyFault) {
    let fields: [WritableKeyPath<Group, Int>] = [\.cohort, \.stays, \.kept, \.carriesOn, \.joins]
    for field in fields {
      var counts = groups.map { $0[keyPath: field] }
      try coder.counts(&counts)
      for (place, count) in counts.enumerated() where coder.isReading { groups[place][keyPath: field] = count }
    }
  }
}

extension HoldoutTally {
  static var countCount: Int { 3 + 2 * Holdout.Outcome.allCases.count }

  /// Every count, in the order in which tallies hold them.
  fileprivate var counts: [Int] {
    get { [addressed.contacts, heldOut.contacts, contaminated] + addressed.outcomes + heldOut.outcomes }
    set {
      let outcomes = Holdout.Outcome.allCases.count
      (addressed.contacts, heldOut.contacts, contaminated) = (newValue[0], newValue[1], newValue[2])
      addressed.outcomes = Array(newValue[3..<3 + outcomes])
      heldOut.outcomes = Array(newValue[(3 + outcomes)...])
    }
  }
}

extension SensitivityTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&newContacts)
    try coder.count(&newContactsAtHalfHistory)
    for index in gaps.indices {
      try gaps[index].lifetimes.code(&coder, gaps[index].clock)
      try gaps[index].baselineLifetimes.code(&coder, gaps[index].clock)
    }
  }
}

extension Lifetimes {
  /// Subjects by day: events, then those lost from sight.
  fileprivate mutating func code(_ coder: inout TallyCoder, _ clock: RetentionClock) throws(TallyFault) {
    var (events, censored) = (events, censored)
    try coder.growingCounts(&events)
    try coder.growingCounts(&censored)
    guard coder.isReading else { return }
    guard max(events.count, censored.count) <= clock.observedDays + 1 else { throw .isOfOtherShape }
    self = Lifetimes()
    for (day, count) in events.enumerated() { add(time: day, isEvent: true, count: count) }
    for (day, count) in censored.enumerated() { add(time: day, isEvent: false, count: count) }
  }
}
