import FileReading

/// A table as delimited text, commas between fields and quotes where they are needed (RFC 4180).
struct TableText {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  init(header: [String]) {
    for name in header { append(Array(name.utf8)[...]) }
    endRow()
  }

  mutating func append(_ field: ArraySlice<UInt8>) {
    if !isFirst { bytes.append(Ascii.comma) }
    isFirst = false
    TableText.append(field, to: &bytes)
  }

  /// Appends a field, in quotes where it needs them.
  static func append(_ field: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    guard needsQuotes(field) else { return bytes.append(contentsOf: field) }
    bytes.append(Ascii.quote)
    for byte in field {
      if byte == Ascii.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Ascii.quote)
  }

  mutating func append(_ text: String) { append(Array(text.utf8)[...]) }

  mutating func endRow() {
    bytes.append(Ascii.newline)
    isFirst = true
  }

  /// Whether a reader would take a field for something else, or drop what belongs to it.
  private static func needsQuotes(_ field: ArraySlice<UInt8>) -> Bool {
    field.contains {
      $0 == Ascii.comma || $0 == Ascii.quote || $0 == Ascii.newline || $0 == Ascii.carriageReturn
        || $0 == Ascii.semicolon || $0 == Ascii.tab || $0 == Ascii.bar
    }
  }
}
