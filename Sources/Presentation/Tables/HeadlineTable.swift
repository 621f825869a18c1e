import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

/// Gathers the single figures of an analysis into a table with one row a figure.
package struct HeadlineTable {
  private let unknown: [UnknownFigure]
  private var rows: [FigureTable.Row] = []
  private var reasons: [String: LocalizedText] = [:]

  /// - Parameter unknown: the figures that are null, with their states.
  package init(unknown: [UnknownFigure]) { self.unknown = unknown }

  package mutating func add(_ id: String, _ title: LocalizedText, _ count: Int?, _ note: LocalizedText) {
    add(id, title, count.map { .count($0) }, note)
  }

  package mutating func add(_ id: String, _ title: LocalizedText, _ number: Double?, _ note: LocalizedText) {
    add(id, title, number.map { .number($0) }, note)
  }

  package mutating func add(
    _ id: String, _ title: LocalizedText, money: Double?, currency: String, _ note: LocalizedText
  ) {
    add(id, title, money.map { .money($0, currency: currency) }, note)
  }

  package mutating func add(_ id: String, _ title: LocalizedText, share: Double?, _ note: LocalizedText) {
    add(id, title, share.map { .share($0) }, note)
  }

  package mutating func add(
    _ id: String, _ title: LocalizedText, _ instant: Instant?, in dataset: Dataset, _ note: LocalizedText
  ) {
    add(id, title, instant.map { .date($0, in: dataset) }, note)
  }

  package mutating func add(_ id: String, _ title: LocalizedText, _ share: Proportion?, _ note: LocalizedText) {
    guard let share else { return add(id, title, nil as FigureTable.Cell?, note) }
    var interval = FigureTable.Cell.empty
    if let low = share.low, let high = share.high { interval = .interval(low, high) }
    rows.append(FigureTable.Row(id, [.term(title), .proportion(share), interval], note: note))
  }

  package mutating func add(_ id: String, _ title: LocalizedText, _ difference: RateDifference?, _ note: LocalizedText)
  {
    guard let difference else { return add(id, title, nil as FigureTable.Cell?, note) }
    let cells: [FigureTable.Cell] = [
      .term(title), .points(difference.difference),
      .limits(.points(difference.low), .points(difference.high)),
    ]
    rows.append(FigureTable.Row(id, cells, note: note))
  }

  /// Adds what is told by a cell of any kind, or why it is not known.
  package mutating func add(_ id: String, _ title: LocalizedText, _ cell: FigureTable.Cell?, _ note: LocalizedText) {
    let entry = cell == nil ? unknown.entry(of: id) : nil
    reasons[id] = entry?.lack
    rows.append(
      FigureTable.Row(id, [.term(title), cell ?? .unknown(entry?.state ?? .undefined), .empty], note: note))
  }

  /// The table of all figures so far.
  package func table(_ id: String, title: LocalizedText, note: LocalizedText) -> FigureTable {
    let columns = [
      FigureTable.Column("figure", "Figure", "Zahl", .words), FigureTable.Column("value", "Value", "Wert"),
      .interval,
    ]
    var table = FigureTable(id, title: title, note: note, columns: columns, rows: rows, rowsAreFigures: true)
    table.reasons = reasons
    return table
  }
}

extension [UnknownFigure] {
  /// The state of a figure that is null.
  package func state(of figure: String) -> UnknownFigure.State { entry(of: figure)?.state ?? .undefined }

  /// Why a figure is null: its own entry, else that of a part of the document it belongs to.
  func entry(of figure: String) -> UnknownFigure? {
    let part = figure.split(separator: ".").first.map(String.init)
    return first { $0.figure == figure } ?? first { $0.figure == part }
      ?? first { $0.figure == Section.retention.id }
  }
}

extension UnknownFigure {
  /// What the dataset lacks for the figure, where it is not configured.
  var lack: LocalizedText? { state == .notConfigured ? reason : nil }
}

extension FigureTable.Column {
  /// A column of partners, by id and name.
  package static let partner = FigureTable.Column("partner", "Partner", "Partner", .references(.idAndName))
  /// A column of partners as whose message something is told.
  package static let brand = FigureTable.Column("brand", "Brand", "Marke", .references(.idAndName))
  /// A column of channels, by id and name.
  package static let channel = FigureTable.Column("channel", "Channel", "Kanal", .references(.idAndName))
}
