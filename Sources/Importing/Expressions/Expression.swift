/// How a value of a dataset comes from a row of an export.
indirect enum Expression: Sendable {
  /// A column, by the number of its reference.
  case column(Int)
  case constant([UInt8])
  case place(Place)
  case first([Expression])
  case join([Expression], separator: [UInt8])
  case map(Expression, ValueMap)
  case match(Expression, MatchPattern)
  case slug(Expression)
  case email(Expression)
  /// An id with the prefix of its source.
  case prefixed([UInt8], Expression)
  case negative(Expression)
  case time(Expression, TimeForm?, zone: String?)
  case condition(Condition, Expression)

  /// What is known of where a row stands.
  enum Place: String, CaseIterable, Sendable {
    case file
    case stem
    case folder
    case sheet
  }

  /// Keys that make a mapping an expression.
  static let operators: Set = [
    "column", "constant", "first", "join", "map", "match", "slug", "email", "id", "negative", "time",
  ]
}

/// Values of an export with what they mean here.
struct ValueMap: Sendable {
  /// By matching form.
  var values: [String: [UInt8]]
  /// As they are written, which nearly all files do: found without making a text.
  var spelled: [ArraySlice<UInt8>: [UInt8]] = [:]
  /// As they are written, for messages.
  var names: [String]
  var otherwise: Otherwise

  enum Otherwise: Sendable {
    case error
    case ignore
    case value([UInt8])
  }
}

/// Whether a rule applies to a row.
indirect enum Condition: Sendable {
  /// Whether the value is one of these, by matching form.
  case isOneOf(Expression, Set<String>)
  case matches(Expression, MatchPattern)
  case isEmpty(Expression)
  case not(Condition)
  case all([Condition])
  case any([Condition])
}
