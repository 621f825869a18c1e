import CampaignModel

/// Something in a dataset that its user should know.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, CaseIterable, Hashable, Sendable {
    /// Nothing can be measured before it is put right.
    case error
    /// Figures may mislead.
    case warning
    /// Good to know.
    case note
  }

  public var severity: Severity
  /// What was checked, such as `short_history`.
  public var check: String
  /// Name of the file it is about.
  public var file: String
  /// Line in the file, from 1; nil where it is about more than a row, or the row is not known.
  public var line: Int?
  /// One sentence.
  public var text: String
  /// How many rows, contacts or the like it is about.
  public var count: Int?

  public init(
    _ severity: Severity, _ check: String, file: String, line: Int? = nil, _ text: String, count: Int? = nil
  ) {
    self.severity = severity
    self.check = check
    self.file = file
    self.line = line
    self.text = text
    self.count = count
  }

  /// A finding about contacts. With `minimum_group` set it names none, and tells no number of few.
  ///
  /// - Parameters:
  ///   - one, many: the noun that goes with how many there are, with its verb.
  ///   - text: what follows, after which the contacts are listed.
  static func ofContacts(
    _ severity: Severity, _ check: String, file: String, _ contacts: [String], _ one: String, _ many: String,
    _ text: String, in dataset: Dataset, then last: String = ""
  ) -> Finding {
    let group = MinimumGroup(of: dataset)
    let isFew = group.withholds(contacts.count)
    let subject = isFew ? "Fewer than \(group.minimum) \(many)" : number(contacts.count, one, many)
    let names = group.isAsked ? "--operator names them" : list(contacts)
    return Finding(
      severity, check, file: file, "\(subject) \(text): \(names)\(last).", count: isFew ? nil : contacts.count)
  }

  /// The first of some ids, and how many more there are.
  static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(5).joined(separator: ", ")
    return ids.count > 5 ? "\(shown) and \(ids.count - 5) more" : shown
  }

  /// A number with the noun that goes with it.
  static func number(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
