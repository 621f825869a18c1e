import CampaignModel
import FileReading

/// campaigns.csv: time windows with a purpose.
struct CampaignsTable {
  let campaigns: [Campaign]
  let ids: IDTable

  /// The table where there is no file.
  init() {
    campaigns = []
    ids = IDTable(file: "campaigns.csv")
  }

  init(reading reader: TableReader, partners: IDTable) throws(ReadingError) {
    var campaigns: [Campaign] = []
    var ids = IDTable(file: reader.file)
    ids.isIncomplete = !reader.isReadable
    let id = reader.column("id")
    let name = reader.column("name")
    let startColumn = reader.column("start")
    let endColumn = reader.column("end")
    let lead = reader.column("lead")
    let budget = reader.column("budget")
    try reader.forEachRow { row in
      let key = row.newID(id, in: ids)
      let start = row.required(startColumn) { row.time($0) }
      let end = row.required(endColumn) { row.endTime($0) }
      if let start, let end {
        if end.instant < start || (end.isDate && end.instant == start) {
          row.fail(endColumn, value: row.bytes(endColumn), "is before start")
        }
        if end.instant > start.adding(days: ReadingLimits.campaignYears * 366) {
          row.fail(
            endColumn, value: row.bytes(endColumn), "is more than \(ReadingLimits.campaignYears) years after start")
        }
      }
      let leads = row.references(lead, to: partners)
      let money = row.number(budget)
      guard let key else { return }
      guard row.isGood, let start, let end else {
        ids.leaveOut(key, line: row.line)
        return
      }
      _ = ids.add(key, line: row.line)
      campaigns.append(
        Campaign(
          id: String(decoding: key, as: UTF8.self), name: row.text(name), start: start, end: end.instant,
          endIsDate: end.isDate, leads: leads, budget: money))
    }
    ids.leaveOut(refusedBy: reader)
    self.campaigns = campaigns
    self.ids = ids
  }
}
