package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension SectionFigures {
  /// The tables of the section, as the catalog has them: the single figures first, then every list.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    Self.catalog.tables.compactMap { table($0, in: dataset, options) }
  }

  /// The first of the tables, without making the others.
  package func firstTable(in dataset: Dataset) -> FigureTable? {
    for entry in Self.catalog.tables {
      if let table = table(entry, in: dataset, TableOptions()) { return table }
    }
    return nil
  }

  private func table(
    _ entry: FigureSection<Self>.Table, in dataset: Dataset, _ options: TableOptions
  ) -> FigureTable? {
    switch entry {
    case .figures(let headline): headline.isShown(self) ? FigureTable(headline, of: self, in: dataset) : nil
    case .list(let list): FigureTable.table(list, of: self, in: dataset, options)
    }
  }
}

extension FigureTable {
  /// One figure a row, with its interval beside it; nothing of a figure that does not apply.
  fileprivate init<Result: SectionFigures>(
    _ headline: FigureSection<Result>.Headline, of result: Result, in dataset: Dataset
  ) {
    var reasons: [String: LocalizedText] = [:]
    let rows = headline.figures.compactMap { figure -> Row? in
      let value = figure.value(result)
      if value == nil, figure.absence == .empty { return nil }
      let entry = value == nil ? result.unknown.entry(of: figure) : nil
      reasons[figure.id] = entry?.lack
      var cells = value.map { Cell.cells(of: $0, in: dataset) } ?? [.unknown(entry?.state ?? .undefined)]
      if case .share(let share) = value, let low = share.low, let high = share.high {
        cells.append(.interval(low, high))
      }
      if cells.count == 1 { cells.append(.limits(of: figure, in: result, dataset)) }
      return Row(figure.id, [.term(figure.title)] + cells, note: figure.meaning(in: result))
    }
    self.init(
      headline.id, title: headline.title, note: headline.note,
      columns: [
        Column("figure", "Figure", "Zahl", .words), Column("value", "Value", "Wert"), .interval,
      ], rows: rows, rowsAreFigures: true)
    self.reasons = reasons
  }

  /// The table of a list; nil where a result has no such list.
  package static func table<Result: SectionFigures>(
    _ list: some FigureRows<Result>, of result: Result, in dataset: Dataset, _ options: TableOptions
  ) -> FigureTable? {
    guard let elements = list.rows(of: result) else { return nil }
    let columns = list.columns(in: result)
    let shown =
      list.isCourse
      ? options.spread(elements, keeping: list.keeps) : Array(elements.prefix(options.rowLimit ?? elements.count))
    let subjects = columns.filter { $0.isSubject }
    let hasLimits = columns.map { column in elements.first.flatMap { column.ends?($0) } != nil }
    let unknown = result.unknown
    var reasons: [String: LocalizedText] = [:]
    var rows: [Row] = []
    for element in shown + [list.closingRow(of: result)].compactMap({ $0 }) {
      let id = subjects.map { Cell.id(of: $0.value(element), in: dataset) }.joined(separator: list.joint)
      var cells: [Cell] = []
      for (column, hasLimits) in zip(columns, hasLimits) {
        let value = column.value(element)
        let entry =
          value == nil
          ? unknown.entry(of: column, in: list.path, row: id, own: list.unknown(of: element), Result.section) : nil
        if let lack = entry?.lack { reasons[Column.id(of: column)] = lack }
        cells += value.map { Cell.cells(of: $0, in: dataset) } ?? Cell.cells(without: column, entry)
        if hasLimits { cells.append(.limits(of: column, in: element, dataset)) }
      }
      rows.append(Row(id, cells))
    }
    var table = FigureTable(
      list.tableID(in: result), title: list.title(in: result),
      note: list.notes(in: result).map { LocalizedText($0) }.joined(separator: " "),
      columns: zip(columns, hasLimits).flatMap { Column.columns(of: $0, naming: list.naming, hasLimits: $1) },
      rows: rows)
    table.omittedRows = elements.count - shown.count
    table.reasons = reasons
    return table
  }
}

extension FigureTable.Column {
  /// The ends of 95 % intervals.
  static let interval = FigureTable.Column("interval", LocalizedText(Interval.title))

  /// The columns of a figure; a difference has one for its interval, and so has a figure with an interval beside it.
  fileprivate static func columns<Row>(
    of figure: Figure<Row>, naming: SubjectNaming, hasLimits: Bool
  ) -> [FigureTable.Column] {
    let columns = columns(of: figure, naming: naming)
    return hasLimits ? columns + [.interval] : columns
  }

  /// The id of a figure's column.
  fileprivate static func id<Row>(of figure: Figure<Row>) -> String { figure.spreads ? figure.id : figure.key }

  private static func columns<Row>(of figure: Figure<Row>, naming: SubjectNaming) -> [FigureTable.Column] {
    let id = id(of: figure)
    let isFigure = !figure.isSubject && !figure.isContext
    switch figure.unit {
    case .partner, .channel, .list:
      let isReference = naming != .name && !isFigure
      let kind: FigureTable.Kind = isReference ? .references(naming == .id ? .id : .idAndName) : .words
      return [FigureTable.Column(id, figure.title, kind, isFigure: isFigure)]
    case .text, .contact, .term, .flag:
      return [FigureTable.Column(id, figure.title, .words, isFigure: isFigure)]
    case .difference: return [FigureTable.Column(id, figure.title), .interval]
    default: return [FigureTable.Column(id, figure.title)]
    }
  }
}

