import CampaignData
import CampaignModel
package import FileReading

/// What an import gives.
package struct ImportResult: Sendable {
  /// The dataset's files by name, in order.
  package var files: [ImportedFile]
  package var report: ImportReport
  package var rejects: [RejectedRow]

  /// Why the files make no dataset; nil where they may: nobody was met in any channel.
  package var flaw: DataProblem? {
    guard !report.tables.contains(where: { $0.table == Table.channels.rawValue }) else { return nil }
    let (rows, taken) = report.sources.reduce((0, 0)) { ($0.0 + $1.rows, $0.1 + $1.taken) }
    let file = report.sources.first?.files.first ?? "import.yaml"
    guard taken > 0 else {
      return DataProblem(
        file: file,
        message: "gives nothing to a dataset: \(rows) \(rows == 1 ? "row was" : "rows were") read and none taken")
    }
    return DataProblem(
      file: file,
      message: "tells of contacts, but of no touch in any channel, without which there is no dataset: import it with "
        + "exports of mailings, visits or orders; \"take\" in import.yaml takes signups and orders of it where its recipe "
        + "has them")
  }
}

/// Imports exports into a dataset.
///
/// - Throws: ``ReadingError/badData(_:)`` with everything that is wrong, and the other cases where files are not there or
///   cannot be read.
package func runImport(_ plan: ImportPlan, options: ImportOptions = ImportOptions()) throws(ReadingError)
  -> ImportResult
{
  var run = try ImportRun(plan, options)
  return try run.run()
}

/// An import while it runs.
struct ImportRun {
  let plan: ImportPlan
  let options: ImportOptions
  private let clock: LocalClock
  private let own: OwnTables?
  private let kinds: [String]
  private var choice: RecipeChoice
  private var collected = Collected()
  private var report = ImportReport()
  private var problems: [FileProblems] = []
  private var rejects: [RejectedRow] = []
  private var families: [String] = []

  init(_ plan: ImportPlan, _ options: ImportOptions) throws(ReadingError) {
    (self.plan, self.options) = (plan, options)
    own = try plan.ownTables.map { path throws(ReadingError) in
      try OwnTables(FilePattern.joined(plan.folder, path), name: path)
    }
    let zone = plan.timeZone ?? own?.timeZone ?? "UTC"
    clock = LocalClock(name: zone) ?? .utc
    kinds = KindTable.standard.kinds.map(\.name) + (try own?.kindNames() ?? [])
    choice = try RecipeChoice(own: plan.recipes)
    report.timeZone = clock.name
  }

  mutating func run() throws(ReadingError) -> ImportResult {
    let key = try plan.identity.key.map { place throws(ReadingError) in
      try PseudonymKey(place, folder: plan.folder, environment: options.environment)
    }
    for source in plan.sources { try read(source) }
    if let own { for table in own.sources { try read(table, files: [table.file], overlay: table.overlay) } }
    if let crosswalk = plan.identity.crosswalk { try readCrosswalk(crosswalk) }
    guard problems.isEmpty else { throw .badData(problems) }
    var assembly = DatasetAssembly(
      collected, plan: plan, clock: clock, key: key, settings: own?.settings)
    let files = try assembly.files(&report)
    return ImportResult(files: files, report: report, rejects: rejects)
  }

  /// Reads the files of a source, those that different recipes fit as different sources.
  private mutating func read(_ source: SourcePlan) throws(ReadingError) {
    var groups: [(recipe: RecipeChoice.Chosen, files: [SourceFile])] = []
    for file in try files(of: source) {
      do {
        let chosen = try choice.recipe(for: file, source)
        if let reason = chosen.recipe.refusal {
          guard file.entry == nil else {
            report.unread.append((file.name, reason))
            continue
          }
          problems.append(
            FileProblems(file: file.name, problems: [DataProblem(file: file.name, message: reason)], count: 1))
        } else if let place = groups.firstIndex(where: { $0.recipe.recipe.name == chosen.recipe.name }) {
          groups[place].files.append(file)
        } else {
          groups.append((chosen, [file]))
        }
      } catch .badData(let found) {
        // An archive holds much besides what is imported; what was named must fit.
        guard file.entry != nil, source.recipe == nil, !source.isOwnRecipe else {
          problems += found
          continue
        }
        report.unread.append((file.name, "no recipe fits its columns"))
      }
    }
    for group in groups { try read(group.recipe, files: group.files, source) }
  }

