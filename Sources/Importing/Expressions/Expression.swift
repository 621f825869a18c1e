import CampaignModel
import FileReading

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
  case time(Expression, TimeForm?, zone: LocalClock?)
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
final class ValueMap: Sendable {
  /// As they are written, which nearly all files do: found without making a text.
  private let spelled: Interner
  private let meanings: [[UInt8]]
  private let byForm: [String: [UInt8]]
  /// As they are written, for messages.
  let names: [String]
  let otherwise: Otherwise

  enum Otherwise: Sendable {
    case error
    case ignore
    case value([UInt8])
  }

  init(_ values: [(name: String, value: [UInt8])], otherwise: Otherwise) {
    var spelled = Interner()
    var meanings: [[UInt8]] = []
    var byForm: [String: [UInt8]] = [:]
    for (name, value) in values {
      if spelled.intern(Array(name.utf8)[...]) == meanings.count { meanings.append(value) }
      byForm[MatchingForm.of(name)] = value
    }
    (self.spelled, self.meanings, self.byForm) = (spelled, meanings, byForm)
    names = values.map(\.name)
    self.otherwise = otherwise
  }

  /// What a value means; nil where the map does not say.
  func meaning(_ text: [UInt8], _ place: TextPlace) -> [UInt8]? {
    if let number = spelled.find(text.span.extracting(place.range)) { return meanings[number] }
    return byForm[MatchingForm.of(text.string(place))]
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
