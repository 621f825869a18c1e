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
    let touches = try readLog(referents)
    let end = settings.settings.lastObserved ?? touches?.span?.upperBound
    var ties = try read(.ties) { table throws(ReadingError) in
      try TiesTable(reading: table.reader, lastObserved: end)
    }
    let rest = try readRest(referents)
    guard account.problems.isEmpty, let touches else { throw .badData([]) }
    try refuseIfNothingIsLeft(touches.span)
    late[.ties] = ties?.lateRows
    let result: Dataset
    switch touches {
    case .whole(let assembly):
      let others = ties?.resolve(in: assembly) ?? []
      let (log, contacts) = assembly.finish(others: others, threads: options.threads)
      result = dataset(referents, rest, contacts, log, ties: ties?.ties ?? [], until: end)
      noteLateRows()
      try noteTimes(log.span) { log.timeBeforeLast }
    case .divided(let log, let facts):
      result = dataset(referents, rest, log, facts, ties, until: end)
      noteLateRows()
      try noteTimes(log.span) { () throws(ReadingError) in try log.timeBeforeLast() }
    }
    return ReadingResult(dataset: result, notes: account.notes, rejects: account.rejects)
  }

  /// A log as it was read.
  private enum ReadLog {
    case whole(LogAssembly)
    case divided(DividedLog, DividedLog.ContactFacts)

    /// Whether contacts.csv lists an id twice.
    var hasDuplicateContacts: Bool {
      switch self {
      case .whole(let assembly): assembly.hasDuplicateContacts
      case .divided(_, let facts): facts.hasDuplicates
      }
    }

    var span: ClosedRange<Instant>? {
      switch self {
      case .whole(let assembly): assembly.span
      case .divided(let log, _): log.span
      }
    }
  }

  /// The dataset of a log that is still to be counted. Of contacts only those that ties name are at hand.
  private mutating func dataset(
    _ referents: Referents, _ rest: Rest, _ log: DividedLog, _ facts: DividedLog.ContactFacts, _ ties: TiesTable?,
    until end: Instant?
  ) -> Dataset {
    let contacts = Contacts(
      named: ties?.sortedIDs ?? TextColumn(bytes: [], ends: []), segments: log.segments,
      hasRelevance: facts.hasRelevance, hasHoldout: facts.hasHoldout)
    var tables = dataset(
      referents, rest, contacts, TouchLog([], contactCount: contacts.count), ties: [], until: end)
    let summary = LogSummary(
      touchCount: log.touchCount, contactCount: contacts.count, span: log.span, hasRelevance: facts.hasRelevance,
      hasHoldout: facts.hasHoldout, segments: log.segments.sorted(), rowsAfterObservation: tables.rowsAfterObservation)
    tables.parts = DividedDataset(log: log, tables: tables, ties: ties, threads: options.threads)
    tables.counted = CountedLog(summary: summary, entries: [:])
    return tables
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
  private mutating func readLog(_ referents: Referents) throws(ReadingError) -> ReadLog? {
    let references = TouchReferences(
      channels: referents.channels.ids, contents: referents.contents.ids, kinds: referents.kinds,
      kindsAreIncomplete: referents.kindsAreIncomplete, lastObserved: settings.settings.lastObserved)
    let large = LogReader(options: options, tuning: tuning, size: folder.size(of: .touchpoints))
    let contactTable = try open(.contacts)
    var contacts = try contactTable.flatMap { table throws(ReadingError) in try large.readContacts(table) }
    // Touches push each other out of memory; contacts are not to stay in their way.
    if let spill = large.spill, spill.isUsed(beyond: 0.4) { try contacts?.writeOut() }
    let (rows, touchReaders) = try readTouches(large, references)
    guard let touches = rows else {
      for reader in [contactTable?.reader].compactMap(\.self) + touchReaders { account.take(reader, names.of) }
      return nil
    }
    late[.touchpoints] = touches.lateRows
    mayHaveOutlier = touches.mayHaveOutlier
    let log = try put(contacts, touches, large)
    if let contactTable {
      // Which lines repeat an id is only looked into when some do.
      let exact = log.hasDuplicateContacts && contactTable.isRepeatable ? try open(.contacts) : nil
      if let exact { _ = try large.readContactsExactly(exact) }
      account.take((exact ?? contactTable).reader)
    }
    for reader in touchReaders { account.take(reader, names.of) }
    return log
  }

  /// Puts the log together, or what it takes to do so part by part.
  private func put(
    _ contacts: LogReader.ContactRows?, _ touches: LogReader.TouchRows, _ reader: LogReader
  ) throws(ReadingError) -> ReadLog {
    if let spill = reader.spill, spill.isUsed {
      let log = try DividedLog(contacts: contacts, touches: touches, reader, spill)
      return .divided(log, try log.contactFacts())
    }
    let partitions = reader.partitions
    return .whole(
      LogAssembly(
        contacts: contacts.map { PartitionedStreams($0.streams, partitions: partitions) },
        codes: contacts?.codes ?? ContactCodes(),
        touches: PartitionedStreams(touches.streams, partitions: partitions), span: touches.span,
        threads: options.threads))
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
  private func refuseIfNothingIsLeft(_ span: ClosedRange<Instant>?) throws(ReadingError) {
    guard options.skipsInvalid, account.leftOut > 0, span == nil, late[.touchpoints, default: 0] == 0 else {
      return
    }
    let reasons = account.notes.map(\.description).filter { $0.contains(" left out: ") }
    throw .badData(
      DataProblem(
        file: folder.files[.touchpoints]?.first ?? "touchpoints.csv", message: "has no touch left without the bad rows",
        detail: reasons.joined(separator: "; ")))
  }

  /// Says that there is no touch, or that the last one is far behind the others.
  private mutating func noteTimes(
    _ span: ClosedRange<Instant>?, timeBeforeLast: () throws(ReadingError) -> Int64?
  ) throws(ReadingError) {
    guard let last = span?.upperBound else {
      account.take([.noTouches(file: folder.files[.touchpoints]?.first ?? "touchpoints.csv")])
      return
    }
    guard settings.settings.observedUntil == nil, mayHaveOutlier, let before = try timeBeforeLast() else { return }
    let days = (last.milliseconds - before) / Instant.millisecondsPerDay
    guard days > 365 else { return }
    account.take([
      .lateOutlier(
        last: CivilDate(last).description, before: CivilDate(Instant(milliseconds: before)).description,
        days: Int(days))
    ])
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
  /// Time of the touch before the last one, in milliseconds, which may be the same; nil where there are fewer than two.
  fileprivate var timeBeforeLast: Int64? {
    var (last, before) = (Int64.min, Int64.min)
    for touch in touches {
      before = max(before, min(last, touch.milliseconds))
      last = max(last, touch.milliseconds)
    }
    return before == Int64.min ? nil : before
  }
}
