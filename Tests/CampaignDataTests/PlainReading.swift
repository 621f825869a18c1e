import CampaignModel
import FileReading

@testable import CampaignData

/// The large tables read the plain way: one row after the other, with the exact reader, dictionaries and a sort.
/// Reading by blocks, partitions and threads must give the same.
struct PlainReading {
  /// Every contact with its attributes and touches, by id.
  private(set) var contacts: [String: PlainContact] = [:]
  private(set) var lateRows = 0
  private(set) var problems: [FileProblems] = []
  private(set) var notes: [ReadingNote] = []
  private(set) var rejects: [RejectedRow] = []
  private var names = KnownNames()

  /// - Parameter folder: a dataset whose small tables are in order.
  init(of folder: DatasetFolder, options: ReadingOptions) throws {
    let settings = folder.hasSettings ? SettingsFile(try folder.settingsBytes()) : SettingsFile()
    func open(_ table: Table) throws -> TableReader? {
      guard let file = folder.files[table]?.first else { return nil }
      return try OpenTable(table, try folder.open(file, progress: nil), forms: settings.forms, options: options).reader
    }
    let kinds = try open(.kinds).map { try KindsTable.read($0) } ?? .standard
    var partners = try open(.partners).map { try PartnersTable(reading: $0) }
    guard let channelReader = try open(.channels), let touchReader = try open(.touchpoints) else { return }
    let channels = try ChannelsTable(reading: channelReader, partners: &partners)
    guard let partners else { return }
    let campaigns =
      try open(.campaigns).map { try CampaignsTable(reading: $0, partners: partners.ids) } ?? CampaignsTable()
    let contents =
      try open(.contents).map { try ContentsTable(reading: $0, partners: partners.ids, campaigns: campaigns.ids) }
      ?? ContentsTable()
    let references = TouchReferences(
      channels: channels.ids, contents: contents.ids, kinds: kinds, kindsAreIncomplete: false,
      lastObserved: settings.settings.lastObserved)
    (names.partners, names.channels, names.campaigns) = (partners.ids, channels.ids, campaigns.ids)
    (names.contents, names.kinds) = (contents.ids, kinds.kinds.map(\.name))
    if let reader = try open(.contacts) { try readContacts(reader) }
    try readTouches(touchReader, references)
  }

  private mutating func readContacts(_ reader: TableReader) throws(ReadingError) {
    let columns = ContactRow.Columns(reader.shape)
    var contacts: [String: PlainContact] = [:]
    var lines: [String: Int] = [:]
    try reader.forEachRow { row in
      if let id = row.text(columns.id), let line = lines[id] {
        row.fail(columns.id, value: row.bytes(columns.id), "is already used as an id", detail: "in line \(line)")
      }
      guard let parsed = ContactRow(row, columns) else { return }
      let id = String(decoding: parsed.id, as: UTF8.self)
      lines[id] = row.line
      contacts[id] = PlainContact(
        name: String(decoding: parsed.name, as: UTF8.self), segment: row.text(columns.segment),
        sector: row.text(columns.sector), organization: row.text(columns.organization),
        isRelevant: parsed.isRelevant == true, isHeldOut: parsed.isHeldOut, touches: [])
    }
    self.contacts = contacts
    take(reader)
  }

  private mutating func readTouches(_ reader: TableReader, _ references: TouchReferences) throws(ReadingError) {
    let columns = TouchRow.Columns(reader.shape)
    var contacts = contacts
    var numbers: [String: [Int]] = [:]
    var late = 0
    try reader.forEachRow { row in
      guard let parsed = TouchRow(row, columns, references) else { return }
      if let end = references.lastObserved, parsed.touch.time > end {
        late += 1
        return
      }
      let id = String(decoding: parsed.contact, as: UTF8.self)
      contacts[id, default: PlainContact()].touches.append(
        PlainTouch(touch: parsed.touch, value: parsed.value, cost: parsed.cost))
      numbers[id, default: []].append(parsed.number ?? Int.max)
    }
    for id in contacts.keys {
      let touches = contacts[id]?.touches ?? []
      let order = touches.indices.sorted {
        let number = numbers[id] ?? []
        return (touches[$0].touch.milliseconds, number[$0], $0) < (touches[$1].touch.milliseconds, number[$1], $1)
      }
      contacts[id]?.touches = order.map { touches[$0] }
    }
    self.contacts = contacts
    lateRows = late
    take(reader)
  }

  private mutating func take(_ reader: TableReader) {
    reader.suggest(names.of)
    notes += reader.notes + reader.log.notes
    if let found = reader.log.fileProblems { problems.append(found) }
    rejects += reader.log.rejects
  }
}

struct PlainTouch: Equatable {
  var touch: Touch
  var value: Double?
  var cost: Double?
}

/// A contact with everything that is known of it.
struct PlainContact: Equatable {
  var name = ""
  var segment: String?
  var sector: String?
  var organization: String?
  var isRelevant = false
  var isHeldOut: Bool?
  var touches: [PlainTouch] = []
}

extension Dataset {
  /// Every contact with its attributes and touches, by id.
  var plainContacts: [String: PlainContact] {
    var plain: [String: PlainContact] = [:]
    for contact in 0..<contacts.count {
      plain[contacts.ids[contact]] = PlainContact(
        name: contacts.names?[contact] ?? "", segment: contacts.segments[contact], sector: contacts.sectors[contact],
        organization: contacts.organizations[contact], isRelevant: contacts.isRelevant(contact),
        isHeldOut: contacts.isHeldOut(contact),
        touches: log.slice(of: contact).map {
          PlainTouch(touch: log.touches[$0], value: log.values[$0], cost: log.costs[$0])
        })
    }
    return plain
  }
}
