import Foundation
import TestSupport
import Testing

@testable import Pooling

struct PrivateOverlapTests {
  private static func list(_ range: Range<Int>) -> [[UInt8]] { range.map { Array("contact-\($0)@example.org".utf8) } }

  @Test(arguments: [
    (0..<300, 200..<500, 100), (0..<10, 20..<30, 0), (0..<40, 0..<40, 40), (5..<6, 0..<90, 1), (0..<0, 0..<9, 0),
  ])
  func `the count is that of the plain intersection`(left: Range<Int>, right: Range<Int>, common: Int) throws {
    let (offer, secret) = PrivateOverlap.offer(Self.list(left).shuffled(), threads: 2)
    let answer = try PrivateOverlap.answer(offer, Self.list(right).reversed(), fewest: 0, threads: 2)
    let count = try PrivateOverlap.count(answer, secret: secret, threads: 2)
    #expect(count.overlap == common)
    #expect(count.overlap == Set(Self.list(left)).intersection(Self.list(right)).count)
    #expect(count.offered == left.count && count.answered == right.count)
  }

  @Test func `no file shows an id, or anything that can be computed from one without a secret`() throws {
    let elements = Self.list(0..<120)
    let (offer, secret) = PrivateOverlap.offer(elements, threads: 1)
    let answer = try PrivateOverlap.answer(offer, elements, fewest: 100, threads: 1)
    var traces: [[UInt8]] = []
    for element in elements {
      var point = [UInt8](repeating: 0, count: 32)
      Ristretto.point(of: element, into: &point, at: 0)
      traces += [element, point, Ristretto.digest(element)]
      let murmur = MurmurHash3.hash(element, seed: 9001)
      traces.append((0..<8).map { UInt8(truncatingIfNeeded: murmur >> UInt64(8 * $0)) })
    }
    let windows = Self.windows(offer).union(Self.windows(answer)).union(Self.windows(secret.bytes))
    for trace in traces { #expect(!windows.contains(Array(trace.prefix(8)))) }
    // Nor does the secret stand in a file that is sent.
    let scalar = Array(secret.bytes[80..<88])
    #expect(!Self.windows(offer).union(Self.windows(answer)).contains(scalar))
  }

  /// Every eight bytes in a row.
  private static func windows(_ bytes: [UInt8]) -> Set<[UInt8]> {
    Set((0...max(0, bytes.count - 8)).map { Array(bytes[$0..<min(bytes.count, $0 + 8)]) })
  }

  @Test func `two offers of the same list have nothing in common but the form`() {
    let elements = Self.list(0..<20)
    let (first, _) = PrivateOverlap.offer(elements, threads: 1)
    let (second, _) = PrivateOverlap.offer(elements, threads: 1)
    #expect(Self.windows(Array(first[80...])).isDisjoint(with: Self.windows(Array(second[80...]))))
  }

  @Test func `an answer to another offer, or to one with another count, is refused`() throws {
    let elements = Self.list(0..<20)
    let (offer, secret) = PrivateOverlap.offer(elements, threads: 1)
    let (other, otherSecret) = PrivateOverlap.offer(elements, threads: 1)
    let answer = try PrivateOverlap.answer(offer, elements, fewest: 0, threads: 1)
    #expect(throws: OverlapError.otherOffer) { try PrivateOverlap.count(answer, secret: otherSecret, threads: 1) }
    #expect(try PrivateOverlap.isSecret(secret, of: answer))
    #expect(try !PrivateOverlap.isSecret(otherSecret, of: answer))
    #expect(throws: OverlapError.otherKind(found: .offer, needed: .answer)) {
      try PrivateOverlap.count(other, secret: secret, threads: 1)
    }
    var fewer = try OverlapFile(answer, .answer)
    fewer.first.removeLast(32)
    #expect(throws: OverlapError.otherCount(expected: 20, found: 19)) {
      try PrivateOverlap.count(fewer.bytes, secret: secret, threads: 1)
    }
  }

  @Test func `an offer of few contacts is refused, for it asks for single ones`() {
    let (offer, _) = PrivateOverlap.offer(Self.list(0..<99), threads: 1)
    #expect(throws: OverlapError.tooFew(count: 99, fewest: 100)) {
      try PrivateOverlap.answer(offer, Self.list(0..<9), fewest: 100, threads: 1)
    }
  }

  @Test func `points that are none, are repeated or are neutral are refused`() throws {
    let (offer, _) = PrivateOverlap.offer(Self.list(0..<3), threads: 1)
    var file = try OverlapFile(offer, .offer)
    let honest = file.first
    let bad = Self.badEncodings + [[UInt8](repeating: 0, count: 32), Array(honest[..<32])]
    for bad in bad {
      file.first = PointList.sorted(honest + bad)
      let bytes = file.bytes
      #expect(throws: OverlapError.points) { try PrivateOverlap.answer(bytes, [], fewest: 0, threads: 1) }
    }
  }

  /// RFC 9496, appendix A.2: fields that are not canonical, negative ones, and squares that there are none of.
  private static let badEncodings = [
    "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ed57ffd8c914fb201471d1c3d245ce3c746fcbe63a3679d51b6a516ebebe0e20",
    "c34c4e1826e5d403b78e246e88aa051c36ccf0aafebffe137d148a2bf9104562",
    "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
  ].map { text in
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  @Test func `what a file is can be told without a secret`() throws {
    let (offer, secret) = PrivateOverlap.offer(Self.list(0..<3), threads: 1)
    let answer = try PrivateOverlap.answer(offer, Self.list(0..<5), fewest: 0, threads: 1)
    let (about, reply) = try (PrivateOverlap.describe(offer), PrivateOverlap.describe(answer))
    let count = try PrivateOverlap.count(answer, secret: secret, threads: 1)
    #expect(about.counts == [3] && reply.counts == [3, 5])
    #expect(reply.offer == about.digest && count.offer == about.digest && count.answer == reply.digest)
    #expect(throws: OverlapError.foreign) { try PrivateOverlap.describe(Array(secret.bytes)) }
  }

  /// Where the mutations of a long run come from, and when it ends; nil where none is asked for.
  private static let end = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)
    .map { Date(timeIntervalSinceNow: $0) }

  /// `REEFKNOT_FUZZ_SECONDS=600 swift test -c release --filter PrivateOverlapTests` goes on for that long, from another seed
  /// each time.
  @Test func `damaged files are refused and never crash`() throws {
    let (offer, secret) = PrivateOverlap.offer(Self.list(0..<4), threads: 1)
    let answer = try PrivateOverlap.answer(offer, Self.list(2..<6), fewest: 0, threads: 1)
    var random = SeededGenerator(seed: Self.end == nil ? 7 : .random(in: 0 ... .max))
    var count = 0
    while Self.end.map({ Date() < $0 }) ?? (count < 2000) {
      count += 1
      var bytes = Bool.random(using: &random) ? offer : answer
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      default:
        bytes.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
      }
      #expect(throws: OverlapError.self) { try PrivateOverlap.answer(bytes, [], fewest: 0, threads: 1) }
      #expect(throws: OverlapError.self) { try PrivateOverlap.count(bytes, secret: secret, threads: 1) }
    }
    if Self.end != nil { print("\(count) damaged files of private overlaps") }
  }

  /// A partner that lies can put any bytes under a digest that fits.
  @Test func `files made up under their own digest are read or refused, and never crash`() throws {
    let (offer, secret) = PrivateOverlap.offer(Self.list(0..<4), threads: 1)
    let answer = try PrivateOverlap.answer(offer, Self.list(2..<6), fewest: 0, threads: 1)
    var random = SeededGenerator(seed: Self.end == nil ? 8 : .random(in: 0 ... .max))
    var (count, refused) = (0, 0)
    while Self.end.map({ Date() < $0 }) ?? (count < 400) {
      count += 1
      let kind = [offer, answer, secret.bytes].randomElement(using: &random) ?? []
      var bytes = Array(kind.dropLast(32))
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
        case 1: bytes.removeLast(Int.random(in: 0..<min(40, bytes.count), using: &random))
        case 2: bytes += [UInt8](repeating: .random(in: 0...255, using: &random), count: 32)
        default:
          bytes[min(bytes.count - 1, Int.random(in: 60..<84, using: &random))] ^=
            1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      bytes += Ristretto.digest(bytes)
      do throws(OverlapError) {
        _ = try PrivateOverlap.describe(bytes)
        _ = try PrivateOverlap.answer(bytes, [], fewest: 0, threads: 1)
      } catch { refused += 1 }
      do throws(OverlapError) {
        let counted = try PrivateOverlap.count(bytes, secret: secret, threads: 1)
        #expect(counted.overlap <= min(counted.offered, counted.answered))
      } catch { refused += 1 }
      do throws(OverlapError) {
        _ = try PrivateOverlap.count(answer, secret: SecretBytes(bytes), threads: 1)
      } catch { refused += 1 }
    }
    #expect(refused > count)
    if Self.end != nil { print("\(count) made-up files of private overlaps, \(refused) refusals") }
  }

  @Test func `secrets are overwritten`() {
    var bytes: [UInt8] = [1, 2, 3]
    SecretBytes.erase(&bytes)
    #expect(bytes == [0, 0, 0])
  }
}
