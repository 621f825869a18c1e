/// Sums of floating-point numbers that lose nothing while they grow, so that they come out the same in any order.
///
/// Each sum is one long integer in units of the smallest positive number, held as digits to the base 2³² with room
/// for carries; only reading it rounds, once. Adding touches three digits. Of a sum only the digits from the lowest to
/// the highest that was ever touched are kept: amounts of money and shares of them take four to eight, where all that
/// a number may have are 68. So a sum of usual amounts takes 40 to 72 bytes, and one to which nothing was added hardly any.
///
/// Reference: U. W. Kulisch, "Computer Arithmetic and Validity" (2013), chapter 8 (the long accumulator).
package struct ExactSums: Sendable {
  /// 2,098 bits hold any finite number; the last digits take what carries beyond.
  private static let digitsPerSum = 68
  /// Each addition adds less than 2³³ to a digit, so that these many fit beside a normalized one.
  private static let additionsBeforeCarry = 1 << 29
  /// As many digits as an addition touches, and one that its carries grow into.
  private static let smallestWindow = 4

  /// The digits of a sum that are kept, and where: the others are 0.
  private struct Window: Sendable {
    /// The place of its lowest digit among all digits kept.
    var start: UInt32 = 0
    var lowest: UInt8 = 0
    /// 0 until something is added.
    var count: UInt8 = 0

    /// The digits of the sum that it holds.
    var held: Range<Int> { Int(lowest)..<Int(lowest) + Int(count) }
  }

  private var windows: SparseArray<Window>
  private var digits: [Int64] = []
  private var additions = 0

  /// Creates sums that are all 0.
  package init(count: Int) { windows = SparseArray(repeating: Window(), count: count, blockSize: 32) }

  /// Number of sums.
  package var count: Int { windows.count }

  /// How many digits are kept: what memory grows with.
  package var digitCount: Int { digits.count }

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
    let digit = place(of: position >> 5, in: sum)
    // A span checks once that nobody else holds the digits.
    var span = digits.mutableSpan
    if number > 0 {
      span[digit] += parts.0
      span[digit + 1] += parts.1
      span[digit + 2] += parts.2
    } else {
      span[digit] -= parts.0
      span[digit + 1] -= parts.1
      span[digit + 2] -= parts.2
    }
    additions += 1
    if additions == ExactSums.additionsBeforeCarry { carry() }
  }

  /// The place of a digit and the two above it, for which there is room afterwards.
  private mutating func place(of digit: Int, in sum: Int) -> Int {
    let window = windows[sum]
    let offset = digit - Int(window.lowest)
    if offset >= 0, offset + 3 <= Int(window.count) { return Int(window.start) + offset }
    widen(sum, to: digit..<digit + 3)
    return Int(windows[sum].start) + digit - Int(windows[sum].lowest)
  }

  /// Sees to it that some digits of a sum are kept. A window that grows becomes at least twice as large, so that what
  /// the smaller ones leave behind is never more than it holds itself.
  private mutating func widen(_ sum: Int, to range: Range<Int>) {
    let held = windows[sum].held
    let isNew = held.isEmpty
    let lower = isNew ? range.lowerBound : min(held.lowerBound, range.lowerBound)
    let upper = isNew ? range.upperBound : max(held.upperBound, range.upperBound)
    guard isNew || lower < held.lowerBound || upper > held.upperBound else { return }
    let size = min(ExactSums.digitsPerSum, max(ExactSums.smallestWindow, upper - lower, 2 * held.count))
    // What is to spare lies where the sum has just grown: below for a low digit, else above.
    let spare = size - (upper - lower)
    let below = !isNew && lower < held.lowerBound ? min(spare, lower) : 0
    let lowest = min(lower - below, ExactSums.digitsPerSum - size)
    let (old, start) = (Int(windows[sum].start), digits.count)
    precondition(start + size <= Int(UInt32.max), "More digits are kept than can be numbered.")
    digits.append(contentsOf: repeatElement(0, count: size))
    for digit in held { digits[start + digit - lowest] = digits[old + digit - held.lowerBound] }
    windows[sum] = Window(start: UInt32(start), lowest: UInt8(lowest), count: UInt8(size))
  }

  /// Adds the sums of another set of the same size, each to its own.
  package mutating func merge(_ other: ExactSums) {
    precondition(count == other.count, "Sums of different shape cannot be added.")
    var other = other
    if additions + other.additions >= ExactSums.additionsBeforeCarry {
      carry()
      other.carry()
    }
    other.windows.forEachKept { sum, window in
      guard window.count > 0 else { return }
      widen(sum, to: window.held)
      let start = Int(windows[sum].start) + Int(window.lowest) - Int(windows[sum].lowest)
      for digit in 0..<Int(window.count) { digits[start + digit] += other.digits[Int(window.start) + digit] }
    }
    // What was carried is less than one more addition.
    additions += other.additions + 1
  }

  /// A sum without loss: whether it is negative, and the digits of its magnitude, each in 0 ..< 2³², from the lowest that
  /// is kept.
  private func exact(_ sum: Int) -> (isNegative: Bool, value: [Int64]) {
    // Two digits more, for what carries beyond.
    var value = Array(digits[places(of: sum)]) + [0, 0]
    ExactSums.carry(&value, value.indices)
    let isNegative = value[value.count - 1] < 0
    if isNegative {
      for index in value.indices { value[index] = -value[index] }
      ExactSums.carry(&value, value.indices)
    }
    return (isNegative, value)
  }

  /// The value of a sum, rounded once.
  package subscript(sum: Int) -> Double {
    let window = windows[sum]
    let (isNegative, value) = exact(sum)
    guard let top = value.lastIndex(where: { $0 != 0 }) else { return 0 }
    // The top three digits hold at least 65 bits; what lies below only decides on which side of a half they are.
    let first = max(0, top - 2)
    var bits = UInt128(0)
    for index in (first...top).reversed() { bits = bits << 32 | UInt128(UInt64(value[index])) }
    if value[..<first].contains(where: { $0 != 0 }) { bits |= 1 }
    let exponent = 32 * (Int(window.lowest) + first) - 1074
    let magnitude = Double(sign: .plus, exponent: exponent, significand: Double(bits))
    return isNegative ? -magnitude : magnitude
  }

  /// Where the digits of a sum are kept.
  private func places(of sum: Int) -> Range<Int> {
    Int(windows[sum].start)..<Int(windows[sum].start) + Int(windows[sum].count)
  }

  private mutating func carry() {
    let windows = windows
    windows.forEachKept { sum, window in
      guard window.count > 0 else { return }
      ExactSums.carry(&digits, places(of: sum))
      let held = window.held
      // A top digit that has grown beyond the others must have room for as much again.
      if digits[places(of: sum).upperBound - 1].magnitude >> 32 > 0, held.upperBound < ExactSums.digitsPerSum {
        widen(sum, to: held.lowerBound..<held.upperBound + 1)
        ExactSums.carry(&digits, places(of: sum))
      }
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

// MARK: Bytes

extension ExactSums {
  /// The most sums of a set that is read: places that nothing was added to take no bytes.
  private static let largestCount = 1 << 28

  /// Writes how many sums there are, how many of them are not 0, and of each of these its distance from the one before, its
  /// lowest digit and its sign, and the digits.
  func write(to writer: inout TallyWriter) {
    var sums: [(sum: Int, lowest: Int, isNegative: Bool, digits: ArraySlice<Int64>)] = []
    windows.forEachKept { sum, window in
      let (isNegative, value) = exact(sum)
      guard let first = value.firstIndex(where: { $0 != 0 }), let last = value.lastIndex(where: { $0 != 0 }) else {
        return
      }
      sums.append((sum, Int(window.lowest) + first, isNegative, value[first...last]))
    }
    writer.write(count)
    writer.write(sums.count)
    var next = 0
    for entry in sums {
      writer.write(entry.sum - next)
      next = entry.sum + 1
      writer.write(entry.lowest << 1 | (entry.isNegative ? 1 : 0))
      writer.write(entry.digits.count)
      for digit in entry.digits { writer.write(UInt64(digit)) }
    }
  }

  init(_ reader: inout TallyReader) throws(TallyFault) {
    let count = try reader.count()
    guard count <= ExactSums.largestCount else { throw TallyFault("holds a list that is too long") }
    self.init(count: count)
    var next = 0
    for _ in 0..<(try reader.count(ofAtLeast: 4)) {
      let sum = next + (try reader.count())
      next = sum + 1
      let place = try reader.count()
      let digitCount = try reader.count(ofAtLeast: 1)
      let lowest = place >> 1
      guard sum < count, digitCount > 0, lowest + digitCount <= ExactSums.digitsPerSum else {
        throw .isOfOtherShape
      }
      widen(sum, to: lowest..<lowest + digitCount)
      let start = Int(windows[sum].start) + lowest - Int(windows[sum].lowest)
      for digit in 0..<digitCount {
        let number = try reader.number()
        guard number >> 32 == 0 else { throw TallyFault("holds a digit that is too large") }
        digits[start + digit] = place & 1 == 0 ? Int64(number) : -Int64(number)
      }
    }
    additions = 1
  }
}
