/// How many elements two partners' lists have in common, found by three files without showing any element
/// (<doc:Pool#Private-overlap>).
///
/// Each partner multiplies the points of its elements by a secret of its own. As it does not matter whose secret comes
/// first, equal elements become equal points under both, and under one alone they are like random ones (the decisional
/// Diffie-Hellman assumption in ristretto255). The one who offers gets its own points back in another order, so that it can
/// count, but not tell which are common.
///
/// Reference: C. Meadows, "A more efficient cryptographic matchmaking protocol for use in the absence of a continuously
/// available third party" (1986), doi:10.1109/SP.1986.10022; R. Agrawal, A. Evfimievski, R. Srikant, "Information sharing
/// across private databases" (2003), doi:10.1145/872757.872771.
package enum PrivateOverlap {
  /// Makes an offer of a list.
  ///
  /// - Parameter elements: each once.
  /// - Returns: the offer, to be sent, and the secret, to be kept until its answer is counted.
  package static func offer(_ elements: [[UInt8]], threads: Int) -> (offer: [UInt8], secret: SecretBytes) {
    let secret = SecretScalar()
    var draws = SystemDraws()
    let session = (0..<OverlapFile.sessionSize).map { _ in UInt8.random(in: 0...255, using: &draws) }
    let points = PointList.masked(elements, by: secret, threads: threads)
    let none = [UInt8](repeating: 0, count: OverlapFile.digestSize)
    let offer = OverlapFile(kind: .offer, session: session, offer: none, first: points).bytes
    let kept = secret.kept
    var file = OverlapFile(
      kind: .secret, session: session, offer: Ristretto.digest(offer), first: kept.bytes,
      second: countBlock(PointList.count(points)))
    let bytes = file.bytes
    SecretBytes.erase(&file.first)
    return (offer, SecretBytes(bytes))
  }

  /// Answers an offer with a list. The secret of the answer is never kept.
  ///
  /// - Parameter fewest: offers of fewer elements are refused.
  package static func answer(
    _ offer: [UInt8], _ elements: [[UInt8]], fewest: Int, threads: Int
  ) throws(OverlapError) -> [UInt8] {
    let file = try OverlapFile(offer, .offer)
    let count = PointList.count(file.first)
    guard count >= fewest else { throw .tooFew(count: count, fewest: fewest) }
    let secret = SecretScalar()
    guard let returned = PointList.multiplied(file.first, by: secret, threads: threads) else { throw .points }
    let own = PointList.masked(elements, by: secret, threads: threads)
    return OverlapFile(
      kind: .answer, session: file.session, offer: Ristretto.digest(offer), first: returned, second: own
    ).bytes
  }

  /// What an answer tells.
  package struct Count: Hashable, Sendable {
    /// How many elements were offered, how many answered, and how many are common.
    package var offered: Int
    package var answered: Int
    package var overlap: Int
    /// Digests of both files, in hexadecimal digits: what either side can hold against its own.
    package var offer: String
    package var answer: String
  }

  /// Counts what is common.
  ///
  /// - Parameter secret: the bytes of the offer's secret.
  package static func count(_ answer: [UInt8], secret: SecretBytes, threads: Int) throws(OverlapError) -> Count {
    let file = try OverlapFile(answer, .answer)
    var kept = try OverlapFile(secret.bytes, .secret)
    defer { SecretBytes.erase(&kept.first) }
    guard kept.session == file.session, kept.offer == file.offer else { throw .otherOffer }
    let (offered, returned) = (count(inBlock: kept.second), PointList.count(file.first))
    guard offered == returned else { throw .otherCount(expected: offered, found: returned) }
    guard let scalar = SecretScalar(kept.first[...]) else { throw .damaged }
    guard let both = PointList.multiplied(file.second, by: scalar, threads: threads) else { throw .points }
    return Count(
      offered: PointList.count(file.first), answered: PointList.count(file.second),
      overlap: PointList.commonCount(file.first, both), offer: hexadecimal(file.offer),
      answer: hexadecimal(Ristretto.digest(answer)))
  }

  /// What a file is, without any secret.
  package struct Description: Hashable, Sendable {
    package var kind: OverlapKind
    /// How many elements were offered, and answered.
    package var counts: [Int]
    /// The digest of the file, and that of the offer that it answers.
    package var digest: String
    package var offer: String?
  }

  /// Says what an offer or an answer is.
  package static func describe(_ bytes: [UInt8]) throws(OverlapError) -> Description {
    guard bytes.count > 8, let kind = OverlapKind(rawValue: bytes[8]), kind != .secret else { throw .foreign }
    let file = try OverlapFile(bytes, kind)
    return Description(
      kind: kind,
      counts: kind == .offer ? [PointList.count(file.first)] : [file.first, file.second].map(PointList.count),
      digest: hexadecimal(Ristretto.digest(bytes)), offer: kind == .answer ? hexadecimal(file.offer) : nil)
  }

  /// Whether bytes are a secret of the offer that an answer is to.
  package static func isSecret(_ bytes: SecretBytes, of answer: [UInt8]) throws(OverlapError) -> Bool {
    let file = try OverlapFile(answer, .answer)
    do throws(OverlapError) {
      let kept = try OverlapFile(bytes.bytes, .secret)
      return kept.session == file.session && kept.offer == file.offer
    } catch {
      return false
    }
  }

  /// A number in the place of a point.
  private static func countBlock(_ count: Int) -> [UInt8] {
    (0..<Ristretto.pointSize).map { $0 < 8 ? UInt8(truncatingIfNeeded: count >> (8 * $0)) : 0 }
  }

  private static func count(inBlock block: [UInt8]) -> Int {
    block.prefix(7).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
