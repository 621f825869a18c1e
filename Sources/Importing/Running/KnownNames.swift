import FileReading

/// What names came to that are made of one column or of none, so that each value is worked out once.
///
/// A class, as it is asked for every row, and handing a structure on copies each of its parts.
final class KnownNames {
  /// The column; nil where a name is made of several or of none.
  let reference: Int?
  /// Whether the name is the same for every row.
  let isConstant: Bool
  /// The number of such a name, when it is known.
  var constant: Int32?
  private var values = Interner()
  private var numbers: [Int32] = []

  init(_ expression: Expression) {
    reference = expression.onlyReference
    if case .constant = expression { isConstant = true } else { isConstant = false }
  }

  /// What a value came to, if it was met.
  func number(of place: TextPlace, in text: [UInt8]) -> Int32? {
    values.find(text.span.extracting(place.range)).map { numbers[$0] }
  }

  func add(_ place: TextPlace, in text: [UInt8], _ number: Int32) {
    if values.number(of: place, in: text) == numbers.count { numbers.append(number) }
  }

  /// Forgets everything: numbers are those of a batch.
  func removeAll() {
    constant = nil
    guard !numbers.isEmpty else { return }
    values = Interner()
    numbers.removeAll(keepingCapacity: true)
  }
}
