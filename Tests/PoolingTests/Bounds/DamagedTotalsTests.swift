import CampaignData
import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import Pooling

/// Totals that were damaged at random: whatever they say, they are refused with a reason, contradict each other, or have
/// bounds in order.
struct DamagedTotalsTests {
  private static let table = """
    campaign,partners,figure,k,value,low,high,source
    k1,a,reach,,60,,,mail
    k1,b,reach,,50,45,55,mail
    k1,c,reach,,40,,,panel
    k1,a;b,overlap,,20,,,mail
    k1,a;c,overlap,,10,,,
    k1,b;c,overlap,,<15,,,
    k1,a;b;c,union,,110,,,
    k1,a;b;c,k_plus,2,20,,,
    k1,a,exclusive,,35,,,
    k1,a;b;c,impressions,,400,,,
    k2,a,reach,,10,,,

    """

  private static let pieces = [
    "reach", "overlap", "union", "exclusive", "shapley", "impressions", "k_plus", "-1", "1e300", "nan", "0", "1.5",
    "\"",
    "99999999999999999999", "9223372036854775807", ",", ";", "\n", "\r", "\u{0}", "a;a", ";;", "d;e;f;g;h;i", "k1",
    "<5",
  ].map { Array($0.utf8) }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let piece = pieces.randomElement(using: &random) ?? []
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.insert(contentsOf: piece, at: place)
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...12, using: &random)))
    case 3:
      var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      lines.insert(lines.randomElement(using: &random) ?? [], at: Int.random(in: 0...lines.count, using: &random))
      bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    default: bytes.replaceSubrange(place..<min(bytes.count, place + piece.count), with: piece)
    }
  }

  /// `REEFKNOT_FUZZ_SECONDS=600 swift test -c release --filter DamagedTotalsTests` goes on for that long, from another seed
  /// each time.
  @Test func `damaged totals are refused, contradict each other, or have bounds`() throws {
    let seconds = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)
    let end = seconds.map { Date(timeIntervalSinceNow: $0) }
    var random = SeededGenerator(seed: end == nil ? 5 : .random(in: 0 ... .max))
    var (count, refused, contradicting, bounded) = (0, 0, 0, 0)
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "totals.csv")
      while end.map({ Date() < $0 }) ?? (count < 500) {
        count += 1
        var bytes = Array(Self.table.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) { Self.damage(&bytes, &random) }
        try Data(bytes).write(to: file)
        let totals: [DeliveredTotal]
        do throws(ReadingError) {
          totals = try readTotals(at: file.path, options: ReadingOptions(skipsInvalid: count % 2 == 0)).totals
        } catch {
          #expect(!error.description.isEmpty)
          refused += 1
          continue
        }
        for (campaign, rows) in Dictionary(grouping: totals, by: \.campaign) {
          let family = TotalsFamily(campaign: campaign, rows, universe: nil)
          if let found = contradiction(in: family) {
            #expect(!found.figures.isEmpty && found.figures.allSatisfy { (0..<family.items.count).contains($0) })
            contradicting += 1
          } else if let result = try? bounds(of: family) {
            for figure in [result.reach] + result.carriers.flatMap({ [$0.reach, $0.exclusive, $0.foreign] }) {
              #expect(figure.high.map { figure.low <= $0 } ?? true, "\(String(decoding: bytes, as: UTF8.self))")
            }
            bounded += 1
          }
        }
      }
    }
    #expect(refused > 0 && contradicting > 0 && bounded > 0)
    if end != nil {
      print("\(count) damaged totals: \(refused) refused, \(contradicting) contradictions, \(bounded) with bounds")
    }
  }
}
