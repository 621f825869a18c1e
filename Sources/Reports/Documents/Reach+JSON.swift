import CampaignAnalysis
import CampaignModel

extension JSONWriter {
  /// The figures of reach, in the order of the document `reach`.
  mutating func reach(_ figures: Reach, ids: EncodedIDs) {
    if let brand = figures.brand { member("brand", encoded: ids.partners[brand]) } else { null("brand") }
    member("reach", figures.reach)
    member("contacts_gross", figures.contactsGross)
    member("frequency", figures.frequency)
    list("frequency_distribution", figures.frequencyDistribution, isInline: true) { $0.item($1) }
    list("k_plus", figures.kPlus, isInline: true) { $0.item($1) }
    member("own", figures.own)
    member("foreign", figures.foreign)
    member("total", figures.reach)
    member("duplicated", figures.duplicated)
    member("incremental", figures.incremental)
    member("synergy", figures.synergy)
    member("takeovers", figures.takeovers)
    member("organic_shares", figures.organicShares)
    rows("carriers", figures.carriers) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.member("reach", row.reach)
      writer.member("exclusive", row.exclusive)
      writer.member("incremental_over_own", row.incrementalOverOwn)
      writer.member("shapley", row.shapley)
    }
    rows("stacked", figures.stacked) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.member("gain", row.gain)
      writer.member("cumulative", row.cumulative)
    }
    rows("random_order_curve", figures.randomOrderCurve) { writer, row in
      writer.member("carriers", row.carriers)
      writer.member("reach", row.reach)
    }
    regions(figures.regions, ids: ids)
    rows("overlap", figures.overlap) { writer, row in
      writer.member("a", encoded: ids.partners[row.a])
      writer.member("b", encoded: ids.partners[row.b])
      writer.member("contacts", row.contacts)
      writer.member("jaccard", row.jaccard)
    }
    rows("reach_curve", figures.reachCurve) { writer, row in
      writer.member("day", row.day)
      writer.member("reach", row.reach)
    }
    unknown(figures.unknown)
  }

  /// There may be a region for every other contact, so each is put together from pieces that are JSON already.
  private mutating func regions(_ regions: [Reach.Region], ids: EncodedIDs) {
    let comma = Array((isPretty ? ", " : ",").utf8)
    var line = ByteLine(
      pieces: [
        Array((isPretty ? #"{"partners": ["# : #"{"partners":["#).utf8),
        Array((isPretty ? #"], "contacts": "# : #"],"contacts":"#).utf8),
      ] + ids.partners.map { comma + $0 })
    list("regions", count: regions.count) { index in
      line.removeAll()
      line.append(piece: 0)
      var skipped = comma.count
      for partner in regions[index].partners {
        line.append(piece: 2 + partner, from: skipped)
        skipped = 0
      }
      line.append(piece: 1)
      if let contacts = regions[index].contacts {
        line.append(digitsOf: contacts)
      } else {
        for byte in "null".utf8 { line.append(byte) }
      }
      line.append(UInt8(ascii: "}"))
      return line.bytes
    }
  }
}

/// A line that is put together from pieces, each at most once, and a number.
private struct ByteLine {
  private var line: [UInt8]
  private var count = 0
  /// The pieces end to end, and where each starts; one entry more than pieces.
  private let pieces: [UInt8]
  private let starts: [Int]

  init(pieces: [[UInt8]]) {
    self.pieces = pieces.flatMap { $0 }
    starts = pieces.reduce(into: [0]) { starts, piece in starts.append((starts.last ?? 0) + piece.count) }
    line = [UInt8](repeating: 0, count: self.pieces.count + 32)
  }

  var bytes: ArraySlice<UInt8> { line[..<count] }

  mutating func removeAll() { count = 0 }

  mutating func append(_ byte: UInt8) {
    line[count] = byte
    count += 1
  }

  /// Appends a piece without its first bytes.
  mutating func append(piece: Int, from skipped: Int = 0) {
    ByteLine.copy(pieces, starts[piece] + skipped..<starts[piece + 1], to: &line, at: &count)
  }

  private static func copy(
    _ pieces: borrowing [UInt8], _ range: Range<Int>, to line: inout [UInt8], at count: inout Int
  ) {
    var line = line.mutableSpan
    for position in range {
      line[count] = pieces[position]
      count &+= 1
    }
  }

  /// Appends the digits of a number of at least 0.
  mutating func append(digitsOf number: Int) {
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
