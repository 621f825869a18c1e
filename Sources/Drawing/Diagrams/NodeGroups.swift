import CampaignAnalysis
import CampaignFigures
import Networks
import Presentation

/// Which nodes of a network are drawn in one color, and why.
struct NodeGroups {
  /// What the drawing is about.
  let title: LocalizedText
  /// What is said of the network beside its size.
  let note: String
  /// The group of each node, from 0; nil for none.
  let groupOf: [Int?]
  /// What each group is called.
  let names: [String]
  /// What groups without a color of their own are called together.
  let others: String
  /// Whether the network's first node stands in the middle.
  var hasCenter = false
  /// Whether the groups differ enough to be told apart.
  var areDistinct = true
  /// Whether each group stands on an area of its own.
  var areAreas = false

  /// The modularity from which on there are groups at all; below, chance makes as many.
  private static let leastModularity = 0.1

  /// The network's communities.
  init(_ communities: NetworkCommunities, of network: Network, _ localizer: Localizer) {
    var groups: [Network.Node: Int] = [:]
    for (group, community) in communities.communities.enumerated() {
      for node in community.members { groups[node] = group }
    }
    title = .communitiesTitle
    groupOf = network.nodes.map { groups[$0] }
    let count = communities.communities.count
    areDistinct = communities.modularity.map { $0 >= NodeGroups.leastModularity } ?? false
    areAreas = areDistinct
    note =
      ([areDistinct ? localizer(count: count, one: .oneCommunity, many: .communities) : localizer(.noClearGroups)]
      + [communities.modularity.map { localizer(.modularityNote, localizer.number($0)) }].compactMap(\.self))
      .joined(separator: ", ")
    names = communities.communities.map {
      localizer(.communityOf, localizer.number($0.number), localizer.count($0.size))
    }
    others = localizer(.otherCommunities)
  }

  /// The steps around a node.
  init(_ surroundings: EgoNetwork, _ localizer: Localizer) {
    title = .surroundingsTitle
    groupOf = surroundings.steps
    let start = surroundings.network.nodes.first.map { LabelText.isolated(LabelText.short($0.label, 40)) } ?? ""
    note = localizer(
      surroundings.within == 1 ? .surroundingsNoteOne : .surroundingsNote, start, localizer.number(surroundings.within))
    var counts = [Int](repeating: 0, count: (surroundings.steps.last ?? 0) + 1)
    for step in surroundings.steps { counts[step] += 1 }
    names = counts.enumerated().map { step, count in
      step == 0
        ? localizer(.startNode)
        : localizer(count == 1 ? .stepOne : .stepMany, localizer.number(step), localizer.number(count))
    }
    others = localizer(.fartherNodes)
    hasCenter = true
  }
}
