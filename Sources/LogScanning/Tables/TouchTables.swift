public import CampaignModel

/// What a scan looks up for every touch, as dense tables: owners, brands, levels.
@usableFromInline package struct TouchTables: Sendable {
  /// Number of partners.
  package let partnerCount: Int
  /// Owner of each channel.
  @usableFromInline package let owner: [Int]
  /// Whether presence in a channel is bought; unknown counts as unpaid.
  package let isPaid: [Bool]
  /// Level of each kind.
  package let level: [Level]
  /// Depth of each kind.
  package let depth: [Double]
  /// Per content code (index plus 1), where its brands start in `brands`; one entry more at the end.
  @usableFromInline let brandStarts: [Int]
  /// The brands of all contents, one content after the other.
  @usableFromInline package let brands: [Int]
  /// Their ranks, of each content ascending.
  @usableFromInline let brandRanks: [Int]
  /// Words in a row of bits that stands for a set of partners. Bit r is the partner of rank r when all are sorted by
  /// id, so that the members of a set come out in order of id.
  package let wordsPerRow: Int
  /// The partner of each rank, and the rank of each partner.
  package let partnerOfRank: [Int]
  package let ranks: [Int]
  /// Per channel, the rank of its owner.
  @usableFromInline package let ownerRanks: [Int]
  /// Per channel, the first word of a row with its owner.
  let ownerWords: [UInt64]
  /// Per content code (index plus 1), the first word of a row with its brands; that of no content is empty.
  let brandWords: [UInt64]

  package init(_ dataset: Dataset) {
    let order = PartnerOrder(dataset)
    partnerOfRank = order.partners
    ranks = order.rank
    wordsPerRow = TouchTables.wordsPerRow(partnerCount: dataset.partners.count)
    partnerCount = dataset.partners.count
    owner = dataset.channels.map(\.owner)
    ownerRanks = owner.map { order.rank[$0] }
    isPaid = dataset.channels.map { $0.paid ?? false }
    level = dataset.kinds.kinds.map(\.level)
    depth = dataset.kinds.kinds.map(\.depth)
    var starts = [0, 0]
    var flat: [Int] = []
    var flatRanks: [Int] = []
    for content in dataset.contents {
      flat.append(contentsOf: content.brands)
      flatRanks.append(contentsOf: content.brands.map { order.rank[$0] }.sorted())
      starts.append(flat.count)
    }
    brandStarts = starts
    brands = flat
    brandRanks = flatRanks
    ownerWords = ownerRanks.map { TouchTables.firstWord(of: [$0]) }
    brandWords = starts.indices.dropLast().map { TouchTables.firstWord(of: flatRanks[starts[$0]..<starts[$0 + 1]]) }
  }

  /// Words in a row of bits with one bit a partner.
  package static func wordsPerRow(partnerCount: Int) -> Int { max(1, (partnerCount + 63) / 64) }

  /// The first word of a row with the partners of some ranks.
  private static func firstWord(of ranks: some Sequence<Int>) -> UInt64 {
    ranks.reduce(0) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
  }

  /// Puts the owner of a touch's channel into a row of bits.
  @inlinable package func insertOwner(of touch: Touch, into row: inout [UInt64]) {
    let rank = ownerRanks[touch.channel]
    row[rank >> 6] |= 1 << UInt64(rank & 63)
  }

  /// The ranks of the brands whose message a touch carries, ascending.
  @inlinable package func brandRanks(of touch: Touch) -> ArraySlice<Int> {
    let code = touch.contentOrZero
    return code == 0
      ? ownerRanks[touch.channel...touch.channel] : brandRanks[brandStarts[code]..<brandStarts[code + 1]]
  }

  /// Where the brands whose message a touch with content carries stand in ``brands``.
  @inlinable package func brandRange(ofContent code: Int) -> Range<Int> { brandStarts[code]..<brandStarts[code + 1] }

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
  @inlinable package func isOwn(_ touch: Touch) -> Bool { isAbout(owner[touch.channel], touch) }

  /// How many brands the touch's content carries; 1 without content.
  @inlinable package func brandCount(of touch: Touch) -> Int {
    let code = touch.contentOrZero
    return code == 0 ? 1 : brandStarts[code + 1] - brandStarts[code]
  }
}
