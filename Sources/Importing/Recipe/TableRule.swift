import CampaignData
import CampaignModel

/// How rows of an export become rows of one table.
///
/// A class, as rules are asked for every row, and handing a structure on copies each of its parts.
final class TableRule: Sendable {
  let table: Table
  /// What it is called by those who ask for it; nil for a rule that always applies.
  let request: String?
  /// The list over whose entries the rule goes, by its number; nil for one row of the table a row of the export.
  let list: Int?
  let condition: Condition?
  let columns: [ColumnRule]

  init(_ table: Table, request: String?, list: Int?, condition: Condition?, columns: [ColumnRule]) {
    (self.table, self.request, self.list, self.condition, self.columns) = (table, request, list, condition, columns)
  }
}

/// How a column of a table is filled.
final class ColumnRule: Sendable {
  let name: String
  let content: ColumnContent
  let value: Expression
  /// The values of which the first that holds something is taken.
  let parts: [ExpressionPart]
  /// The column whose values are the addresses that make up the value; nil where it is made of anything else.
  let addressColumn: Int?
  /// Whether the column names a touch's channel.
  let isChannel: Bool
  /// Whether the column is when a row happened.
  let isTime: Bool
  /// Where the column stands among all that the table can have; nil for none of them.
  let place: Int?

  init(_ table: Table, _ name: String, _ value: Expression) {
    (self.name, self.value) = (name, value)
    content = ColumnContent(table, name)
    isTime = name == "time"
    isChannel = table == .touchpoints && name == "channel"
    if case .first(let several) = value {
      parts = several.map(ExpressionPart.init)
    } else {
      parts = [ExpressionPart(value)]
    }
    addressColumn = parts.count == 1 ? parts[0].addressColumn : nil
    place = (table.requiredColumns + table.optionalColumns).firstIndex(of: name)
  }
}
