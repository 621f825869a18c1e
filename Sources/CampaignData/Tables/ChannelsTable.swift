import CampaignModel
import FileReading

/// channels.csv: the places where content meets contacts.
struct ChannelsTable {
  private(set) var channels: [Channel] = []
  private(set) var ids: IDTable

  /// - Parameter owners: the partners; nil where there is no partners.csv, and the owners become the partners.
  init(reading reader: TableReader, partners: inout PartnersTable?) throws(ReadingError) {
    var found: [Channel] = []
    var ids = IDTable(file: reader.file)
    ids.isIncomplete = !reader.isReadable
    var owners = partners ?? PartnersTable(ownersIn: reader.file)
    let takesOwners = partners == nil
    let id = reader.column("id")
    let owner = reader.column("owner")
    let name = reader.column("name")
    let medium = reader.column("medium")
    let paid = reader.column("paid")
    let audience = reader.column("audience")
    try reader.forEachRow { row in
      let key = row.newID(id, in: ids)
      let ownerID = row.required(owner)
      if takesOwners, let ownerID, Nobody.isMissingValue(ownerID) {
        row.fail(owner, value: ownerID, Nobody.missingValue)
      }
      let ownerIndex = takesOwners || ownerID == nil ? nil : row.reference(owner, to: owners.ids)
      var channel = Channel(
        id: row.text(id) ?? "", owner: ownerIndex ?? 0, name: row.text(name), medium: row.text(medium),
        paid: row.boolean(paid), audience: row.number(audience))
      if found.count == Touch.maximumChannels {
        row.fail(id, value: key, "is one channel more than the 16,777,216 that a dataset can have")
      }
      guard let key else { return }
      guard row.isGood, let ownerID, takesOwners || ownerIndex != nil else {
        ids.leaveOut(key, line: row.line)
        return
      }
      if takesOwners { channel.owner = owners.takeOwner(ownerID, line: row.line) }
      _ = ids.add(key, line: row.line)
      found.append(channel)
    }
    if takesOwners { owners.finishOwners(isIncomplete: !reader.isReadable) }
    ids.leaveOut(refusedBy: reader)
    partners = owners
    channels = found
    self.ids = ids
  }
}