extension FigureTable.Cell {
  /// The cells of a value; a difference has one for its interval.
  fileprivate static func cells(of value: FigureValue, in dataset: Dataset) -> [FigureTable.Cell] {
    switch value {
    case .count(let count): [.count(count)]
    case .number(let number): [.number(number)]
    case .fraction(let share): [.share(share)]
    case .share(let share): [.proportion(share)]
    case .points(let difference): [.points(difference)]
    case .lead(let days): [.lead(days)]
    case .difference(let difference):
      [.points(difference.difference), .limits(.points(difference.low), .points(difference.high))]
    case .money(let amount): [.money(amount, currency: dataset.settings.currency)]
    case .interval(let low, let high): [.interval(low, high)]
    case .date(let instant): [.date(instant, in: dataset)]
    case .end(let instant, let isDate): [.date(dataset.asGiven(instant, isDate: isDate), in: dataset)]
    case .partner(let partner): [.partner(partner, in: dataset)]
    case .channel(let channel): [.channel(channel, in: dataset)]
    case .contact(let contact): [.contact(contact, in: dataset)]
    case .text(let text): [.name(text)]
    case .term(let term): [.term(term.title)]
    case .flag(let isSo): [.term(isSo)]
    case .list(let values): [list(values.compactMap(\.self), in: dataset)]
    }
  }

  /// The ends of the interval that stands beside a figure; nothing without one, or where the figure is not known.
  fileprivate static func limits<Result>(
    of figure: Figure<Result>, in result: Result, _ dataset: Dataset
  ) -> FigureTable.Cell {
    guard let ends = figure.ends?(result), figure.value(result) != nil, ends.low != nil || ends.high != nil else {
      return .empty
    }
    func cell(_ end: Double?) -> FigureTable.Cell {
      guard let end else { return .empty }
      return switch figure.unit {
      case .count: .count(Int(end.rounded()))
      case .money: .money(end, currency: dataset.settings.currency)
      case .fraction: .share(end)
      default: .number(end)
      }
    }
    return .limits(cell(ends.low), cell(ends.high))
  }

  private static func list(_ values: [FigureValue], in dataset: Dataset) -> FigureTable.Cell {
    let partners = values.compactMap { if case .partner(let partner) = $0 { partner } else { nil } }
    if partners.count == values.count, !partners.isEmpty {
      return .references(partners.map { Reference(partner: $0, in: dataset) })
    }
    let terms = values.compactMap { if case .term(let term) = $0 { term.title } else { nil } }
    return terms.isEmpty ? .empty : .term(terms.joined(separator: ", "))
  }

  /// What stands in place of a figure that is nil.
  ///
  /// - Parameter entry: why, where `unknown` tells.
  fileprivate static func cells<Row>(without figure: Figure<Row>, _ entry: UnknownFigure?) -> [FigureTable.Cell] {
    let cell: FigureTable.Cell =
      switch figure.absence {
      case .empty: .empty
      case .word(let word): .term(word)
      case .unknown(let state): .unknown(entry?.state ?? state)
      }
    return figure.unit == .difference ? [cell, .empty] : [cell]
  }

  /// The identifier of what a row is about.
  fileprivate static func id(of value: FigureValue?, in dataset: Dataset) -> String {
    switch value {
    case .count(let number): "\(number)"
    case .partner(let partner): dataset.partners[partner].id
    case .channel(let channel): dataset.channels[channel].id
    case .contact(let contact): dataset.contacts.ids[contact]
    case .text(let text): text
    case .term(let term): term.id
    case .list(let values): values.map { id(of: $0, in: dataset) }.joined(separator: "+")
    default: ""
    }
  }
}

extension [UnknownFigure] {
  /// The state of a single figure that is nil.
  package func state<Result>(of figure: Figure<Result>) -> UnknownFigure.State {
    entry(of: figure)?.state ?? .undefined
  }

  /// Why a single figure is nil: its own entry, else that of a part of the document it belongs to.
  fileprivate func entry<Result>(of figure: Figure<Result>) -> UnknownFigure? {
    first { $0.figure == figure.path || $0.figure == figure.id } ?? entry(of: figure.path)
  }

  /// Why a figure of a row is nil: it is known of no row, or not of this one, or of some rows.
  ///
  /// - Parameters:
  ///   - list: the path of the list.
  ///   - id: the identifier of the row.
  ///   - own: what the row itself tells.
  fileprivate func entry<Row>(
    of figure: Figure<Row>, in list: String, row id: String, own: [UnknownFigure], _ section: Section
  ) -> UnknownFigure? {
    func entry(_ path: String) -> UnknownFigure? { first { $0.figure == path } }
    func unset(_ path: String) -> UnknownFigure? { entry(path).flatMap { $0.state == .notConfigured ? $0 : nil } }
    return unset(figure.path) ?? unset(list) ?? own.first { $0.figure == figure.path }
      ?? entry("\(list).\(id).\(figure.key)") ?? entry("\(list).\(id)") ?? entry(figure.path) ?? entry(list)
      ?? entry(section.id)
  }
}

extension LocalizedText {
  /// A sentence with its figures worded in each language.
  init(_ sentence: Sentence) {
    let parts = sentence.parts.map { part -> LocalizedText in
      switch part {
      case .value(.count(let count)): .number(count)
      case .value(.number(let number)): .number(number)
      case .value: preconditionFailure("The catalog has no such value in a sentence.")
      case .unknown(let state): state.words
      case .clauses(let clauses): clauses.map { LocalizedText($0) }.joined(separator: ", ")
      }
    }
    self = sentence.words.filled { language in parts.map { $0[language] } }
  }
}
