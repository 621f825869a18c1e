/// A file of a private overlap: what it is, whose, and points in ascending order.
///
/// Eight bytes `RKOVRLAP`, kind, version, 6 zeros; the session (16 bytes), the digest of the offer it belongs to (32 bytes, 0
/// in an offer), the counts of two lists (8 bytes each, little-endian), the points of both (32 bytes each), and a digest of
/// all before (BLAKE2b, 32 bytes). Of a secret the only point is the secret itself.
struct OverlapFile: Sendable {
  var kind: OverlapKind
  /// Drawn anew for each offer.
  var session: [UInt8]
  /// The digest of the offer that is answered, or whose secret this is.
  var offer: [UInt8]
  /// Points of the first list one after the other, then of the second.
  var first: [UInt8]
  var second: [UInt8]

  private static let mark = Array("RKOVRLAP".utf8)
  private static let version: UInt8 = 1
  private static let headSize = 80
  static let sessionSize = 16
  static let digestSize = 32

  /// The whole file.
  var bytes: [UInt8] {
    var bytes = OverlapFile.mark + [kind.rawValue, OverlapFile.version] + [UInt8](repeating: 0, count: 6)
    bytes.reserveCapacity(OverlapFile.headSize + first.count + second.count + OverlapFile.digestSize)
    bytes += session + offer
    for count in [first.count, second.count] {
      for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: (count / Ristretto.pointSize) >> (8 * place))) }
    }
    bytes += first
    bytes += second
    return bytes + Ristretto.digest(bytes)
  }

  /// Reads a file of the kind that is needed.
  init(_ bytes: [UInt8], _ needed: OverlapKind) throws(OverlapError) {
    guard bytes.count >= 16, bytes.starts(with: OverlapFile.mark), let kind = OverlapKind(rawValue: bytes[8]) else {
      throw .foreign
    }
    guard kind == needed else { throw .otherKind(found: kind, needed: needed) }
    guard bytes[9] == OverlapFile.version else { throw .version(bytes[9]) }
    let least = OverlapFile.headSize + OverlapFile.digestSize
    guard bytes.count >= least else { throw .length(expected: least, found: bytes.count) }
    let counts = [64, 72].map { start in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }
    // Far more contacts than there are people; sums of such numbers fit.
    guard counts.allSatisfy({ $0 < 1 << 40 }) else { throw .damaged }
    let (firstSize, secondSize) = (Int(counts[0]) * Ristretto.pointSize, Int(counts[1]) * Ristretto.pointSize)
    let expected = least + firstSize + secondSize
    guard bytes.count == expected else { throw .length(expected: expected, found: bytes.count) }
    let end = bytes.count - OverlapFile.digestSize
    guard Ristretto.digest(bytes[..<end]).elementsEqual(bytes[end...]) else { throw .damaged }
    self.kind = kind
    session = Array(bytes[16..<32])
    offer = Array(bytes[32..<64])
    first = Array(bytes[OverlapFile.headSize..<OverlapFile.headSize + firstSize])
    second = Array(bytes[OverlapFile.headSize + firstSize..<end])
    guard kind == .secret || (PointList.isOrdered(first) && PointList.isOrdered(second)) else { throw .points }
  }

  init(kind: OverlapKind, session: [UInt8], offer: [UInt8], first: [UInt8], second: [UInt8] = []) {
    self.kind = kind
    self.session = session
    self.offer = offer
    self.first = first
    self.second = second
  }
}
