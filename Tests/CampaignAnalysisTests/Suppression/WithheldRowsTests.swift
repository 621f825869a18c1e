import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Where rows stand whose main figure is withheld: last, by id, in every list of every section.
struct WithheldRowsTests {
  /// Each row as its main figure, nil where withheld, and its id.
  private typealias Rows = [(figure: Int?, id: [String])]

  private static func lists(_ figures: ScopeFigures, _ data: Dataset) -> [String: Rows] {
    func partner(_ index: Int) -> String { data.partners[index].id }
    func channel(_ index: Int) -> String { data.channels[index].id }
    var lists: [String: Rows] = [:]
    if let new = figures.touchpoints {
      lists["introduced_by"] = new.introducedBy.map { ($0.newTouchpoints, [partner($0.partner)]) }
      lists["by_brand"] = new.byBrand.map { ($0.total, [partner($0.brand)]) }
      lists["by_channel"] = new.byChannel.map { ($0.newTouchpoints, [channel($0.channel)]) }
      lists["by_medium"] = new.byMedium.map { ($0.newTouchpoints, [$0.medium ?? ""]) }
      lists["audience_penetration"] = new.audiencePenetration.map { ($0.share?.count, [partner($0.partner)]) }
    }
    if let reach = figures.reach {
      lists["carriers"] = reach.carriers.map { ($0.reach, [partner($0.partner)]) }
      lists["overlap"] = reach.overlap.map { ($0.contacts, [partner($0.a), partner($0.b)]) }
      lists["regions"] = reach.regions.map { ($0.contacts, $0.partners.map(partner)) }
    }
    if let retention = figures.retention {
      lists["by_partner"] = retention.byPartner.map { ($0.cohort, [partner($0.partner)]) }
      lists["by_first_contact"] = retention.byFirstContact.map { ($0.cohort, [$0.firstContact.name]) }
    }
    if let pairs = figures.partnerships?.pairs {
      lists["partnerships"] = pairs.map { pair in
        (pair.aToB.flatMap { there in pair.bToA.map { there + $0 } }, [partner(pair.a), partner(pair.b)])
      }
    }
    if let rows = figures.funnel?.rows {
      lists["funnel"] = rows.map { ($0.figures.visitors, [$0.group.id(in: data) ?? ""]) }
    }
    if let flow = figures.flow {
      lists["flow.brands"] = flow.brands.map { ($0.contacts, [partner($0.brand)]) }
      lists["flow.channels"] = flow.channels.map { ($0.contacts, [channel($0.channel)]) }
      lists["flow.links"] = flow.links.map { ($0.contacts, [partner($0.brand), channel($0.channel)]) }
    }
    return lists
  }

  @Test(arguments: [UInt64(1), 2, 3, 4], [8, 40])
  func `rows come by their main figure, then by id, and withheld ones last, by id`(seed: UInt64, minimum: Int) {
    var data = RandomDataset.make(seed: seed)
    // File order must not be the order of ids by chance.
    for index in data.partners.indices { data.partners[index].id = "p\((index * 7 + 3) % 10)\(index)" }
    data.settings.minimumGroup = minimum
    let scopes = data.campaigns.indices.map { Scope(campaign: $0, of: data) } + [Scope(windowOf: data)]
    let options = AnalysisOptions(sections: Set(Section.allCases).union([.flow]), funnelBy: .partner)
    for figures in measure(data, scopes: scopes, options: options) {
      for (name, rows) in Self.lists(figures, data) {
        for (row, next) in zip(rows, rows.dropFirst()) {
          switch (row.figure, next.figure) {
          case (let figure?, let other?):
            #expect(figure > other || (figure == other && row.id.lexicographicallyPrecedes(next.id)), "\(name)")
          case (.some, nil): break
          case (nil, .some): Issue.record("\(name): a withheld row stands before a shown one")
          case (nil, nil): #expect(row.id.lexicographicallyPrecedes(next.id), "\(name)")
          }
        }
      }
    }
  }

  /// With nobody withheld there would be nothing to see above.
  @Test func `rows of most lists are withheld in the datasets that are looked at`() {
    var data = RandomDataset.make(seed: 1)
    data.settings.minimumGroup = 40
    let options = AnalysisOptions(sections: Set(Section.allCases).union([.flow]), funnelBy: .partner)
    let figures = measure(data, scopes: [Scope(campaign: 0, of: data), Scope(windowOf: data)], options: options)
    var withheld: [String: Int] = [:]
    for entry in figures {
      for (name, rows) in Self.lists(entry, data) { withheld[name, default: 0] += rows.count { $0.figure == nil } }
    }
    #expect(withheld.count { $0.value >= 2 } >= 10, "\(withheld)")
  }
}
