/// A sample of hashes of a set, from which its size and that of unions and differences are estimated.
///
/// It holds every hash of the set below ``theta``. As hashes are spread evenly, they stand for `theta / 2⁶³` of the set.
/// The form is canonical: the sketch of a set depends on the set and on k alone, and the union of the sketches of two sets
/// is the sketch of their union to the byte.
///
/// Reference: A. Dasgupta, K. J. Lang, L. Rhodes, J. Thaler, "A framework for estimating stream expression cardinalities"
/// (2016), doi:10.4230/LIPIcs.ICDT.2016.6; the file format is that of Apache DataSketches.
package struct ThetaSketch: Hashable, Sendable {
  /// Above all hashes: everything is held.
  package static let wholeTheta: UInt64 = 1 << 63 - 1
  /// The seed of the hashes of Apache DataSketches.
  package static let seed: UInt64 = 9001
  /// How many hashes are kept without another wish, and between which numbers that may be.
  package static let standardSize = 4096
  package static let sizes = 32...1 << 26

  /// Below which every hash of the set is held; 1 … 2⁶³ − 1.
  package let theta: UInt64
  /// Ascending, each once.
  package let hashes: [UInt64]
  /// Whether the set has no element, which no hash alone can tell.
  package let isEmpty: Bool

  /// - Parameter hashes: ascending, each once, all below theta.
  init(theta: UInt64, hashes: [UInt64]) {
    self.theta = theta
    self.hashes = hashes
    isEmpty = hashes.isEmpty && theta == ThetaSketch.wholeTheta
  }

  /// The sketch of no element.
  package static let empty = ThetaSketch(theta: wholeTheta, hashes: [])

  /// The hash by which an element is known; nil for an empty one, which is no element.
  package static func hash(_ element: some Collection<UInt8>) -> UInt64? {
    guard !element.isEmpty else { return nil }
    return usable(MurmurHash3.hash(element, seed: seed))
  }

  /// The hash by which an element is known; nil for an empty one, which is no element.
  package static func hash(_ element: borrowing Span<UInt8>) -> UInt64? {
    element.isEmpty ? nil : usable(MurmurHash3.hash(element, seed: seed))
  }

  private static func usable(_ hash: UInt64) -> UInt64? { hash >> 1 == 0 ? nil : hash >> 1 }

  /// Which share of all hashes is held.
  package var fraction: Double { Double(theta) / 9_223_372_036_854_775_808 }

  /// Whether some hashes are left out, so that sizes are estimates.
  package var isEstimation: Bool { theta < ThetaSketch.wholeTheta }

  /// The size of the set, estimated unless everything is held.
  package var estimate: Double { Double(hashes.count) / fraction }

  /// The sketch with at most `size` hashes.
  package func trimmed(to size: Int) -> ThetaSketch {
    guard hashes.count > size else { return self }
    return ThetaSketch(theta: hashes[size], hashes: Array(hashes[..<size]))
  }
}

// MARK: Sets

extension ThetaSketch {
  /// The sketch of everything that is in any of the sets, with at most `size` hashes.
  package static func union(_ sketches: [ThetaSketch], size: Int) -> ThetaSketch {
    let theta = sketches.map(\.theta).min() ?? wholeTheta
    var merged: [UInt64] = []
    for sketch in sketches { merged = merge(merged, sketch.below(theta)) }
    return ThetaSketch(theta: theta, hashes: merged).trimmed(to: size)
  }

  /// The sketch of what is in this set and not in the other.
  package func subtracting(_ other: ThetaSketch) -> ThetaSketch {
    guard !isEmpty, !other.isEmpty else { return self }
    let theta = min(theta, other.theta)
    let gone = Set(other.below(theta))
    return ThetaSketch(theta: theta, hashes: below(theta).filter { !gone.contains($0) })
  }

  /// The hashes below another theta.
  func below(_ limit: UInt64) -> ArraySlice<UInt64> {
    guard let last = hashes.last, last >= limit else { return hashes[...] }
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return hashes[..<low]
  }

  private static func merge(_ left: [UInt64], _ right: ArraySlice<UInt64>) -> [UInt64] {
    var merged: [UInt64] = []
    merged.reserveCapacity(left.count + right.count)
    var (place, rightPlace) = (0, right.startIndex)
    while place < left.count || rightPlace < right.endIndex {
      let hash = place < left.count ? left[place] : .max
      let otherHash = rightPlace < right.endIndex ? right[rightPlace] : .max
      merged.append(min(hash, otherHash))
      if hash <= otherHash { place += 1 }
      if otherHash <= hash { rightPlace += 1 }
    }
    return merged
  }
}
