import CampaignModel
import FileReading

/// exchanges.csv: what partners give one another.
enum ExchangesTable {
  static func read(_ reader: TableReader, partners: IDTable) throws(ReadingError) -> [Exchange] {
    var exchanges: [Exchange] = []
    let time = reader.column("time")
    let from = reader.column("from")
    let to = reader.column("to")
    let kind = reader.column("kind")
    let value = reader.column("value")
    try reader.forEachRow { row in
      let instant = row.required(time) { row.time($0) }
      let giver = row.required(from).flatMap { _ in row.reference(from, to: partners) }
      let receiver = row.required(to).flatMap { _ in row.reference(to, to: partners) }
      let word = row.required(kind) { row.word($0) }
      let money = row.number(value)
      guard row.isGood, let instant, let giver, let receiver, let word else { return }
      exchanges.append(Exchange(time: instant, from: giver, to: receiver, kind: word, value: money))
    }
    return exchanges
  }
}

/// assessments.csv: partners' views of their partnerships.
enum AssessmentsTable {
  static func read(_ reader: TableReader, partners: IDTable) throws(ReadingError) -> [Assessment] {
    var assessments: [Assessment] = []
    let from = reader.column("from")
    let to = reader.column("to")
    let date = reader.column("date")
    let structure = reader.column("structure")
    let social = reader.column("social")
    let performance = reader.column("performance")
    try reader.forEachRow { row in
      func score(_ column: Column) -> Double? { row.number(column, in: 0...100, "is not between 0 and 100") }
      let viewer = row.required(from).flatMap { _ in row.reference(from, to: partners) }
      let viewed = row.required(to).flatMap { _ in row.reference(to, to: partners) }
      let instant = row.required(date) { row.time($0) }
      let scores = (score(structure), score(social), score(performance))
      guard row.isGood, let viewer, let viewed, let instant else { return }
      assessments.append(
        Assessment(
          from: viewer, to: viewed, date: instant, structure: scores.0, social: scores.1, performance: scores.2))
    }
    return assessments
  }
}
