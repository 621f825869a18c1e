/// Sums of amounts in every replicate of a bootstrap, for each of some pairs of numbers that stand for what is added up.
///
/// A sum holds each contact's amount as often as its weight says. They are integers in units of 2⁻⁶⁰, so that sums of
/// disjoint sets of contacts add up exactly, whatever the order. Memory follows the pairs that occur: 3,200 bytes each.
package struct ReplicateSums: Sendable {
  private var rows = PairIndex()
  /// By number of the pair, a sum for each replicate.
  private var sums: [Int128] = []
  /// By number of the pair, the sum of all magnitudes; the largest number where an amount was out of range.
  private var magnitudes: [UInt128] = []

  /// A sum in which every contact had the largest weight still fits up to here.
  private static let largestMagnitude = UInt128(Int128.max) / UInt128(ReplicateWeights.largest)

  package init() {}

  /// Adds an amount of the contact of some weights.
  package mutating func add(_ weights: borrowing ReplicateWeights, _ amount: FixedAmount, to left: Int, _ right: Int) {
    guard !amount.isZero else { return }
    let number = number(left, right)
    let (sum, isOver) = magnitudes[number].addingReportingOverflow(amount.units.magnitude)
    magnitudes[number] = isOver || !amount.isInRange ? .max : sum
    ReplicateSums.add(amount.units, weights.weights.span, to: &sums, from: number * ReplicateWeights.count)
  }

  private mutating func number(_ left: Int, _ right: Int) -> Int {
    let number = rows.number(left, right)
    if number == magnitudes.count {
      sums.append(contentsOf: repeatElement(0, count: ReplicateWeights.count))
      magnitudes.append(0)
    }
    return number
  }

  private static func add(_ units: Int128, _ weights: Span<UInt32>, to sums: inout [Int128], from start: Int) {
    var sums = sums.mutableSpan
    precondition(weights.count == ReplicateWeights.count && start >= 0 && start <= sums.count - weights.count)
    for index in 0..<ReplicateWeights.count { sums[start &+ index] &+= units &* Int128(weights[index]) }
  }

  /// The sums of every replicate, each rounded once; zeros for what did not occur, nil where they are too large.
  package func sums(of left: Int, _ right: Int) -> [Double]? {
    guard let number = rows.knownNumber(left, right) else {
      return [Double](repeating: 0, count: ReplicateWeights.count)
    }
    guard magnitudes[number] <= ReplicateSums.largestMagnitude else { return nil }
    return sums[number * ReplicateWeights.count..<(number + 1) * ReplicateWeights.count].map {
      Double(roundingWide: $0) * 0x1p-60
    }
  }

  /// Adds the sums of other contacts.
  package mutating func merge(_ other: ReplicateSums) {
    for (index, key) in other.rows.pairs.enumerated() {
      let number = number(Int(key.left), Int(key.right))
      let (sum, isOver) = magnitudes[number].addingReportingOverflow(other.magnitudes[index])
      magnitudes[number] = isOver ? .max : sum
      for replicate in 0..<ReplicateWeights.count {
        sums[number * ReplicateWeights.count + replicate] &+= other.sums[index * ReplicateWeights.count + replicate]
      }
    }
  }
}

extension Double {
  /// The nearest number to an integer, of two the even one; what `Double.init` gives, without its way by generic numbers,
  /// which took a sixth of all instructions of attribution's intervals.
  init(roundingWide units: Int128) {
    let magnitude = units.magnitude
    let shift = max(0, 64 - magnitude.leadingZeroBitCount)
    var top = UInt64(truncatingIfNeeded: magnitude &>> UInt128(shift))
    // Of what is cut off rounding needs to know only whether it is 0; there are eleven bits beyond those of a number.
    if UInt128(top) &<< UInt128(shift) != magnitude { top |= 1 }
    let scale = Double(bitPattern: UInt64(1023 + shift) << 52)
    self = units < 0 ? -(Double(top) * scale) : Double(top) * scale
  }
}

// MARK: Bytes

extension ReplicateSums {
  /// Writes pair by pair, ascending, the sum of magnitudes and the sums of all replicates.
  func write(to writer: inout TallyWriter) {
    let order = rows.pairs.indices.sorted {
      (rows.pairs[$0].left, rows.pairs[$0].right) < (rows.pairs[$1].left, rows.pairs[$1].right)
    }
    writer.write(order.count)
    for number in order {
      writer.write(signed: Int64(rows.pairs[number].left))
      writer.write(signed: Int64(rows.pairs[number].right))
      writer.write(wide: magnitudes[number])
      for sum in sums[number * ReplicateWeights.count..<(number + 1) * ReplicateWeights.count] {
        writer.write(wide: UInt128(bitPattern: sum << 1 ^ sum >> 127))
      }
    }
  }

  init(_ reader: inout TallyReader) throws(TallyFault) {
    for expected in 0..<(try reader.count(ofAtLeast: 4 + 2 * ReplicateWeights.count)) {
      let (left, right) = (try reader.signed(), try reader.signed())
      guard let left = Int32(exactly: left), let right = Int32(exactly: right),
        number(Int(left), Int(right)) == expected
      else { throw .isOfOtherShape }
      magnitudes[expected] = try reader.wide()
      for replicate in 0..<ReplicateWeights.count {
        let sum = try reader.wide()
        sums[expected * ReplicateWeights.count + replicate] = Int128(bitPattern: sum >> 1) ^ -Int128(sum & 1)
      }
    }
  }
}
