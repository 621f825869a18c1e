import CampaignData
import CampaignModel
import FileReading

/// Rows of any other table, as text.
struct TextRows: Sendable {
  let table: Table
  /// All columns that the table can have.
  let columns: [String]
  /// The cells end to end, row by row, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ table: Table) {
    self.table = table
    columns = table.requiredColumns + table.optionalColumns
  }

  var count: Int { ends.count / columns.count }

  /// Appends the next cell, of the next row where the last one is complete.
  mutating func append(_ cell: ArraySlice<UInt8>) {
    bytes += cell
    ends.append(bytes.count)
  }

  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let place = row * columns.count + column
    return bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  /// Position of a column.
  func position(_ column: String) -> Int { columns.firstIndex(of: column) ?? 0 }
}
