package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

/// What a campaign would be with other partners, ready for any format.
package struct SimulationDocument: TableDocument, Sendable {
  /// What was simulated in one scope.
  package enum Simulation: Sendable {
    case without(WithoutPartners)
    case with(WithPartner)
    case best(BestMix)

    /// The scope.
    package var scope: Scope {
      switch self {
      case .without(let result): result.scope
      case .with(let result): result.scope
      case .best(let result): result.scope
      }
    }
  }

  package var dataset: Dataset
  package var simulations: [Simulation]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool

  package init(_ dataset: Dataset, _ simulations: [Simulation], isList: Bool) {
    precondition(isList || simulations.count == 1, "A document without a list holds one simulation.")
    self.dataset = dataset
    self.simulations = simulations
    self.isList = isList
  }

  /// Writes `{schema, dataset, campaign, without: {partners, reach: L, new_contacts: L, new_touchpoints: L, stays: L,
  /// network: {before: N, after: N}}}` with L = `{with, without, lost}` and N = `{partners, ties, components,
  /// largest_component}`; or `with: {…}`; or `best: {…}`, see the methods that write them.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write("simulate", dataset.name, simulations, isList: isList, isPretty: isPretty, to: deliver) {
      write($0, to: &$1)
    }
  }

  private func write(_ simulation: Simulation, to writer: inout JSONWriter) {
    writer.scope(simulation.scope, in: dataset)
    switch simulation {
    case .without(let result): result.write(dataset, to: &writer)
    case .with(let result): result.write(dataset, to: &writer)
    case .best(let result): result.write(dataset, to: &writer)
    }
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    simulations.map { simulation in
      let tables =
        switch simulation {
        case .without(let result): result.tables()
        case .with(let result): result.tables(dataset, options)
        case .best(let result): result.tables(dataset, options)
        }
      return DocumentPart(
        campaign: dataset.campaignKey(of: simulation.scope),
        heading: title(of: simulation) + .verbatim(" · ") + dataset.heading(of: simulation.scope), tables: tables)
    }
  }

  private func title(of simulation: Simulation) -> LocalizedText {
    switch simulation {
    case .without(let result):
      LocalizedText("Without %1", "Ohne %1").filled(
        .verbatim(result.partners.map { dataset.partners[$0].label }.joined(separator: ", ")))
    case .with(let result): LocalizedText("With %1", "Mit %1").filled(.verbatim(dataset.partners[result.partner].label))
    case .best: .bestMix
    }
  }
}

extension WithoutPartners {
  fileprivate var losses: [(id: String, title: LocalizedText, loss: Loss, note: LocalizedText)] {
    [
      (
        "reach", LocalizedText("Reach", "Reichweite"), reach,
        LocalizedText(
          "Contacts touched; lost are those whom nobody else reached.",
          "Berührte Kontakte; verloren sind die, die sonst niemand erreichte.")
      ),
      (
        "new_contacts", TouchpointFigures.newContacts.title, newContacts,
        LocalizedText(
          "Contacts whose first touch is in the campaign.",
          "Kontakte, deren erste Berührung in der Kampagne ist.")
      ),
      (
        "new_touchpoints", TouchpointFigures.newTouchpoints.title, newTouchpoints,
        LocalizedText(
          "Pairs of contact and brand that met first there.",
          "Paare aus Kontakt und Marke, die sich dort zuerst begegneten.")
      ),
      (
        "stays", LocalizedText("Contacts that stay", "Kontakte, die bleiben"), stays,
        LocalizedText(
          "New contacts active after the end, in channels that are left.",
          "Nach dem Ende aktive neue Kontakte, in verbleibenden Kanälen.")
      ),
    ]
  }

