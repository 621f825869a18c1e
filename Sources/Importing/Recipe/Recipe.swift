import CampaignModel

/// How one kind of export becomes rows of a dataset's tables.
package struct Recipe: Sendable {
  /// What it is called, such as `mailchimp-activity`.
  package var name: String
  /// What it reads, in a line.
  package var title: String
  /// Where its times stand without a zone: the zone's name, or nil where the user must say it.
  var timeZone: String?
  /// Columns with their other names.
  var columns: [RecipeColumn]
  /// What the path of its files matches; nil where any does.
  var path: MatchPattern?
  /// Why such a file cannot be imported; nil where it can.
  var refusal: String?
  /// Names of the lists over whose entries rules go.
  var lists: [String]
  /// What tells exact repeats; empty where the whole row does.
  var repeats: [Expression]
  /// The currency of a row's amounts, which must be the dataset's; nil where nothing says it.
  var currency: Expression?
  /// Whether the rows that a condition does not hold for are left out.
  var condition: Condition?
  var rules: [TableRule]
  /// The columns that expressions ask for.
  var references: [ColumnReference]
  /// The form of times by column.
  var timeForms: [String: TimeForm]
  var reading: ReadingRules
  /// Rules that apply because they were asked for.
  var requested: [String]
  /// Questions of the user's that the recipe's text answers.
  package var note: String?
}

/// A column that a recipe knows.
struct RecipeColumn: Sendable {
  let name: String
  /// Other headers of it, in other versions and languages.
  let others: [String]
  /// Whether a file without it is another one.
  let isNeeded: Bool
  /// Whether its name comes from descriptions only.
  let isUncertain: Bool
  /// All spellings, in matching form.
  let forms: [String]

  init(name: String, others: [String], isNeeded: Bool, isUncertain: Bool) {
    (self.name, self.others, self.isNeeded, self.isUncertain) = (name, others, isNeeded, isUncertain)
    forms = ([name] + others).map { MatchingForm.of($0) }
  }
}
