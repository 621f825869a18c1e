import CampaignAnalysis
import CampaignFigures
import CampaignModel

extension JSONWriter {
  /// The members of a section, save `unknown`, in the order of the catalog: right here in its own document, else in an
  /// object of its name.
  mutating func section<Result: SectionFigures>(_ result: Result, of document: Section, _ ids: EncodedIDs) {
    guard Result.section != document else { return members(Result.catalog.members, of: result, ids) }
    object(Result.section.id) { $0.members(Result.catalog.members, of: result, ids) }
  }

  /// The members of a section, or of a row in it, in the order of the catalog.
  ///
  /// - Parameter ids: those of the dataset, by which partners, channels and contacts are told.
  mutating func members<Result>(_ members: [FigureMember<Result>], of result: Result, _ ids: EncodedIDs) {
    for member in members {
      switch member {
      case .figure(let figure): self.figure(figure, of: result, ids)
      case .list(let list): rows(of: list, in: result, ids)
      case .object(let object): self.object(object, of: result, ids)
      }
    }
  }

  /// A figure as a member of its own; the ends of an interval beside it.
  private mutating func figure<Result>(_ figure: Figure<Result>, of result: Result, _ ids: EncodedIDs) {
    switch (figure.value(result), figure.unit) {
    case (let value, .share) where figure.spreads:
      if case .share(let share) = value { proportion(share) } else { proportion(nil) }
    case (let value, .difference):
      var known: RateDifference?
      if case .difference(let difference) = value { known = difference }
      member(figure.key, known?.difference)
      member("low", known?.low)
      member("high", known?.high)
    case (.list(let values), _):
      list(figure.key, values, isInline: true) { writer, value in
        if let value { writer.item(value, ids) } else { writer.item(nil as Int?) }
      }
    case (let value?, _): member(figure.key, value, ids)
    case (nil, _): null(figure.key)
    }
    if let ends = figure.ends?(result) { self.ends(ends, of: figure, ids) }
  }

  /// The ends of a figure's interval as members beside it.
  private mutating func ends<Result>(_ ends: FigureEnds, of figure: Figure<Result>, _ ids: EncodedIDs) {
    for (key, end) in [("\(figure.key)_low", ends.low), ("\(figure.key)_high", ends.high)] {
      if figure.unit == .count, let end, let whole = Int(exactly: end) { member(key, whole) } else { member(key, end) }
    }
  }

  private mutating func rows<Result>(of list: some FigureRows<Result>, in result: Result, _ ids: EncodedIDs) {
    guard let rows = list.rows(of: result) else { return self.list(list.key, []) { _, _ in } }
    // There may be a region for every other contact, so that these have a writer of their own.
    if let regions = rows as? Reach.RegionList { return self.regions(list.key, regions, ids) }
    let members = list.members
    self.list(list.key, rows) { writer, row in
      writer.item(isInline: list.isInline) { $0.members(members, of: row, ids) }
    }
  }

  private mutating func regions(_ key: String, _ regions: Reach.RegionList, _ ids: EncodedIDs) {
    let isPretty = isPretty
    list(key) { separator, deliver in
      var lines = RegionLines(regions, ids, isPretty: isPretty, separator: separator)
      while lines.fill() { deliver(lines.bytes) }
    }
  }

  private mutating func object<Result>(_ object: some FigureParts<Result>, of result: Result, _ ids: EncodedIDs) {
    let part = object.part(of: result)
    guard !object.path.isEmpty else {
      if let part { members(object.members, of: part, ids) }
      return
    }
    guard let part else { return null(object.key) }
    self.object(object.key, isInline: object.isInline) { $0.members(object.members, of: part, ids) }
  }

  private mutating func member(_ key: String, _ value: FigureValue, _ ids: EncodedIDs) {
    switch value {
    case .count(let count): member(key, count)
    case .number(let number), .fraction(let number), .points(let number), .lead(let number), .money(let number):
      member(key, number)
    case .share(let share): member(key, share)
    case .date(let instant), .end(let instant, _): member(key, instant)
    case .partner(let partner): member(key, encoded: ids.partners[partner])
    case .channel(let channel): member(key, encoded: ids.channels[channel])
    case .contact(let contact): member(key, ids.contacts[contact])
    case .text(let text): member(key, text)
    case .term(let term): member(key, term.id)
    case .flag(let flag): member(key, flag)
    case .difference, .interval, .list: preconditionFailure("The catalog has no such value as a single member.")
    }
  }

  private mutating func item(_ value: FigureValue, _ ids: EncodedIDs) {
    switch value {
    case .count(let count): item(count)
    case .partner(let partner): item(encoded: ids.partners[partner])
    case .channel(let channel): item(encoded: ids.channels[channel])
    case .contact(let contact): item(ids.contacts[contact])
    case .text(let text): item(text)
    case .term(let term): item(term.id)
    default: preconditionFailure("The catalog has no such value in a list of values.")
    }
  }
}
