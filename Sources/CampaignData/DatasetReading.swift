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
  /// What other tables may refer to, for those who wrote something else.
  private var names = KnownNames()
  /// Whether the last touch may be far behind the others.
  private var mayHaveOutlier = false

  init(path: String, options: ReadingOptions, tuning: BlockTuning) throws(ReadingError) {
    folder = try DatasetFolder(path: path, needing: options.counted == nil ? [.channels, .touchpoints] : [.channels])
    self.options = options
    self.tuning = tuning
    progress = options.progress.map { [folder] in ProgressMeter(bytesInAll: folder.size, report: $0) }
    account.take(folder.notes)
    account.take(folder.problems)
    if folder.hasSettings { settings = SettingsFile(try folder.settingsBytes(), file: folder.settingsName) }
    if let end = options.observedUntil { settings.take(end) }
    account.take(settings.notes)
    account.take(settings.problems)
    guard let logo = settings.logo else { return }
    switch LogoFile.read(logo.name, line: logo.line, of: settings.file, in: folder.contents) {
    case .success(let picture): settings.take(picture)
    case .failure(let problem): account.take([problem])
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
    if let counted = options.counted { return try readTables(referents, beside: counted) }
    let assembly = try readLog(referents)
    let end = settings.settings.lastObserved ?? assembly?.span?.upperBound
    var ties = try read(.ties) { table throws(ReadingError) in
      try TiesTable(reading: table.reader, lastObserved: end)
    }
    let rest = try readRest(referents)
    guard account.problems.isEmpty, let assembly else { throw .badData([]) }
    try refuseIfNothingIsLeft(assembly)
    late[.ties] = ties?.lateRows
    let others = ties?.resolve(in: assembly) ?? []
    let (log, contacts) = assembly.finish(others: others, threads: options.threads)
    let dataset = dataset(referents, rest, contacts, log, ties: ties?.ties ?? [], until: end)
    noteLateRows()
    noteTimes(log)
    return ReadingResult(dataset: dataset, notes: account.notes, rejects: account.rejects)
  }

  /// Reads the tables that stand beside a log that was counted elsewhere.
  private mutating func readTables(
    _ referents: Referents, beside counted: (log: CountedLog, names: TextColumn)
  ) throws(ReadingError) -> ReadingResult {
    let summary = counted.log.summary
    let rest = try readRest(referents)
    guard account.problems.isEmpty else { throw .badData([]) }
    for (table, rows) in summary.rowsAfterObservation { late[table] = rows }
    let contacts = Contacts(
      named: counted.names, segments: summary.segments, hasRelevance: summary.hasRelevance,
      hasHoldout: summary.hasHoldout)
    let log = TouchLog([], contactCount: contacts.count)
    var dataset = dataset(referents, rest, contacts, log, ties: [], until: settings.settings.lastObserved)
    dataset.counted = counted.log
    noteLateRows()
    return ReadingResult(dataset: dataset, notes: account.notes, rejects: account.rejects)
  }

  /// Tables that no other refers to.
  private struct Rest {
    var exchanges: [Exchange]
    var targets: [Target]
    var assessments: [Assessment]
    var plan: [PlanItem]
    var totals: [DeliveredTotal]
  }

  private mutating func readRest(_ referents: Referents) throws(ReadingError) -> Rest {
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
    let knownPartners = folder.files[.partners] == nil ? nil : partners
    let knownCampaigns = folder.files[.campaigns] == nil ? nil : referents.campaigns.ids
    let totals = try read(.totals) { table throws(ReadingError) in
      try TotalsTable.read(table.reader, partners: knownPartners, campaigns: knownCampaigns)
    }
    return Rest(
      exchanges: exchanges ?? [], targets: targets ?? [], assessments: assessments ?? [], plan: plan ?? [],
      totals: totals ?? [])
  }

  private mutating func dataset(
    _ referents: Referents, _ rest: Rest, _ contacts: Contacts, _ log: TouchLog, ties: [Tie], until end: Instant?
  ) -> Dataset {
    let exchanges = observed(rest.exchanges, .exchanges, until: end, \.time)
    let assessments = observed(rest.assessments, .assessments, until: end, \.date)
    var dataset = Dataset(
      name: folder.name, settings: settings.settings, kinds: referents.kinds, partners: referents.partners.partners,
      channels: referents.channels.channels, campaigns: referents.campaigns.campaigns,
      contents: referents.contents.contents, contacts: contacts, log: log, ties: ties, exchanges: exchanges,
      targets: rest.targets, assessments: assessments, plan: rest.plan, tables: Set(folder.files.keys),
      rowsAfterObservation: late.filter { $0.value > 0 })
    dataset.totals = rest.totals
    return dataset
  }

  private mutating func readReferents() throws(ReadingError) -> Referents {
    var kindsAreIncomplete = false
    let kinds = try read(.kinds) { table throws(ReadingError) in
      defer { kindsAreIncomplete = table.reader.log.problemCount > 0 }
      return try KindsTable.read(table.reader)
    }
    names.kinds = (kinds ?? .standard).kinds.map(\.name)
    var partners = try read(.partners) { table throws(ReadingError) in try PartnersTable(reading: table.reader) }
    names.partners = partners?.ids
    let channels = try read(.channels) { table throws(ReadingError) in
      try ChannelsTable(reading: table.reader, partners: &partners)
    }
    guard let partners, let channels else { throw .badData([]) }
    (names.partners, names.channels) = (partners.ids, channels.ids)
    let campaigns = try read(.campaigns) { table throws(ReadingError) in
      try CampaignsTable(reading: table.reader, partners: partners.ids)
    }
    names.campaigns = campaigns?.ids
    let contents = try read(.contents) { table throws(ReadingError) in
      try ContentsTable(
        reading: table.reader, partners: partners.ids, campaigns: campaigns?.ids ?? CampaignsTable().ids)
    }
    names.contents = contents?.ids
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
    let (rows, touchReaders) = try readTouches(large, references)
    guard let touches = rows else {
      for reader in [contactTable?.reader].compactMap(\.self) + touchReaders { account.take(reader, names.of) }
      return nil
    }
    late[.touchpoints] = touches.lateRows
    let assembly = LogAssembly(
      contacts: contacts??.streams, codes: contacts??.codes ?? ContactCodes(), touches: touches.streams,
      span: touches.span, threads: options.threads)
    mayHaveOutlier = touches.mayHaveOutlier
    if let contactTable {
      // Which lines repeat an id is only looked into when some do.
      let exact = assembly.hasDuplicateContacts && contactTable.isRepeatable ? try open(.contacts) : nil
      if let exact { _ = try large.readContactsExactly(exact) }
      account.take((exact ?? contactTable).reader)
    }
    for reader in touchReaders { account.take(reader, names.of) }
    return assembly
  }

  /// Reads the files of touches one after the other; nil where the header of one is wrong.
  private mutating func readTouches(
    _ large: LogReader, _ references: TouchReferences
  ) throws(ReadingError) -> (rows: LogReader.TouchRows?, readers: [TableReader]) {
    var reading = TouchReading(large, references)
    var readers: [TableReader] = []
    for (number, file) in folder.files[.touchpoints, default: []].enumerated() {
      let table = try open(.touchpoints, file)
      try reading.read(table, number: number)
      readers.append(table.reader)
    }
    return (readers.allSatisfy(\.isReadable) ? reading.rows : nil, readers)
  }

  /// Opens a table of one file and reads its header. Returns nil where there is no file.
  private func open(_ table: Table) throws(ReadingError) -> OpenTable? {
    guard let file = folder.files[table]?.first else { return nil }
    return try open(table, file)
  }

  private func open(_ table: Table, _ file: String) throws(ReadingError) -> OpenTable {
    try OpenTable(table, try folder.open(file, progress: progress), forms: settings.forms, options: options)
  }

  /// Opens a table, has it read, and takes down what was found in it. Returns nil where there is no file.
  private mutating func read<Rows>(
    _ table: Table, _ read: (OpenTable) throws(ReadingError) -> Rows
  ) throws(ReadingError) -> Rows? {
    guard let table = try open(table) else { return nil }
    let rows = try read(table)
    account.take(table.reader, names.of)
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

  /// Going on without the bad rows must leave some.
  private func refuseIfNothingIsLeft(_ assembly: LogAssembly) throws(ReadingError) {
    guard options.skipsInvalid, account.leftOut > 0, assembly.span == nil, late[.touchpoints, default: 0] == 0 else {
      return
    }
    let reasons = account.notes.map(\.description).filter { $0.contains(" left out: ") }
    throw .badData(
      DataProblem(
        file: folder.files[.touchpoints]?.first ?? "touchpoints.csv", message: "has no touch left without the bad rows",
        detail: reasons.joined(separator: "; ")))
  }

  /// Says that there is no touch, or that the last one is far behind the others.
  private mutating func noteTimes(_ log: TouchLog) {
    guard log.count > 0 else {
      account.take([.noTouches(file: folder.files[.touchpoints]?.first ?? "touchpoints.csv")])
      return
    }
    guard settings.settings.observedUntil == nil, mayHaveOutlier, let gap = log.gapBeforeLast else { return }
    account.take([gap])
  }
}

/// What tables may refer to.
struct KnownNames {
  var partners: IDTable?
  var channels: IDTable?
  var campaigns: IDTable?
  var contents: IDTable?
  var kinds: [String] = []

  /// The names that a column may hold; nil for a column of something else.
  func of(_ column: String) -> [String]? {
    switch column {
    case "owner", "lead", "brands", "from", "to", "partners": partners?.names
    case "channel": channels?.names
    case "campaign": campaigns?.names
    case "content": contents?.names
    case "kind": kinds
    default: nil
    }
  }
}

extension TouchLog {
  /// What to say where the last touch is more than a year behind the one before; else nil.
  fileprivate var gapBeforeLast: ReadingNote? {
    guard let last = span?.upperBound.milliseconds else { return nil }
    var before = Int64.min
    var lasts = 0
    for touch in touches {
      if touch.milliseconds == last { lasts += 1 } else { before = max(before, touch.milliseconds) }
    }
    let days = lasts == 1 && before > Int64.min ? (last - before) / Instant.millisecondsPerDay : 0
    guard days > 365 else { return nil }
    return .lateOutlier(
      last: CivilDate(Instant(milliseconds: last)).description,
      before: CivilDate(Instant(milliseconds: before)).description, days: Int(days))
  }
}
