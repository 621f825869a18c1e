import CampaignModel
import FileReading

/// The tables of a dataset while they are read, each after those it refers to.
struct DatasetReading {
  private let folder: DatasetFolder
  private let options: ReadingOptions
  private let tuning: BlockTuning
  private let progress: ProgressMeter?
  private var settings = SettingsFile()
  private var account = ReadingAccount()
  /// Rows after the end of observation.
  private var late: [Table: Int] = [:]

  init(path: String, options: ReadingOptions, tuning: BlockTuning) throws(ReadingError) {
    folder = try DatasetFolder(path: path)
    self.options = options
    self.tuning = tuning
    progress = options.progress.map { [folder] in ProgressMeter(bytesInAll: folder.size, report: $0) }
    account.take(folder.notes)
    account.take(folder.problems)
    if folder.hasSettings {
      settings = SettingsFile(try folder.settingsBytes())
      account.take(settings.notes)
      account.take(settings.problems)
    }
  }

  mutating func run() throws(ReadingError) -> ReadingResult {
    do {
      return try readTables()
    } catch .badData(let found) {
      account.take(found)
      throw .badData(account.problems)
    }
  }

  /// Tables that others refer to.
  private struct Referents {
    var kinds = KindTable.standard
    var kindsAreIncomplete = false
    var partners: PartnersTable
    var channels: ChannelsTable
    var campaigns = CampaignsTable()
    var contents = ContentsTable()
  }

  private mutating func readTables() throws(ReadingError) -> ReadingResult {
    let referents = try readReferents()
    let assembly = try readLog(referents)
    let end = settings.settings.lastObserved ?? assembly?.span?.upperBound
    var ties = try read(.ties) { table throws(ReadingError) in
      try TiesTable(reading: table.reader, lastObserved: end)
    }
    let partners = referents.partners.ids
    let exchanges = try read(.exchanges) { table throws(ReadingError) in
      try ExchangesTable.read(table.reader, partners: partners)
    }
    let targets = try read(.targets) { table throws(ReadingError) in
      try TargetsTable.read(table.reader, campaigns: referents.campaigns.ids)
    }
    let assessments = try read(.assessments) { table throws(ReadingError) in
      try AssessmentsTable.read(table.reader, partners: partners)
    }
    let plan = try read(.plan) { table throws(ReadingError) in
      try PlanTable.read(table.reader, contents: referents.contents.ids, channels: referents.channels.ids)
    }
    guard account.problems.isEmpty, let assembly else { throw .badData([]) }
    late[.ties] = ties?.lateRows
    let others = ties?.resolve(in: assembly) ?? []
    let (log, contacts) = assembly.finish(others: others, threads: options.threads)
    let dataset = Dataset(
      name: folder.name, settings: settings.settings, kinds: referents.kinds, partners: referents.partners.partners,
      channels: referents.channels.channels, campaigns: referents.campaigns.campaigns,
      contents: referents.contents.contents, contacts: contacts, log: log, ties: ties?.ties ?? [],
      exchanges: observed(exchanges ?? [], .exchanges, until: end, \.time), targets: targets ?? [],
      assessments: observed(assessments ?? [], .assessments, until: end, \.date), plan: plan ?? [],
      tables: Set(folder.files.keys), rowsAfterObservation: late.filter { $0.value > 0 })
    noteLateRows()
    return ReadingResult(dataset: dataset, notes: account.notes, rejects: account.rejects)
  }

  private mutating func readReferents() throws(ReadingError) -> Referents {
    var kindsAreIncomplete = false
    let kinds = try read(.kinds) { table throws(ReadingError) in
      defer { kindsAreIncomplete = table.reader.log.problemCount > 0 }
      return try KindsTable.read(table.reader)
    }
    var partners = try read(.partners) { table throws(ReadingError) in try PartnersTable(reading: table.reader) }
    let channels = try read(.channels) { table throws(ReadingError) in
      try ChannelsTable(reading: table.reader, partners: &partners)
    }
    guard let partners, let channels else { throw .badData([]) }
    let campaigns = try read(.campaigns) { table throws(ReadingError) in
      try CampaignsTable(reading: table.reader, partners: partners.ids)
    }
    let contents = try read(.contents) { table throws(ReadingError) in
      try ContentsTable(
        reading: table.reader, partners: partners.ids, campaigns: campaigns?.ids ?? CampaignsTable().ids)
    }
    return Referents(
      kinds: kinds ?? .standard, kindsAreIncomplete: kindsAreIncomplete, partners: partners, channels: channels,
      campaigns: campaigns ?? CampaignsTable(), contents: contents ?? ContentsTable())
  }

  /// Reads contacts.csv and touchpoints.csv; nil where the latter's header is wrong.
  private mutating func readLog(_ referents: Referents) throws(ReadingError) -> LogAssembly? {
    let references = TouchReferences(
      channels: referents.channels.ids, contents: referents.contents.ids, kinds: referents.kinds,
      kindsAreIncomplete: referents.kindsAreIncomplete, lastObserved: settings.settings.lastObserved)
    let large = LogReader(options: options, tuning: tuning, size: folder.size(of: .touchpoints))
    let contactTable = try open(.contacts)
    let contacts = try contactTable.map { table throws(ReadingError) in try large.readContacts(table) }
    guard let touchTable = try open(.touchpoints) else { return nil }
    let touches = try large.readTouches(touchTable, references)
    late[.touchpoints] = touches?.lateRows
    let assembly = touches.map {
      LogAssembly(
        contacts: contacts??.streams, codes: contacts??.codes ?? ContactCodes(), touches: $0.streams, span: $0.span,
        threads: options.threads)
    }
    if let contactTable {
      // Which lines repeat an id is only looked into when some do.
      let repeats = assembly?.hasDuplicateContacts ?? false
      let exact = repeats && contactTable.isRepeatable ? try open(.contacts) : nil
      if let exact { _ = try large.readContactsExactly(exact) }
      account.take((exact ?? contactTable).reader)
    }
    account.take(touchTable.reader)
    return assembly
  }

  /// Opens a table and reads its header. Returns nil where there is no file.
  private func open(_ table: Table) throws(ReadingError) -> OpenTable? {
    try folder.open(table, progress: progress).map { file throws(ReadingError) in
      try OpenTable(table, file, clock: settings.clock, options: options)
    }
  }

  /// Opens a table, has it read, and takes down what was found in it. Returns nil where there is no file.
  private mutating func read<Rows>(
    _ table: Table, _ read: (OpenTable) throws(ReadingError) -> Rows
  ) throws(ReadingError) -> Rows? {
    guard let table = try open(table) else { return nil }
    let rows = try read(table)
    account.take(table.reader)
    return rows
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
    for table in Table.allCases {
      if let rows = late[table], rows > 0 { account.take([.afterObservation(table: table, rows: rows)]) }
    }
  }
}
