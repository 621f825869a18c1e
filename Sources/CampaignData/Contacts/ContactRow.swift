/// A row of contacts.csv, read cell by cell: the plain way, which the fast one must agree with.
struct ContactRow {
  var id: ArraySlice<UInt8>
  var name: ArraySlice<UInt8>
  var segment: ArraySlice<UInt8>
  var sector: ArraySlice<UInt8>
  var organization: ArraySlice<UInt8>
  var isRelevant: Bool?
  var isHeldOut: Bool?

  /// The columns of the file.
  struct Columns {
    let id: Column
    let name: Column
    let segment: Column
    let sector: Column
    let relevant: Column
    let organization: Column
    let holdout: Column

    init(_ shape: TableShape) {
      id = shape.column("id")
      name = shape.column("name")
      segment = shape.column("segment")
      sector = shape.column("sector")
      relevant = shape.column("relevant")
      organization = shape.column("organisation")
      holdout = shape.column("holdout")
    }
  }

  /// Reads the current row. Returns nil when something is wrong with it, which is noted.
  init?(_ row: TableReader, _ columns: Columns) {
    let id = row.contact(columns.id)
    isRelevant = row.boolean(columns.relevant)
    isHeldOut = row.boolean(columns.holdout)
    name = row.bytes(columns.name)
    segment = row.bytes(columns.segment)
    sector = row.bytes(columns.sector)
    organization = row.bytes(columns.organization)
    guard row.isGood, let id else { return nil }
    self.id = id
  }
}
