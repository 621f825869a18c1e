package import CampaignAnalysis

/// The lines of a list of regions in JSON, many at a time, each put together from pieces that are JSON already.
package struct RegionLines {
  private let list: Reach.RegionList
  private let pieces: BytePieces
  /// The next region.
  private var next = 0
  /// Room for a block of lines, and how much of it is filled.
  private var block: [UInt8]
  private var count = 0

  /// Bytes of a block before its last line is added.
  private static let blockSize = 1 << 16
  /// Numbers of the pieces. Each rank has two from `partners` on: one for the first of a list, one with a comma before.
  private static let (start, middle, withheld, partners) = (0, 1, 2, 3)

  /// - Parameter separator: what goes before each line.
  package init(_ list: Reach.RegionList, _ ids: EncodedIDs, isPretty: Bool, separator: [UInt8]) {
    self.list = list
    let space = isPretty ? " " : ""
    let texts =
      [
        separator + #"{"partners":\#(space)["#.utf8, Array(#"],\#(space)"contacts":\#(space)"#.utf8),
        Array("null".utf8),
      ] + list.partnerOfRank.flatMap { [ids.partners[$0], ",\(space)".utf8 + ids.partners[$0]] }
    pieces = BytePieces(texts)
    // A line has each piece once at most, and a number of no more than nineteen digits; a copy goes seven bytes too far.
    block = [UInt8](repeating: 0, count: texts.reduce(RegionLines.blockSize + 32) { $0 + $1.count })
  }

  /// The lines of the last block.
  package var bytes: ArraySlice<UInt8> { block[..<count] }

  /// Fills the next block; false when there are no more lines.
  package mutating func fill() -> Bool {
    guard next < list.count else { return false }
    (next, count) = RegionLines.fill(&block, from: next, list.regions, pieces)
    return true
  }

  /// - Returns: the region behind the last one written, and the end of its line.
  private static func fill(
    _ block: inout [UInt8], from first: Int, _ regions: Regions, _ pieces: BytePieces
  ) -> (next: Int, count: Int) {
    var span = block.mutableSpan
    // Safety: whatever bytes are stored are bytes.
    var bytes = unsafe span.mutableBytes
    let (words, places, counts) = (regions.words.span, regions.places.span, regions.all.span)
    var (next, count) = (first, 0)
    while next < counts.count, count < blockSize {
      pieces.append(start, to: &bytes, &count)
      var hasComma = 0
      for word in places.isEmpty ? next..<next + 1 : regions.wordRange(of: next) {
        let first = places.isEmpty ? 0 : Int(places[word]) &<< 6
        var left = words[word]
        while left != 0 {
          let rank = first &+ left.trailingZeroBitCount
          pieces.append(partners &+ rank &* 2 &+ hasComma, to: &bytes, &count)
          hasComma = 1
          left &= left &- 1
        }
      }
      pieces.append(middle, to: &bytes, &count)
      let contacts = UInt64(counts[next].contacts)
      if contacts == 0 {
        pieces.append(withheld, to: &bytes, &count)
      } else {
        append(digitsOf: contacts, to: &bytes, &count)
      }
      bytes.storeBytes(of: UInt8(ascii: "}"), toByteOffset: count, as: UInt8.self)
      count &+= 1
      next &+= 1
    }
    return (next, count)
  }

  @inline(__always)
  private static func append(digitsOf number: UInt64, to bytes: inout MutableRawSpan, _ count: inout Int) {
    var (rest, unit) = (number, UInt64(1))
    while rest / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.storeBytes(of: UInt8(ascii: "0") + UInt8(rest / unit), toByteOffset: count, as: UInt8.self)
      count &+= 1
      rest %= unit
      unit /= 10
    }
  }
}

/// Short texts that are copied eight bytes at a time: what a copy writes beyond its text, the next one overwrites.
private struct BytePieces {
  private struct Piece {
    /// The first eight bytes, lowest byte first, filled up with zeros.
    var first: UInt64 = 0
    /// Length in bytes.
    var length: Int
    /// Where the words that follow start in `words`.
    var rest: Int
  }

  private var pieces: [Piece] = []
  private var words: [UInt64] = []

  init(_ texts: [[UInt8]]) {
    for text in texts {
      var piece = Piece(length: text.count, rest: words.count)
      for start in stride(from: 0, to: text.count, by: 8) {
        let word = text[start...].prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }.littleEndian
        if start == 0 { piece.first = word } else { words.append(word) }
      }
      pieces.append(piece)
    }
  }

  /// Copies a text behind the bytes so far.
  @inline(__always)
  func append(_ number: Int, to bytes: inout MutableRawSpan, _ count: inout Int) {
    let piece = pieces.span[number]
    bytes.storeBytes(of: piece.first, toByteOffset: count, as: UInt64.self)
    var (done, word) = (8, piece.rest)
    while done < piece.length {
      bytes.storeBytes(of: words.span[word], toByteOffset: count &+ done, as: UInt64.self)
      done &+= 8
      word &+= 1
    }
    count &+= piece.length
  }
}
