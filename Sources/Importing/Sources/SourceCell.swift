/// A value of an export.
package struct SourceCell {
  /// What the value is besides text.
  package enum Form: Sendable {
    case text
    /// A number of a workbook, a database or JSON: with a decimal point, whatever the source's decimal sign.
    case number
    /// A date or time of a workbook: `YYYY-MM-DD HH:MM:SS`, or the date alone.
    case time
  }

  package var bytes: ArraySlice<UInt8>
  package var form: Form

  package init(_ bytes: ArraySlice<UInt8>, form: Form = .text) {
    self.bytes = bytes
    self.form = form
  }

  static let empty = SourceCell([])

  var isEmpty: Bool { bytes.isEmpty }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A column that a recipe asks for.
struct ColumnReference: Hashable, Sendable {
  /// As recipes write it.
  var name: String
  /// The list whose entries have it; nil for a column of the row itself.
  var list: String?
}

/// A row of an export while it is read.
protocol SourceRow: AnyObject {
  /// Line or row number in its file, from 1.
  var line: Int { get }

  /// The value of a reference, by its number; empty where there is none.
  ///
  /// - Parameter entry: the entry of the list that the reference is about.
  func cell(_ reference: Int, entry: Int) -> SourceCell

  /// How many entries a list has in this row, by the list's number.
  func entryCount(_ list: Int) -> Int

  /// All values, to tell exact repeats.
  func appendValues(to bytes: inout [UInt8])

  /// The row as text, for those who keep what was refused.
  var rawText: String { get }
}
