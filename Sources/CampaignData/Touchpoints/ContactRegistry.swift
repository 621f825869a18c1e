import CampaignModel

/// The contacts met so far, by the bytes of their ids, and their attributes.
struct ContactRegistry {
  private var indices: [[UInt8]: Int] = [:]
  private var idBytes: [UInt8] = []
  private var idEnds: [Int] = []
  /// Line of contacts.csv, for the contacts that are in it.
  private var lines: [Int: Int] = [:]
  private var names: [Int: String] = [:]
  private var segments: [Int: String] = [:]
  private var sectors: [Int: String] = [:]
  private var organizations: [Int: String] = [:]
  private var relevant: Set<Int> = []

  /// Number of contacts.
  var count: Int { idEnds.count }

  /// Number of the contact with this id, which exists from now on.
  mutating func intern(_ id: ArraySlice<UInt8>) -> Int {
    let key = Array(id)
    if let index = indices[key] { return index }
    indices[key] = count
    idBytes.append(contentsOf: key)
    idEnds.append(idBytes.count)
    return count - 1
  }

  /// Reads contacts.csv.
  mutating func read(_ reader: TableReader) throws(ReadingError) {
    let id = reader.column("id")
    let name = reader.column("name")
    let segment = reader.column("segment")
    let sector = reader.column("sector")
    let relevant = reader.column("relevant")
    let organization = reader.column("organisation")
    var registry = self
    try reader.forEachRow { row in
      let key = row.required(id)
      if let key, let index = registry.indices[Array(key)], let line = registry.lines[index] {
        row.fail(id, value: key, "is already used as an id", detail: "in line \(line)")
      }
      let isRelevant = row.boolean(relevant) ?? false
      guard row.isGood, let key else { return }
      let contact = registry.intern(key)
      registry.lines[contact] = row.line
      registry.names[contact] = row.text(name)
      registry.segments[contact] = row.text(segment)
      registry.sectors[contact] = row.text(sector)
      registry.organizations[contact] = row.text(organization)
      if isRelevant { registry.relevant.insert(contact) }
    }
    self = registry
  }

  /// The contacts as columns.
  func contacts() -> Contacts {
    func category(_ texts: [Int: String]) -> CategoryColumn {
      texts.isEmpty ? .empty : CategoryColumn((0..<count).map { texts[$0] })
    }
    return Contacts(
      ids: TextColumn(bytes: idBytes, ends: idEnds),
      names: names.isEmpty ? nil : TextColumn((0..<count).map { names[$0] ?? "" }),
      segments: category(segments), sectors: category(sectors), organizations: category(organizations),
      relevance: relevant.isEmpty ? [] : (0..<count).map { relevant.contains($0) })
  }
}
