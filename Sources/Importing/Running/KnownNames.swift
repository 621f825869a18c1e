import FileReading

/// What names came to that are made of one column or of none, so that each value is worked out once.
///
/// A class, as it is asked for every row, and handing a structure on copies each of its parts.
final class KnownNames {
  /// The column; nil where a name is made of several or of none.
  let reference: Int?
  /// Whether the name is made of that column only where that holds anything.
  let needsValue: Bool
  /// Whether the name is the same for every row.
  let isConstant: Bool
  /// The number of such a name, when it is known.
  var constant: Int32?
  private var memo = Memo()

  /// Values with the numbers of the names that they came to.
  private struct Memo {
    var values = Interner()
    var numbers: [Int32] = []

    /// For a name that nobody worked out.
    static let unknown: Int32 = -2

    mutating func place(of value: borrowing Span<UInt8>) -> Int {
      let place = values.intern(value)
      if place == numbers.count { numbers.append(Memo.unknown) }
      return place
    }

    mutating func number(of value: borrowing Span<UInt8>) -> Int32 { numbers[place(of: value)] }
  }

  init(_ expression: Expression) {
    if case .first(let parts) = expression, case .column(let first)? = parts.first {
      (reference, needsValue) = (first, true)
    } else {
      (reference, needsValue) = (expression.onlyReference, false)
    }
    if case .constant = expression { isConstant = true } else { isConstant = false }
  }

  /// What a value came to, if it was met.
  func number(of place: TextPlace, in text: [UInt8]) -> Int32? {
    let number = memo.number(of: text.span.extracting(place.range))
    return number == Memo.unknown ? nil : number
  }

  func add(_ place: TextPlace, in text: [UInt8], _ number: Int32) {
    let value = memo.place(of: text.span.extracting(place.range))
    memo.numbers[value] = number
  }

  /// Forgets everything: numbers are those of a batch.
  func removeAll() {
    constant = nil
    guard !memo.numbers.isEmpty else { return }
    memo = Memo()
  }
}
