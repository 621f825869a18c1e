package import CampaignModel

/// The order of partners by id, as numbers that compare fast.
package struct PartnerOrder: Sendable {
  /// Position of each partner when all are sorted by id.
  package let rank: [Int]
  /// All partners, sorted by id.
  package let partners: [Int]

  package init(_ dataset: Dataset) {
    let order = dataset.partners.indices.sorted { dataset.partners[$0].id < dataset.partners[$1].id }
    var rank = [Int](repeating: 0, count: order.count)
    for (position, partner) in order.enumerated() { rank[partner] = position }
    self.rank = rank
    partners = order
  }

  /// The partners sorted by a figure, largest first, then by id.
  package func sorted(_ partners: some Sequence<Int>, by figure: (Int) -> Int) -> [Int] {
    partners.map { (partner: $0, figure: figure($0)) }
      .sorted { $0.figure != $1.figure ? $0.figure > $1.figure : rank[$0.partner] < rank[$1.partner] }
      .map(\.partner)
  }
}
