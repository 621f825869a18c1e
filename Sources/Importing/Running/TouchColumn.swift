/// A column of a touch, with what is asked of it for every row.
///
/// A class, as handing a structure on copies each of its parts.
final class TouchColumn {
  let rule: ColumnRule
  let part: Part
  /// What values of the column that a name is made of came to in the batch.
  let names: KnownNames

  /// What of a touch the column says.
  enum Part: String {
    case time
    case contact
    case channel
    case kind
    case content
    case value
    case cost
    /// Only looked at: rows are written in the order in which they are read.
    case row
  }

  /// Nil for a column that touches do not have.
  init?(_ rule: ColumnRule) {
    guard let part = Part(rawValue: rule.name) else { return nil }
    (self.rule, self.part, names) = (rule, part, KnownNames(rule.value))
  }
}
