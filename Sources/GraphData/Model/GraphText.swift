import FileReading

/// The text of a file of a format that does not declare its encoding.
struct GraphText {
  /// The text as UTF-8.
  var bytes: [UInt8]
  /// What was decided about its encoding, in a sentence, if anything.
  var decisions: [String] = []

  /// The text of a file, by the mark at its beginning, or the encoding given, else UTF-8, else ISO 8859-1, which is said.
  static func decoded(_ bytes: [UInt8], declared: TextEncoding? = nil) throws(TextFault) -> GraphText {
    let mark = TextEncoding.marked(bytes)
    let content = bytes[(mark?.encoding == .utf8 ? markLength(bytes) : mark?.length ?? 0)...]
    if let encoding = mark?.encoding ?? declared {
      guard let decoded = encoding.decoded(content) else {
        throw TextFault.notUTF8(content, "the text is not in its encoding, \(encoding)")
      }
      return GraphText(bytes: decoded)
    }
    if let decoded = TextEncoding.utf8.decoded(content) { return GraphText(bytes: decoded) }
    let fault = TextFault.notUTF8(content, "")
    let encoding = content.contains { (0x80..<0xA0).contains($0) } ? TextEncoding.windows1252 : .latin1
    let name = encoding == .latin1 ? "ISO-8859-1" : "windows-1252"
    return GraphText(
      bytes: encoding.decoded(content) ?? [],
      decisions: ["the text is no UTF-8 (line \(fault.line ?? 1)): it is read as \(name)"])
  }

  /// How many bytes the marks of UTF-8 at the beginning are: some programs write a second one before the first.
  static func markLength(_ bytes: [UInt8]) -> Int {
    var length = 0
    while bytes[length...].starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
    return length
  }
}
