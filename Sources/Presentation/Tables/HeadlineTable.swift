package import CampaignAnalysis
import CampaignModel

/// Gathers the single figures of an analysis into a table with one row a figure.
struct HeadlineTable {
  private let unknown: [UnknownFigure]
  private var rows: [FigureTable.Row] = []

  /// - Parameter unknown: the figures that are null, with their states.
  init(unknown: [UnknownFigure]) { self.unknown = unknown }

  mutating func add(_ id: String, _ title: String, _ count: Int?, _ note: String) {
    add(id, title, count.map { .integer($0) }, note)
  }

  mutating func add(_ id: String, _ title: String, _ number: Double?, _ note: String) {
    add(id, title, number.map { .decimal($0) }, note)
  }

  mutating func add(_ id: String, _ title: String, money: Double?, currency: String, _ note: String) {
    add(id, title, money.map { .money($0, currency: currency) }, note)
  }

  mutating func add(_ id: String, _ title: String, share: Double?, _ note: String) {
    add(id, title, share.map { .percent($0) }, note)
  }

  mutating func add(_ id: String, _ title: String, _ instant: Instant?, in dataset: Dataset, _ note: String) {
    add(id, title, instant.map { .date($0, in: dataset) }, note)
  }

  mutating func add(_ id: String, _ title: String, text: String?, _ note: String) {
    add(id, title, text.map { .text($0) }, note)
  }

  mutating func add(_ id: String, _ title: String, _ share: Proportion?, _ note: String) {
    guard let share else { return add(id, title, nil as FigureTable.Cell?, note) }
    var interval = FigureTable.Cell.empty
    if let low = share.low, let high = share.high { interval = .interval(low, high) }
    rows.append(FigureTable.Row(id, [.text(title), .proportion(share), interval], note: note))
  }

  mutating func add(_ id: String, _ title: String, _ difference: RateDifference?, _ note: String) {
    guard let difference else { return add(id, title, nil as FigureTable.Cell?, note) }
    let cells: [FigureTable.Cell] = [
      .text(title), .percent(difference.difference), .interval(difference.low, difference.high),
    ]
    rows.append(FigureTable.Row(id, cells, note: note))
  }

  private mutating func add(_ id: String, _ title: String, _ cell: FigureTable.Cell?, _ note: String) {
    rows.append(FigureTable.Row(id, [.text(title), cell ?? .unknown(unknown.state(of: id)), .empty], note: note))
  }

  /// The table of all figures so far.
  func table(_ id: String, title: String, note: String) -> FigureTable {
    let columns = [
      FigureTable.Column("figure", "Figure", .text), FigureTable.Column("value", "Value"),
      FigureTable.Column("interval", "95 % interval"),
    ]
    return FigureTable(id, title: title, note: note, columns: columns, rows: rows, rowsAreFigures: true)
  }
}

extension [UnknownFigure] {
  /// Why a figure is null: its own entry, else that of a part of the document it belongs to, else undefined.
  package func state(of figure: String) -> UnknownFigure.State {
    if let entry = first(where: { $0.figure == figure }) { return entry.state }
    if let part = figure.split(separator: ".").first, let entry = first(where: { $0.figure == part }) {
      return entry.state
    }
    return first { $0.figure == "retention" }?.state ?? .undefined
  }
}

extension Dataset {
  /// Columns for a partner: its id, and its name where the dataset has names.
  func partnerColumns(_ id: String = "partner", _ title: String = "Partner") -> [FigureTable.Column] {
    let column = FigureTable.Column(id, title, .text)
    return partners.contains { $0.name != nil } ? [column, FigureTable.Column("name", "Name", .text)] : [column]
  }

  /// The cells that go with ``partnerColumns(_:_:)``.
  func partnerCells(_ partner: Int) -> [FigureTable.Cell] {
    let id = FigureTable.Cell.text(partners[partner].id)
    guard partners.contains(where: { $0.name != nil }) else { return [id] }
    return [id, partners[partner].name.map { .text($0) } ?? .empty]
  }

  /// Columns for a channel: its id, and its name where the dataset has names.
  func channelColumns() -> [FigureTable.Column] {
    let column = FigureTable.Column("channel", "Channel", .text)
    return channels.contains { $0.name != nil } ? [column, FigureTable.Column("name", "Name", .text)] : [column]
  }

  /// The cells that go with ``channelColumns()``.
  func channelCells(_ channel: Int) -> [FigureTable.Cell] {
    let id = FigureTable.Cell.text(channels[channel].id)
    guard channels.contains(where: { $0.name != nil }) else { return [id] }
    return [id, channels[channel].name.map { .text($0) } ?? .empty]
  }
}
