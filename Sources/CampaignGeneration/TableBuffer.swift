/// The bytes of one table on their way out: RFC 4180 text, handed on in chunks so that memory stays bounded.
struct TableBuffer {
  /// Chunks are handed on once they have grown to this many bytes.
  static let chunk = 1 << 18

  let file: String
  private(set) var bytes: [UInt8] = []

  /// Starts the table `file` with its header line.
  init(_ file: String, header: String) {
    self.file = file
    bytes.reserveCapacity(header.utf8.count + 1)
    append(header)
    endRow()
  }

  /// Appends bytes that need no quoting, such as a number, an id or a separator.
  mutating func append(_ plain: [UInt8]) {
    bytes.append(contentsOf: plain)
  }

  /// Appends text that needs no quoting.
  mutating func append(_ plain: String) {
    bytes.append(contentsOf: plain.utf8)
  }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends `value` with at least `width` digits.
  mutating func append(_ value: Int, width: Int) {
    var divisor = 1
    var digits = 1
    while digits < width || value / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    var rest = value
    while divisor > 0 {
      let digit = rest / divisor
      bytes.append(48 + UInt8(truncatingIfNeeded: digit))
      rest -= digit * divisor
      divisor /= 10
    }
  }

  /// Appends an amount of hundredths as a decimal number: 1250 as `12.50`.
  mutating func append(cents: Int) {
    append(cents / 100, width: 1)
    append(46)
    append(cents % 100, width: 2)
  }

  mutating func separate() { bytes.append(44) }
  mutating func endRow() { bytes.append(10) }

  /// Appends a row of text fields, each quoted where it needs to be.
  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { separate() }
      append(quoted(field))
    }
    endRow()
  }

  /// Hands the bytes to `sink` if there are at least `size` of them.
  mutating func flush<Failure: Error>(
    atLeast size: Int = 1, to sink: (String, ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    guard bytes.count >= size else { return }
    try sink(file, bytes[...])
    bytes.removeAll(keepingCapacity: true)
  }
}

/// `field` as RFC 4180 wants it: in quotes, with inner quotes doubled, if it holds a separator, a quote or a line break.
func quoted(_ field: String) -> String {
  guard field.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 || $0 == 59 })
  else { return field }
  var text = "\""
  for character in field.unicodeScalars {
    if character == "\"" { text.unicodeScalars.append("\"") }
    text.unicodeScalars.append(character)
  }
  return text + "\""
}
