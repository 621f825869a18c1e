import FileReading

/// Finds the header of delimited text among its first lines.
struct DelimitedHeader {
  /// Where it starts in the bytes, and its line.
  var offset: Int
  var line: Int
  var separator: UInt8
  /// How well it fits; 0 where it does not.
  var fit: Int

  private static let separators = [Ascii.comma, Ascii.semicolon, Ascii.tab, Ascii.bar]
  /// So many lines are looked at.
  private static let searchedLines = 50

  /// The line that fits best, the first of equals; without any, the first line that holds something.
  ///
  /// - Parameters:
  ///   - bytes: the first bytes of the text.
  ///   - fit: how well the names of columns fit, 0 for not at all.
  init(_ bytes: [UInt8], _ rules: ReadingRules, isWhole: Bool, fit: ([String]) -> Int) {
    var start = 0
    while bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    var best = DelimitedHeader(offset: start, line: 1, separator: rules.separator ?? Ascii.comma, fit: -1)
    var named: UInt8?
    var line = 1
    while start < bytes.count, line <= (rules.headerRow ?? DelimitedHeader.searchedLines) {
      let end = LineEnd.next(bytes.span, from: start, isWhole: isWhole) ?? bytes.count
      if line == 1, let separator = DelimitedHeader.separatorLine(bytes[start..<end]) {
        named = separator
      } else if rules.headerRow == nil || line == rules.headerRow {
        for separator in (rules.separator ?? named).map({ [$0] }) ?? DelimitedHeader.separators {
          guard let names = DelimitedHeader.names(bytes, start, separator, isWhole) else { continue }
          let filled = names.count { !$0.isEmpty }
          // Where nothing fits, the first line of several columns.
          let fit =
            fit(names) * 1000
            + (best.fit < 1000 && filled > 1 && (best.line == line || best.fit < 2) ? min(filled, 999) : 0)
          if fit > best.fit { best = DelimitedHeader(offset: start, line: line, separator: separator, fit: fit) }
        }
      }
      start = end
      line += 1
    }
    self = best
    self.fit = max(0, best.fit) / 1000
  }

  private init(offset: Int, line: Int, separator: UInt8, fit: Int) {
    (self.offset, self.line, self.separator, self.fit) = (offset, line, separator, fit)
  }

  private static func separatorLine(_ line: ArraySlice<UInt8>) -> UInt8? {
    let text = line.filter { $0 != Ascii.quote && $0 != Ascii.newline && $0 != Ascii.carriageReturn }
    guard text.count == 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let separator = text.last, separators.contains(separator)
    else { return nil }
    return separator
  }

  private static func names(_ bytes: [UInt8], _ start: Int, _ separator: UInt8, _ isWhole: Bool) -> [String]? {
    var record = Record(keeping: DelimitedTable.maximumColumns)
    let scanner = RecordScanner(separator: separator)
    guard case .record = scanner.scan(bytes.span, from: start, isWhole: isWhole, into: &record) else { return nil }
    return record.fields.map {
      String(decoding: WhiteSpace.trimmed(bytes[$0.start..<$0.end]), as: UTF8.self)
    }
  }
}
