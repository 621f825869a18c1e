package import CampaignModel

/// The figures delivered about one campaign, with its partners numbered.
package struct TotalsFamily: Sendable {
  /// A delivered figure and which partners it is about.
  struct Item: Sendable {
    var total: DeliveredTotal
    /// Numbers of its partners, in the order given; all where none is named.
    var partners: [Int]
    /// The same as a bit mask; 0 where there are too many partners for one.
    var mask: Int
  }

  /// Id of the campaign; nil where the file has none.
  package let campaign: String?
  /// Ids of the partners, in the order of the file.
  package let partners: [String]
  /// The delivered figures in the order of the file, and last that nobody is outside of the universe.
  let items: [Item]
  package let universe: Int?

  /// - Parameter universe: all contacts that there are; nil where nobody knows.
  package init(campaign: String?, _ totals: [DeliveredTotal], universe: Int? = nil) {
    self.campaign = campaign
    self.universe = universe
    var numbers: [String: Int] = [:]
    var partners: [String] = []
    for partner in totals.flatMap(\.partners) where numbers[partner] == nil {
      numbers[partner] = partners.count
      partners.append(partner)
    }
    self.partners = partners
    var all = totals
    if let universe {
      all.append(DeliveredTotal(campaign: campaign, partners: [], figure: .union, low: 0, high: Double(universe)))
    }
    items = all.map { total in
      let members = total.partners.isEmpty ? Array(partners.indices) : total.partners.compactMap { numbers[$0] }
      let mask = partners.count < Int.bitWidth - 1 ? members.reduce(0) { $0 | 1 << $1 } : 0
      return Item(total: total, partners: members, mask: mask)
    }
  }

  /// The delivered figures; the universe is not among them.
  package var delivered: [DeliveredTotal] { items.prefix(items.count - (universe == nil ? 0 : 1)).map(\.total) }

  /// With so many partners and figures, or fewer, bounds are the best possible; beyond, closed forms.
  package static let maximumPartners = 16
  package static let maximumFigures = 200

  /// Whether bounds can be the best possible.
  package var isSmall: Bool {
    (1...TotalsFamily.maximumPartners).contains(partners.count) && items.count <= TotalsFamily.maximumFigures
  }

  /// The sizes of sets and pairs that were delivered, for ``ClosedForms``.
  var closedForms: ClosedForms {
    var sets = [(low: Double, high: Double)](repeating: (0, .infinity), count: partners.count)
    var pairs: [Int: (low: Double, high: Double)] = [:]
    for item in items {
      let total = item.total
      let high = total.high ?? .infinity
      if item.partners.count == 1, [.reach, .union, .overlap].contains(total.figure) {
        let set = item.partners[0]
        sets[set] = (max(sets[set].low, total.low), min(sets[set].high, high))
      } else if item.partners.count == 2, total.figure == .overlap {
        let key = min(item.partners[0], item.partners[1]) * partners.count + max(item.partners[0], item.partners[1])
        let known = pairs[key] ?? (0, .infinity)
        pairs[key] = (max(known.low, total.low), min(known.high, high))
        for set in item.partners { sets[set].low = max(sets[set].low, total.low) }
      }
    }
    let limit = universe.map(Double.init) ?? .infinity
    let count = partners.count
    // Sizes that contradict each other are told elsewhere.
    return ClosedForms(sets: sets.map { $0.low...max($0.low, min($0.high, limit)) }, universe: limit) { left, right in
      pairs[left * count + right].map { $0.low...max($0.low, $0.high) }
    }
  }

  /// What was delivered of the union of all itself.
  var deliveredUnion: ClosedRange<Double> {
    var (low, high) = (0.0, Double.infinity)
    for item in items where item.partners.count == partners.count {
      guard item.total.figure == .union || item.total.figure == .reach else { continue }
      low = max(low, item.total.low)
      high = min(high, item.total.high ?? .infinity)
    }
    return low...max(low, high)
  }
}
