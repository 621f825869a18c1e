import CampaignFigures
public import CampaignModel

/// The figures of one scope: those of the sections asked for.
///
/// Each section's folder adds an accessor, such as `reach`, that is nil where the section was not measured.
public struct ScopeFigures: Sendable {
  public let scope: Scope
  /// One part a section, in the order of the registry.
  private(set) var parts: [any SectionFigures]

  init(_ scope: Scope, parts: [any SectionFigures]) {
    self.scope = scope
    self.parts = parts
  }

  /// The figures of one type, or nil where they were not measured.
  package subscript<Figures: SectionFigures>(_ type: Figures.Type) -> Figures? {
    get {
      for part in parts {
        if let figures = part as? Figures { return figures }
      }
      return nil
    }
    // Figures that were not measured are not put in.
    set {
      guard let place = parts.firstIndex(where: { $0 is Figures }) else { return }
      parts.remove(at: place)
      if let newValue { parts.insert(newValue, at: place) }
    }
  }

  /// The sections that were measured.
  package var sections: Set<Section> { Set(parts.map { type(of: $0).section }) }

  /// The sections of a document, its own first, as far as they were measured.
  package func parts(of document: Section) -> [any SectionFigures] {
    let parts = parts.filter { type(of: $0).document == document }
    return parts.filter { type(of: $0).section == document } + parts.filter { type(of: $0).section != document }
  }

  /// The same figures, of some sections only.
  func only(_ isKept: (Section) -> Bool) -> ScopeFigures {
    ScopeFigures(scope, parts: parts.filter { isKept(type(of: $0).section) })
  }

  /// Adds every count of all sections.
  func addCounts(to system: inout CountSystem, in dataset: Dataset) {
    for part in parts { part.add(to: &system, in: dataset) }
  }

  /// Every count of all sections, and which of them are withheld.
  func countSystem(_ group: MinimumGroup, in dataset: Dataset) -> CountSystem {
    var system = CountSystem()
    addCounts(to: &system, in: dataset)
    system.protect(group)
    return system
  }

  /// The figures without any count of too few contacts, and without what would let one be worked out
  /// (<doc:Metrics#Small-groups>).
  ///
  /// Counts of 0 stay. Further counts are withheld where a small one could be worked out from sums: totals and their
  /// parts, cohorts with those who stay and those who are lost, carriers and the regions they are made of, the
  /// campaign's analyses against each other. Rates, shares and curves that tell a withheld count go with it.
  /// The curve of reach and survival curves keep only steps of enough contacts each. What is withheld is
  /// named in `unknown`.
  ///
  /// It protects the figures of one scope against each other. Whoever asks for several overlapping scopes, such as the
  /// same campaign with and without a filter, may learn more by comparing them.
  func withholding(_ group: MinimumGroup, in dataset: Dataset) -> ScopeFigures {
    guard group.isAsked else { return self }
    let suppression = Suppression(system: countSystem(group, in: dataset), group: group, dataset: dataset)
    var figures = self
    for index in figures.parts.indices { figures.parts[index].withhold(suppression) }
    return figures
  }
}
