/// A time window with a purpose.
public struct Campaign: Hashable, Sendable {
  public var id: String
  public var name: String?
  /// First instant of the window.
  public var start: Instant
  /// End of the half-open window; where the file has a date, the midnight after it. Never before `start`.
  public var end: Instant
  /// Whether the end was given as a date: the day before `end`, and shown as such.
  public var endIsDate: Bool
  /// Indices of the leading partners, each once, in the file's order.
  public var leads: [Int]
  /// In the dataset's currency.
  public var budget: Double?

  public init(
    id: String, name: String? = nil, start: Instant, end: Instant, endIsDate: Bool = false, leads: [Int] = [],
    budget: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.start = start
    self.end = end
    self.endIsDate = endIsDate
    self.leads = leads
    self.budget = budget
  }

  /// The name, or the id where there is none.
  public var label: String { name ?? id }
}
