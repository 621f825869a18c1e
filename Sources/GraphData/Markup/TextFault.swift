/// What is wrong at a place of a text whose file is not known here; lines and columns count from 1.
struct TextFault: Error {
  var line: Int?
  var column: Int?
  var message: String

  init(_ line: Int?, _ message: String) { self.init(line, nil, message) }

  init(_ line: Int?, _ column: Int?, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

extension TextFault {
  /// The fault of bytes that are no UTF-8, at the line and column of the first that is none.
  static func notUTF8(_ bytes: ArraySlice<UInt8>, _ message: String) -> TextFault {
    var position = bytes.startIndex
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      position += error.byteOffsets.lowerBound
    }
    let before = bytes[..<position]
    let lineStart = (before.lastIndex(of: 0x0A) ?? before.startIndex - 1) + 1
    return TextFault(before.count { $0 == 0x0A } + 1, position - lineStart + 1, message)
  }
}

/// A value of a file in a message: shortened, with everything escaped that a terminal could obey.
func shown(_ text: String) -> String {
  var result = "\""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == 48 { return result + "…\"" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
