import CampaignFigures
package import CampaignModel

extension Attribution {
  /// Adds the counts of contacts; conversions and paths are counts of touches, shown or withheld with the contacts
  /// behind them.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    system.add(AttributionFigures.nullPaths.count, nullPaths ?? 0)
    let converting = system.add(.converting, contacts.converting)
    // Mostly the customers of the funnel; where they are as many, one tells the other.
    if system.count(of: FunnelFigures.customers.count) == contacts.converting,
      let customers = system.variable(named: FunnelFigures.customers.count)
    {
      system.same(converting, customers)
    }
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    nullPaths = system.shown(nullPaths, AttributionFigures.nullPaths.count)
    unknown.addWithheld(AttributionFigures.nullPaths, if: nullPaths == nil)
    if system.isWithheldIfCounted(.converting) == true {
      withholdTotals()
      withhold(rows: rows.indices.filter { rowContacts[$0].any > 0 }, suppression.dataset)
    } else {
      withholdSmallGroups(suppression)
    }
    intervals = AttributionFigures.resampled.shown(intervals, of: self)
    for index in rows.indices {
      rows[index].intervals = AttributionFigures.resampledOfRow.shown(rows[index].intervals, of: rows[index])
    }
    if firstRowStays != nil, rows.contains(where: { $0.conversions == nil }) {
      firstRowStays = nil
      unknown.addWithheld(AttributionFigures.firstRowStays, if: true)
    }
  }

  private mutating func withholdTotals() {
    let hadValue = value != nil
    (conversions, value, paths) = (nil, nil, nil)
    (unattributedConversions, unattributedValue) = (nil, nil)
    for figure in [AttributionFigures.conversions, AttributionFigures.unattributed, AttributionFigures.paths] {
      unknown.addWithheld(figure, if: true)
    }
    for figure in [AttributionFigures.value, AttributionFigures.unattributedValue] {
      unknown.addWithheld(figure, if: hadValue)
    }
  }

  /// Rows and the unattributed add up to the conversions under every model: what is withheld together must be of enough
  /// contacts, or it could be had by subtraction.
  private mutating func withholdSmallGroups(_ suppression: Suppression) {
    let parts = rowContacts + [AttributionContacts.Behind(unattributed: contacts.unattributed)]
    let hidden = AttributionContacts.withheld(of: parts, suppression.group)
    if hidden.contains(rows.count) {
      let hadValue = unattributedValue != nil
      (unattributedConversions, unattributedValue, paths) = (nil, nil, nil)
      for figure in [AttributionFigures.unattributed, AttributionFigures.paths] {
        unknown.addWithheld(figure, if: true)
      }
      unknown.addWithheld(AttributionFigures.unattributedValue, if: hadValue)
    }
    withhold(rows: hidden.filter { $0 < rows.count }, suppression.dataset)
  }

  private mutating func withhold(rows hidden: [Int], _ dataset: Dataset) {
    for index in hidden {
      rows[index].conversions = nil
      rows[index].value = nil
      rows[index].removalEffect = nil
      rows[index].roles = nil
    }
    let entries: [any CatalogEntry] = [
      AttributionFigures.rowConversions, AttributionFigures.removalEffect, AttributionFigures.rowRoles,
    ]
    for entry in entries { unknown.addWithheld(entry, hidden.count, of: rows.count) }
    unknown.addWithheld(AttributionFigures.rowValue, value == nil ? 0 : hidden.count, of: rows.count)
    let linear = AttributionModel.allCases.firstIndex(of: .linear) ?? 0
    rows = rows.sortedByMainFigure {
      $0.conversions.map { FigureOrder.rounded($0[linear]) }
    } thenBy: {
      ($0.group.id(in: dataset) ?? "") < ($1.group.id(in: dataset) ?? "")
    }
    // Their order is no longer that of the rows.
    rowContacts = []
  }
}

extension AttributionContacts {
  /// Which parts of the conversions must be withheld: those with a small group of contacts behind one of their counts,
  /// and the next smallest until those withheld are of enough contacts together, whichever way they are counted.
  ///
  /// How many contacts several parts have together is not known; it is at least as many as the largest has.
  ///
  /// - Returns: indices of the parts, ascending.
  static func withheld(of parts: [Behind], _ group: MinimumGroup) -> [Int] {
    var isHidden = parts.map { part in
      ([part.any, part.first, part.last] + part.roles).contains { group.withholds($0) }
    }
    func isSafe() -> Bool {
      let hidden = parts.indices.filter { isHidden[$0] }.map { parts[$0] }
      guard hidden.count >= 2 else { return hidden.isEmpty }
      return [\Behind.any, \.first, \.last].allSatisfy { count in
        !group.withholds(hidden.map { $0[keyPath: count] }.max() ?? 0)
      }
    }
    while !isSafe() {
      let shown = parts.indices.filter { !isHidden[$0] && parts[$0].any > 0 }
      guard let next = shown.min(by: { parts[$0].any < parts[$1].any }) else { break }
      isHidden[next] = true
    }
    return parts.indices.filter { isHidden[$0] }
  }
}

extension CountName {
  /// Contacts with a conversion.
  fileprivate static let converting = CountName("attribution.converting")
}

extension AttributionContacts.Behind {
  /// The conversions without a path, as a part of all.
  fileprivate init(unattributed contacts: Int) {
    (any, first, last) = (contacts, contacts, contacts)
  }
}
