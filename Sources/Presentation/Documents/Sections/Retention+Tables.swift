package import CampaignAnalysis
package import CampaignModel

extension Retention {
  /// The figures as tables: the single ones first, then every breakdown.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    var tables = [
      headline(dataset), dayTable(), partnerTable(dataset, options), classTable(), activityTable(), baselineTable(),
    ]
    if let survival {
      tables.append(
        Retention.survivalTable(
          "survival", "How long they stay", "Share of the cohort still active so many days after the end.",
          survival.curve, options))
    }
    return tables
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    let who = options.cohort == .new ? "New contacts of the campaign." : "Contacts the campaign reached."
    table.add("cohort_size", "Cohort", cohortSize, who)
    table.add(
      "ended", "Campaign ended", ended, in: dataset, "What comes at or after this instant counts as afterwards.")
    table.add("observed_until", "Observed until", observedUntil, in: dataset, "Up to when the data are complete.")
    table.add("observed_days", "Days observed", observedDays, "Whole days from the end to there.")
    table.add("stays", "Stay", stays, "With an interaction after the end, in any channel about anything.")
    table.add(
      "carries_on", "Carry on", carriesOn, "Who shared, mentioned, contributed or referred after the end.")
    table.add("joins", "Join the network", joins, "Active after the end in channels of two partners or more.")
    table.add("lost", "Lost", lost, "Without an interaction after the end, so far.")
    table.add("survival.median", "Median stay in days", survival?.median, "After so many days half have fallen silent.")
    table.add(
      "survival.rmst", "Mean stay in days", survival?.restrictedMean,
      "Within the first \(options.days.last ?? 0) days (restricted mean).")
    return table.table("retention", title: "Retention", note: "What became of the contacts after the campaign's end.")
  }

  private func cell(_ share: Proportion?, _ figure: String) -> FigureTable.Cell {
    share.map { .proportion($0) } ?? .unknown(unknown.state(of: figure))
  }

  private func dayTable() -> FigureTable {
    FigureTable(
      "days", title: "Who is active when",
      note: "Within the days since the row above, at any time from the day on, and on the day itself.",
      columns: [
        FigureTable.Column("day", "Day"), FigureTable.Column("bracket", "Up to the day", .proportion),
        FigureTable.Column("unbounded", "From the day on", .proportion),
        FigureTable.Column("nth_day", "On the day", .proportion),
      ],
      rows: days.map { row in
        FigureTable.Row(
          "\(row.day)",
          [
            .integer(row.day), cell(row.bracket, "days.\(row.day).bracket"),
            cell(row.unbounded, "days.\(row.day).unbounded"), cell(row.nthDay, "days.\(row.day).nth_day"),
          ])
      })
  }

  private func partnerTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let state = unknown.state(of: "by_partner", else: .withheld)
    return FigureTable(
      "by_partner", title: "Who keeps whom",
      note: "By the partner in whose channel a contact first met the campaign.",
      columns: dataset.partnerColumns() + [
        FigureTable.Column("cohort", "Cohort"), FigureTable.Column("stays", "Stay"),
        FigureTable.Column("kept", "Stay here"), FigureTable.Column("passed_on", "Only elsewhere"),
      ], first: byPartner, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        dataset.partnerCells($0.partner) + [
          .count($0.cohort), .count($0.stays, else: state), .count($0.kept, else: state),
          .count($0.passedOn, else: state),
        ])
    }
  }

  private func classTable() -> FigureTable {
    let state = unknown.state(of: "by_first_contact", else: .withheld)
    return FigureTable(
      "by_first_contact", title: "Who stays, by first contact",
      note: "By what the contact first met: a paid channel, joint content, an own or a partner's channel.",
      columns: [
        FigureTable.Column("class", "First contact", .text), FigureTable.Column("cohort", "Cohort"),
        FigureTable.Column("stays", "Stay"),
      ],
      rows: byFirstContact.map {
        FigureTable.Row(
          $0.firstContact.name,
          [.text($0.firstContact.name), .count($0.cohort), .count($0.stays, else: state)])
      })
  }

  private func activityTable() -> FigureTable {
    FigureTable(
      "partner_retention", title: "Partners that go on",
      note: "Participants that carried a content or gave an exchange within so many days after the end.",
      columns: [FigureTable.Column("day", "Day"), FigureTable.Column("active", "Active", .proportion)],
      rows: partnerRetention.map {
        FigureTable.Row("\($0.day)", [.integer($0.day), cell($0.active, "partner_retention.\($0.day)")])
      })
  }

  private func baselineTable() -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "baseline.cohort_size", "Baseline cohort", baseline.cohortSize,
      "Contacts first touched in the same window whom the campaign never reached.")
    table.add("baseline.lost", "Lost", baseline.lost, "Of the baseline, without an interaction after the end.")
    table.add(
      "baseline.loss_change", "Loss avoided", share: baseline.lossChange,
      "How much smaller the cohort's loss is, relative to the baseline's.")
    table.add(
      "baseline.difference", "Difference of loss rates", baseline.difference, "The cohort's minus the baseline's.")
    table.add(
      "baseline.log_rank.chi_squared", "Log-rank χ²", baseline.logRank?.chiSquared,
      "Test of whether both fall silent at the same pace.")
    table.add(
      "baseline.log_rank.p", "Probability by chance", share: baseline.logRank?.p,
      "Of a difference at least this large if there were none.")
    return table.table("baseline", title: "Compared with contacts won elsewhere", note: "The baseline cohort.")
  }

  /// A survival curve as a table with one row a step.
  static func survivalTable(
    _ id: String, _ title: String, _ note: String, _ curve: KaplanMeier, _ options: TableOptions
  ) -> FigureTable {
    FigureTable(
      id, title: title, note: note,
      columns: [
        FigureTable.Column("day", "Day"), FigureTable.Column("at_risk", "At risk"),
        FigureTable.Column("events", "Fell silent"), FigureTable.Column("censored", "Out of sight"),
        FigureTable.Column("survival", "Still active", .percent),
        FigureTable.Column("interval", "95 % interval", .percent),
      ], course: curve.steps, options
    ) { step in
      FigureTable.Row(
        "\(step.time)",
        [
          .integer(step.time), .integer(step.atRisk), .integer(step.events), .integer(step.censored),
          .percent(step.survival), .interval(step.low, step.high),
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
