import CampaignModel

/// What a pass looks up for every touch, as dense tables: owners, brands, levels.
struct TouchTables: Sendable {
  /// Number of partners.
  let partnerCount: Int
  /// Owner of each channel.
  let owner: [Int]
  /// Whether presence in a channel is bought; unknown counts as unpaid.
  let isPaid: [Bool]
  /// Level of each kind.
  let level: [Level]
  /// Depth of each kind.
  let depth: [Double]
  /// Per content code (index plus 1), where its brands start in `brands`; one entry more at the end.
  private let brandStarts: [Int]
  private let brands: [Int]

  init(_ dataset: Dataset) {
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

  /// Calls `body` with each brand whose message the touch carries: its content's, or the channel's owner.
  @inline(__always)
  func forEachBrand(of touch: Touch, _ body: (Int) -> Void) {
    let code = touch.contentOrZero
    guard code > 0 else { return body(owner[touch.channel]) }
    for index in brandStarts[code]..<brandStarts[code + 1] { body(brands[index]) }
  }

  /// Whether the touch carries the message of `brand`.
  func isAbout(_ brand: Int, _ touch: Touch) -> Bool {
    let code = touch.contentOrZero
    guard code > 0 else { return owner[touch.channel] == brand }
    for index in brandStarts[code]..<brandStarts[code + 1] where brands[index] == brand { return true }
    return false
  }

  /// Whether the channel's owner is one of the touch's brands.
  func isOwn(_ touch: Touch) -> Bool { isAbout(owner[touch.channel], touch) }

  /// How many brands the touch's content carries; 1 without content.
  func brandCount(of touch: Touch) -> Int {
    let code = touch.contentOrZero
    return code == 0 ? 1 : brandStarts[code + 1] - brandStarts[code]
  }
}
