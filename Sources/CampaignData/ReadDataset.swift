import CampaignModel

/// Reads a folder of CSV tables into a dataset (dataset.md).
///
/// Tables may be compressed (`touchpoints.csv.gz`) and may be pipes. All problems of all files are found before any is
/// thrown, save that a file that cannot be read ends reading at once.
///
/// - Parameters:
///   - path: the folder.
///   - options: how to treat bad rows, and how many threads to use.
/// - Throws: ``ReadingError/missing(path:reason:)`` when the folder, channels.csv or touchpoints.csv is not there,
///   ``ReadingError/unreadable(path:reason:)`` when the system cannot read a file, and
///   ``ReadingError/badData(_:)`` with everything that is wrong in the files.
/// - Complexity: O(bytes) time; memory in proportion to the rows of contacts.csv and touchpoints.csv.
public func readDataset(
  at path: String, options: ReadingOptions = ReadingOptions()
) throws(ReadingError) -> ReadingResult {
  precondition(options.threads >= 1, "At least one thread is needed.")
  var reading = try DatasetReading(path: path, options: options)
  return try reading.run()
}

/// The tables of a dataset while they are read, each after those it refers to.
private struct DatasetReading {
  private let folder: DatasetFolder
  private let options: ReadingOptions
  private let progress: ProgressMeter?
  private var settings = SettingsFile()
  private var notes: [ReadingNote]
  private var problems: [FileProblems] = []
  private var rejects: [RejectedRow] = []
  private var late: [Table: Int] = [:]

  init(path: String, options: ReadingOptions) throws(ReadingError) {
    folder = try DatasetFolder(path: path)
    self.options = options
    progress = options.progress.map { [folder] in ProgressMeter(bytesInAll: folder.size, report: $0) }
    notes = folder.notes
    take(folder.problems)
    if folder.hasSettings {
      settings = SettingsFile(try folder.settingsBytes())
      notes += settings.notes
      take(settings.problems)
    }
  }

  mutating func run() throws(ReadingError) -> ReadingResult {
    var kindsAreIncomplete = false
    let kinds = try read(.kinds, else: KindTable.standard) { reader throws(ReadingError) in
      let kinds = try KindsTable.read(reader)
      kindsAreIncomplete = reader.log.problemCount > 0
      return kinds
    }
    var partners = try read(.partners, else: nil) { reader throws(ReadingError) in
      try PartnersTable(reading: reader) as PartnersTable?
    }
    var channels: ChannelsTable?
    try read(.channels, else: ()) { reader throws(ReadingError) in
      channels = try ChannelsTable(reading: reader, partners: &partners)
    }
    guard let partners, let channels else { throw .badData(problems) }
    let campaigns = try read(.campaigns, else: CampaignsTable()) { reader throws(ReadingError) in
      try CampaignsTable(reading: reader, partners: partners.ids)
    }
    let contents = try read(.contents, else: ContentsTable()) { reader throws(ReadingError) in
      try ContentsTable(reading: reader, partners: partners.ids, campaigns: campaigns.ids)
    }
    let references = TouchpointReferences(
      channels: channels.ids, contents: contents.ids, kinds: kinds, kindsAreIncomplete: kindsAreIncomplete,
      observedUntil: settings.settings.observedUntil)
    var registry = ContactRegistry()
    let rows = try readTouches(references, &registry)
    let end = settings.settings.observedUntil ?? rows.map(\.touch.time).max()
    let ties = try readTies(&registry, observedUntil: end)
    let exchanges = try read(.exchanges, else: []) { reader throws(ReadingError) in
      try ExchangesTable.read(reader, partners: partners.ids)
    }
    let targets = try read(.targets, else: []) { reader throws(ReadingError) in
      try TargetsTable.read(reader, campaigns: campaigns.ids)
    }
    let assessments = try read(.assessments, else: []) { reader throws(ReadingError) in
      try AssessmentsTable.read(reader, partners: partners.ids)
    }
    let plan = try read(.plan, else: []) { reader throws(ReadingError) in
      try PlanTable.read(reader, contents: contents.ids, channels: channels.ids)
    }
    guard problems.isEmpty else { throw .badData(problems) }
    let seenExchanges = observed(exchanges, .exchanges, until: end, \.time)
    let seenAssessments = observed(assessments, .assessments, until: end, \.date)
    noteLateRows()
    return ReadingResult(
      dataset: Dataset(
        name: folder.name, settings: settings.settings, kinds: kinds, partners: partners.partners,
        channels: channels.channels, campaigns: campaigns.campaigns, contents: contents.contents,
        contacts: registry.contacts(), log: TouchpointLog(rows, contactCount: registry.count), ties: ties,
        exchanges: seenExchanges, targets: targets, assessments: seenAssessments, plan: plan,
        tables: Set(folder.files.keys), rowsAfterObservation: late),
      notes: notes, rejects: rejects)
  }

  private mutating func readTouches(
    _ references: TouchpointReferences, _ contacts: inout ContactRegistry
  ) throws(ReadingError) -> [TouchpointLog.Row] {
    try read(.contacts, else: ()) { reader throws(ReadingError) in try contacts.read(reader) }
    let touchpoints = try read(.touchpoints, else: nil) { reader throws(ReadingError) in
      try ExactTouchpoints(reading: reader, references: references, contacts: &contacts) as ExactTouchpoints?
    }
    late[.touchpoints] = touchpoints?.rowsAfterObservation
    return touchpoints?.rows ?? []
  }

  private mutating func readTies(
    _ contacts: inout ContactRegistry, observedUntil: Instant?
  ) throws(ReadingError) -> [Tie] {
    let (ties, count) = try read(.ties, else: ([], 0)) { reader throws(ReadingError) in
      try TiesTable.read(reader, contacts: &contacts, observedUntil: observedUntil)
    }
    late[.ties] = count
    return ties
  }

  /// Opens a table, has it read, and takes down what was found in it. Returns `missing` where there is no file.
  private mutating func read<Rows>(
    _ table: Table, else missing: Rows, _ read: (TableReader) throws(ReadingError) -> Rows
  ) throws(ReadingError) -> Rows {
    guard let file = try folder.open(table, progress: progress) else { return missing }
    do {
      let source: any ByteSource = file.name.hasSuffix(".gz") ? try GzipSource(file) : file
      let reader = try TableReader(table, file: file.name, source: source, clock: settings.clock, options: options)
      let rows = try read(reader)
      notes += reader.notes
      if let note = reader.log.note { notes.append(note) }
      rejects += reader.log.rejects
      if let found = reader.log.fileProblems { problems.append(found) }
      return rows
    } catch .badData(let found) {
      problems += found
      throw .badData(problems)
    }
  }

  private mutating func take(_ found: [DataProblem]) {
    for problem in found { problems.append(FileProblems(file: problem.file, problems: [problem], count: 1)) }
  }

  /// The rows up to the end of observation; the others are counted.
  private mutating func observed<Row>(
    _ rows: [Row], _ table: Table, until end: Instant?, _ time: KeyPath<Row, Instant>
  ) -> [Row] {
    guard let end else { return rows }
    let seen = rows.filter { $0[keyPath: time] <= end }
    late[table] = rows.count - seen.count
    return seen
  }

  private mutating func noteLateRows() {
    late = late.filter { $0.value > 0 }
    for table in Table.allCases {
      if let rows = late[table] { notes.append(.afterObservation(table: table, rows: rows)) }
    }
  }
}
