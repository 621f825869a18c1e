/// What is wrong at a place of a text whose file is not known here; lines and columns count from 1.
package struct TextFault: Error {
  package var line: Int?
  package var column: Int?
  package var message: String

  package init(_ line: Int?, _ message: String) { self.init(line, nil, message) }

  package init(_ line: Int?, _ column: Int?, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

extension TextFault {
  /// The fault of bytes that are no UTF-8, at the line and column of the first that is none.
  package static func notUTF8(_ bytes: ArraySlice<UInt8>, _ message: String) -> TextFault {
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