  private func files(of source: SourcePlan) throws(ReadingError) -> [SourceFile] {
    var files: [SourceFile] = []
    for pattern in source.files {
      let found = try FilePattern.files(pattern, in: plan.folder)
      guard !found.isEmpty else { throw .missing(path: pattern, reason: "stands for no file") }
      for path in found { files += try SourceFile.all(in: path, folder: plan.folder) }
    }
    return files
  }

  private mutating func read(
    _ chosen: RecipeChoice.Chosen, files: [SourceFile], _ source: SourcePlan
  ) throws(ReadingError) {
    let recipe = chosen.recipe
    let ownZone = try source.overlay.text("timezone")
    let said: (zone: String, origin: String)? =
      ownZone.map { ($0, "the source") } ?? chosen.base?.timeZone.map { ($0, "the recipe") }
      ?? recipe.timeZone.map { ($0, "the recipe") } ?? plan.timeZone.map { ($0, plan.file) }
    let family = families.firstIndex(of: recipe.name) ?? families.count
    if family == families.count { families.append(recipe.name == "own" ? "own \(families.count)" : recipe.name) }
    let maker = RowImportMaker(
      recipe: chosen.map, family: family, identity: plan.identity, kinds: kinds, currency: plan.currency ?? "EUR",
      zone: said?.zone, datasetZone: clock.name)
    var reader = SourceReader(
      recipe, strict: chosen.strictReferences, files: files, maker: maker, importer: try maker.make(),
      account: SourceAccount(skipsInvalid: options.skipsInvalid, keepsRejects: options.keepsRejects), options: options)
    try reader.read(&collected, source: report.sources.count)
    (reader.account.taken, reader.account.repeats) = (collected.taken, collected.repeats)
    take(reader, said: said)
  }

  /// Takes down what reading a source came to.
  private mutating func take(_ reader: SourceReader, said: (zone: String, origin: String)?) {
    let account = reader.account
    problems += account.problems
    rejects += account.rejects
    var found = reader.report
    found.timeZone = said?.zone ?? clock.name
    found.timeZoneOrigin = said?.origin ?? "not needed"
    if let span = collected.span {
      found.first = LocalText.of(span.lowerBound, clock)
      found.last = LocalText.of(span.upperBound, clock)
    }
    report.sources.append(found)
  }

  /// Reads a table that is taken as it is.
  private mutating func read(
    _ table: OwnTables.OwnTable, files: [SourceFile], overlay: YamlMap
  ) throws(ReadingError) {
    var recipe = try RecipeReader.read(overlay)
    recipe.name = "as it is"
    recipe.timeZone = clock.name
    let source = SourcePlan(files: [], recipe: nil, overlay: overlay)
    let chosen = RecipeChoice.Chosen(recipe: recipe, map: overlay, base: recipe, strictReferences: [])
    try read(chosen, files: files, source)
  }

  /// Joins ids and addresses by a table that has both.
  private mutating func readCrosswalk(_ path: String) throws(ReadingError) {
    let file = SourceFile(name: path, path: FilePattern.joined(plan.folder, path))
    var reader = ExpressionReader(file: path)
    let (id, email) = (reader.reference("id", list: nil), reader.reference("email", list: nil))
    let table = try ExportOpener.table(in: file, ReadingRules()) { names in
      names.count { ["id", "email"].contains(MatchingForm.of($0)) } / 2
    }
    guard table.fit > 0 else {
      throw .badData(
        DataProblem(
          file: path, line: 1, message: "needs the columns id and email",
          detail: "columns found: \(table.columns.prefix(20).map { ShownText.escape($0) }.joined(separator: ", "))"))
    }
    table.bind(ColumnBinding(reader.references, lists: []) { _ in [] })
    let account = SourceAccount(skipsInvalid: options.skipsInvalid, keepsRejects: options.keepsRejects)
    account.start(path)
    try table.forEachRow(account) { row throws(ReadingError) in
      let (known, address) = (row.bytes(id), row.bytes(email))
      guard !known.isEmpty, !address.isEmpty else { return account.ignore("no id or no address") }
      guard let normal = EmailAddress.normalized(address, plan.identity.addresses) else {
        return account.refuse(
          line: row.line, column: "email", value: address, "is no e-mail address", row: row.rawText)
      }
      let number = collected.identity.number(of: normal)
      collected.identity.join(collected.identity.number(of: known), with: number)
      account.taken += 1
    }
    problems += account.problems
    var found = ImportReport.SourceReport()
    (found.files, found.recipe, found.rows, found.taken) = ([path], "crosswalk", account.rows, account.taken)
    found.take(account)
    report.sources.append(found)
  }
}
