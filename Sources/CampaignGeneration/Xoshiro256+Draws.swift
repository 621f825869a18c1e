import Randomness

extension Xoshiro256 {
  /// A generator of its own for each `stream` of one seed, so that one table's draws do not shift another's.
  init(seed: UInt64, stream: UInt64) {
    self.init(seed: SplitMix64.mix(seed) ^ SplitMix64.mix(stream &+ 0x5EED))
  }

  /// True in `percent` of 100 draws.
  mutating func chance(_ percent: Int) -> Bool { draw(below: 100) < percent }

  /// A number in `range`, each equally likely.
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + draw(below: range.count) }

  /// One of `items`, each equally likely; `items` is not empty.
  mutating func element<Item>(of items: [Item]) -> Item { items[draw(below: items.count)] }
}
