/// A set of (content, channel) pairs: a row of bits over the channels for each content that occurs.
struct PairSet: Sendable {
  private let wordsPerRow: Int
  /// Per content, its row plus 1; 0 for none yet.
  private var rows: [Int32]
  private var bits: [UInt64] = []

  init(contentCount: Int, channelCount: Int) {
    wordsPerRow = (channelCount + 63) / 64
    rows = [Int32](repeating: 0, count: contentCount)
  }

  /// How many pairs are in the set.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether a pair is in the set.
  @inline(__always) func contains(content: Int, channel: Int) -> Bool {
    let row = Int(rows[content])
    return row > 0 && bits[(row &- 1) &* wordsPerRow &+ channel &>> 6] &>> UInt64(channel & 63) & 1 != 0
  }

  /// Puts a pair in; false if it was there already.
  @discardableResult
  mutating func insert(content: Int, channel: Int) -> Bool {
    if rows[content] == 0 {
      rows[content] = Int32(bits.count / wordsPerRow + 1)
      bits.append(contentsOf: repeatElement(0, count: wordsPerRow))
    }
    let word = Int(rows[content] - 1) * wordsPerRow + channel >> 6
    let bit = UInt64(1) << UInt64(channel & 63)
    defer { bits[word] |= bit }
    return bits[word] & bit == 0
  }

  /// Adds the pairs of another set of the same shape.
  mutating func formUnion(_ other: PairSet) {
    for content in other.rows.indices where other.rows[content] > 0 {
      let start = Int(other.rows[content] - 1) * wordsPerRow
      for word in 0..<wordsPerRow {
        var left = other.bits[start + word]
        while left != 0 {
          insert(content: content, channel: word << 6 + left.trailingZeroBitCount)
          left &= left - 1
        }
      }
    }
  }
}
