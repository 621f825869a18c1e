import FileReading

/// An expression with what is asked of it for every row.
///
/// A class, as handing a structure on copies each of its parts.
final class ExpressionPart: Sendable {
  let expression: Expression
  /// The column whose values are the expression's as they are; nil where anything is computed.
  let plainColumn: Int?
  /// The column whose values are the addresses that the expression gives; nil where anything else is computed.
  let addressColumn: Int?
  /// The first column that the expression asks for.
  let firstReference: Int?
  let form: Form
  /// What is said of a time: how it is written, and the clock of values that do not say their zone.
  let timeForm: TimeForm?
  let zone: LocalClock?

  enum Form {
    case email
    case prefixed
    case other
  }

  init(_ expression: Expression) {
    self.expression = expression
    firstReference = expression.firstReference
    form =
      switch expression {
      case .email: .email
      case .prefixed: .prefixed
      default: .other
      }
    if case .email(.column(let reference)) = expression { addressColumn = reference } else { addressColumn = nil }
    switch expression {
    case .column(let reference): (plainColumn, timeForm, zone) = (reference, nil, nil)
    case .time(.column(let reference), let form, let zone): (plainColumn, timeForm, self.zone) = (reference, form, zone)
    case .time(_, let form, let zone): (plainColumn, timeForm, self.zone) = (nil, form, zone)
    default: (plainColumn, timeForm, zone) = (nil, nil, nil)
    }
  }
}