  fileprivate func write(_ dataset: Dataset, to writer: inout JSONWriter) {
    writer.object("without") { writer in
      writer.list("partners", partners, isInline: true) { $0.item(dataset.partners[$1].id) }
      for entry in losses {
        writer.object(entry.id, isInline: true) { writer in
          writer.member("with", entry.loss.with)
          writer.member("without", entry.loss.without)
          writer.member("lost", entry.loss.lost)
        }
      }
      writer.object("network") { writer in
        for (key, cohesion) in [("before", before), ("after", after)] {
          writer.object(key, isInline: true) { writer in
            writer.member("partners", cohesion.partners)
            writer.member("ties", cohesion.ties)
            writer.member("components", cohesion.components)
            writer.member("largest_component", cohesion.largestComponent)
          }
        }
      }
    }
    writer.unknown(unknown)
  }

  fileprivate func tables() -> [FigureTable] {
    func cell(_ count: Int?, _ name: String) -> FigureTable.Cell {
      count.map { .count($0) } ?? .unknown(unknown.state(of: name))
    }
    let rows = losses.map { entry in
      FigureTable.Row(
        entry.id,
        [
          .term(entry.title), cell(entry.loss.with, "\(entry.id).with"),
          cell(entry.loss.without, "\(entry.id).without"),
          cell(entry.loss.lost, "\(entry.id).lost"),
        ], note: entry.note)
    }
    let network: [(String, LocalizedText, Int, Int)] = [
      ("partners", LocalizedText("Partners", "Partner"), before.partners, after.partners),
      (
        "ties", LocalizedText("Ties by contacts in common", "Verbindungen durch gemeinsame Kontakte"), before.ties,
        after.ties
      ),
      ("components", LocalizedText("Components", "Komponenten"), before.components, after.components),
      (
        "largest_component", .largestComponent, before.largestComponent,
        after.largestComponent
      ),
    ]
    return [
      FigureTable(
        "without", title: LocalizedText("What would be lost", "Was verloren ginge"),
        note: LocalizedText(
          "The campaign measured again without their channels, which fall silent after its end too.",
          "Die Kampagne noch einmal gemessen ohne ihre Kanäle, die auch nach dem Ende schweigen."),
        columns: [
          FigureTable.Column("figure", "Figure", "Zahl", .words), FigureTable.Column("with", "With", "Mit"),
          FigureTable.Column("without", "Without", "Ohne"), FigureTable.Column("lost", "Lost", "Verloren"),
        ], rows: rows),
      FigureTable(
        "network", title: LocalizedText("What remains connected", "Was verbunden bleibt"),
        note: LocalizedText(
          "Partners tied by the contacts that both reached.",
          "Partner, verbunden durch die Kontakte, die beide erreichten."),
        columns: [
          FigureTable.Column("figure", "Figure", "Zahl", .words), FigureTable.Column("before", "Before", "Vorher"),
          FigureTable.Column("after", "After", "Nachher"),
        ],
        rows: network.map { FigureTable.Row($0.0, [.term($0.1), .count($0.2), .count($0.3)]) }),
    ]
  }
}

extension WithPartner {
  /// Writes `with: {partner, audience, shared, added, added_relevant, reach, reach_with, by_brand: [{brand,
  /// new_touchpoints}], overlap: [{partner, contacts}]}`.
  fileprivate func write(_ dataset: Dataset, to writer: inout JSONWriter) {
    writer.object("with") { writer in
      writer.member("partner", dataset.partners[partner].id)
      writer.member("audience", audience)
      writer.member("shared", shared)
      writer.member("added", added)
      writer.member("added_relevant", addedRelevant)
      writer.member("reach", reach)
      writer.member("reach_with", reachWith)
      writer.rows("by_brand", byBrand) { writer, row in
        writer.member("brand", dataset.partners[row.brand].id)
        writer.member("new_touchpoints", row.newTouchpoints)
      }
      writer.rows("overlap", overlap) { writer, row in
        writer.member("partner", dataset.partners[row.partner].id)
        writer.member("contacts", row.contacts)
      }
    }
    writer.unknown(unknown)
  }

