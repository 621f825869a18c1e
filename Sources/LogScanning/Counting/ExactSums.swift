/// Sums of floating-point numbers that lose nothing while they grow, so that they come out the same in any order.
///
/// Each sum is one long integer in units of the smallest positive number, held as digits to the base 2³² with room
/// for carries; only reading it rounds, once. Adding touches three digits. A sum takes 544 bytes.
///
/// Reference: U. W. Kulisch, "Computer Arithmetic and Validity" (2013), chapter 8 (the long accumulator).
package struct ExactSums: Sendable {
  /// 2,098 bits hold any finite number; the last digits take what carries beyond.
  private static let digitsPerSum = 68
  /// Each addition adds less than 2³³ to a digit, so that these many fit beside a normalized one.
  private static let additionsBeforeCarry = 1 << 29

  private var digits: [Int64]
  private var additions = 0
  /// Number of sums.
  package let count: Int

  /// Creates sums that are all 0.
  package init(count: Int) {
    self.count = count
    digits = [Int64](repeating: 0, count: count * ExactSums.digitsPerSum)
  }

  /// Adds a finite number to one of the sums.
  package mutating func add(_ number: Double, to sum: Int) {
    precondition(number.isFinite, "Only finite numbers can be added up.")
    guard number != 0 else { return }
    let exponent = max(1, Int(number.exponentBitPattern))
    let implicitBit: UInt64 = number.exponentBitPattern == 0 ? 0 : 1 << 52
    let significand = number.significandBitPattern | implicitBit
    let position = exponent - 1
    let shift = UInt64(position & 31)
    let low = (significand & 0xFFFF_FFFF) << shift
    let high = (significand >> 32) << shift
    let parts = (
      Int64(low & 0xFFFF_FFFF), Int64(low >> 32) + Int64(high & 0xFFFF_FFFF), Int64(high >> 32)
    )
    let digit = sum * ExactSums.digitsPerSum + position >> 5
    if number > 0 {
      digits[digit] += parts.0
      digits[digit + 1] += parts.1
      digits[digit + 2] += parts.2
    } else {
      digits[digit] -= parts.0
      digits[digit + 1] -= parts.1
      digits[digit + 2] -= parts.2
    }
    additions += 1
    if additions == ExactSums.additionsBeforeCarry { carry() }
  }

  /// Adds the sums of another set of the same size, each to its own.
  package mutating func merge(_ other: ExactSums) {
    precondition(count == other.count, "Sums of different shape cannot be added.")
    var other = other
    carry()
    other.carry()
    for index in digits.indices { digits[index] += other.digits[index] }
    additions = 1
  }

  /// The value of a sum, rounded once.
  package subscript(sum: Int) -> Double {
    precondition(sum < count, "There is no such sum.")
    let start = sum * ExactSums.digitsPerSum
    var value = Array(digits[start..<start + ExactSums.digitsPerSum])
    ExactSums.carry(&value, 0..<value.count)
    let isNegative = value[value.count - 1] < 0
    if isNegative {
      for index in value.indices { value[index] = -value[index] }
      ExactSums.carry(&value, 0..<value.count)
    }
    guard let top = value.lastIndex(where: { $0 != 0 }) else { return 0 }
    // The top three digits hold at least 65 bits; what lies below only decides on which side of a half they are.
    let first = max(0, top - 2)
    var window = UInt128(0)
    for index in (first...top).reversed() { window = window << 32 | UInt128(UInt64(value[index])) }
    if value[..<first].contains(where: { $0 != 0 }) { window |= 1 }
    let magnitude = Double(sign: .plus, exponent: 32 * first - 1074, significand: Double(window))
    return isNegative ? -magnitude : magnitude
  }

  private mutating func carry() {
    for sum in 0..<count {
      let start = sum * ExactSums.digitsPerSum
      ExactSums.carry(&digits, start..<start + ExactSums.digitsPerSum)
    }
    additions = 0
  }

  /// Brings all digits but the last into 0 ..< 2³²; the last one bears the sign.
  private static func carry(_ digits: inout [Int64], _ range: Range<Int>) {
    var carry: Int64 = 0
    for index in range.dropLast() {
      let digit = digits[index] + carry
      digits[index] = digit & 0xFFFF_FFFF
      carry = digit >> 32
    }
    digits[range.upperBound - 1] += carry
  }
}
