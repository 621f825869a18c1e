/// Draws whose results depend on the generator's bits only, not on the version of the standard library.
extension RandomNumberGenerator {
  /// A number in [0, 1), one of 2⁵³ equally likely ones.
  @inlinable
  package mutating func unitDouble() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in `0..<bound`, each equally likely.
  ///
  /// Reference: D. Lemire, "Fast random integer generation in an interval",
  /// ACM Transactions on Modeling and Computer Simulation 29(1), 2019, doi:10.1145/3230636.
  @inlinable
  package mutating func draw(below bound: Int) -> Int {
    precondition(bound > 0, "There is no number to draw below 1.")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Puts the elements into an order drawn at random, each order equally likely.
  @inlinable
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for place in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(place, draw(below: place + 1))
    }
  }
}