  fileprivate func tables(_ dataset: Dataset, _ options: TableOptions) -> [FigureTable] {
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "audience", LocalizedText("Audience", "Publikum"), audience,
      LocalizedText(
        "Contacts its channels touched before the end, the campaign aside.",
        "Kontakte, die seine Kanäle vor dem Ende außerhalb der Kampagne berührten."))
    table.add(
      "shared", LocalizedText("Reached anyway", "Ohnehin erreicht"), shared,
      LocalizedText("Those whom the campaign reached.", "Die, die die Kampagne erreichte."))
    table.add(
      "added", LocalizedText("Could be added", "Könnten dazukommen"), added,
      LocalizedText("Those whom it did not.", "Die, die sie nicht erreichte."))
    table.add(
      "added_relevant", LocalizedText("Relevant ones", "Relevante"), addedRelevant,
      LocalizedText(
        "Relevant contacts among those that could be added.", "Relevante Kontakte unter denen, die dazukommen könnten.")
    )
    table.add(
      "reach", LocalizedText("Reach", "Reichweite"), reach,
      LocalizedText("Contacts of the campaign.", "Kontakte der Kampagne."))
    table.add(
      "reach_with", LocalizedText("Reach with it", "Reichweite mit ihm"), reachWith,
      LocalizedText(
        "At most, if its whole audience were reached.", "Höchstens, wenn sein ganzes Publikum erreicht würde."))
    return [
      table.table(
        "with", title: LocalizedText("What it could add", "Was er hinzufügen könnte"),
        note: LocalizedText(
          "The most that its past audience could bring.", "Das meiste, was sein bisheriges Publikum bringen könnte.")),
      FigureTable(
        "by_brand", title: LocalizedText("New touchpoints it could bring", "Neue Kontaktpunkte, die er bringen könnte"),
        note: LocalizedText(
          "Contacts of its audience that never met the brand.",
          "Kontakte seines Publikums, die der Marke nie begegneten."),
        columns: [.brand] + [FigureTable.Column("new_touchpoints", TouchpointFigures.newTouchpoints.title)],
        first: byBrand, options
      ) { row in
        FigureTable.Row(
          dataset.partners[row.brand].id, [.partner(row.brand, in: dataset)] + [.count(row.newTouchpoints)])
      },
      FigureTable(
        "overlap", title: LocalizedText("Whose contacts it shares", "Wessen Kontakte er teilt"),
        note: LocalizedText(
          "Contacts of its audience that a carrier reached.", "Kontakte seines Publikums, die ein Träger erreichte."),
        columns: [.partner] + [FigureTable.Column("contacts", "Contacts", "Kontakte")], first: overlap, options
      ) { row in
        FigureTable.Row(
          dataset.partners[row.partner].id, [.partner(row.partner, in: dataset)] + [.count(row.contacts)])
      },
    ]
  }
}

extension BestMix {
  /// Writes `best: {by, limit, budget, available, covered, cost, upper_bound, guarantee, chosen: [{partner, gain,
  /// cumulative, overlap, overlap_cost, cost, cumulative_cost, contacts, exclusive, shapley, stacked}], others:
  /// [{partner, cost, contacts, exclusive, shapley, stacked}]}`.
  fileprivate func write(_ dataset: Dataset, to writer: inout JSONWriter) {
    writer.object("best") { writer in
      writer.member("by", options.goal.rawValue)
      writer.member("limit", options.limit)
      writer.member("budget", options.budget)
      writer.member("available", available)
      writer.member("covered", covered)
      writer.member("cost", cost)
      writer.member("upper_bound", upperBound)
      writer.member("guarantee", guarantee)
      writer.rows("chosen", chosen) { writer, row in
        writer.member("partner", dataset.partners[row.partner].id)
        writer.member("gain", row.gain)
        writer.member("cumulative", row.cumulative)
        writer.member("overlap", row.overlap)
        writer.member("overlap_cost", row.overlapCost)
        writer.member("cumulative_cost", row.cumulativeCost)
        BestMix.write(row, to: &writer)
      }
      writer.rows("others", others) { writer, row in
        writer.member("partner", dataset.partners[row.partner].id)
        BestMix.write(row, to: &writer)
      }
    }
    writer.unknown(unknown)
  }

