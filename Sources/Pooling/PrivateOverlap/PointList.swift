import Parallelism

/// Points one after the other, 32 bytes each.
enum PointList {
  private static var size: Int { Ristretto.pointSize }
  /// Points that one thread computes in a row.
  private static let chunk = 256

  static func count(_ points: [UInt8]) -> Int { points.count / size }

  /// The points of elements, multiplied by a secret and in ascending order, so that their order tells nothing.
  static func masked(_ elements: [[UInt8]], by secret: SecretScalar, threads: Int) -> [UInt8] {
    let computed = computed(elements.count, threads: threads) { range in
      var points = [UInt8](repeating: 0, count: range.count * size)
      var results = points
      for (place, index) in range.enumerated() {
        Ristretto.point(of: elements[index], into: &points, at: place * size)
        _ = Ristretto.multiply(points, at: place * size, by: secret, into: &results)
      }
      return results
    }
    return sorted(computed ?? [])
  }

  /// Points multiplied by a secret, in ascending order; nil where one of them is no point.
  static func multiplied(_ points: [UInt8], by secret: SecretScalar, threads: Int) -> [UInt8]? {
    computed(count(points), threads: threads) { range in
      let part = Array(points[range.lowerBound * size..<range.upperBound * size])
      var results = part
      for place in 0..<range.count {
        let start = place * size
        guard Ristretto.multiply(part, at: start, by: secret, into: &results) else { return nil }
      }
      return results
    }.map(sorted)
  }

  private static func computed(
    _ count: Int, threads: Int, _ body: @Sendable (Range<Int>) -> [UInt8]?
  ) -> [UInt8]? {
    let hasFailed = Guarded(false)
    let points = [UInt8](slots: count * size) { slots in
      parallelChunks(count, size: chunk, threads: threads) { _, range in
        guard let part = body(range) else { return hasFailed.withLock { $0 = true } }
        for (place, byte) in part.enumerated() { slots[range.lowerBound * size + place] = byte }
      }
    }
    return hasFailed.withLock { $0 } ? nil : points
  }

  /// The points in ascending order of their bytes.
  static func sorted(_ points: [UInt8]) -> [UInt8] {
    // Eight bytes tell nearly all points apart.
    var order = (0..<count(points)).map { index in
      (start: points[index * size..<index * size + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, index: index)
    }
    order.sort { $0.start == $1.start ? precedes(points, $0.index, $1.index) : $0.start < $1.start }
    var result: [UInt8] = []
    result.reserveCapacity(points.count)
    for entry in order { result += points[entry.index * size..<(entry.index + 1) * size] }
    return result
  }

  private static func precedes(_ points: [UInt8], _ left: Int, _ right: Int) -> Bool {
    for place in 0..<size {
      let (byte, other) = (points[left * size + place], points[right * size + place])
      if byte != other { return byte < other }
    }
    return false
  }

  /// Whether points ascend, each once.
  static func isOrdered(_ points: [UInt8]) -> Bool {
    (1..<max(1, count(points))).allSatisfy { precedes(points, $0 - 1, $0) }
  }

  /// How many points two ascending lists have in common.
  static func commonCount(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (place, otherPlace, common) = (0, 0, 0)
    while place < count(left), otherPlace < count(right) {
      let point = left[place * size..<(place + 1) * size]
      let other = right[otherPlace * size..<(otherPlace + 1) * size]
      if point.elementsEqual(other) {
        (place, otherPlace, common) = (place + 1, otherPlace + 1, common + 1)
      } else if point.lexicographicallyPrecedes(other) {
        place += 1
      } else {
        otherPlace += 1
      }
    }
    return common
  }
}
