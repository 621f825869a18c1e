package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension KPIComparison {
  /// Every KPI that is known now or was known earlier, with its change.
  package func table(in dataset: Dataset) -> FigureTable {
    let currency = dataset.settings.currency
    let rows = zip(now.entries, zip(earlier.entries, changes)).filter { $0.value != nil || $1.0.value != nil }.map {
      entry, earlier in
      let (before, change) = earlier
      var interval = FigureTable.Cell.empty
      if let difference = change.difference { interval = .limits(.points(difference.low), .points(difference.high)) }
      return FigureTable.Row(
        entry.kpi.id,
        [
          .term(entry.kpi.title), KPIs.cell(entry, currency), KPIs.cell(before, currency),
          change.absolute.map { KPIs.difference($0, of: entry.kpi, currency) } ?? .empty, interval,
          change.relative.map { .share($0) } ?? .empty,
        ], note: entry.kpi.meaning)
    }
    return FigureTable(
      "changes", title: title,
      note: withoutTouches(in: dataset).map { LocalizedText.nothingToCompare.filled([$0]) } ?? note(in: dataset),
      columns: [
        FigureTable.Column("figure", "KPI", "Kennzahl", .words),
        FigureTable.Column("value", "Now", "Jetzt"), FigureTable.Column("earlier", "Earlier", "Früher"),
        FigureTable.Column("change", "Change", "Änderung"), .interval,
        FigureTable.Column("relative", "in percent", "in Prozent"),
      ], rows: rows)
  }

  /// The name of whichever of the two has no touch; nil where both have.
  package func withoutTouches(in dataset: Dataset) -> String? {
    if now.hasTouches, earlier.hasTouches { return nil }
    let name = now.hasTouches ? earlier.name : now.scope.campaign.map { dataset.campaigns[$0].label } ?? dataset.name
    return LabelText.isolated(LabelText.short(name, 60))
  }

  private func note(in dataset: Dataset) -> LocalizedText {
    let kind =
      overlaps
      ? LocalizedText(
        "Changes of shares in percentage points; without intervals, for the two windows have time in common.",
        "Änderungen von Anteilen in Prozentpunkten; ohne Intervalle, denn die beiden Zeiträume überschneiden sich.")
      : LocalizedText(
        "Changes of shares in percentage points, with their 95 % interval; one that does not hold 0 is beyond chance.",
        "Änderungen von Anteilen in Prozentpunkten, mit ihrem 95-%-Intervall; eines ohne die 0 geht über den Zufall hinaus."
      )
    let remarks = [kind] + remarks(in: dataset)
    return LocalizedText { language in remarks.map { $0[language] }.joined(separator: " ") }
  }

  /// Which KPIs are of unequal spans of time.
  package func remarks(in dataset: Dataset) -> [LocalizedText] {
    [remarkOnDays, remarkOnLateDays(in: dataset)].compactMap(\.self)
  }

  /// That the KPIs of those who stay are of unequal spans of time; nil where they are not, or none of them is compared.
  private var remarkOnDays: LocalizedText? {
    switch changes.lazy.compactMap({ observedDays(of: $0) }).first {
    case nil, .alike: nil
    case .unequal(let earlier, let now):
      LocalizedText(
        "How many stay, carry on or join grows with the days observed after the end: %1 earlier, %2 now.",
        "Wie viele bleiben, weitertragen oder sich anschließen, wächst mit den nach dem Ende beobachteten Tagen: früher %1, jetzt %2."
      ).filled(["\(earlier)", "\(now)"])
    case .unknown:
      LocalizedText(
        "How many stay, carry on or join grows with the days observed after the end, which the earlier report does not tell.",
        "Wie viele bleiben, weitertragen oder sich anschließen, wächst mit den nach dem Ende beobachteten Tagen, die der frühere Bericht nicht nennt."
      )
    }
  }

  /// What is compared with.
  package var title: LocalizedText {
    LocalizedText("Compared with %1", "Verglichen mit %1").filled([
      "\(LabelText.isolated(LabelText.short(earlier.name, 60)))"
    ])
  }
}

extension LocalizedText {
  package static let nothingToCompare = LocalizedText(
    "No touch of %1 is counted, so that nothing can be compared but how contents were made.",
    "Von %1 zählt keine Berührung: Vergleichbar ist nur, wie Inhalte entstanden.")
}

extension JSONWriter {
  /// What the KPIs are held against.
  mutating func comparedWith(_ comparison: KPIComparison) {
    object("compared_with", isInline: true) { writer in
      writer.member("dataset", comparison.earlier.dataset)
      writer.member("campaign", comparison.earlier.campaign)
      writer.member("name", comparison.earlier.name)
      writer.member("start", comparison.earlier.start)
      writer.member("end", comparison.earlier.end)
      writer.member("observed_days", comparison.earlier.observedDays)
      writer.member("overlaps", comparison.overlaps)
    }
  }
}
