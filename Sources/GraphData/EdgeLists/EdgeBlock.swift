/// One stretch of an edge list with a margin behind it, in memory that is used again for the next.
///
/// A line belongs to the stretch in which it starts, so that no thread waits for another.
struct EdgeBlock: Sendable {
  private let blockSize: Int
  private let margin: Int
  private var bytes: [UInt8]

  /// Memory for a block of an edge list.
  @Sendable
  static func forList() -> EdgeBlock {
    EdgeBlock(blockSize: IntegerEdgeList.blockSize, margin: IntegerEdgeList.longestLine)
  }

  init(blockSize: Int, margin: Int) {
    self.blockSize = blockSize
    self.margin = margin
    // One byte before the stretch, the margin, and eight bytes so that a word can be loaded at any place.
    bytes = [UInt8](repeating: 0, count: blockSize + margin + 16)
  }

  /// The edges of the lines that start in stretch `index`; nil when one has another form.
  mutating func parse(
    _ file: GraphFile, index: Int, size: Int, separator: EdgeListSeparator
  ) throws(GraphFileError) -> ParsedEdges? {
    let start = index * blockSize
    let first = index == 0 ? 0 : start - 1
    let wanted = min(size - first, blockSize + margin + (index == 0 ? 0 : 1))
    // Safety: `wanted` is at most the size of the array less the bytes that end it.
    let outcome = unsafe bytes.withUnsafeMutableBytes { buffer -> Result<Int, GraphFileError> in
      do throws(GraphFileError) {
        return .success(
          try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: first))
      } catch {
        return .failure(error)
      }
    }
    let count = try outcome.get()
    // A shorter file than its size said has been changed meanwhile: what is there is read.
    for position in count..<count + 8 { bytes[position] = 0x0A }
    var lineStart = 0
    if index > 0 {
      guard let newline = bytes[..<count].firstIndex(of: 0x0A) else {
        return first + count >= size ? ParsedEdges() : nil
      }
      lineStart = newline + 1
    }
    let stop = min(count, start - first + blockSize)
    let isLast = first + count >= size
    // Safety: `limit` is below the length of the buffer by at least eight bytes, which are line ends.
    return unsafe bytes.withUnsafeBufferPointer { buffer -> ParsedEdges? in
      guard let base = buffer.baseAddress else { return nil }
      var scanner = unsafe EdgeScanner(base: base, position: lineStart, limit: count, separator: separator)
      return unsafe scanner.edges(until: stop, isLast: isLast)
    }
  }
}

/// Parses lines of digits, eight bytes at a time.
@unsafe
private struct EdgeScanner {
  // Safety: eight bytes that are line ends follow `limit`, and no field goes on behind a line's end.
  let base: UnsafePointer<UInt8>
  var position: Int
  let limit: Int
  let separator: EdgeListSeparator

  mutating func edges(until stop: Int, isLast: Bool) -> ParsedEdges? {
    var edges = ParsedEdges()
    let estimate = unsafe max(0, stop - position) / 8
    edges.sources.reserveCapacity(estimate)
    edges.targets.reserveCapacity(estimate)
    while unsafe position < stop {
      let lineStart = unsafe position
      unsafe skipBlanks()
      let byte = unsafe base[position]
      if byte == 0x0A || byte == 0x0D || byte == 0x23 || byte == 0x25 {
        guard unsafe skipLine(isComment: byte == 0x23 || byte == 0x25) else { return nil }
      } else {
        guard let source = unsafe id(), unsafe skipSeparator(), let target = unsafe id() else { return nil }
        edges.sources.append(source)
        edges.targets.append(target)
        edges.largest = max(edges.largest, max(source, target))
        guard unsafe rest(&edges) else { return nil }
      }
      // A line that reaches the end of what was read goes on behind it, unless the file ends there.
      if unsafe position > limit && !isLast { return nil }
      if unsafe position - lineStart > IntegerEdgeList.longestLine { return nil }
    }
    return edges
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while unsafe base[position] == 0x20 || (base[position] == 0x09 && separator == .blanks) { unsafe position += 1 }
  }

  /// Goes past what separates two fields; false when nothing does.
  @inline(__always)
  private mutating func skipSeparator() -> Bool {
    if unsafe separator == .blanks {
      let start = unsafe position
      unsafe skipBlanks()
      return unsafe position > start
    }
    unsafe skipBlanks()
    guard unsafe separator.separates(base[position]) else { return false }
    unsafe position += 1
    unsafe skipBlanks()
    return true
  }

