/// A position in a field while a date or time is read.
struct TimeScanner {
  private var position: Int
  private let end: Int

  /// Starts after the field's leading white space and ends before its trailing one.
  init(trimming bytes: borrowing Span<UInt8>) {
    let content = WhiteSpace.trimmed(bytes)
    position = content.lowerBound
    end = content.upperBound
  }

  var isAtEnd: Bool { position == end }

  /// The next character if it is an ASCII one.
  func next(_ bytes: borrowing Span<UInt8>) -> Unicode.Scalar? {
    position < end && bytes[position] < 0x80 ? Unicode.Scalar(bytes[position]) : nil
  }

  /// Reads as many digits as there are, at least one and at most `limit`.
  mutating func digits(upTo limit: Int, _ bytes: borrowing Span<UInt8>) -> (number: Int, count: Int)? {
    var number = 0
    let start = position
    while position < end, position - start < limit, bytes[position] &- UInt8(ascii: "0") < 10 {
      number = number * 10 + Int(bytes[position] &- UInt8(ascii: "0"))
      position += 1
    }
    return position > start ? (number, position - start) : nil
  }

  /// Reads exactly so many digits.
  mutating func number(digits: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard let found = self.digits(upTo: digits, bytes), found.count == digits else { return nil }
    return found.number
  }

  /// Reads at least one digit after the decimal sign, as thousandths rounded down.
  mutating func thousandths(_ bytes: borrowing Span<UInt8>) -> Int? {
    var number = 0
    var place = 100
    let start = position
    while position < end, bytes[position] &- UInt8(ascii: "0") < 10 {
      number += Int(bytes[position] &- UInt8(ascii: "0")) * place
      place /= 10
      position += 1
    }
    return position > start ? number : nil
  }

  mutating func skip(_ character: Unicode.Scalar, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func skip(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    skip(first, bytes) || skip(second, bytes)
  }

  /// Passes over blanks of any kind. Returns whether there was one.
  mutating func skipBlanks(_ bytes: borrowing Span<UInt8>) -> Bool {
    let start = position
    while position < end {
      let length = WhiteSpace.leadingLength(bytes, position, end)
      if length == 0 { break }
      position += length
    }
    return position > start
  }

  /// Passes over a word in any case.
  mutating func skipWord(_ word: StaticString, _ bytes: borrowing Span<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { return false }
    for place in 0..<count {
      // Safety: a static string has this many bytes.
      let letter = unsafe word.utf8Start[place]
      guard bytes[position + place] | 0x20 == letter else { return false }
    }
    position += count
    return true
  }

  enum HalfOfDay {
    case morning
    case afternoon
  }

  /// Passes over `AM` or `PM`, with blanks before it, or leaves the position as it is.
  mutating func halfOfDay(_ bytes: borrowing Span<UInt8>) -> HalfOfDay? {
    let start = position
    _ = skipBlanks(bytes)
    if skipWord("am", bytes) || skipWord("a.m.", bytes) { return .morning }
    if skipWord("pm", bytes) || skipWord("p.m.", bytes) { return .afternoon }
    position = start
    return nil
  }
}
