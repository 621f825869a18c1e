import CampaignModel

/// How rows of an export become rows of one table.
struct TableRule: Sendable {
  var table: Table
  /// What it is called by those who ask for it; nil for a rule that always applies.
  var request: String?
  /// The list over whose entries the rule goes, by its number; nil for one row of the table a row of the export.
  var list: Int?
  var condition: Condition?
  var columns: [ColumnRule]
}

/// How a column of a table is filled.
struct ColumnRule: Sendable {
  var name: String
  var content: ColumnContent
  var value: Expression
}
