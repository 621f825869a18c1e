import CampaignFigures
import CampaignModel
import GraphStructures
import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import Networks

/// Projections and measures of a small network worked out by hand, and of one that is published.
struct NetworkTests {
  /// Bakery and mill share ada and ben, mill and radio share cem; dot is the radio's alone. The bakery carries a
  /// content of the mill to ada and ben, the mill one of the bakery to cem.
  private func small(minimumGroup: Int = 0) -> Dataset {
    var builder = DatasetBuilder()
    builder.settings.minimumGroup = minimumGroup
    builder.partner("bakery", sector: "food")
    builder.partner("mill", sector: "food")
    builder.partner("radio", sector: "media")
    for owner in ["bakery", "mill", "radio"] { builder.channel("\(owner)-letter", owner: owner) }
    builder.campaign("spring", from: 0, to: 30)
    builder.content("flour", brands: ["mill"], campaign: "spring")
    builder.content("bread", brands: ["bakery"], campaign: "spring")
    builder.content("news", brands: ["radio"], campaign: "spring")
    for contact in ["ada", "ben"] {
      builder.touch(1, contact, "bakery-letter", "click", content: "flour")
      builder.touch(2, contact, "mill-letter", "click", content: "flour")
    }
    builder.touch(3, "cem", "mill-letter", "click", content: "bread")
    builder.touch(4, "cem", "radio-letter", "click", content: "news")
    builder.touch(5, "cem", "radio-letter", "click", content: "news")
    builder.touch(6, "dot", "radio-letter", "click", content: "news")
    builder.tie("ada", "ben", day: 1)
    builder.tie("ben", "ada", day: 2)
    builder.tie("ben", "cem", day: 3)
    builder.tie("ben", "cem", day: 4)
    builder.tie("cem", "cem", day: 5)
    return builder.build()
  }

  private func network(_ projection: NetworkProjection, _ dataset: Dataset) -> Network {
    Network(projection, scope: Scope(campaign: 0, of: dataset), in: dataset)
  }

