import Randomness

/// The draw by lot: who is kept away from campaigns, and who buys because of one.
///
/// Its bits decide nothing else, so that the groups differ by chance and by the effect alone.
extension GenerationOptions {
  /// Whether the lot keeps a contact away from campaigns.
  func isHeldOut(_ number: Int) -> Bool {
    heldOut > 0 && Int(SplitMix64.mix(SplitMix64.mix(seed &+ 0x10_7D2A) ^ UInt64(number)) % 100) < heldOut
  }

  /// The day on which a contact orders because of a campaign, whatever else it does; nil for one that is not moved.
  ///
  /// - Parameter campaign: the campaign's number.
  func dayMoved(_ number: Int, by campaign: Int, in window: Range<Int>) -> Int? {
    guard effect > 0, !isHeldOut(number) else { return nil }
    // The campaign goes in after a step of mixing: added to the seed, it would move whom the next seed moves one earlier.
    let draw = SplitMix64.mix(SplitMix64.mix(seed &+ 0x7E_FFEC7) &+ UInt64(campaign))
    let bits = SplitMix64.mix(draw ^ UInt64(number))
    return Int(bits % 100) < effect ? window.lowerBound + Int((bits >> 20) % UInt64(window.count)) : nil
  }
}

/// Orders that contacts make because of a campaign, beside the touches that are drawn for all.
struct EffectOrders {
  /// An order of a day.
  struct Order {
    var second: Int32
    var contact: Int
    /// In hundredths.
    var value: Int
    /// Any number, which picks channel and content.
    var pick: Int
  }

  private let options: GenerationOptions
  private let campaigns: [Campaign]
  private var random: Xoshiro256

  init(_ options: GenerationOptions, _ campaigns: [Campaign]) {
    self.options = options
    self.campaigns = campaigns
    random = Xoshiro256(seed: options.seed, stream: 11)
  }

  /// The orders of a day by time, then by contact. O(contacts) time within a campaign's window.
  mutating func orders(on day: Int) -> [Order] {
    guard options.effect > 0, let campaign = campaigns.firstIndex(where: { $0.window.contains(day) }) else { return [] }
    let window = campaigns[campaign].window
    var orders: [Order] = []
    for number in 0..<options.contacts where options.dayMoved(number, by: campaign, in: window) == day {
      let second = Int32(4 * 3600 + random.draw(below: 20 * 3600))
      orders.append(
        Order(
          second: second, contact: number, value: Kind.order.value(&random) ?? 0, pick: random.draw(below: 1 << 30)))
    }
    return orders.sorted { ($0.second, $0.contact) < ($1.second, $1.contact) }
  }
}
