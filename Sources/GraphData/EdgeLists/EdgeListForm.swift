import FileReading

/// What the beginning of an edge list tells of the whole: what separates fields, and what the columns mean.
struct EdgeListForm: Sendable {
  /// How much of a file is looked at.
  static let sampleSize = 1 << 16

  var separator: EdgeListSeparator
  /// Nil for a file without any edge.
  var layout: EdgeListLayout?
  /// Where the first edge begins.
  var start: Int
  /// The line in which that is.
  var line: Int
  /// Whether further columns stand in braces behind the ends, as networkx writes them.
  var hasDictionaries: Bool
  /// What was decided, in sentences.
  var decisions: [String]

  /// The form of a file that begins with these bytes, UTF-8 without a mark.
  ///
  /// - Parameter usual: the separator of the format.
  init(
    _ bytes: ArraySlice<UInt8>, usual: EdgeListSeparator, isWhole: Bool, _ options: GraphReadingOptions
  ) throws(TextFault) {
    if let kind = ForeignContent.name(of: bytes) {
      throw TextFault(1, "this is no edge list: the file looks like \(kind)")
    }
    decisions = []
    var content = bytes
    var skipped = 0
    var asked = options.separator
    // Excel names the separator in a line of its own.
    let beginning = String(decoding: content.prefix(5), as: UTF8.self).lowercased()
    if beginning.hasPrefix("sep=") || beginning == "\"sep=" {
      let end = content.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? content.endIndex
      let word = String(decoding: content[..<end], as: UTF8.self).filter { $0 != "\"" }.dropFirst(4)
      asked = asked ?? EdgeListSeparator(word: String(word.prefix(1)))
      content = content[end...].drop { $0 == 0x0D || $0 == 0x0A }
      skipped = 1
    }
    let offset = content.startIndex - bytes.startIndex
    let sample = Array(content)
    separator = asked ?? EdgeListForm.separator(sample, usual: usual, isWhole: isWhole)
    if asked == nil, separator != usual {
      decisions.append("fields are separated by \(separator.name), not by \(usual.name)")
    }
    var lines = EdgeLines(sample, separator: separator)
    var first = try lines.next()
    while let fields = first, fields.allSatisfy(\.isEmpty) { first = try lines.next() }
    (start, line) = (offset + lines.position, skipped + lines.line)
    guard let first else {
      hasDictionaries = false
      layout = nil
      return
    }
    let afterFirst = start
    let rows = EdgeListForm.rows(sample, separator, isWhole: isWhole)
    let names = first.map { String(decoding: $0, as: UTF8.self) }
    hasDictionaries = rows.allSatisfy { $0.count == 3 && $0[2].hasPrefix("{") }
    let others = Array(rows.dropFirst())
    var layout = try EdgeListLayout(
      hasDictionaries ? Array(names.prefix(2)) : names, others: others, options, line: line)
    decisions += layout.decisions
    layout.decisions = []
    self.layout = layout
    if !layout.hasHeader {
      var lines = EdgeLines(sample, separator: separator)
      start = offset + (lines.skipToFields() ?? sample.count)
      line = skipped + lines.line
    } else {
      start = afterFirst
    }
  }

  /// The rows at the beginning; the last is left out where it may go on behind the sample.
  private static func rows(_ sample: [UInt8], _ separator: EdgeListSeparator, isWhole: Bool) -> [[String]] {
    var lines = EdgeLines(sample, separator: separator)
    var rows: [[String]] = []
    while rows.count < 1000 {
      do throws(TextFault) {
        guard let fields = try lines.next() else { break }
        if fields.allSatisfy(\.isEmpty) { continue }
        rows.append(fields.map { String(decoding: $0, as: UTF8.self) })
      } catch {
        break
      }
    }
    if !isWhole, lines.isAtEnd, rows.count > 1 { rows.removeLast() }
    return rows
  }

  /// The separator with which all rows have the same fields: the usual one, unless it has less than two, or another cuts
  /// numbers with decimal commas out, or stands before each blank.
  private static func separator(_ sample: [UInt8], usual: EdgeListSeparator, isWhole: Bool) -> EdgeListSeparator {
    func width(_ separator: EdgeListSeparator, _ rows: [[String]]) -> Int? {
      guard let count = rows.first?.count, count > 1, rows.allSatisfy({ $0.count == count }) else { return nil }
      return count
    }
    let own = rows(sample, usual, isWhole: isWhole)
    let ownWidth = width(usual, own)
    if usual == .comma || ownWidth == nil {
      let rows = rows(sample, .semicolon, isWhole: isWhole)
      let haveCommas = rows.allSatisfy { row in
        row.allSatisfy { !$0.contains(",") || WrittenNumber.hasDecimalComma($0) }
      }
      if let width = width(.semicolon, rows), ownWidth == nil || (width > ownWidth ?? 0 && haveCommas) {
        return .semicolon
      }
    }
    if usual == .blanks, ownWidth != nil {
      for (other, mark) in [(EdgeListSeparator.comma, ","), (.semicolon, ";")]
      where own.allSatisfy({ $0.dropLast().allSatisfy { $0.hasSuffix(mark) } }) {
        if width(other, rows(sample, other, isWhole: isWhole)) == ownWidth { return other }
      }
    }
    if ownWidth != nil || (own.first?.count ?? 2) > 1 && usual != .blanks { return usual }
    for other in [EdgeListSeparator.tab, .comma, .bar] where other != usual {
      if width(other, rows(sample, other, isWhole: isWhole)) != nil { return other }
    }
    return usual
  }
}
