/// How many subjects of a group had their event, or were lost from sight, at which whole unit of time.
public struct Lifetimes: Hashable, Sendable {
  /// Subjects with their event at a time.
  public private(set) var events: [Int] = []
  /// Subjects censored at a time: last seen without the event.
  public private(set) var censored: [Int] = []

  /// A group without subjects.
  public init() {}

  /// A group of single subjects: time 0 or later, and whether the event happened then.
  public init(_ subjects: some Sequence<(time: Int, isEvent: Bool)>) {
    for subject in subjects { add(time: subject.time, isEvent: subject.isEvent) }
  }

  /// Number of subjects.
  public var count: Int { events.reduce(0, +) + censored.reduce(0, +) }

  /// Adds one subject, or several alike. Times must not be negative.
  public mutating func add(time: Int, isEvent: Bool, count: Int = 1) {
    precondition(time >= 0, "A lifetime must not be negative.")
    guard count > 0 else { return }
    grow(to: time)
    if isEvent { events[time] += count } else { censored[time] += count }
  }

  /// Adds the subjects of another group.
  public mutating func merge(_ other: Lifetimes) {
    guard !other.events.isEmpty else { return }
    grow(to: other.events.count - 1)
    for time in other.events.indices {
      events[time] += other.events[time]
      censored[time] += other.censored[time]
    }
  }

  private mutating func grow(to time: Int) {
    while events.count <= time {
      events.append(0)
      censored.append(0)
    }
  }
}
