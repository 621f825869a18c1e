import FileReading

extension Interner {
  /// The names in order, or nil where one is no UTF-8.
  var validTexts: [String]? {
    // All bytes in a row may be UTF-8 although a character reaches from one name into the next.
    let startsWithin = (0..<count).contains { index in
      let range = range(of: index)
      return !range.isEmpty && idBytes[range.lowerBound] & 0xC0 == 0x80
    }
    return !startsWithin && TextEncoding.isUTF8(idBytes) ? texts : nil
  }

  /// The number of a text, new or not.
  mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in unsafe intern(bytes.span) }
  }
}
