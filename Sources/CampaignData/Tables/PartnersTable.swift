import CampaignModel
import FileReading

/// partners.csv: the organizations that take part.
struct PartnersTable {
  private(set) var partners: [Partner] = []
  private(set) var ids: IDTable

  init(reading reader: TableReader) throws(ReadingError) {
    ids = IDTable(file: reader.file)
    ids.isIncomplete = !reader.isReadable
    let id = reader.column("id")
    let name = reader.column("name")
    let sector = reader.column("sector")
    let stage = reader.column("stage")
    let joined = reader.column("joined")
    let left = reader.column("left")
    var partners: [Partner] = []
    var ids = ids
    try reader.forEachRow { row in
      let key = row.newID(id, in: ids)
      let partner = Partner(
        id: row.text(id) ?? "", name: row.text(name), sector: row.text(sector), stage: row.text(stage),
        joined: row.time(joined), left: row.time(left))
      if let start = partner.joined, let end = partner.left, end < start {
        row.fail(left, value: row.bytes(left), "is before joined")
      }
      guard let key else { return }
      if row.isGood {
        _ = ids.add(key, line: row.line)
        partners.append(partner)
      } else {
        ids.leaveOut(key, line: row.line)
      }
    }
    ids.leaveOut(refusedBy: reader)
    self.partners = partners
    self.ids = ids
  }

  /// The partners where partners.csv is missing: the owners that channels.csv names, in the order of their first row.
  init(ownersIn file: String) {
    ids = IDTable(file: file)
  }

  /// Returns the index of an owner, which becomes a partner if it is none yet.
  mutating func takeOwner(_ id: ArraySlice<UInt8>, line: Int) -> Int {
    if case .row(let index) = ids.find(id) { return index }
    partners.append(Partner(id: String(decoding: id, as: UTF8.self)))
    return ids.add(id, line: line)
  }

  /// Ends taking owners; with a broken channels.csv any partner named elsewhere may be one.
  mutating func finishOwners(isIncomplete: Bool) { ids.isIncomplete = isIncomplete }
}
