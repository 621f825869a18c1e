import CampaignModel
import FileReading

/// totals.csv: figures that partners delivered in place of contacts.
struct TotalsTable {
  private let reader: TableReader
  private let partners: IDTable?
  private let campaigns: IDTable?

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - partners: the ids that partners may have; nil where any is good.
  ///   - campaigns: the ids that campaigns may have; nil where any is good.
  static func read(
    _ reader: TableReader, partners: IDTable?, campaigns: IDTable?
  ) throws(ReadingError) -> [DeliveredTotal] {
    let table = TotalsTable(reader: reader, partners: partners, campaigns: campaigns)
    var totals: [DeliveredTotal] = []
    try reader.forEachRow { row in
      guard let total = table.total(), row.isGood else { return }
      totals.append(total)
    }
    return totals
  }

  /// More contacts than there are people.
  private static let maximum = 1e11

  /// The current row; nil where something is wrong with it.
  private func total() -> DeliveredTotal? {
    let campaign = reader.column("campaign")
    if let campaigns { _ = reader.reference(campaign, to: campaigns) }
    let figure = reader.required(reader.column("figure"), figureName)
    let members = members(figure)
    let number = figure.flatMap { self.number($0) }
    guard let interval = interval(figure), let figure, let members else { return nil }
    return DeliveredTotal(
      campaign: reader.text(campaign), partners: members, figure: figure, number: number, low: interval.low,
      high: interval.high, source: reader.text(reader.column("source")), line: reader.line)
  }

  private func figureName(_ column: Column) -> DeliveredTotal.Figure? {
    let bytes = reader.bytes(column)
    guard !bytes.isEmpty else { return nil }
    let form = MatchingForm.of(String(decoding: bytes, as: UTF8.self))
    if let figure = DeliveredTotal.Figure.allCases.first(where: { MatchingForm.of($0.rawValue) == form }) {
      return figure
    }
    let names = DeliveredTotal.Figure.allCases.map(\.rawValue).joined(separator: ", ")
    reader.fail(column, value: bytes, "is none of \(names)")
    return nil
  }

  private func members(_ figure: DeliveredTotal.Figure?) -> [String]? {
    let column = reader.column("partners")
    if let partners { _ = reader.references(column, to: partners) }
    var members: [String] = []
    for item in reader.list(column) {
      guard item.count <= ReadingLimits.idLength else {
        reader.fail(column, value: item, "is longer than \(ReadingLimits.idLength) bytes")
        return nil
      }
      let id = String(decoding: item, as: UTF8.self)
      guard !members.contains(where: { $0.utf8.elementsEqual(id.utf8) }) else {
        reader.fail(column, value: item, "is named twice")
        return nil
      }
      members.append(id)
    }
    guard let figure else { return members }
    let needed: ClosedRange<Int>
    switch figure {
    case .reach, .union, .impressions, .kPlus, .cumulative: needed = 0...Int.max
    case .overlap: needed = 2...Int.max
    case .exclusive, .stacked: needed = 1...Int.max
    case .shapley: needed = 1...1
    }
    guard needed.contains(members.count) else {
      reader.fail(
        column, value: reader.bytes(column),
        "must name \(needed.upperBound == 1 ? "one partner" : needed.lowerBound == 1 ? "a partner" : "two partners or more"), for \(figure.rawValue)"
      )
      return nil
    }
    return members
  }

  private func number(_ figure: DeliveredTotal.Figure) -> Int? {
    let column = reader.column("k")
    let bytes = reader.bytes(column)
    guard figure.needsNumber else {
      if !bytes.isEmpty {
        reader.fail(column, value: bytes, "must be empty for figures other than k_plus and cumulative")
      }
      return nil
    }
    guard let number = Int(String(decoding: bytes, as: UTF8.self)), (1...1_000_000).contains(number) else {
      reader.fail(column, value: bytes, "is not a whole number from 1 to 1000000")
      return nil
    }
    return number
  }

  /// Between which numbers the figure lies; `<50` is 0 to 49.
  private func interval(_ figure: DeliveredTotal.Figure?) -> (low: Double, high: Double?)? {
    let columns = ["value", "low", "high"].map(reader.column)
    let known = reader.isGood
    let cells = columns.map { cell($0, isWhole: figure != .shapley) }
    guard reader.isGood else { return nil }
    let (value, low, high) = (cells[0], cells[1], cells[2])
    guard value != nil || low != nil || high != nil else {
      if known { reader.fail(columns[0], value: nil, "must not be empty where low and high are") }
      return nil
    }
    let least = low?.low ?? value?.low ?? 0
    let most = high?.high ?? value?.high
    if let value, value.low < least || value.high ?? .infinity > most ?? .infinity {
      reader.fail(columns[0], value: reader.bytes(columns[0]), "is not between low and high")
    } else if let most, most < least {
      reader.fail(columns[2], value: reader.bytes(columns[2]), "is less than low")
    }
    return (least, most)
  }

  private func cell(_ column: Column, isWhole: Bool) -> (low: Double, high: Double?)? {
    let bytes = reader.bytes(column)
    guard !bytes.isEmpty else { return nil }
    if column.name == "value", bytes.first == UInt8(ascii: "<") {
      let limit = Int(String(decoding: WhiteSpace.trimmed(bytes.dropFirst()), as: UTF8.self))
      guard let limit, (1...Int(TotalsTable.maximum)).contains(limit) else {
        reader.fail(column, value: bytes, "is not < and a whole number, such as <50")
        return nil
      }
      return (0, Double(limit - 1))
    }
    guard let number = reader.number(column, in: 0...TotalsTable.maximum, "is not between 0 and 100000000000") else {
      return nil
    }
    guard !isWhole || number == number.rounded() || column.name != "value" else {
      reader.fail(column, value: bytes, "is not a whole number; a rounded figure has low and high")
      return nil
    }
    return (number, number)
  }
}
