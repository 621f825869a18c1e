/// A value of an export.
struct SourceCell {
  /// What the value is besides text.
  enum Form: Sendable {
    case text
    /// A number of a workbook, a database or JSON: with a decimal point, whatever the source's decimal sign.
    case number
    /// A date or time of a workbook: `YYYY-MM-DD HH:MM:SS`, or the date alone.
    case time
  }

  /// Where it lies in the text of its rows.
  var place: TextPlace
  var form: Form

  init(_ place: TextPlace, form: Form = .text) {
    self.place = place
    self.form = form
  }

  static var empty: SourceCell { SourceCell(.none) }

  var isEmpty: Bool { place.isEmpty }
}

/// A column that a recipe asks for.
struct ColumnReference: Hashable, Sendable {
  /// As recipes write it.
  var name: String
  /// The list whose entries have it; nil for a column of the row itself.
  var list: String?
}

/// A row of an export while it is read.
protocol SourceRow {
  /// Line or row number in its file, from 1.
  var line: Int { get }

  /// The value of a reference, by its number; empty where there is none.
  ///
  /// - Parameters:
  ///   - entry: the entry of the list that the reference is about.
  ///   - text: of the rows; takes the value where that does not lie there already.
  func cell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell

  /// How many entries a list has in this row, by the list's number.
  func entryCount(_ list: Int) -> Int

  /// All values, to tell exact repeats.
  ///
  /// - Parameter text: of the rows.
  func allValues(in text: [UInt8]) -> ArraySlice<UInt8>

  /// The row as text, for those who keep what was refused.
  var rawText: String { get }
}

extension SourceRow {
  /// A value by itself, for those who ask for few.
  func bytes(_ reference: Int, entry: Int = 0) -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    let place = cell(reference, entry: entry, in: &text).place
    return text[place]
  }
}
