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
    // p − 1 and above are no canonical field elements (RFC 9496, 4.3.1).
    for bad in [[UInt8](repeating: 0, count: 32), [UInt8](repeating: 255, count: 32), Array(honest[..<32])] {
      file.first = PointList.sorted(honest + bad)
      let bytes = file.bytes
      #expect(throws: OverlapError.points) { try PrivateOverlap.answer(bytes, [], fewest: 0, threads: 1) }
    }
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

  @Test func `damaged files are refused and never crash`() throws {
    let (offer, secret) = PrivateOverlap.offer(Self.list(0..<4), threads: 1)
    let answer = try PrivateOverlap.answer(offer, Self.list(2..<6), fewest: 0, threads: 1)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
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
  }

  @Test func `secrets are overwritten`() {
    var bytes: [UInt8] = [1, 2, 3]
    SecretBytes.erase(&bytes)
    #expect(bytes == [0, 0, 0])
  }
}
