extension Dataset {
  /// The dataset as it stood when less of it was observed: without the rows dated after an instant.
  ///
  /// O(touches) time and memory.
  ///
  /// - Parameters:
  ///   - end: the new `observed_until`, not after the one there is.
  ///   - isDate: whether it was given as a date, so that rows at that very midnight are left out too.
  package func observed(until end: Instant, isDate: Bool) -> Dataset {
    var past = self
    past.settings.observedUntil = end
    past.settings.observedUntilIsDate = isDate
    func isPast(_ time: Instant?) -> Bool { time.map { isDate ? $0 < end : $0 <= end } ?? true }
    past.counted?.variation += CountedLog.variation(observedUntil: end, isDate: isDate)
    past.log = log.before(isDate ? end.milliseconds : end.milliseconds + 1)
    past.ties = ties.filter { isPast($0.time) }
    past.exchanges = exchanges.filter { isPast($0.time) }
    past.assessments = assessments.filter { isPast($0.date) }
    return past
  }
}

extension CountedLog {
  /// How keys name a log of which less was observed.
  package static func variation(observedUntil end: Instant, isDate: Bool) -> String {
    "observed until \(end.milliseconds)\(isDate ? " as a date" : ""), "
  }
}

extension TouchLog {
  /// The touches of some contacts, in the order given, and behind them contacts without any.
  package func selecting(_ contacts: [Int], addingEmpty count: Int) -> TouchLog {
    var kept: [Touch] = []
    var ends: [UInt32] = []
    var valueRows: [(row: Int, number: Double)] = []
    var costRows: [(row: Int, number: Double)] = []
    for contact in contacts {
      for position in slice(of: contact) {
        if let value = values[position] { valueRows.append((kept.count, value)) }
        if let cost = costs[position] { costRows.append((kept.count, cost)) }
        kept.append(touches[position])
      }
      ends.append(UInt32(kept.count))
    }
    ends.append(contentsOf: repeatElement(UInt32(kept.count), count: count))
    return TouchLog(
      touches: kept, ends: ends, values: SparseColumn(valueRows, rowCount: kept.count),
      costs: SparseColumn(costRows, rowCount: kept.count))
  }

  /// The touches before an instant, in milliseconds since 1970-01-01T00:00:00Z.
  package func before(_ limit: Int64) -> TouchLog {
    guard let span, span.upperBound.milliseconds >= limit else { return self }
    var ends: [UInt32] = []
    ends.reserveCapacity(contactCount)
    var count = 0
    for contact in 0..<contactCount {
      count += pastTouches(of: contact, before: limit).count
      ends.append(UInt32(count))
    }
    var kept: [Touch] = []
    kept.reserveCapacity(count)
    var (valueRows, costRows): ([(row: Int, number: Double)], [(row: Int, number: Double)]) = ([], [])
    for contact in 0..<contactCount {
      let past = pastTouches(of: contact, before: limit)
      values.forEachNumber(in: past) { valueRows.append((kept.count + $0 - past.lowerBound, $1)) }
      costs.forEachNumber(in: past) { costRows.append((kept.count + $0 - past.lowerBound, $1)) }
      kept.append(contentsOf: touches[past])
    }
    return TouchLog(
      touches: kept, ends: ends, values: SparseColumn(valueRows, rowCount: count),
      costs: SparseColumn(costRows, rowCount: count))
  }

  /// A contact's touches before an instant, which are its first.
  private func pastTouches(of contact: Int, before limit: Int64) -> Range<Int> {
    let all = slice(of: contact)
    var end = all.upperBound
    while end > all.lowerBound, touches[end - 1].milliseconds >= limit { end -= 1 }
    return all.lowerBound..<end
  }
}
