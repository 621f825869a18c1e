private import CByteScanning

/// Where a run of bytes that starts at a row ends, as far as whole rows go.
package struct RowBorders: Hashable {
  /// Offset behind the last whole row.
  package var cut: Int
  /// Whether quotes are broken in the row that starts at `cut`, so that from there rows must be told apart one by one.
  package var isBroken = false

  /// Finds the border. Where there are quotes they must be in order: around a whole field, or doubled within one.
  ///
  /// - Parameters:
  ///   - range: starts where a row does.
  ///   - isWhole: whether the file ends where the range does.
  package static func find(
    _ view: BlockView, _ range: Range<Int>, separator: UInt8, isWhole: Bool, hasQuotes: Bool
  ) -> RowBorders {
    if hasQuotes, range.count <= RecordScanner.maximumFieldLength {
      // Safety: behind the range there is room to read 64 bytes more; see BlockBuffer.
      let quotes = unsafe check_quotes(
        view.pointer(0..<range.upperBound), UInt(range.lowerBound), UInt(range.upperBound), separator, Ascii.quote)
      if quotes.are_in_order, !isWhole { return RowBorders(cut: Int(quotes.border)) }
      if quotes.are_in_order, !quotes.is_open { return RowBorders(cut: range.upperBound) }
    }
    return walk(view, range, separator: separator, isWhole: isWhole, hasQuotes: hasQuotes)
  }

  /// Finds the border by going from quote to quote, and where they are broken.
  package static func walk(
    _ view: BlockView, _ range: Range<Int>, separator: UInt8, isWhole: Bool, hasQuotes: Bool
  ) -> RowBorders {
    var rowStart = range.lowerBound
    /// Everything before it is in order, and it is not within quotes.
    var outside = range.lowerBound
    while hasQuotes, let opening = view.first(Ascii.quote, in: outside..<range.upperBound) {
      if let newline = view.last(Ascii.newline, in: outside..<opening) { rowStart = newline + 1 }
      let before = opening > range.lowerBound ? view[opening - 1] : Ascii.newline
      guard before == separator || before == Ascii.newline else { return RowBorders(cut: rowStart, isBroken: true) }
      switch closing(view, from: opening + 1, range.upperBound, separator: separator, isWhole: isWhole) {
      case .next(let offset): outside = offset
      case .incomplete: return RowBorders(cut: rowStart)
      case .broken: return RowBorders(cut: rowStart, isBroken: true)
      }
    }
    if isWhole { return RowBorders(cut: range.upperBound) }
    return RowBorders(cut: view.last(Ascii.newline, in: outside..<range.upperBound).map { $0 + 1 } ?? rowStart)
  }

  private enum Closing {
    /// Offset of what follows the closing quote.
    case next(Int)
    case incomplete
    case broken
  }

  private static func closing(
    _ view: BlockView, from start: Int, _ end: Int, separator: UInt8, isWhole: Bool
  ) -> Closing {
    var position = start
    while let quote = view.first(Ascii.quote, in: position..<end) {
      if quote - start > RecordScanner.maximumFieldLength { return .broken }
      let next = quote + 1
      guard next < end else { return isWhole ? .next(next) : .incomplete }
      if view[next] == Ascii.quote {
        position = next + 1
        continue
      }
      if view[next] == separator || view[next] == Ascii.newline { return .next(next) }
      guard view[next] == Ascii.carriageReturn else { return .broken }
      guard next + 1 < end else { return isWhole ? .next(next) : .incomplete }
      return view[next + 1] == Ascii.newline ? .next(next) : .broken
    }
    return isWhole ? .broken : .incomplete
  }
}