  /// Goes behind the line's end. Only a comment may have anything before it.
  private mutating func skipLine(isComment: Bool) -> Bool {
    while unsafe base[position] != 0x0A {
      if unsafe !isComment && base[position] != 0x0D { return false }
      unsafe position += 1
    }
    unsafe position += 1
    return true
  }

  /// What follows the two ids: the line's end, or a weight and a time.
  @inline(__always)
  private mutating func rest(_ edges: inout ParsedEdges) -> Bool {
    var fields = 2
    while true {
      let byte = unsafe base[position]
      if byte == 0x0A {
        unsafe position += 1
        break
      }
      if unsafe byte == 0x0D && base[position + 1] == 0x0A {
        unsafe position += 2
        break
      }
      let hasBlank = byte == 0x20 || byte == 0x09
      guard unsafe skipSeparator() else {
        // Blanks before the line's end are no field.
        if hasBlank, unsafe base[position] == 0x0A || base[position] == 0x0D { continue }
        return false
      }
      if unsafe base[position] == 0x0A || base[position] == 0x0D {
        guard unsafe separator == .blanks else { return false }
        continue
      }
      fields += 1
      switch fields {
      case 3:
        guard let weight = unsafe decimal(&edges.hasIntegerWeights) else { return false }
        edges.weights.append(weight)
      case 4:
        var isInteger = true
        guard let time = unsafe decimal(&isInteger), isInteger else { return false }
        edges.times.append(Int64(time))
      default: return false
      }
    }
    if edges.fields == 0 { edges.fields = fields }
    return edges.fields == fields
  }

  /// An id of up to ten digits below 2³² − 1 without leading zeros.
  @inline(__always)
  private mutating func id() -> UInt32? {
    let start = unsafe position
    guard let number = unsafe digits(), number < UInt64(UInt32.max) else { return nil }
    let length = unsafe position - start
    guard length > 0, length <= 10, unsafe length == 1 || base[start] != 0x30 else { return nil }
    return UInt32(truncatingIfNeeded: number)
  }

  /// The number that the digits from here make, up to 16 of them; 0 when there is none, nil when there are more.
  @inline(__always)
  private mutating func digits() -> UInt64? {
    let (first, count) = unsafe eightDigits()
    unsafe position += count
    if count < 8 { return first }
    let (second, more) = unsafe eightDigits()
    unsafe position += more
    if more == 8 { return nil }
    return first &* powersOfTen[more] &+ second
  }

  /// The number made of the digits among the next eight bytes, and how many they are: each byte a digit, then pairs,
  /// fours and eights joined by one multiplication each (D. Lemire, "Quickly parsing eight digits", 2018).
  @inline(__always)
  private func eightDigits() -> (UInt64, Int) {
    let word = unsafe UInt64(littleEndian: UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self))
    let values = word ^ 0x3030_3030_3030_3030
    // The high bit of each byte that is no digit: those above 9, and those that had it set.
    let others = ((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount >> 3
    if count == 0 { return (0, 0) }
    var number = values << UInt64(64 - 8 * count)
    number = (number &* 10) &+ (number >> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    number = ((number & mask) &* 0x000F_4240_0000_0064 &+ ((number >> 16) & mask) &* 0x0000_2710_0000_0001) >> 32
    return (number & 0xFFFF_FFFF, count)
  }

  /// A number of up to 15 digits with an optional sign and fraction, exactly rounded: digits and power of ten are exact,
  /// so that one division is (W. D. Clinger, "How to read floating point numbers accurately", 1990).
  @inline(__always)
  private mutating func decimal(_ isInteger: inout Bool) -> Double? {
    let isNegative = unsafe base[position] == 0x2D
    if isNegative { unsafe position += 1 }
    let start = unsafe position
    guard let whole = unsafe digits() else { return nil }
    var count = unsafe position - start
    guard count > 0 else { return nil }
    var number = Double(whole)
    if unsafe base[position] == 0x2E {
      isInteger = false
      unsafe position += 1
      let fractionStart = unsafe position
      guard let fraction = unsafe digits() else { return nil }
      let decimals = unsafe position - fractionStart
      count += decimals
      guard decimals > 0, count <= 15 else { return nil }
      let power = powersOfTen[decimals]
      number = Double(whole &* power &+ fraction) / Double(power)
    }
    guard count <= 15 else { return nil }
    return isNegative ? -number : number
  }
}

/// Powers of ten that 64 bits hold, up to 10¹⁶.
private let powersOfTen: [UInt64] = (0...16).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
