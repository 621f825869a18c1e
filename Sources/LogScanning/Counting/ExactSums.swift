/// Sums of floating-point numbers that lose nothing while they grow, so that they come out the same in any order.
///
/// Numbers of usual size are added up in one integer of 128 bits each, in units of 2⁻⁷²: amounts of money and shares of
/// them hardly ever are of another. What is smaller or larger goes into one long integer, in units of the smallest
/// positive number, held as digits to the base 2³² with room for carries. Only reading a sum puts both together and
/// rounds, once. Of the long integer only the digits from the lowest to the highest that was ever touched are kept, of at
/// most 68; so most sums take 32 bytes, and one to which nothing was added hardly any.
///
/// Reference: U. W. Kulisch, "Computer Arithmetic and Validity" (2013), chapter 8 (the long accumulator).
@usableFromInline package struct ExactSums: Sendable {
  /// 2,098 bits hold any finite number; the last digits take what carries beyond.
  private static let digitsPerSum = 68
  /// Each addition adds less than 2³³ to a digit, and less than 2¹⁰¹ units to a number of usual size, so that these many
  /// fit beside what was carried.
  @usableFromInline static let additionsBeforeCarry = 1 << 26
  /// As many digits as an addition touches, and one that its carries grow into.
  private static let smallestWindow = 4
  /// The biased exponent of the smallest numbers of usual size, those from 2⁻²⁰ on, whose last bit is worth one unit.
  @usableFromInline static let lowestUsualExponent: UInt = 1023 - 20
  /// How many exponents are usual: numbers below 2²⁹.
  @usableFromInline static let usualExponents: UInt = 49
  /// Where a unit stands among the bits of the long integer.
  private static let unitPosition = 1074 - 72

  /// What is kept of a sum.
  @usableFromInline struct Parts: Sendable {
    /// The sum of the numbers of usual size, in units.
    @usableFromInline var usual: Int128 = 0
    /// The place of the lowest digit of the others among all digits kept.
    var start: UInt32 = 0
    var lowest: UInt8 = 0
    /// How many digits are kept: 0 until one is needed.
    var count: UInt8 = 0

    /// The digits of the sum that it holds.
    var held: Range<Int> { Int(lowest)..<Int(lowest) + Int(count) }
    /// Where they are kept.
    var places: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  @usableFromInline var parts: SparseArray<Parts>
  private var digits: [Int64] = []
  @usableFromInline var additions = 0

  /// Creates sums that are all 0.
  package init(count: Int) { parts = SparseArray(repeating: Parts(), count: count, blockSize: 8) }

  /// Number of sums.
  package var count: Int { parts.count }

  /// How many digits, or as large parts of what else is kept, there are: what memory grows with.
  package var digitCount: Int {
    digits.count + parts.keptCount * MemoryLayout<Parts>.stride / MemoryLayout<Int64>.stride
  }

  /// Adds a finite number to one of the sums.
  @inlinable package mutating func add(_ number: Double, to sum: Int) {
    let place = number.exponentBitPattern &- ExactSums.lowestUsualExponent
    guard place < ExactSums.usualExponents else { return addUnusual(number, to: sum) }
    let units = Int128(number.significandBitPattern | 1 << 52) &<< Int128(truncatingIfNeeded: place)
    parts[sum].usual &+= number < 0 ? -units : units
    additions += 1
    if additions == ExactSums.additionsBeforeCarry { carry() }
  }

  /// Adds a number that is smaller or larger than usual, or 0.
  @usableFromInline mutating func addUnusual(_ number: Double, to sum: Int) {
    precondition(number.isFinite, "Only finite numbers can be added up.")
    guard number != 0 else { return }
    let implicitBit: UInt64 = number.exponentBitPattern == 0 ? 0 : 1 << 52
    let position = max(1, Int(number.exponentBitPattern)) - 1
    add(UInt128(number.significandBitPattern | implicitBit), at: position, isNegative: number < 0, digits: 3, to: sum)
    additions += 1
    if additions == ExactSums.additionsBeforeCarry { carry() }
  }

  /// Adds a whole number times a power of two to the digits of a sum.
  ///
  /// - Parameters:
  ///   - position: the bit of the long integer at which the number's lowest stands.
  ///   - count: how many digits it can have there.
  private mutating func add(_ magnitude: UInt128, at position: Int, isNegative: Bool, digits count: Int, to sum: Int) {
    let first = position >> 5
    widen(sum, to: first..<first + count)
    let start = Int(parts[sum].start) + first - Int(parts[sum].lowest)
    ExactSums.forEachDigit(of: magnitude, at: position, count) { digits[start + $0] += isNegative ? -$1 : $1 }
  }

  /// Calls `body` with the digits of a number at a bit of the long integer, from the one where this bit is.
  private static func forEachDigit(
    of magnitude: UInt128, at position: Int, _ count: Int, _ body: (_ index: Int, _ digit: Int64) -> Void
  ) {
    let shift = position & 31
    body(0, Int64(truncatingIfNeeded: magnitude << UInt128(shift) & 0xFFFF_FFFF))
    for index in 1..<count {
      body(index, Int64(truncatingIfNeeded: magnitude >> UInt128(32 * index - shift) & 0xFFFF_FFFF))
    }
  }

  /// Sees to it that some digits of a sum are kept. A window that grows becomes at least twice as large, so that what
  /// the smaller ones leave behind is never more than it holds itself.
  private mutating func widen(_ sum: Int, to range: Range<Int>) {
    let held = parts[sum].held
    let isNew = held.isEmpty
    let lower = isNew ? range.lowerBound : min(held.lowerBound, range.lowerBound)
    let upper = isNew ? range.upperBound : max(held.upperBound, range.upperBound)
    guard isNew || lower < held.lowerBound || upper > held.upperBound else { return }
    let size = min(ExactSums.digitsPerSum, max(ExactSums.smallestWindow, upper - lower, 2 * held.count))
    // What is to spare lies where the sum has just grown: below for a low digit, else above.
    let spare = size - (upper - lower)
    let below = !isNew && lower < held.lowerBound ? min(spare, lower) : 0
    let lowest = min(lower - below, ExactSums.digitsPerSum - size)
    let (old, start) = (Int(parts[sum].start), digits.count)
    precondition(start + size <= Int(UInt32.max), "More digits are kept than can be numbered.")
    digits.append(contentsOf: repeatElement(0, count: size))
    for digit in held { digits[start + digit - lowest] = digits[old + digit - held.lowerBound] }
    parts[sum].start = UInt32(start)
    parts[sum].lowest = UInt8(lowest)
    parts[sum].count = UInt8(size)
  }

  /// Adds the sums of another set of the same size, each to its own.
  package mutating func merge(_ other: ExactSums) {
    precondition(count == other.count, "Sums of different shape cannot be added.")
    var other = other
    if additions + other.additions >= ExactSums.additionsBeforeCarry {
      carry()
      other.carry()
    }
    other.parts.forEachKept { sum, part in
      parts[sum].usual += part.usual
      guard part.count > 0 else { return }
      widen(sum, to: part.held)
      let start = Int(parts[sum].start) + Int(part.lowest) - Int(parts[sum].lowest)
      for digit in 0..<Int(part.count) { digits[start + digit] += other.digits[Int(part.start) + digit] }
    }
    // What was carried is less than one more addition.
    additions += other.additions + 1
  }

  /// The digits that the sum of the numbers of usual size can have, in the long integer.
  private static let usualDigits = unitPosition >> 5..<unitPosition >> 5 + 5

  /// A sum without loss: whether it is negative, its lowest digit that is kept, and the digits of its magnitude from there on,
  /// each in 0 ..< 2³².
  private func exact(_ sum: Int) -> (isNegative: Bool, lowest: Int, value: [Int64]) {
    let part = parts[sum]
    let usual = ExactSums.usualDigits
    let lowest = part.count == 0 ? usual.lowerBound : min(usual.lowerBound, part.held.lowerBound)
    // Two digits more, for what carries beyond.
    var value = [Int64](repeating: 0, count: max(usual.upperBound, part.held.upperBound) - lowest + 2)
    for digit in part.held { value[digit - lowest] = digits[part.places.lowerBound + digit - part.held.lowerBound] }
    ExactSums.forEachDigit(of: part.usual.magnitude, at: ExactSums.unitPosition, usual.count) {
      value[usual.lowerBound - lowest + $0] += part.usual < 0 ? -$1 : $1
    }
    ExactSums.carry(&value, value.indices)
    let isNegative = value[value.count - 1] < 0
    if isNegative {
      for index in value.indices { value[index] = -value[index] }
      ExactSums.carry(&value, value.indices)
    }
    return (isNegative, lowest, value)
  }

  /// The value of a sum, rounded once.
  package subscript(sum: Int) -> Double {
    let (isNegative, lowest, value) = exact(sum)
    guard let top = value.lastIndex(where: { $0 != 0 }) else { return 0 }
    // The top three digits hold at least 65 bits; what lies below only decides on which side of a half they are.
    let first = max(0, top - 2)
    var bits = UInt128(0)
    for index in (first...top).reversed() { bits = bits << 32 | UInt128(UInt64(value[index])) }
    if value[..<first].contains(where: { $0 != 0 }) { bits |= 1 }
    // Of 64 bits the last one can stand for all below it; to round 128 takes 4,100 instructions.
    let below = max(0, 64 - bits.leadingZeroBitCount)
    let kept = UInt64(bits >> below) | (bits.trailingZeroBitCount < below ? 1 : 0)
    let exponent = 32 * (lowest + first) + below - 1074
    let magnitude = Double(sign: .plus, exponent: exponent, significand: Double(kept))
    return isNegative ? -magnitude : magnitude
  }

  /// Makes room for as many additions as at first: puts the numbers of usual size to the digits, and carries these.
  @usableFromInline mutating func carry() {
    let parts = parts
    parts.forEachKept { sum, part in
      if part.usual != 0 {
        self.parts[sum].usual = 0
        let digits = ExactSums.usualDigits.count
        add(part.usual.magnitude, at: ExactSums.unitPosition, isNegative: part.usual < 0, digits: digits, to: sum)
      }
      let (held, places) = (self.parts[sum].held, self.parts[sum].places)
      guard !held.isEmpty else { return }
      ExactSums.carry(&digits, places)
      // A top digit that has grown beyond the others must have room for as much again.
      if digits[places.upperBound - 1].magnitude >> 32 > 0, held.upperBound < ExactSums.digitsPerSum {
        widen(sum, to: held.lowerBound..<held.upperBound + 1)
        ExactSums.carry(&digits, self.parts[sum].places)
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
    parts.forEachKept { sum, _ in
      let (isNegative, lowest, value) = exact(sum)
      guard let first = value.firstIndex(where: { $0 != 0 }), let last = value.lastIndex(where: { $0 != 0 }) else {
        return
      }
      sums.append((sum, lowest + first, isNegative, value[first...last]))
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
      let start = Int(parts[sum].start) + lowest - Int(parts[sum].lowest)
      for digit in 0..<digitCount {
        let number = try reader.number()
        guard number >> 32 == 0 else { throw TallyFault("holds a digit that is too large") }
        digits[start + digit] = place & 1 == 0 ? Int64(number) : -Int64(number)
      }
    }
    additions = 1
  }
}
