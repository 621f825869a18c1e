import ArgumentParser
import CampaignData
import FileReading
import Foundation
import Importing
import Presentation

/// `reefknot import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Other tools' exports into a dataset, and what became of every row.",
    discussion: """
      FILES are exports, each read by the recipe that its header fits, or one import.yaml that names files, recipes and \
      the output, so that next month's exports need one command. A ZIP archive stands for the files in it. The folder \
      appears whole or not at all; it holds import.json, the report, and importing again replaces it.

      EXAMPLES:
        reefknot import --list-recipes
        reefknot import --show-recipe hubspot-contacts
        reefknot import hubspot.csv brevo.csv --timezone Europe/Berlin --owner mill -o spring
        reefknot import import.yaml --dry-run
        reefknot import unknown.csv --draft -o draft.yaml
        reefknot import spring --forget ann@example.org,hubspot:103
      """)

  @Argument(help: "Exports, or one import.yaml.", completion: .file())
  var files: [String] = []

  @Option(name: .shortAndLong, help: "The folder to make. (default: what import.yaml says)", completion: .file())
  var output: String?

  @Option(
    name: .customLong("timezone"),
    help: "IANA name of the dataset's time zone, and of times that do not say theirs. (default: what import.yaml says)")
  var timeZone: String?

  @Option(help: "Id of the partner that owns the channels which no table lists.")
  var owner: String?

  @Flag(name: .customLong("dry-run"), help: "Only tell what would become of the rows.")
  var isDryRun = false

  @Flag(name: .customLong("draft"), help: "Write a draft of import.yaml for one file, with every guess marked.")
  var isDraft = false

  @Flag(name: .customLong("list-recipes"), help: "List the recipes that come with the tool.")
  var listsRecipes = false

  @Option(name: .customLong("show-recipe"), help: ArgumentHelp("Print a recipe, to edit it.", valueName: "name"))
  var shownRecipe: String?

  @Option(
    help: ArgumentHelp(
      "Rewrite a dataset's folder without these contacts: ids separated by commas, or @FILE with one a line.",
      valueName: "ids"))
  var forget: String?

  @Option(
    help: ArgumentHelp(
      "With --forget: the variable with the key, or file:PATH, if the dataset's contacts are pseudonyms of the ids.",
      valueName: "key"))
  var pseudonyms: String?

  @Flag(help: "Replace a folder that is no earlier import.")
  var force = false

  @Flag(name: .customLong("skip-invalid"), help: "Go on without bad rows, and say how many were left out.")
  var skipsInvalid = false

  @Option(help: "Keep the bad rows and what is wrong with them in this CSV file; goes with --skip-invalid.")
  var rejects: String?

  @Flag(help: "Do not print the report.")
  var quiet = false

  mutating func validate() throws {
    if rejects != nil, !skipsInvalid { throw ValidationError("--rejects needs --skip-invalid.") }
    if files.isEmpty, !listsRecipes, shownRecipe == nil {
      throw ValidationError("Name the exports, or an import.yaml.")
    }
    if forget != nil, files.count != 1 { throw ValidationError("--forget takes one dataset.") }
    if pseudonyms != nil, forget == nil {
      throw ValidationError("--pseudonyms goes with --forget; import.yaml names the key of an import.")
    }
    if isDraft, files.count != 1 { throw ValidationError("--draft takes one file.") }
  }

  func run() throws {
    do {
      if listsRecipes { return try listRecipes() }
      if let shownRecipe { return try show(shownRecipe) }
      if isDraft { return try Self.write(try RecipeDraft.text(for: files[0]), to: output) }
      if let forget { return try rewrite(without: forget) }
      try runImport()
    } catch let error as ReadingError {
      throw CommandFailure(error)
    }
  }

  private static func write(_ text: String, to path: String?) throws { try write(Array(text.utf8), to: path) }

  private static func write(_ bytes: [UInt8], to path: String?) throws {
    let destination = try ByteOutput(path: path)
    destination.write(bytes)
    try destination.finish()
  }

  private func listRecipes() throws {
    let recipes = try BuiltInRecipes.all()
    let width = recipes.map(\.name.count).max() ?? 0
    let lines = recipes.map { "\($0.name)\(String(repeating: " ", count: width - $0.name.count))  \($0.title)\n" }
    try Self.write(lines.joined(), to: output)
  }

  private func show(_ name: String) throws {
    guard let text = try BuiltInRecipes.text(named: name) else {
      let names = try BuiltInRecipes.all().map(\.name)
      throw CommandFailure.usage(
        "--show-recipe: \"\(name.withoutControls)\" is no recipe; nearest are "
          + Suggestion.list(Array(Suggestion.nearest(to: name, among: names).prefix(3))))
    }
    try Self.write(text, to: output)
  }

  private func runImport() throws {
    let plan = try plan()
    let folder = output ?? plan.output.map { plan.folder.isEmpty || $0.hasPrefix("/") ? $0 : "\(plan.folder)/\($0)" }
    guard folder != nil || isDryRun else {
      throw CommandFailure.usage("--output, or output: in import.yaml, says where the dataset goes.")
    }
    let replaces = try force || folder.map { try Self.isImport($0) } ?? false
    let advice = "it is no earlier import; --force replaces it"
    if let folder, !isDryRun { try FolderOutput.check(folder, replaces: replaces, advice: advice) }
    let environment = ProcessInfo.processInfo.environment
    let result = try Importing.runImport(
      plan,
      options: ImportOptions(skipsInvalid: skipsInvalid, keepsRejects: rejects != nil) { environment[$0] })
    if let rejects {
      let rows = result.rejects.map { (file: $0.file, line: $0.line, reason: $0.reason, row: $0.row) }
      try Self.write(CSVText.rejects(rows), to: rejects)
    }
    if let folder, !isDryRun, result.flaw == nil {
      try FolderOutput.write(folder, replaces: replaces, advice: advice) { try Self.write(result, to: $0) }
    }
    if !quiet || isDryRun {
      for line in result.report.lines { StandardError.write("\(line.withoutControls)\n") }
    }
    if let flaw = result.flaw { throw CommandFailure(.badData, flaw.description) }
  }

  /// Writes the files, and reads them again: what cannot be read must not appear.
  private static func write(_ result: ImportResult, to folder: FolderOutput) throws {
    let threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
    for file in result.files {
      let output = try folder.open(file.name)
      file.write(threads: threads) { output.write($0) }
      try output.finish()
    }
    do {
      let read = try readDataset(at: folder.path, options: ReadingOptions(threads: threads))
      for note in read.notes { if case .noTouches = note { StandardError.warn(note.description) } }
    } catch {
      let reason = error.description.replacing("\(folder.path)/", with: "").replacing(folder.path, with: "it")
      throw CommandFailure(.badData, "what was imported is no good dataset, so that nothing was written:\n\(reason)")
    }
  }

  /// Rewrites a dataset's folder without some contacts.
  private func rewrite(without list: String) throws {
    guard !DatasetOptions.isContainer(files[0]) else {
      throw CommandFailure.usage(
        "--forget rewrites a folder of CSV tables; a workbook or database must be rewritten by its own program.")
    }
    var ids = list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    if list.hasPrefix("@") {
      let path = String(list.dropFirst())
      let bytes = try InputFile(path: path, name: path.withoutControls).wholeContent(of: path, limit: 1 << 26)
      ids = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    ids.removeAll(where: \.isEmpty)
    guard !ids.isEmpty else { throw CommandFailure.usage("--forget: no id is named.") }
    let environment = ProcessInfo.processInfo.environment
    let result = try Forgetting(ids, inFolder: files[0], key: pseudonyms) { environment[$0] }
    if !isDryRun {
      try FolderOutput.write(
        output ?? files[0], replaces: output == nil || force, advice: "--force replaces it"
      ) { folder in
        for (name, bytes) in result.files {
          let file = try folder.open(name)
          file.write(bytes)
          try file.finish()
        }
      }
    }
    guard !quiet else { return }
    for (file, rows) in result.removed { StandardError.note("\(file): \(rows) \(rows == 1 ? "row" : "rows") left out") }
    if !result.unknown.isEmpty {
      StandardError.warn("\(result.unknown.count) of \(ids.count) ids are in no table")
    }
  }

  private static func isImport(_ folder: String) throws -> Bool {
    let report = "\(folder)/import.json"
    guard FileManager.default.fileExists(atPath: report) else { return false }
    let start = try InputFile(path: report, name: "import.json").content(upTo: 64)
    return String(decoding: start, as: UTF8.self).contains("\"schema\":\"reefknot.import/")
  }

  private func plan() throws -> ImportPlan {
    let isPlan = files.count == 1 && [".yaml", ".yml"].contains { files[0].lowercased().hasSuffix($0) }
    var plan: ImportPlan
    if isPlan {
      let file = try InputFile(path: files[0], name: files[0].withoutControls)
      let bytes = try file.wholeContent(of: file.name, limit: 1 << 20)
      let folder =
        files[0].contains("/") ? String(files[0].prefix(upTo: files[0].lastIndex(of: "/") ?? files[0].endIndex)) : ""
      plan = try ImportPlan(
        yaml: bytes, name: file.name, folder: folder.isEmpty && files[0].hasPrefix("/") ? "/" : folder)
    } else {
      plan = ImportPlan.files(files)
    }
    try plan.take(timeZone: timeZone, owner: owner)
    return plan
  }
}
