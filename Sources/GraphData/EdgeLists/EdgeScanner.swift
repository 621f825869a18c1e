import FileReading

/// What the ids of an edge list are.
enum EdgeListIDs: Sendable {
  /// Integers below 2³² − 1 without sign or leading zeros, which stand for themselves.
  case integers
  /// Any text without quotes around it, numbered in the order in which it comes.
  case names
}

/// The lines of one block.
struct ParsedEdges: Sendable {
  /// One end of each edge, or the nodes of a list of nodes: ids, or the numbers of names.
  var sources: [UInt32] = []
  var targets: [UInt32] = []
  var weights: [Double] = []
  var times: [Int64] = []
  /// How many fields each line has: 2 to 4, or 0 without edges.
  var fields = 0
  var largest: UInt32 = 0
  var hasIntegerWeights = true
  /// The names that the ends number.
  var names = Interner.IDs()
}

/// Parses the lines of an edge list; digits eight bytes at a time.
@unsafe
struct EdgeScanner {
  // Safety: eight bytes that are line ends follow `limit`, and no field goes on behind a line's end.
  let base: UnsafePointer<UInt8>
  var position: Int
  let limit: Int
  let separator: EdgeListSeparator
  let ids: EdgeListIDs
  private var names = Interner()

  init(base: UnsafePointer<UInt8>, position: Int, limit: Int, separator: EdgeListSeparator, ids: EdgeListIDs) {
    unsafe self.base = base
    unsafe self.position = position
    unsafe self.limit = limit
    unsafe self.separator = separator
    unsafe self.ids = ids
  }

  /// What the lines say that start before `stop`; nil when one has another form.
  mutating func lines(until stop: Int, isLast: Bool, areNodes: Bool) -> ParsedEdges? {
    var edges = ParsedEdges()
    let estimate = unsafe max(0, stop - position) / 8
    edges.sources.reserveCapacity(estimate)
    if !areNodes { edges.targets.reserveCapacity(estimate) }
    while unsafe position < stop {
      let lineStart = unsafe position
      unsafe skipBlanks()
      let byte = unsafe base[position]
      if byte == 0x0A || byte == 0x0D || byte == 0x23 || byte == 0x25 {
        guard unsafe skipLine(isComment: byte == 0x23 || byte == 0x25) else { return nil }
      } else {
        guard let source = unsafe id() else { return nil }
        edges.sources.append(source)
        edges.largest = max(edges.largest, source)
        if areNodes {
          guard unsafe skipRest() else { return nil }
        } else {
          guard unsafe skipSeparator(), let target = unsafe id() else { return nil }
          edges.targets.append(target)
          edges.largest = max(edges.largest, target)
          guard unsafe rest(&edges) else { return nil }
        }
      }
      // A line that reaches the end of what was read goes on behind it, unless the file ends there.
      if unsafe position > limit && !isLast { return nil }
      if unsafe position - lineStart > BlockEdgeList.longestLine { return nil }
    }
    // Names with a NUL are an error, which the other way tells with its line.
    if unsafe names.idBytes.contains(0) { return nil }
    edges.names = unsafe names.ids
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

  /// Goes behind the end of a line whose first field was read; false when something sticks to the field.
  private mutating func skipRest() -> Bool {
    let start = unsafe position
    unsafe skipBlanks()
    let byte = unsafe base[position]
    guard unsafe position > start || byte == 0x0A || byte == 0x0D || separator.separates(byte) else { return false }
    while unsafe base[position] != 0x0A {
      // A quote may keep a line's end, and a return alone is one.
      if unsafe base[position] == 0x22 || (base[position] == 0x0D && base[position + 1] != 0x0A) { return false }
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
        let start = unsafe position
        var isInteger = true
        var weight = unsafe decimal(&isInteger)
        if unsafe weight == nil || !endsField {
          unsafe position = start
          weight = unsafe anyNumber(&isInteger)
        }
        guard let weight else { return false }
        if !isInteger { edges.hasIntegerWeights = false }
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

  /// Whether a field ends here.
  private var endsField: Bool {
    let byte = unsafe base[position]
    return unsafe byte == 0x0A || byte == 0x0D || byte == 0x20 || separator.separates(byte)
  }

  /// The bytes from here up to the field's end, which is gone past.
  private mutating func field() -> UnsafeBufferPointer<UInt8> {
    let start = unsafe position
    while true {
      let byte = unsafe base[position]
      if unsafe byte == 0x0A || byte == 0x0D || separator.separates(byte) { break }
      unsafe position += 1
    }
    var end = unsafe position
    while unsafe end > start && base[end - 1] == 0x20 { end -= 1 }
    // Safety: the bytes lie before the position reached.
    return unsafe UnsafeBufferPointer(start: base + start, count: end - start)
  }

  /// A number of any length or with an exponent, as line by line.
  private mutating func anyNumber(_ isInteger: inout Bool) -> Double? {
    let text = unsafe String(decoding: field(), as: UTF8.self)
    isInteger = if case .integer = AttributeValue(inferring: text) { true } else { false }
    return WrittenNumber.decimal(text)
  }

  /// The next id, or nil when it has another form.
  @inline(__always)
  private mutating func id() -> UInt32? {
    unsafe ids == .integers ? integer() : name()
  }

  /// The number of the name that comes next, apart from ``id()`` so that this stays small enough for its loop.
  @inline(never)
  private mutating func name() -> UInt32? {
    guard unsafe base[position] != 0x22 else { return nil }
    let name = unsafe field()
    guard !name.isEmpty else { return nil }
    // White space beyond ASCII, tabs and control characters around a name are no part of it.
    if unsafe max(name[0] &- 0x21, name[name.count - 1] &- 0x21) >= 0x5F {
      guard unsafe WhiteSpace.trimmed(name.span).count == name.count else { return nil }
    }
    return unsafe UInt32(names.intern(name.span))
  }

  /// An id of up to ten digits below 2³² − 1 without leading zeros.
  @inline(__always)
  private mutating func integer() -> UInt32? {
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
    // What would be written another way, 007 or -0, is a number but no integer.
    if unsafe base[start] == 0x30 && (count > 1 || isNegative) { isInteger = false }
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
