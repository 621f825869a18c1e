/// Makes the sketch of a set from its elements, in any order and each as often as it likes.
///
/// Most elements of a large set are left out by one comparison; memory stays within a few times k.
package struct ThetaSketchBuilder: Sendable {
  package let size: Int
  /// No hash from here on is among the smallest.
  private var theta = ThetaSketch.wholeTheta
  /// Hashes below theta, in no order and with repeats.
  private var candidates: [UInt64] = []

  package init(size: Int = ThetaSketch.standardSize) {
    precondition(ThetaSketch.sizes.contains(size), "A sketch has 32 to 2²⁶ hashes.")
    self.size = size
  }

  package mutating func add(_ element: some Collection<UInt8>) {
    guard let hash = ThetaSketch.hash(element) else { return }
    add(hash: hash)
  }

  package mutating func add(_ element: borrowing Span<UInt8>) {
    guard let hash = ThetaSketch.hash(element) else { return }
    add(hash: hash)
  }

  mutating func add(hash: UInt64) {
    guard hash < theta else { return }
    candidates.append(hash)
    if candidates.count >= 4 * size { cut() }
  }

  /// Keeps the smallest hashes, each once.
  private mutating func cut() {
    candidates.sort()
    var last: UInt64 = 0
    candidates.removeAll { hash in
      defer { last = hash }
      return hash == last
    }
    guard candidates.count > size else { return }
    theta = candidates[size]
    candidates.removeLast(candidates.count - size)
  }

  /// The sketch of what was added so far.
  package mutating func sketch() -> ThetaSketch {
    cut()
    return ThetaSketch(theta: theta, hashes: candidates)
  }
}
