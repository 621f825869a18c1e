package import FileReading

/// What is imported, and how.
package struct ImportPlan: Sendable {
  /// Name of the file that says so, for messages.
  package var file: String
  /// What relative paths start from.
  package var folder: String
  /// Where the dataset goes, as the file says.
  package var output: String?
  /// The dataset's time zone; nil where nobody said one.
  package var timeZone: String?
  package var currency: String?
  /// The partner that owns channels that no table lists.
  package var owner: String?
  var identity = IdentityRules()
  var sources: [SourcePlan] = []
  /// Recipes of the user's own.
  var recipes: [YamlMap] = []
  /// Folder with tables that are taken as they are.
  var ownTables: String?

  package init(file: String, folder: String) {
    self.file = file
    self.folder = folder
  }

  /// A plan for files alone, each by the recipe that fits it.
  package static func files(_ paths: [String]) -> ImportPlan {
    var plan = ImportPlan(file: "command line", folder: "")
    for path in paths {
      plan.sources.append(
        SourcePlan(files: [path], recipe: nil, overlay: YamlMap(file: "command line", line: 1, entries: [])))
    }
    return plan
  }

  /// The plan with what a command line says besides.
  package mutating func take(timeZone: String?, owner: String?) throws(ReadingError) {
    if let timeZone {
      guard LocalClock(name: timeZone) != nil else {
        throw .badData(
          DataProblem(
            file: "--timezone", value: ShownText.escape(timeZone),
            message: "is not an IANA time zone such as Europe/Berlin"))
      }
      self.timeZone = timeZone
    }
    if let owner { self.owner = owner }
  }
}

/// Which files are imported, and by which recipe.
struct SourcePlan: Sendable {
  /// Paths and patterns.
  var files: [String]
  /// Name of the recipe; nil where the files' headers tell, or the source says everything itself.
  var recipe: String?
  /// What the source says, which is laid over the recipe.
  var overlay: YamlMap

  /// Whether the source says itself what its rows become, without a recipe.
  var isOwnRecipe: Bool { recipe == nil && SourcePlan.ruleKeys.contains { overlay[$0] != nil } }

  private static let ruleKeys = RecipeReader.keys.filter {
    ![
      "name", "title", "note", "timezone", "columns", "times", "read", "set", "take", "repeats", "when", "values",
      "currency",
    ].contains($0)
      && !RecipeReader.touchColumns.contains($0)
  }
}

/// How contacts of several sources are told to be one.
struct IdentityRules: Sendable {
  /// Whether e-mail addresses stand for contacts.
  var usesAddresses = true
  var addresses = EmailAddress.Rules()
  /// A table of ids and addresses.
  var crosswalk: String?
  /// Where the key of pseudonyms is.
  var key: KeyPlace?
}

/// Where the key of pseudonyms is; the key itself is never an argument.
enum KeyPlace: Hashable, Sendable {
  case environment(String)
  case file(String)
}
