import CampaignModel
import FileReading

/// kinds.csv: kinds that override or extend the standard ones.
enum KindsTable {
  static func read(_ reader: TableReader) throws(ReadingError) -> KindTable {
    var kinds = KindTable.standard
    var ids = IDTable(file: reader.file)
    let kindColumn = reader.column("kind")
    let levelColumn = reader.column("level")
    let depthColumn = reader.column("depth")
    try reader.forEachRow { row in
      let name = row.required(kindColumn) { row.word($0) }
      let level = row.required(levelColumn) { row.level($0) }
      let depth = row.number(depthColumn)
      guard let name, let level else { return }
      let key = Array(MatchingForm.of(name).utf8)[...]
      if let line = ids.lineOfFirstUse(key) {
        row.fail(kindColumn, value: row.bytes(kindColumn), "is already defined", detail: "in line \(line)")
      }
      guard row.isGood else { return }
      let known = kinds.index(of: name).map { kinds.kinds[$0].depth }
      guard kinds.define(Kind(name: name, level: level, depth: depth ?? known ?? 0)) else {
        row.fail(
          kindColumn, value: row.bytes(kindColumn),
          "is one kind more than the \(KindTable.maximumCount) that a dataset can have")
        return
      }
      _ = ids.add(key, line: row.line)
    }
    return kinds
  }
}

extension TableReader {
  /// A level by its name, ignoring case.
  fileprivate func level(_ column: Column) -> Level? {
    guard let word = word(column) else { return nil }
    guard let level = Level(name: word) else {
      fail(column, value: bytes(column), "is not a level (reach, interaction, transaction)")
      return nil
    }
    return level
  }
}