  private func values(_ ranking: NetworkRanking) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: ranking.rows.compactMap { row in row.value.map { (row.node.id, $0) } })
  }

  @Test func `partners are tied by the contacts that both reached`() throws {
    let network = network(.overlap, small())
    #expect(network.nodes.map(\.id) == ["bakery", "mill", "radio"])
    let strength = try network.ranked(RankingOptions(.strength))
    #expect(strength.rows.map(\.node.id) == ["mill", "bakery", "radio"])
    #expect(values(strength) == ["mill": 3, "bakery": 2, "radio": 1])
    // A path of three: the middle lies on the only path between the ends, and holds the two ties together.
    #expect(try values(network.ranked(RankingOptions(.betweenness))) == ["mill": 1, "bakery": 0, "radio": 0])
    let articulation = try network.ranked(RankingOptions(.articulation))
    #expect(articulation.rows.first?.node.id == "mill")
    #expect(articulation.rows.first?.companions == [.count(2)])
    #expect(strength.summary?.edges == 2)
    #expect(areClose(strength.summary?.density, 2.0 / 3))
    // Arcs: food-food twice, food-media once each way. e = 1/2, chance = (3/4)² + (1/4)² = 5/8.
    #expect(areClose(strength.summary?.assortativityBySector, (0.5 - 0.625) / (1 - 0.625)))
  }

  @Test func `give and take has a direction`() throws {
    let ranking = try network(.given, small()).ranked(RankingOptions(.strength))
    #expect(values(ranking) == ["bakery": 3, "mill": 3, "radio": 0])
    var outgoing = RankingOptions(.strength)
    outgoing.direction = .outgoing
    #expect(try values(network(.given, small()).ranked(outgoing)) == ["bakery": 2, "mill": 1, "radio": 0])
    #expect(ranking.summary?.reciprocityByPairs?.rate == 1)
    #expect(ranking.summary?.isolates == 1)
  }

  @Test func `ties between the same two are one, and a tie to oneself is none`() throws {
    let network = network(.ties, small())
    #expect(network.nodes.map(\.id) == ["ada", "ben", "cem"])
    let ranking = try network.ranked(RankingOptions(.degree))
    #expect(values(ranking) == ["ada": 2, "ben": 3, "cem": 1])
    #expect(ranking.summary?.reciprocityByArcs?.count == 2)
    #expect(ranking.summary?.reciprocityByArcs?.of == 3)
    #expect(ranking.summary?.reciprocityByPairs?.rate == 0.5)
  }

  @Test func `contacts and channels are tied by touches`() throws {
    let network = network(.channels, small())
    #expect(
      network.nodes.map(\.id) == ["ada", "ben", "cem", "dot", "bakery-letter", "mill-letter", "radio-letter"])
    let ranking = try network.ranked(RankingOptions(.strength))
    #expect(
      values(ranking) == [
        "ada": 2, "ben": 2, "cem": 3, "dot": 1, "bakery-letter": 2, "mill-letter": 3, "radio-letter": 3,
      ])
    // Seven ties of four contacts times three channels.
    #expect(areClose(ranking.summary?.density, 7.0 / 12))
  }

  @Test func `equal values have equal ranks`() throws {
    let ranking = try network(.overlap, small()).ranked(RankingOptions(.degree))
    #expect(ranking.rows.map(\.rank) == [1, 2, 2])
    #expect(ranking.rows.map(\.node.id) == ["mill", "bakery", "radio"])
  }

  @Test func `a seed that is not there is named`() {
    var options = RankingOptions(.personalizedPageRank)
    #expect(throws: NetworkError.needsSeeds(.personalizedPageRank)) {
      try network(.overlap, small()).ranked(options)
    }
    options.seeds = ["mil"]
    #expect(throws: NetworkError.unknownNode("mil", known: ["bakery", "mill", "radio"])) {
      try network(.overlap, small()).ranked(options)
    }
  }

  @Test func `small overlaps are not in the network, single contacts have no rows`() throws {
    let dataset = small(minimumGroup: 3)
    #expect(NetworkSummary(network(.overlap, dataset)).edges == 0)
    #expect(NetworkSummary(network(.given, dataset)).edges == 0)
    for projection in [NetworkProjection.ties, .channels] {
      let ranking = try network(projection, dataset).ranked(RankingOptions(.degree))
      #expect(!ranking.rows.contains { $0.node.kind == .contact })
      #expect(ranking.unknown.contains { $0.state == .withheld })
      let communities = try network(projection, dataset).communities()
      #expect(communities.communities.allSatisfy { $0.members.isEmpty })
    }
  }

  @Test func `what channels reach is withheld with what could tell it`() throws {
    // Contacts by channel: bakery 2, mill 3, radio 2, of seven ties. The two small ones go in any case.
    let network = network(.channels, small(minimumGroup: 3))
    let ranking = try network.ranked(RankingOptions(.degree))
    for row in ranking.rows { #expect(row.value.map { $0 >= 3 } ?? true) }
    #expect(ranking.rows.count { $0.value == nil } >= 2)
    #expect(ranking.unknown.contains { $0.figure == "ranking.value" && $0.state == .withheld })
    #expect(ranking.rows.allSatisfy { ($0.rank == nil) == ($0.value == nil) })
    let few = NetworkSummary(self.network(.ties, small(minimumGroup: 4)))
    #expect(few.nodes == nil)
    #expect(few.density == nil)
    #expect(few.unknown.contains { $0.figure == "network.nodes" && $0.state == .withheld })
    for size in [2, 3, 4, 5] {
      let summary = NetworkSummary(self.network(.ties, small(minimumGroup: size)))
      for count in [summary.nodes, summary.largestComponent, summary.isolates, summary.articulationPoints] {
        #expect(count.map { $0 == 0 || $0 >= size } ?? true)
      }
    }
  }

  @Test func `every measure has a value or says why not, in a network without nodes too`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 0, to: 30)
    let empty = builder.build()
    for projection in NetworkProjection.allCases {
      for measure in NetworkMeasure.allCases where !measure.needsSeeds {
        #expect(try network(projection, empty).ranked(RankingOptions(measure)).rows.isEmpty)
        let ranking = try network(projection, small()).ranked(RankingOptions(measure))
        #expect(ranking.rows.count == network(projection, small()).nodes.count, "\(projection) \(measure)")
        let isUndefined = ranking.rows.contains { $0.value == nil }
        #expect(ranking.unknown.contains { $0.figure == "ranking.value" } == isUndefined)
      }
      #expect(try network(projection, empty).communities().communities.isEmpty)
    }
  }

  /// Betweenness of women and events, divided by the most that a node of its mode could have, as UCINET computes it;
  /// published in the tests of networkx (bipartite/tests/test_centrality.py), to two decimals. The most for the mode
  /// of n nodes beside m others: S. P. Borgatti, M. G. Everett, "Network analysis of 2-mode data", 1997.
  @Test func `who stands between the women of Natchez`() throws {
    let published: [String: Double] = [
      "E08": 0.24, "E09": 0.23, "E07": 0.13, "Nora Fayette": 0.11, "Evelyn Jefferson": 0.10, "Theresa Anderson": 0.09,
      "E06": 0.07, "Sylvia Avondale": 0.07, "Laura Mandeville": 0.05, "Brenda Rogers": 0.05, "Katherina Rogers": 0.05,
      "E05": 0.04, "Helen Lloyd": 0.04, "E03": 0.02, "Ruth DeSand": 0.02, "Verne Sanderson": 0.02, "E12": 0.02,
      "Myra Liddel": 0.02, "E11": 0.02, "Eleanor Nye": 0.01, "Frances Anderson": 0.01, "Pearl Oglethorpe": 0.01,
      "E04": 0.01, "Charlotte McDowd": 0.01, "E10": 0.01, "Olivia Carleton": 0.01, "Flora Price": 0.01, "E02": 0,
      "E01": 0, "Dorothy Murchison": 0, "E13": 0, "E14": 0,
    ]
    let ranking = try network(.channels, SouthernWomen.dataset()).ranked(RankingOptions(.betweenness))
    #expect(ranking.rows.count == 32)
    for row in ranking.rows {
      let isEvent = row.node.kind == .channel
      let share = try #require(row.value) / most(of: isEvent ? 14 : 18, beside: isEvent ? 18 : 14)
      #expect(areClose(share, published[row.node.id] ?? -1, tolerance: 0.01), "\(row.node.id)")
    }
  }

  private func most(of n: Int, beside m: Int) -> Double {
    let (s, t) = ((n - 1) / m, (n - 1) % m)
    let pairs = m * m * (s + 1) * (s + 1)
    let mixed = m * (s + 1) * (2 * t - s - 1)
    let rest = t * (2 * s - t + 3)
    return Double(pairs + mixed - rest) / 2
  }

  @Test func `without what takes long, a summary keeps the rest and names what is left out`() {
    var edges = EdgeList(nodeCount: 5)
    for (source, target) in [(0, 1), (1, 0), (1, 2), (2, 0), (2, 2), (0, 1)] {
      edges.append(from: NodeID(source), to: NodeID(target))
    }
    let ids = ["a", "b", "c", "d", "e"]
    let network = Network(ofGraph: "g", ids: ids, labels: ids, edges: edges, isDirected: true)
    let (whole, part) = (NetworkSummary(network), NetworkSummary(network, isWhole: false))
    for summary in [whole, part] {
      #expect(summary.nodes == 5)
      #expect(summary.edges == 6)
      #expect(areClose(summary.density, 6.0 / 20))
      #expect(summary.components == 3)
      #expect(summary.largestComponent == 3)
      #expect(summary.isolates == 2)
    }
    #expect(whole.transitivity == 1)
    #expect(whole.bridges == 0)
    #expect(whole.reciprocityByPairs?.rate == 1.0 / 3)
    #expect(part.transitivity == nil && part.bridges == nil && part.strongComponents == nil)
    #expect(part.unknown.count == 8)
    #expect(part.unknown.contains { $0.figure == "network.transitivity" && $0.state == .notConfigured })
  }
}
