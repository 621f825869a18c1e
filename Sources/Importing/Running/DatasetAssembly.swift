import CampaignModel
import FileReading

/// Makes the dataset's files of what the sources gave.
struct DatasetAssembly {
  private let collected: Collected
  private let plan: ImportPlan
  private let clock: LocalClock
  private let key: PseudonymKey?
  private let settings: [UInt8]?
  /// The pseudonym of each contact, by the number of its id, made when it is first asked for.
  private var pseudonyms: [Int: [UInt8]] = [:]

  init(
    _ collected: Collected, plan: ImportPlan, clock: LocalClock, key: PseudonymKey?, settings: [UInt8]?
  ) {
    (self.collected, self.plan, self.clock, self.key, self.settings) = (collected, plan, clock, key, settings)
  }

  /// The id under which a contact stands in the dataset.
  private mutating func contactText(_ id: Int) -> ArraySlice<UInt8> {
    let contact = collected.identity.contact(id)
    let bytes = collected.identity.bytes(contact)
    guard let key else { return bytes }
    if let known = pseudonyms[contact] { return known[...] }
    let text = key.pseudonym(of: bytes)
    pseudonyms[contact] = text
    return text[...]
  }

  /// All files, the report among them.
  mutating func files(_ report: inout ImportReport) throws(ReadingError) -> [ImportedFile] {
    var tables: [Table: MergedRows] = [:]
    for (table, rows) in collected.texts { tables[table] = merged(rows, &report) }
    report.conflicts.sort { $0.column < $1.column }
    try addChannels(&tables, &report)
    try addContents(&tables, &report)
    fillContactReport(tables[.contacts], &report)
    var files: [ImportedFile] = []
    for table in Table.allCases {
      if table == .touchpoints {
        files.append(ImportedFile(name: "touchpoints.csv", touchText()))
        report.tables.append((table.rawValue, collected.touches.count))
      } else if let rows = tables[table], !rows.rows.isEmpty {
        files.append(ImportedFile(name: "\(table.rawValue).csv", rows.text))
        report.tables.append((table.rawValue, rows.rows.count))
      }
    }
    files.append(ImportedFile(name: "reefknot.yaml", settingsText()))
    files.append(ImportedFile(name: "import.json", Array(report.json.utf8)))
    return files.sorted { $0.name < $1.name }
  }

  private func settingsText() -> [UInt8] {
    let own = settings.map { String(decoding: $0, as: UTF8.self) } ?? ""
    var lines: [String] = []
    if own.firstMatch(of: /(?m)^timezone\s*:/) == nil { lines.append("timezone: \(clock.name)\n") }
    if let currency = plan.currency, own.firstMatch(of: /(?m)^currency\s*:/) == nil {
      lines.append("currency: \(JSONText.quoted(currency))\n")
    }
    return Array((lines.joined() + own).utf8)
  }

  private mutating func touchText() -> TouchText {
    TouchText(collected.touches, clock: clock, contactCount: collected.identity.count) { contactText($0) }
  }
}

extension DatasetAssembly {
  /// The rows of a table, those with the same id as one: of each column the first value that is not empty.
  private mutating func merged(_ rows: TextRows, _ report: inout ImportReport) -> MergedRows {
    var merged = MergedRows(columns: rows.columns)
    var places = Interner()
    var conflicts: [String: Int] = [:]
    let contents = rows.columns.map { ColumnContent(rows.table, $0) }
    for row in 0..<rows.count {
      var cells: [[UInt8]] = []
      for (place, content) in contents.enumerated() { cells.append(cell(rows.cell(row, place), content)) }
      if key != nil, rows.table == .contacts { cells[rows.position("name")] = [] }
      guard rows.table.isKeyed, let id = cells.first, !id.isEmpty else {
        merged.rows.append(cells)
        continue
      }
      let number = places.intern(id[...])
      guard number < merged.rows.count else {
        merged.rows.append(cells)
        continue
      }
      for (place, cell) in cells.enumerated() where !cell.isEmpty {
        if merged.rows[number][place].isEmpty {
          merged.rows[number][place] = cell
        } else if merged.rows[number][place] != cell {
          conflicts["\(rows.table.rawValue).\(rows.columns[place])", default: 0] += 1
        }
      }
    }
    report.conflicts += conflicts.map { ($0.key, $0.value) }
    return merged
  }

  /// A cell as it is written: contacts by their ids, and with pseudonyms every address in a list of people.
  private mutating func cell(_ bytes: ArraySlice<UInt8>, _ content: ColumnContent) -> [UInt8] {
    switch content {
    case .contact: return Int(String(decoding: bytes, as: UTF8.self)).map { Array(contactText($0)) } ?? []
    case .people:
      let people = bytes.split(separator: Ascii.semicolon).map { WhiteSpace.trimmed($0) }
      let written = people.map { person -> [UInt8] in
        guard let address = EmailAddress.normalized(person, plan.identity.addresses) else { return Array(person) }
        return key.map { $0.pseudonym(of: address) } ?? Array(address)
      }
      return Array(written.joined(separator: [Ascii.semicolon]))
    default: return Array(bytes)
    }
  }

