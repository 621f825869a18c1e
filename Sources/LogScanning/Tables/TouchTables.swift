package import CampaignModel

/// What a scan looks up for every touch, as dense tables: owners, brands, levels.
package struct TouchTables: Sendable {
  /// Number of partners.
  package let partnerCount: Int
  /// Owner of each channel.
  package let owner: [Int]
  /// Whether presence in a channel is bought; unknown counts as unpaid.
  package let isPaid: [Bool]
  /// Level of each kind.
  package let level: [Level]
  /// Depth of each kind.
  package let depth: [Double]
  /// Per content code (index plus 1), where its brands start in `brands`; one entry more at the end.
  @usableFromInline let brandStarts: [Int]
  @usableFromInline let brands: [Int]
  /// Words in a row of bits that stands for a set of partners. Bit r is the partner of rank r when all are sorted by
  /// id, so that the members of a set come out in order of id.
  package let wordsPerRow: Int
  /// The partner of each rank, and the rank of each partner.
  package let partnerOfRank: [Int]
  package let ranks: [Int]
  /// Per channel, a row with its owner.
  package let ownerRows: [UInt64]
  /// Per content code (index plus 1), a row with its brands; the first row is empty.
  package let brandRows: [UInt64]

  package init(_ dataset: Dataset) {
    let order = PartnerOrder(dataset)
    partnerOfRank = order.partners
    ranks = order.rank
    let words = TouchTables.wordsPerRow(partnerCount: dataset.partners.count)
    wordsPerRow = words
    func rows(_ sets: [[Int]]) -> [UInt64] {
      var rows = [UInt64](repeating: 0, count: sets.count * words)
      for (index, set) in sets.enumerated() {
        for partner in set {
          let rank = order.rank[partner]
          rows[index * words + rank >> 6] |= 1 << UInt64(rank & 63)
        }
      }
      return rows
    }
    ownerRows = rows(dataset.channels.map { [$0.owner] })
    brandRows = rows([[]] + dataset.contents.map(\.brands))
    partnerCount = dataset.partners.count
    owner = dataset.channels.map(\.owner)
    isPaid = dataset.channels.map { $0.paid ?? false }
    level = dataset.kinds.kinds.map(\.level)
    depth = dataset.kinds.kinds.map(\.depth)
    var starts = [0, 0]
    var flat: [Int] = []
    for content in dataset.contents {
      flat.append(contentsOf: content.brands)
      starts.append(flat.count)
    }
    brandStarts = starts
    brands = flat
  }

  /// Words in a row of bits with one bit a partner.
  package static func wordsPerRow(partnerCount: Int) -> Int { max(1, (partnerCount + 63) / 64) }

  /// A word of the row with the owner of a touch's channel.
  @inlinable package func owners(of touch: Touch, word: Int) -> UInt64 {
    ownerRows[touch.channel &* wordsPerRow &+ word]
  }

  /// A word of the row with the brands whose message a touch carries.
  @inlinable package func brands(of touch: Touch, word: Int) -> UInt64 {
    touch.contentOrZero == 0 ? owners(of: touch, word: word) : brandRows[touch.contentOrZero &* wordsPerRow &+ word]
  }

  /// Calls `body` with each brand whose message the touch carries: its content's, or the channel's owner.
  @inlinable package func forEachBrand(of touch: Touch, _ body: (Int) -> Void) {
    let code = touch.contentOrZero
    guard code > 0 else { return body(owner[touch.channel]) }
    for index in brandStarts[code]..<brandStarts[code + 1] { body(brands[index]) }
  }

  /// Whether the touch carries the message of `brand`.
  @inlinable package func isAbout(_ brand: Int, _ touch: Touch) -> Bool {
    let code = touch.contentOrZero
    guard code > 0 else { return owner[touch.channel] == brand }
    for index in brandStarts[code]..<brandStarts[code + 1] where brands[index] == brand { return true }
    return false
  }

  /// Whether the channel's owner is one of the touch's brands.
  package func isOwn(_ touch: Touch) -> Bool {
    let code = touch.contentOrZero
    guard code > 0 else { return true }
    for word in 0..<wordsPerRow
    where ownerRows[touch.channel * wordsPerRow + word] & brandRows[code * wordsPerRow + word] != 0 { return true }
    return false
  }

  /// How many brands the touch's content carries; 1 without content.
  @inlinable package func brandCount(of touch: Touch) -> Int {
    let code = touch.contentOrZero
    return code == 0 ? 1 : brandStarts[code + 1] - brandStarts[code]
  }
}
