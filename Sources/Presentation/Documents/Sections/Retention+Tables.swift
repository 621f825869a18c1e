package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension Retention {
  /// The figures as tables: the single ones first, then every breakdown.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    var tables = [
      headline(dataset), dayTable(), partnerTable(dataset, options), classTable(), activityTable(),
    ]
    if let baseline { tables.append(table(baseline)) }
    if let holdout { tables.append(table(holdout)) }
    if let survival {
      tables.append(
        Retention.survivalTable(
          "survival", LocalizedText("How long they stay", "Wie lange sie bleiben"),
          LocalizedText(
            "Share of the cohort still active so many days after the end.",
            "Anteil der Kohorte, der so viele Tage nach dem Ende noch aktiv ist."),
          survival.curve, options))
    }
    return tables
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    let who =
      options.cohort == .new
      ? LocalizedText("New contacts of the campaign.", "Neue Kontakte der Kampagne.")
      : LocalizedText("Contacts the campaign reached.", "Kontakte, die die Kampagne erreichte.")
    table.add("cohort_size", LocalizedText("Cohort", "Kohorte"), cohortSize, who)
    table.add(
      "ended", LocalizedText("Campaign ended", "Ende der Kampagne"),
      dataset.asGiven(ended, isDate: dataset.endIsDate(of: scope)), in: dataset,
      LocalizedText("What comes after this counts as afterwards.", "Was danach kommt, zählt als danach."))
    table.add(
      "observed_until", LocalizedText("Observed until", "Beobachtet bis"),
      observedUntil.map { dataset.asGiven($0, isDate: dataset.settings.observedUntilIsDate) }, in: dataset,
      LocalizedText("Up to when the data are complete.", "Bis wann die Daten vollständig sind."))
    table.add(
      "observed_days", LocalizedText("Days observed", "Beobachtete Tage"), observedDays,
      LocalizedText("Whole days from the end to there.", "Ganze Tage vom Ende bis dahin."))
    table.add(
      "stays", LocalizedText("Stay", "Bleiben"), stays,
      LocalizedText(
        "With an interaction after the end, in any channel about anything.",
        "Mit einer Interaktion nach dem Ende, in irgendeinem Kanal zu irgendetwas."))
    table.add(
      "carries_on", LocalizedText("Carry on", "Tragen weiter"), carriesOn,
      LocalizedText(
        "Who shared, mentioned, contributed or referred after the end.",
        "Wer nach dem Ende teilte, erwähnte, beitrug oder weiterempfahl."))
    table.add(
      "joins", LocalizedText("Join the network", "Schließen sich an"), joins,
      LocalizedText(
        "Active after the end in channels of two partners or more.",
        "Nach dem Ende in Kanälen von zwei oder mehr Partnern aktiv."))
    table.add(
      "lost", LocalizedText("Lost", "Verloren"), lost,
      LocalizedText("Without an interaction after the end, so far.", "Bisher ohne Interaktion nach dem Ende."))
    table.add(
      "survival.median", LocalizedText("Median stay in days", "Median des Verbleibs in Tagen"), survival?.median,
      LocalizedText("After so many days half have fallen silent.", "Nach so vielen Tagen ist die Hälfte verstummt."))
    table.add(
      "survival.rmst", LocalizedText("Mean stay in days", "Mittlerer Verbleib in Tagen"), survival?.restrictedMean,
      LocalizedText("Within the first %1 days (restricted mean).", "In den ersten %1 Tagen (eingeschränktes Mittel).")
        .filled(.verbatim("\(options.days.last ?? 0)")))
    return table.table(
      "retention", title: LocalizedText("Retention", "Verbleib"),
      note: LocalizedText(
        "What became of the contacts after the campaign's end.",
        "Was nach dem Ende der Kampagne aus den Kontakten wurde."))
  }

  private func cell(_ share: Proportion?, _ figure: String) -> FigureTable.Cell {
    .proportion(share, else: unknown.state(of: figure))
  }

  private func dayTable() -> FigureTable {
    FigureTable(
      "days", title: LocalizedText("Who is active when", "Wer wann aktiv ist"),
      note: LocalizedText(
        "Within the days since the row above, at any time from the day on, and on the day itself.",
        "In den Tagen seit der Zeile darüber, irgendwann ab dem Tag und am Tag selbst."),
      columns: [
        FigureTable.Column("day", "Day", "Tag"), FigureTable.Column("bracket", "Up to the day", "Bis zum Tag"),
        FigureTable.Column("unbounded", "From the day on", "Ab dem Tag"),
        FigureTable.Column("nth_day", "On the day", "Am Tag"),
      ],
      rows: days.map { row in
        FigureTable.Row(
          "\(row.day)",
          [
            .count(row.day), cell(row.bracket, "days.\(row.day).bracket"),
            cell(row.unbounded, "days.\(row.day).unbounded"), cell(row.nthDay, "days.\(row.day).nth_day"),
          ])
      })
  }

  private func partnerTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let state = unknown.state(of: "by_partner", else: .withheld)
    return FigureTable(
      "by_partner", title: LocalizedText("Who keeps whom", "Wer wen behält"),
      note: LocalizedText(
        "By the partner in whose channel a contact first met the campaign.",
        "Nach dem Partner, in dessen Kanal ein Kontakt der Kampagne zuerst begegnete."),
      columns: [.partner] + [
        FigureTable.Column("cohort", "Cohort", "Kohorte"), FigureTable.Column("stays", "Stay", "Bleiben"),
        FigureTable.Column("kept", "Stay here", "Bleiben hier"),
        FigureTable.Column("passed_on", "Only elsewhere", "Nur anderswo"),
      ], first: byPartner, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        [.partner($0.partner, in: dataset)] + [
          .count($0.cohort), .count($0.stays, else: state), .count($0.kept, else: state),
          .count($0.passedOn, else: state),
        ])
    }
  }

  private func classTable() -> FigureTable {
    let state = unknown.state(of: "by_first_contact", else: .withheld)
    return FigureTable(
      "by_first_contact", title: LocalizedText("Who stays, by first contact", "Wer bleibt, nach Erstkontakt"),
      note: LocalizedText(
        "By what the contact first met: a paid channel, joint content, an own or a partner's channel.",
        "Danach, was der Kontakt zuerst traf: einen bezahlten Kanal, gemeinsamen Inhalt, einen eigenen oder einen Partnerkanal."
      ),
      columns: [
        FigureTable.Column("class", "First contact", "Erstkontakt", .words),
        FigureTable.Column("cohort", "Cohort", "Kohorte"),
        FigureTable.Column("stays", "Stay", "Bleiben"),
      ],
      rows: byFirstContact.map {
        FigureTable.Row(
          $0.firstContact.name,
          [.term($0.firstContact.words), .count($0.cohort), .count($0.stays, else: state)])
      })
  }

  private func activityTable() -> FigureTable {
    FigureTable(
      "partner_retention", title: LocalizedText("Partners that go on", "Partner, die weitermachen"),
      note: LocalizedText(
        "Participants that carried a content or gave an exchange within so many days after the end.",
        "Teilnehmer, die binnen so vieler Tage nach dem Ende einen Inhalt trugen oder etwas gaben."),
      columns: [FigureTable.Column("day", "Day", "Tag"), FigureTable.Column("active", "Active", "Aktiv")],
      rows: partnerRetention.map {
        FigureTable.Row("\($0.day)", [.count($0.day), cell($0.active, "partner_retention.\($0.day)")])
      })
  }

  private func table(_ holdout: Holdout) -> FigureTable {
    func state(_ row: Holdout.Comparison, _ figure: String = "") -> UnknownFigure.State {
      unknown.state(of: "holdout.\(row.outcome.rawValue)\(figure)")
    }
    let touched = LocalizedText(
      "Contacts drawn by lot: those it could address, and those it was kept away from, touched or not. Held-out contacts "
        + "that it touched all the same: %1.",
      "Ausgeloste Kontakte: die sie ansprechen konnte, und die von ihr ferngehalten wurden, berührt oder nicht. "
        + "Ferngehaltene, die sie dennoch berührte: %1.")
    return FigureTable(
      "holdout", title: LocalizedText("What the campaign brought about", "Was die Kampagne bewirkte"),
      note: touched.filled(holdout.contaminated.map { .number($0) } ?? .withheld),
      columns: [
        FigureTable.Column("outcome", "Outcome", "Ergebnis", .words),
        FigureTable.Column("addressed", "Addressed", "Ansprechbar"),
        FigureTable.Column("held_out", "Held out", "Ferngehalten"), FigureTable.Column("lift", "Lift", "Wirkung"),
        FigureTable.Column("interval", "95 % interval", "95-%-Intervall"),
        FigureTable.Column("detectable", "Detectable", "Nachweisbar"),
      ],
      rows: holdout.outcomes.map { row in
        FigureTable.Row(
          row.outcome.rawValue,
          [
            .term(row.outcome.term.title), .proportion(row.addressed, else: state(row)),
            .proportion(row.heldOut, else: state(row)),
            row.lift.map { .share($0.difference) } ?? .unknown(state(row, ".lift")),
            row.lift.map { .interval($0.low, $0.high) } ?? .empty, row.detectable.map { .share($0) } ?? .empty,
          ])
      })
  }

  private func table(_ baseline: Baseline) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "baseline.cohort_size", LocalizedText("Baseline cohort", "Vergleichskohorte"), baseline.cohortSize,
      LocalizedText(
        "Contacts first touched in the same window outside of the campaign, whatever came later.",
        "Im selben Zeitraum außerhalb der Kampagne erstmals berührte Kontakte, was immer danach kam."))
    table.add(
      "baseline.lost", LocalizedText("Lost", "Verloren"), baseline.lost,
      LocalizedText(
        "Of the baseline, without an interaction after the end.",
        "Von den verglichenen, ohne Interaktion nach dem Ende."))
    table.add(
      "baseline.loss_change", LocalizedText("Lost less than the baseline", "Weniger verloren als der Vergleich"),
      share: baseline.lossChange,
      LocalizedText(
        "How much smaller the cohort's loss is, relative to the baseline's: a comparison, no effect.",
        "Um wie viel kleiner der Verlust der Kohorte ist, relativ zum Vergleich: ein Unterschied, keine Wirkung."))
    table.add(
      "baseline.difference", LocalizedText("Difference of loss rates", "Differenz der Verlustraten"),
      baseline.difference,
      LocalizedText("The cohort's minus the baseline's.", "Die der Kohorte minus die des Vergleichs."))
    table.add(
      "baseline.log_rank.chi_squared", LocalizedText("Log-rank χ²", "Log-Rank χ²"), baseline.logRank?.chiSquared,
      LocalizedText("Test of whether both fall silent at the same pace.", "Test, ob beide gleich schnell verstummen."))
    table.add(
      "baseline.log_rank.p", LocalizedText("Probability by chance", "Wahrscheinlichkeit durch Zufall"),
      share: baseline.logRank?.p,
      LocalizedText(
        "Of a difference at least this large if there were none.",
        "Eines mindestens so großen Unterschieds, wenn es keinen gäbe."))
    return table.table(
      "baseline",
      title: LocalizedText("Compared with contacts won elsewhere", "Verglichen mit anderswo gewonnenen Kontakten"),
      note: LocalizedText("The baseline cohort.", "Die Vergleichskohorte."))
  }

  /// A survival curve as a table with one row a step.
  static func survivalTable(
    _ id: String, _ title: LocalizedText, _ note: LocalizedText, _ curve: KaplanMeier, _ options: TableOptions
  ) -> FigureTable {
    FigureTable(
      id, title: title, note: note,
      columns: [
        FigureTable.Column("day", "Day", "Tag"), FigureTable.Column("at_risk", "At risk", "Unter Beobachtung"),
        FigureTable.Column("events", "Fell silent", "Verstummt"),
        FigureTable.Column("censored", "Out of sight", "Aus dem Blick"),
        FigureTable.Column("survival", "Still active", "Noch aktiv"),
        FigureTable.Column("interval", "95 % interval", "95-%-Intervall"),
      ], course: curve.steps, options
    ) { step in
      FigureTable.Row(
        "\(step.time)",
        [
          .count(step.time), .count(step.atRisk), .count(step.events), .count(step.censored),
          .share(step.survival), .interval(step.low, step.high),
        ])
    }
  }
}

extension [UnknownFigure] {
  /// Why the figures of a list are null: the entry of the list or of the whole document, else `fallback`.
  package func state(of list: String, else fallback: UnknownFigure.State) -> UnknownFigure.State {
    first { $0.figure == list || $0.figure == "retention" }?.state ?? fallback
  }
}