  /// Lists channels that touches name but no table does, as those of the owner whom the plan names.
  private func addChannels(_ tables: inout [Table: MergedRows], _ report: inout ImportReport) throws(ReadingError) {
    var channels = tables[.channels] ?? MergedRows(columns: TextRows(.channels).columns)
    let listed = Set(channels.rows.compactMap(\.first))
    let missing = collected.touches.channelIDs.texts.filter { !listed.contains(Array($0.utf8)) }
    guard !missing.isEmpty else { return }
    let names = missing.prefix(10).map { "\"\(ShownText.escape($0))\"" }.joined(separator: ", ")
    guard let owner = plan.owner else {
      throw .badData(
        DataProblem(
          file: plan.file,
          message: "does not say whose the channels \(names) are: --owner PARTNER, owner: in import.yaml, or a row of "
            + "channels.csv in the folder of own tables does"))
    }
    for id in missing {
      channels.rows.append(channels.row([("id", id), ("owner", owner)]))
      report.assumedChannels.append((id, owner))
    }
    tables[.channels] = channels
  }

  /// Lists contents that touches name but no table does, as messages of the owner of the channel where they were met.
  private func addContents(_ tables: inout [Table: MergedRows], _ report: inout ImportReport) throws(ReadingError) {
    var contents = tables[.contents] ?? MergedRows(columns: TextRows(.contents).columns)
    let touches = collected.touches
    let listed = Set(contents.rows.compactMap(\.first))
    let ids = touches.contentIDs.texts
    let isMissing = ids.map { !listed.contains(Array($0.utf8)) }
    guard isMissing.contains(true), let channels = tables[.channels] else { return }
    let ownerColumn = channels.columns.firstIndex(of: "owner") ?? 1
    var owners: [String: [UInt8]] = [:]
    for row in channels.rows { owners[String(decoding: row[0], as: UTF8.self)] = row[ownerColumn] }
    let channelOwners = touches.channelIDs.texts.map { owners[$0] ?? [] }
    var lastChannels = [Int32](repeating: -1, count: ids.count)
    var brands = [[UInt8]?](repeating: nil, count: ids.count)
    for chunk in touches.chunks {
      for touch in chunk where touch.content >= 0 {
        let (content, channel) = (Int(touch.content), touch.channel)
        // Nearly always the channel where it was met before.
        guard isMissing[content], lastChannels[content] != channel else { continue }
        lastChannels[content] = channel
        let owner = channelOwners[Int(channel)]
        if let known = brands[content], known != owner {
          throw .badData(
            DataProblem(
              file: plan.file,
              message:
                "does not say whose message the content \"\(ShownText.escape(ids[content]))\" carries, which stands in "
                + "channels of several partners: a row of contents.csv in the folder of own tables does"))
        }
        brands[content] = owner
      }
    }
    for (content, brand) in brands.enumerated() {
      guard let brand else { continue }
      let text = String(decoding: brand, as: UTF8.self)
      contents.rows.append(contents.row([("id", ids[content]), ("brands", text)]))
      report.assumedContents.append((ids[content], text))
    }
    tables[.contents] = contents
  }

  private func fillContactReport(_ contacts: MergedRows?, _ report: inout ImportReport) {
    let identity = collected.identity
    var touched = [Bool](repeating: false, count: identity.count)
    for chunk in collected.touches.chunks {
      for touch in chunk { touched[identity.contact(Int(touch.contact))] = true }
    }
    var listed = [Bool](repeating: false, count: identity.count)
    if let rows = collected.texts[.contacts] {
      let place = rows.position("id")
      for row in 0..<rows.count {
        if let id = Int(String(decoding: rows.cell(row, place), as: UTF8.self)) { listed[identity.contact(id)] = true }
      }
    }
    report.contacts.touched = touched.count { $0 }
    report.contacts.listed = contacts?.rows.count ?? 0
    report.contacts.touchedNotListed = zip(touched, listed).count { $0 && !$1 }
    report.contacts.inSeveralSources = identity.inSeveralCount
    report.contacts.joinedIDs = identity.joinedCount
    report.contacts.ambiguousIDs = identity.ambiguousCount
    report.contacts.arePseudonyms = key != nil
    report.contacts.keyMark = key?.mark
  }
}

/// The rows of a table as they are written.
struct MergedRows {
  let columns: [String]
  var rows: [[[UInt8]]] = []

  init(columns: [String]) { self.columns = columns }

  /// A row with some cells.
  func row(_ cells: [(column: String, text: String)]) -> [[UInt8]] {
    columns.map { column in Array((cells.first { $0.column == column }?.text ?? "").utf8) }
  }

  /// The table, with the columns that the table needs or that hold something.
  var text: [UInt8] {
    let used = columns.indices.filter { place in
      place < 1 || rows.contains { !$0[place].isEmpty } || ["brands", "owner"].contains(columns[place])
    }
    var text = TableText(header: used.map { columns[$0] })
    for row in rows {
      for place in used { text.append(row[place][...]) }
      text.endRow()
    }
    return text.bytes
  }
}
