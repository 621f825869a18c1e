import CampaignModel
import FileReading

/// Reads the files of one source.
struct SourceReader {
  let recipe: Recipe
  let strict: Set<ColumnReference>
  let files: [SourceFile]
  private var wave: BlockWave
  var importer: RowImport
  let account: SourceAccount
  private let options: ImportOptions
  /// How many stretches are evaluated before they are handed over in order.
  private let waveSize: Int
  /// Whether stretches are evaluated by all threads, one of which takes what the last ones gave.
  private var isInWaves = false
  /// What was noticed of all rows.
  private var notes = RowNotes()
  private var decided: [(column: String, form: String)] = []
  private var columns: [String] = []

  init(
    _ recipe: Recipe, strict: Set<ColumnReference>, files: [SourceFile], maker: RowImportMaker, importer: RowImport,
    account: SourceAccount, options: ImportOptions
  ) {
    (self.recipe, self.strict, self.files, self.account) = (recipe, strict, files, account)
    (self.importer, self.options) = (importer, options)
    waveSize = options.threads * 8
    wave = BlockWave(size: waveSize, threads: options.threads, maker)
  }

  private func table(in file: SourceFile) throws(ReadingError) -> any ExportTable {
    let table = try ExportOpener.table(in: file, recipe.reading) { recipe.fit($0) }
    let missing = missingColumns(table.columns)
    guard missing.isEmpty else {
      let found = table.columns.prefix(30).map { ShownText.escape($0) }.joined(separator: ", ")
      throw .badData(
        DataProblem(
          file: ShownText.escapePath(file.name), line: 1,
          message: "has no column \(missing.map { "\"\(ShownText.escape($0))\"" }.joined(separator: ", ")), which "
            + (recipe.name == "own" ? "the source" : "the recipe \(recipe.name)") + " needs",
          detail: "columns found: \(found)\(table.columns.count > 30 ? " …" : "")"))
    }
    table.bind(recipe.binding)
    return table
  }

  /// Columns that a file must have but has not: those that the recipe needs, and all that the user names.
  private func missingColumns(_ names: [String]) -> [String] {
    var missing = recipe.missing(names)
    let positions = recipe.binding.positions(in: names)
    for (number, reference) in recipe.references.enumerated() where strict.contains(reference) {
      let isThere = positions.columns[number] >= 0 || !positions.entries[number].isEmpty
      if !isThere, !missing.contains(reference.name) { missing.append(reference.name) }
    }
    return missing
  }

  /// Reads the files. While their next rows are read, another thread takes what the last ones gave, in order.
  mutating func read(_ collected: inout Collected, source: Int) throws(ReadingError) {
    collected.startSource()
    let settling = Settling(collected, source: source, ahead: 2 * waveSize, threads: options.threads)
    // Nobody else may hold what is changed there.
    collected = Collected()
    defer { collected = settling.finish() }
    for file in files {
      account.start(file.name)
      do {
        let table = try table(in: file)
        for name in table.columns where !columns.contains(name) { if columns.count < 2000 { columns.append(name) } }
        importer.evaluation.places = [
          .file: Array(file.fileName.utf8), .stem: Array(file.stem.utf8), .folder: Array(file.folder.utf8),
          .sheet: Array((file.sheet ?? table.sheet ?? "").utf8),
        ]
        // A comma can only be a decimal sign where it does not separate fields.
        importer.evaluation.numbers.allowsComma = table.allowsDecimalComma
        if let table = table as? DelimitedTable {
          if let form = table.plainForm {
            try read(table, form, settling)
          } else {
            try table.forEachRecord(account) { row throws(ReadingError) in try take(row, settling) }
          }
        } else {
          try table.forEachRow(account) { row throws(ReadingError) in try take(row, settling) }
        }
      } catch .badData(let found) {
        account.take(found)
      }
    }
    handOver(importer.takeBatch(), settling)
  }

  private mutating func handOver(_ batch: RowBatch, _ settling: Settling) {
    account.take(batch.notes)
    notes.append(batch.notes)
    if isInWaves { settling.hold(batch) } else { settling.take(batch) }
  }

  /// Reads delimited text a few stretches at a time, each by any thread. Those with rows that are not plain, or that
  /// there is something to say of, are read again row by row when it is their turn.
  private mutating func read(
    _ table: DelimitedTable, _ form: PlainForm, _ settling: Settling
  ) throws(ReadingError) {
    var (blocks, line) = table.takeBlocks(size: options.blockSize)
    isInWaves = true
    defer { isInWaves = false }
    while try wave.read(blocks) {
      let results = try wave.evaluate(form, importer) { settling.takeHeld() }
      for (number, result) in results.enumerated() {
        if let result {
          importer.times.usesClock = importer.times.usesClock || result.usesClock
          handOver(importer.takeBatch(), settling)
          handOver(result.batch, settling)
          line += result.lines
        } else {
          line = try table.read(wave.text(of: number), line: line, account) { row throws(ReadingError) in
            try take(row, settling)
          }
        }
      }
    }
    try table.read(restOf: blocks, line: line, account) { row throws(ReadingError) in try take(row, settling) }
  }

  private mutating func take(_ row: some SourceRow, _ settling: Settling) throws(ReadingError) {
    if importer.batch.isFull { handOver(importer.takeBatch(), settling) }
    // Every column can be decided once.
    for _ in 0...recipe.references.count {
      switch importer.take(row) {
      case .settled: return
      case .refused(let column, let value, let message):
        return account.refuse(line: row.line, column: column, value: value, message, row: row.rawText)
      case .undecided(let reference): try decide(reference)
      case .zoneless(let column):
        throw .badData(
          DataProblem(
            file: account.file, line: row.line, column: column,
            message:
              "has times without a time zone, and nobody says which it is; timezone: on the source or --timezone does"))
      }
    }
  }

  /// Decides over all files of the source whether a column's dates begin with the day or the month.
  private mutating func decide(_ reference: Int) throws(ReadingError) {
    var survey = TimeSurvey()
    let quiet = SourceAccount(skipsInvalid: true, keepsRejects: false)
    let name = recipe.references[reference].name
    for file in files {
      guard file.isRepeatable else {
        throw .badData(
          DataProblem(
            file: account.file, column: name, message: "needs times: {\(name): dmy} or mdy, since a pipe is read once"))
      }
      let table = try table(in: file)
      try table.forEachRow(quiet) { row throws(ReadingError) in
        let list = recipe.references[reference].list.flatMap { recipe.lists.firstIndex(of: $0) }
        for entry in 0..<(list.map { row.entryCount($0) } ?? 1) { survey.add(row.bytes(reference, entry: entry)) }
      }
    }
    guard let form = survey.form else {
      throw .badData(
        DataProblem(
          file: account.file, column: name,
          message:
            "has dates of which all may begin with the day or with the month; times: {\(name): dmy} or {\(name): mdy} says which"
        ))
    }
    decided.append((name, form == .dayFirst ? "day first" : "month first"))
    importer.times.decide(form, for: reference)
  }

  /// What became of the rows, and how values were read.
  var report: ImportReport.SourceReport {
    var report = ImportReport.SourceReport()
    report.files = files.map(\.name)
    report.recipe = recipe.name
    report.take(account)
    report.decided = decided
    report.needsTimeZone = importer.times.usesClock
    report.withoutClock = notes.withoutClock.sorted().map { recipe.references[$0].name }
    report.grouped = notes.grouped.map { ($0.column, $0.written, NumberText.of($0.number)) }
    for request in recipe.rules.compactMap(\.request) where !recipe.requested.contains(request) {
      if !report.onRequest.contains(request) { report.onRequest.append(request) }
    }
    let binding = recipe.binding
    let used = binding.positions(in: columns)
    let places = Set(used.columns + used.entries.joined())
    report.unusedColumns = columns.enumerated().filter { !places.contains($0.offset) && ListColumn($0.element) == nil }
      .map(\.element)
    report.uncertainColumns = recipe.columns.filter { column in
      column.isUncertain
        && recipe.references.enumerated().contains {
          $0.element.name == column.name && used.columns[$0.offset] >= 0
        }
    }.map(\.name)
    return report
  }
}

extension ImportReport.SourceReport {
  /// Takes what became of the rows.
  mutating func take(_ account: SourceAccount) {
    (rows, taken, repeats, refused) = (account.rows, account.taken, account.repeats, account.refused)
    refusedReasons = account.refusedReasons
    ignored = account.ignored.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    ignoredEntries = account.ignoredEntries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      ($0.key, $0.value)
    }
  }
}
