import CampaignModel
import FileReading

/// contents.csv: what is published, whose message it carries and who made it.
struct ContentsTable {
  let contents: [Content]
  let ids: IDTable

  /// The table where there is no file.
  init() {
    contents = []
    ids = IDTable(file: "contents.csv")
  }

  init(reading reader: TableReader, partners: IDTable, campaigns: IDTable) throws(ReadingError) {
    var contents: [Content] = []
    var ids = IDTable(file: reader.file)
    ids.isIncomplete = !reader.isReadable
    let id = reader.column("id")
    let brands = reader.column("brands")
    let title = reader.column("title")
    let campaign = reader.column("campaign")
    let authors = reader.column("authors")
    let format = reader.column("format")
    let published = reader.column("published")
    try reader.forEachRow { row in
      let key = row.newID(id, in: ids)
      if row.list(brands).isEmpty { row.fail(brands, value: nil, "must name at least one partner") }
      let content = Content(
        id: row.text(id) ?? "", brands: row.references(brands, to: partners), title: row.text(title),
        campaign: row.reference(campaign, to: campaigns), authors: ContentsTable.authors(row, authors, partners),
        format: row.text(format), published: row.time(published))
      guard let key else { return }
      guard row.isGood else {
        ids.leaveOut(key, line: row.line)
        return
      }
      _ = ids.add(key, line: row.line)
      contents.append(content)
    }
    ids.leaveOut(refusedBy: reader)
    self.contents = contents
    self.ids = ids
  }

  /// Who made a content: a partner where a partner has the id, else a contact or someone else.
  private static func authors(_ row: TableReader, _ column: Column, _ partners: IDTable) -> [Content.Author] {
    var authors: [Content.Author] = []
    for item in row.list(column) {
      let author: Content.Author =
        if case .row(let index) = partners.find(item) {
          .partner(index)
        } else {
          .other(String(decoding: item, as: UTF8.self))
        }
      if !authors.contains(author) { authors.append(author) }
    }
    return authors
  }
}
