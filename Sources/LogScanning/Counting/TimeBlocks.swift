public import CampaignModel

/// Blocks of as many days each from a scope's start, numbered from 0 (<doc:Metrics#Blocks-of-time>), and what was
/// observed of them.
@usableFromInline package struct TimeBlocks: Sendable {
  /// How many there are; the last may be cut short.
  package let count: Int
  private let daysPerBlock: Int
  /// Of a block, in milliseconds, where all are equal.
  @usableFromInline let length: Int64
  /// Nil where days have 24 hours.
  @usableFromInline let days: CalendarDays?
  @usableFromInline let start: Int64
  private let end: Int64
  private let observedUntil: Int64

  /// - Parameters:
  ///   - days: how many a block has, at least one.
  ///   - calendar: what tells the days of the calendar; nil for blocks of 24 hours.
  ///   - observedUntil: nil where nothing is observed.
  package init(ofDays daysPerBlock: Int, in scope: Scope, _ calendar: CalendarDays?, observedUntil: Instant?) {
    self.daysPerBlock = daysPerBlock
    length = Int64(daysPerBlock) * Instant.millisecondsPerDay
    days = calendar
    start = scope.start.milliseconds
    end = scope.end.milliseconds
    self.observedUntil = observedUntil?.milliseconds ?? .min
    if let calendar {
      count = end > start ? calendar.day(of: end - 1) / daysPerBlock + 1 : 0
    } else {
      count = Int((end - start + length - 1) / length)
    }
  }

  /// The instant at which a block begins, in milliseconds.
  package func start(of block: Int) -> Int64 {
    days?.start(of: block * daysPerBlock) ?? start + Int64(block) * length
  }

  /// The block of an instant in the scope.
  @inlinable @inline(__always) package func block(of milliseconds: Int64) -> Int {
    guard days == nil else { return calendarBlock(of: milliseconds) }
    return Int(UInt64(bitPattern: milliseconds &- start) / UInt64(bitPattern: length))
  }

  @inline(never) @usableFromInline func calendarBlock(of milliseconds: Int64) -> Int {
    (days?.day(of: milliseconds) ?? 0) / daysPerBlock
  }

  /// Whether a block begins before observation stopped; of one that does not, nothing is known.
  package func hasBegun(_ block: Int) -> Bool { start(of: block) < observedUntil }

  /// How many blocks have begun.
  package var begunCount: Int { (0..<count).count { hasBegun($0) } }

  /// Whether a block was observed to its end; the last one ends with the scope.
  package func isComplete(_ block: Int) -> Bool { min(end, start(of: block + 1)) <= observedUntil }
}

extension [Int] {
  /// Adds another array of the same length, place by place.
  package mutating func add(_ other: [Int]) {
    precondition(count == other.count, "Counts of different shape cannot be added.")
    for index in indices { self[index] += other[index] }
  }
}
