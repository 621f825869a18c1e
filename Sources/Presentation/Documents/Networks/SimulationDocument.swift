package import CampaignAnalysis
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
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.simulate/1")
      writer.member("dataset", dataset.name)
      if isList {
        writer.list("campaigns", simulations) { writer, simulation in writer.item { write(simulation, to: &$0) } }
      } else {
        write(simulations[0], to: &writer)
      }
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
        heading: "\(title(of: simulation)) · \(dataset.heading(of: simulation.scope))", tables: tables)
    }
  }

  private func title(of simulation: Simulation) -> String {
    switch simulation {
    case .without(let result): "Without \(result.partners.map { dataset.partners[$0].label }.joined(separator: ", "))"
    case .with(let result): "With \(dataset.partners[result.partner].label)"
    case .best: "The best mix"
    }
  }
}

extension WithoutPartners {
  fileprivate var losses: [(id: String, title: String, loss: Loss, note: String)] {
    [
      ("reach", "Reach", reach, "Contacts touched; lost are those whom nobody else reached."),
      ("new_contacts", "New contacts", newContacts, "Contacts whose first touch is in the campaign."),
      ("new_touchpoints", "New touchpoints", newTouchpoints, "Pairs of contact and brand that met first there."),
      ("stays", "Contacts that stay", stays, "New contacts active after the end, in channels that are left."),
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
      count.map { .integer($0) } ?? .unknown(unknown.state(of: name))
    }
    let rows = losses.map { entry in
      FigureTable.Row(
        entry.id,
        [
          .text(entry.title), cell(entry.loss.with, "\(entry.id).with"),
          cell(entry.loss.without, "\(entry.id).without"),
          cell(entry.loss.lost, "\(entry.id).lost"),
        ], note: entry.note)
    }
    let network: [(String, String, Int, Int)] = [
      ("partners", "Partners", before.partners, after.partners),
      ("ties", "Ties by contacts in common", before.ties, after.ties),
      ("components", "Components", before.components, after.components),
      ("largest_component", "Largest component", before.largestComponent, after.largestComponent),
    ]
    return [
      FigureTable(
        "without", title: "What would be lost",
        note: "The campaign measured again without their channels, which fall silent after its end too.",
        columns: [
          FigureTable.Column("figure", "Figure", .text), FigureTable.Column("with", "With"),
          FigureTable.Column("without", "Without"), FigureTable.Column("lost", "Lost"),
        ], rows: rows),
      FigureTable(
        "network", title: "What remains connected", note: "Partners tied by the contacts that both reached.",
        columns: [
          FigureTable.Column("figure", "Figure", .text), FigureTable.Column("before", "Before"),
          FigureTable.Column("after", "After"),
        ],
        rows: network.map { FigureTable.Row($0.0, [.text($0.1), .integer($0.2), .integer($0.3)]) }),
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
    table.add("audience", "Audience", audience, "Contacts its channels touched before the end, the campaign aside.")
    table.add("shared", "Reached anyway", shared, "Those whom the campaign reached.")
    table.add("added", "Could be added", added, "Those whom it did not.")
    table.add("added_relevant", "Relevant ones", addedRelevant, "Relevant contacts among those that could be added.")
    table.add("reach", "Reach", reach, "Contacts of the campaign.")
    table.add("reach_with", "Reach with it", reachWith, "At most, if its whole audience were reached.")
    return [
      table.table("with", title: "What it could add", note: "The most that its past audience could bring."),
      FigureTable(
        "by_brand", title: "New touchpoints it could bring",
        note: "Contacts of its audience that never met the brand.",
        columns: dataset.partnerColumns("brand", "Brand") + [FigureTable.Column("new_touchpoints", "New touchpoints")],
        first: byBrand, options
      ) { row in
        FigureTable.Row(
          dataset.partners[row.brand].id, dataset.partnerCells(row.brand) + [.count(row.newTouchpoints)])
      },
      FigureTable(
        "overlap", title: "Whose contacts it shares", note: "Contacts of its audience that a carrier reached.",
        columns: dataset.partnerColumns() + [FigureTable.Column("contacts", "Contacts")], first: overlap, options
      ) { row in
        FigureTable.Row(
          dataset.partners[row.partner].id, dataset.partnerCells(row.partner) + [.count(row.contacts)])
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
    let contacts = self.options.goal == .reach ? "Contacts" : "New contacts"
    var table = HeadlineTable(unknown: unknown)
    table.add("covered", "\(contacts) of the mix", covered, "Distinct contacts of the chosen partners.")
    table.add("available", "\(contacts) of all", available, "Distinct contacts of all carriers.")
    if cost != nil { table.add("cost", "Cost", money: cost, currency: currency, "What the chosen ones cost.") }
    table.add("upper_bound", "Bound", upperBound, "No choice within the limits has more contacts than this.")
    table.add("guarantee", "Certified share", share: guarantee, "At least this share of the best possible.")
    func money(_ amount: Double?) -> FigureTable.Cell { amount.map { .money($0, currency: currency) } ?? .empty }
    func measures(_ row: Choice) -> [FigureTable.Cell] {
      [
        .count(row.contacts), .count(row.exclusive), row.shapley.map { .decimal($0) } ?? .unknown(.withheld),
        .count(row.stacked), money(row.cost),
      ]
    }
    let columns = [
      FigureTable.Column("contacts", contacts), FigureTable.Column("exclusive", "Only here"),
      FigureTable.Column("shapley", "Share", .decimal), FigureTable.Column("stacked", "Stacked"),
      FigureTable.Column("cost", "Cost", .money),
    ]
    return [
      table.table("best", title: "The best mix", note: "Partners that together have the most contacts."),
      FigureTable(
        "chosen", title: "Step by step", note: "What each adds to those before it, and what it has of theirs.",
        columns: dataset.partnerColumns() + [
          FigureTable.Column("gain", "Adds"), FigureTable.Column("cumulative", "So far"),
          FigureTable.Column("overlap", "Overlap"), FigureTable.Column("overlap_cost", "Paid twice", .money),
        ] + columns, first: chosen, options
      ) { row in
        FigureTable.Row(
          dataset.partners[row.partner].id,
          dataset.partnerCells(row.partner) + [.count(row.gain), .count(row.cumulative), .count(row.overlap)]
            + [money(row.overlapCost)] + measures(row))
      },
      FigureTable(
        "others", title: "Not chosen", note: "The other carriers.", columns: dataset.partnerColumns() + columns,
        first: others, options
      ) { row in
        FigureTable.Row(dataset.partners[row.partner].id, dataset.partnerCells(row.partner) + measures(row))
      },
    ]
  }
}
