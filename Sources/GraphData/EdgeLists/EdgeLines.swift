import FileReading

/// The lines of an edge list, cut into fields.
struct EdgeLines {
  private let bytes: [UInt8]
  private let separator: EdgeListSeparator
  /// Where the next line begins.
  private(set) var position = 0
  private var nextLine = 1
  /// The line of the fields last returned.
  private(set) var line = 0

  /// - Parameters:
  ///   - position: where the first line begins that is read.
  ///   - line: the number of that line, or, if it is passed already, of the line before.
  init(_ bytes: [UInt8], separator: EdgeListSeparator, position: Int = 0, line: Int = 1, _ isPassed: Bool = false) {
    self.bytes = bytes
    self.separator = separator
    self.position = position
    nextLine = isPassed ? line + 1 : line
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// Goes past empty lines and comments; the place of the first line with fields, or nil.
  mutating func skipToFields() -> Int? {
    while position < bytes.count {
      line = nextLine
      let start = position
      skipBlanks()
      guard position < bytes.count else { return nil }
      switch bytes[position] {
      case 0x0A, 0x0D: skipLineEnd()
      case 0x23, 0x25:
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        skipLineEnd()
      default:
        position = start
        return start
      }
    }
    return nil
  }

  /// The fields of the next line that has any, or nil at the end.
  mutating func next() throws(TextFault) -> [ArraySlice<UInt8>]? {
    guard skipToFields() != nil else { return nil }
    skipBlanks()
    return try fields()
  }

  private mutating func fields() throws(TextFault) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    while true {
      // Behind the ends, braces hold all that networkx knows of an edge.
      fields.append(fields.count == 2 && position < bytes.count && bytes[position] == 0x7B ? rest() : try field())
      guard fields.count <= GraphLimits.fields else {
        throw TextFault(line, "the line has more than \(GraphLimits.fields) fields")
      }
      if position >= bytes.count { return fields }
      if bytes[position] == 0x0A || bytes[position] == 0x0D {
        skipLineEnd()
        return fields
      }
      if separator == .blanks {
        skipBlanks()
        if position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D {
          skipLineEnd()
          return fields
        }
      } else {
        position += 1
        skipBlanks()
      }
    }
  }

  /// The rest of the line without blanks at its end.
  private mutating func rest() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    var end = position
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return bytes[start..<end]
  }

  /// One field up to what separates it, without white space around it; quotes keep what they enclose.
  private mutating func field() throws(TextFault) -> ArraySlice<UInt8> {
    if position < bytes.count, bytes[position] == 0x22 { return try quoted() }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D,
      !separator.separates(bytes[position])
    {
      position += 1
    }
    return WhiteSpace.trimmed(bytes[start..<position])
  }

  private mutating func quoted() throws(TextFault) -> ArraySlice<UInt8> {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x22 {
        guard position < bytes.count, bytes[position] == 0x22 else {
          skipBlanks()
          guard
            position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D
              || separator.separates(bytes[position]) || (separator == .blanks && bytes[position - 1] == 0x20)
          else { throw TextFault(line, "text follows a closing quote; a separator was expected") }
          return content[...]
        }
        position += 1
      }
      if byte == 0x0A || (byte == 0x0D && !(position < bytes.count && bytes[position] == 0x0A)) { nextLine += 1 }
      content.append(byte)
    }
    throw TextFault(line, "the quote that opens here is never closed")
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || (separator == .blanks && bytes[position] == 0x09) {
      position += 1
    }
  }

  private mutating func skipLineEnd() {
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    nextLine += 1
  }
}
