/// Why bytes are no Theta sketch that can be read.
package enum SketchError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooShort
  /// Another family of sketches, or no sketch at all.
  case otherFamily(UInt8)
  case version(UInt8)
  /// Hashes of another seed cannot be compared.
  case otherSeed(UInt16)
  /// A sketch that was not closed, or written on a machine with the other byte order.
  case notCompact
  case length(expected: Int, found: Int)
  /// A field with a value that no sketch has.
  case field(String)

  package var description: String {
    switch self {
    case .tooShort: "is shorter than any sketch"
    case .otherFamily: "is no Theta sketch"
    case .version(let version): "is of serial version \(version); versions 3 and 4 can be read"
    case .otherSeed: "was made with another seed than that of DataSketches, so its hashes cannot be compared"
    case .notCompact: "is not a compact sketch in little-endian order"
    case .length(let expected, let found): "should have \(expected) bytes and has \(found): it is cut or damaged"
    case .field(let name): "is damaged: \(name) is not what a sketch has"
    }
  }
}

/// Theta sketches as Apache DataSketches writes and reads them.
///
/// Little-endian. Byte 0 has the preamble's longs, 1 the version, 2 the family (3), 5 flags, 6 and 7 the hash of the seed.
/// Version 3 has the count at 8, theta at 16 where something is left out, then the hashes. Version 4 has bits an entry in
/// byte 3 and bytes of the count in byte 4, and the hashes' differences packed bit by bit, the highest first.
extension ThetaSketch {
  /// The low 16 bits of the hash of the seed.
  package static let seedHash: UInt16 = 0x93CC
  private static let family: UInt8 = 3
  private static let isReadOnly: UInt8 = 1 << 1
  private static let isEmptyFlag: UInt8 = 1 << 2
  private static let isCompact: UInt8 = 1 << 3
  private static let isOrdered: UInt8 = 1 << 4
  private static let isBigEndian: UInt8 = 1 << 0

  /// The sketch in version 3.
  package var bytes: [UInt8] {
    let longs: UInt8 = isEstimation ? 3 : hashes.count <= 1 ? 1 : 2
    let flags = ThetaSketch.isReadOnly | ThetaSketch.isCompact | ThetaSketch.isOrdered
    var bytes: [UInt8] = [longs, 3, ThetaSketch.family, 0, 0, isEmpty ? flags | ThetaSketch.isEmptyFlag : flags]
    bytes.reserveCapacity(24 + 8 * hashes.count)
    bytes.append(littleEndian: UInt64(ThetaSketch.seedHash), count: 2)
    if isEmpty { return bytes }
    if longs > 1 { bytes.append(littleEndian: UInt64(hashes.count), count: 8) }
    if longs > 2 { bytes.append(littleEndian: theta, count: 8) }
    for hash in hashes { bytes.append(littleEndian: hash, count: 8) }
    return bytes
  }

  /// Reads a sketch of version 3 or 4.
  package init(_ bytes: [UInt8]) throws(SketchError) {
    guard bytes.count >= 8 else { throw .tooShort }
    guard bytes[2] == ThetaSketch.family else { throw .otherFamily(bytes[2]) }
    guard bytes[1] == 3 || bytes[1] == 4 else { throw .version(bytes[1]) }
    guard bytes[5] & ThetaSketch.isBigEndian == 0, bytes[5] & ThetaSketch.isCompact != 0 else { throw .notCompact }
    let isEmpty = bytes[5] & ThetaSketch.isEmptyFlag != 0
    let seedHash = UInt16(bytes.littleEndian(at: 6, count: 2))
    if isEmpty {
      guard bytes.count == 8 else { throw .length(expected: 8, found: bytes.count) }
      self = .empty
      return
    }
    guard seedHash == ThetaSketch.seedHash else { throw .otherSeed(seedHash) }
    self = bytes[1] == 3 ? try ThetaSketch(version3: bytes) : try ThetaSketch(version4: bytes)
  }

  private init(version3 bytes: [UInt8]) throws(SketchError) {
    let longs = Int(bytes[0] & 0x3F)
    guard (1...3).contains(longs) else { throw .field("the length of its preamble") }
    guard bytes.count >= 8 * longs else { throw .length(expected: 8 * longs, found: bytes.count) }
    let count = longs == 1 ? 1 : Int(bytes.littleEndian(at: 8, count: 4))
    let expected = 8 * longs + 8 * count
    guard bytes.count == expected else { throw .length(expected: expected, found: bytes.count) }
    let theta = longs == 3 ? bytes.littleEndian(at: 16, count: 8) : ThetaSketch.wholeTheta
    var hashes = (0..<count).map { bytes.littleEndian(at: 8 * longs + 8 * $0, count: 8) }
    if bytes[5] & ThetaSketch.isOrdered == 0 { hashes.sort() }
    try self.init(checked: hashes, theta)
  }

  private init(version4 bytes: [UInt8]) throws(SketchError) {
    let longs = Int(bytes[0] & 0x3F)
    let (bits, countBytes) = (Int(bytes[3]), Int(bytes[4]))
    guard (1...2).contains(longs) else { throw .field("the length of its preamble") }
    guard (1...63).contains(bits) else { throw .field("the number of bits an entry") }
    guard (1...4).contains(countBytes) else { throw .field("the length of its count") }
    let start = 8 * longs
    guard bytes.count >= start + countBytes else { throw .length(expected: start + countBytes, found: bytes.count) }
    let theta = longs == 2 ? bytes.littleEndian(at: 8, count: 8) : ThetaSketch.wholeTheta
    let count = Int(bytes.littleEndian(at: start, count: countBytes))
    let expected = start + countBytes + (bits * count + 7) / 8
    guard bytes.count == expected else { throw .length(expected: expected, found: bytes.count) }
    var hashes: [UInt64] = []
    hashes.reserveCapacity(count)
    var place = 8 * (start + countBytes)
    var last: UInt64 = 0
    for _ in 0..<count {
      var difference: UInt64 = 0
      for bit in place..<place + bits {
        difference = difference << 1 | UInt64(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1)
      }
      place += bits
      let (sum, overflows) = last.addingReportingOverflow(difference)
      guard !overflows else { throw .field("a hash") }
      hashes.append(sum)
      last = sum
    }
    try self.init(checked: hashes, theta)
  }

  private init(checked hashes: [UInt64], _ theta: UInt64) throws(SketchError) {
    guard (1...ThetaSketch.wholeTheta).contains(theta) else { throw .field("theta") }
    var last: UInt64 = 0
    for hash in hashes {
      guard hash > last, hash < theta else { throw .field("a hash, or their order,") }
      last = hash
    }
    guard !hashes.isEmpty || theta < ThetaSketch.wholeTheta else { throw .field("the count of hashes") }
    self.init(theta: theta, hashes: hashes)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: UInt64, count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
  }

  fileprivate func littleEndian(at start: Int, count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(self[start + $1]) << UInt64(8 * $1) }
  }
}
