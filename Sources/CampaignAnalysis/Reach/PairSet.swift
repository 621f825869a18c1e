/// A set of (content, channel) pairs: a row of bits over the channels for each content that occurs.
struct PairSet: Sendable {
  private let wordsPerRow: Int
  /// Per content code (index plus 1), the first word of its row; 0 for none yet.
  private(set) var rows: [Int32]
  /// Rows, one after the other. The first stands for all contents that have none yet, and stays empty.
  private(set) var bits: [UInt64]

  init(contentCount: Int, channelCount: Int) {
    wordsPerRow = (channelCount + 63) / 64
    rows = [Int32](repeating: 0, count: contentCount + 1)
    bits = [UInt64](repeating: 0, count: wordsPerRow)
  }

  /// How many pairs are in the set.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Puts a pair in; false if it was there already.
  @discardableResult
  mutating func insert(content: Int, channel: Int) -> Bool {
    if rows[content + 1] == 0 {
      rows[content + 1] = Int32(bits.count)
      bits.append(contentsOf: repeatElement(0, count: wordsPerRow))
    }
    let word = Int(rows[content + 1]) + channel >> 6
    let bit = UInt64(1) << UInt64(channel & 63)
    defer { bits[word] |= bit }
    return bits[word] & bit == 0
  }

  /// Adds the pairs of another set of the same shape.
  mutating func formUnion(_ other: PairSet) {
    other.forEachPair { content, channel in insert(content: content, channel: channel) }
  }

  /// Calls `body` with each pair, by content, then by channel.
  func forEachPair(_ body: (_ content: Int, _ channel: Int) -> Void) {
    for code in rows.indices where rows[code] > 0 {
      let start = Int(rows[code])
      for word in 0..<wordsPerRow {
        var left = bits[start + word]
        while left != 0 {
          body(code - 1, word << 6 + left.trailingZeroBitCount)
          left &= left - 1
        }
      }
    }
  }
}
