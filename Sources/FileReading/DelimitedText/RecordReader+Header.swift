extension RecordReader {
  /// The characters that may separate fields.
  private static let separators = [Ascii.comma, Ascii.semicolon, Ascii.tab, Ascii.bar]

  /// Reads the first record as a header: behind byte-order marks, a line `sep=;` that names the separator, and blank
  /// lines; else with the separator that fits it best.
  ///
  /// - Parameter columnCount: how many columns of the table a list of names has.
  package func readHeader(recognizing columnCount: ([String]) -> Int) throws(ReadingError) -> Step {
    while buffer.count < RecordReader.chunk, try fill() {}
    var start = 0
    while buffer[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    pass(to: start)
    let named = takeSeparatorLine()
    pass(to: firstFilledLine())
    var best = (separator: Ascii.comma, columns: -1)
    for separator in named.map({ [$0] }) ?? RecordReader.separators where next < buffer.count {
      guard let names = names(from: next, separator) else { continue }
      let columns = columnCount(names)
      if columns > best.columns { best = (separator, columns) }
    }
    scanner = RecordScanner(separator: named ?? best.separator)
    return try readNext()
  }

  /// The line behind the current record that looks like the header, if what was taken for it is a title or a comment.
  ///
  /// - Parameter isHeader: whether names are those of a header.
  package func laterHeaderLine(_ isHeader: ([String]) -> Bool) -> Int? {
    var position = next
    var line = nextLine
    for _ in 0..<RecordReader.searchedLines where position < buffer.count {
      for separator in RecordReader.separators {
        if let names = names(from: position, separator), isHeader(names) { return line }
      }
      guard let end = LineEnd.next(buffer.span, from: position, isWhole: true) else { break }
      position = end
      line += 1
    }
    return nil
  }

  /// So many lines are searched for a header.
  private static let searchedLines = 50

  private func names(from start: Int, _ separator: UInt8) -> [String]? {
    var record = Record()
    let scanner = RecordScanner(separator: separator)
    guard case .record = scanner.scan(buffer.span, from: start, isWhole: isWhole, into: &record) else { return nil }
    return record.fields.map { String(decoding: bytes(of: $0), as: UTF8.self) }
  }

  /// Takes a first line such as `sep=;`. Returns the separator it names.
  private func takeSeparatorLine() -> UInt8? {
    guard let end = LineEnd.next(buffer.span, from: next, isWhole: isWhole), end - next < 16 else { return nil }
    let line = WhiteSpace.trimmed(buffer[next..<end].filter { $0 != Ascii.quote }[...])
    // A tab is white space, and trimmed.
    let hasTab = buffer[next..<end].contains(Ascii.tab)
    let text = String(decoding: line, as: UTF8.self).lowercased()
    guard text.hasPrefix("sep=") else { return nil }
    let named = text.utf8.count == 5 ? text.utf8.last : text.utf8.count == 4 && hasTab ? Ascii.tab : nil
    guard let named, RecordReader.separators.contains(named) else { return nil }
    pass(to: end)
    return named
  }

  /// Where the first line starts that holds more than white space and separators; where there is none, the end.
  private func firstFilledLine() -> Int {
    var start = next
    var position = next
    while position < buffer.count {
      if let length = LineEnd.length(buffer.span, at: position, isWhole: isWhole), length > 0 {
        position += length
        start = position
        continue
      }
      let blank = WhiteSpace.leadingLength(buffer.span, position, buffer.count)
      if blank == 0, !RecordReader.separators.contains(buffer[position]) { return start }
      position += max(1, blank)
    }
    return isWhole ? buffer.count : start
  }
}