  private static func write(_ row: Choice, to writer: inout JSONWriter) {
    writer.member("cost", row.cost)
    writer.member("contacts", row.contacts)
    writer.member("exclusive", row.exclusive)
    writer.member("shapley", row.shapley)
    writer.member("stacked", row.stacked)
  }

  fileprivate func tables(_ dataset: Dataset, _ options: TableOptions) -> [FigureTable] {
    let currency = dataset.settings.currency
    let contacts =
      self.options.goal == .reach
      ? LocalizedText("Contacts", "Kontakte") : TouchpointFigures.newContacts.title
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "covered", LocalizedText("%1 of the mix", "%1 der Mischung").filled(contacts), covered,
      LocalizedText("Distinct contacts of the chosen partners.", "Verschiedene Kontakte der gewählten Partner."))
    table.add(
      "available", LocalizedText("%1 of all", "%1 aller").filled(contacts), available,
      LocalizedText("Distinct contacts of all carriers.", "Verschiedene Kontakte aller Träger."))
    if cost != nil {
      table.add(
        "cost", LocalizedText("Cost", "Kosten"), money: cost, currency: currency,
        LocalizedText("What the chosen ones cost.", "Was die gewählten kosten."))
    }
    table.add(
      "upper_bound", LocalizedText("Bound", "Schranke"), upperBound,
      LocalizedText(
        "No choice within the limits has more contacts than this.",
        "Keine Wahl innerhalb der Grenzen hat mehr Kontakte als diese."))
    table.add(
      "guarantee", LocalizedText("Certified share", "Verbürgter Anteil"), share: guarantee,
      LocalizedText("At least this share of the best possible.", "Mindestens dieser Anteil des Bestmöglichen."))
    func money(_ amount: Double?) -> FigureTable.Cell { amount.map { .money($0, currency: currency) } ?? .empty }
    func measures(_ row: Choice) -> [FigureTable.Cell] {
      [
        .count(row.contacts), .count(row.exclusive), .number(row.shapley, else: .withheld),
        .count(row.stacked), money(row.cost),
      ]
    }
    let columns = [
      FigureTable.Column("contacts", contacts), FigureTable.Column("exclusive", "Only here", "Nur hier"),
      FigureTable.Column("shapley", "Share", "Anteil"), FigureTable.Column("stacked", "Stacked", "Gestapelt"),
      FigureTable.Column("cost", "Cost", "Kosten"),
    ]
    return [
      table.table(
        "best", title: .bestMix,
        note: LocalizedText(
          "Partners that together have the most contacts.", "Partner, die zusammen die meisten Kontakte haben.")),
      FigureTable(
        "chosen", title: .stepByStep,
        note: LocalizedText(
          "What each adds to those before it, and what it has of theirs.",
          "Was jeder zu denen davor hinzufügt, und was er von ihren hat."),
        columns: [.partner] + [
          FigureTable.Column("gain", "Adds", "Zusätzlich"), FigureTable.Column("cumulative", "So far", "Bisher"),
          FigureTable.Column("overlap", "Overlap", "Überschneidung"),
          FigureTable.Column("overlap_cost", "Paid twice", "Doppelt bezahlt"),
        ] + columns, first: chosen, options
      ) { row in
        FigureTable.Row(
          dataset.partners[row.partner].id,
          [.partner(row.partner, in: dataset)] + [.count(row.gain), .count(row.cumulative), .count(row.overlap)]
            + [money(row.overlapCost)] + measures(row))
      },
      FigureTable(
        "others", title: LocalizedText("Not chosen", "Nicht gewählt"),
        note: LocalizedText("The other carriers.", "Die übrigen Träger."), columns: [.partner] + columns,
        first: others, options
      ) { row in
        FigureTable.Row(dataset.partners[row.partner].id, [.partner(row.partner, in: dataset)] + measures(row))
      },
    ]
  }
}

extension LocalizedText {
  static let stepByStep = LocalizedText("Step by step", "Schritt für Schritt")
  fileprivate static let bestMix = LocalizedText("The best mix", "Die beste Mischung")
}
