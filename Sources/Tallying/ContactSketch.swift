package import LogScanning

/// Tells whether two parts of a log count contacts twice: always where they are the same part, nearly always where they
/// share more than a few contacts in a thousand.
///
/// It holds the least hashes of the contacts' ids, as many as ``size``. What lies below the larger ones of two sketches is
/// all that either part has there, so that a hash in both is a contact in both. Two different contacts share one of 2⁶⁴
/// hashes with a chance of less than one in a million million.
package struct ContactSketch: Sendable, Hashable {
  /// The most hashes that are kept.
  package static let size = 1024

  /// A number for each part, made of all of its contacts' hashes; none for a part without contacts. Ascending.
  private(set) var parts: [UInt64] = []
  /// Ascending.
  private(set) var least: [UInt64] = []

  package init() {}

  /// The sketch of one part with some contacts, each once.
  package init(of contacts: some Sequence<ArraySlice<UInt8>>) {
    var sum: UInt64 = 0
    var hashes: [UInt64] = []
    /// As many lower ones are known as are kept.
    var bound = UInt64.max
    for id in contacts {
      let hash = ContactSketch.hash(id)
      sum &+= hash &* hash | 1
      guard hash <= bound else { continue }
      hashes.append(hash)
      guard hashes.count == 16 * ContactSketch.size else { continue }
      hashes = Array(hashes.sorted().prefix(ContactSketch.size))
      bound = hashes[ContactSketch.size - 1]
    }
    least = Array(hashes.sorted().prefix(ContactSketch.size))
    if !least.isEmpty { parts = [sum] }
  }

  /// The hash of a contact's id: FNV-1a with its bits mixed once more (the finalizer of MurmurHash3, A. Appleby), so that
  /// each of them depends on all bytes.
  package static func hash(_ id: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a.hash(id)
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }

  /// Takes another part's in.
  ///
  /// - Throws: where both have a contact.
  package mutating func merge(_ other: ContactSketch) throws(TallyFault) {
    guard Set(parts).isDisjoint(with: other.parts), Set(least).isDisjoint(with: other.least) else {
      throw TallyFault("counts contacts that are counted already: a part must be given once, and no contact be in two")
    }
    parts = (parts + other.parts).sorted()
    least = Array((least + other.least).sorted().prefix(ContactSketch.size))
  }

  /// Takes in that of other contacts of the same part.
  mutating func add(_ other: ContactSketch) {
    let sums = parts + other.parts
    parts = sums.isEmpty ? [] : [sums.reduce(0, &+)]
    least = Array((least + other.least).sorted().prefix(ContactSketch.size))
  }

  func write(to writer: inout TallyWriter) {
    for hashes in [parts, least] {
      writer.write(hashes.count)
      for hash in hashes { writer.append((0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) }) }
    }
  }

  init(_ reader: inout TallyReader) throws(TallyFault) {
    parts = try ContactSketch.hashes(&reader)
    least = try ContactSketch.hashes(&reader)
    guard least.count <= ContactSketch.size else { throw .isOfOtherShape }
  }

  private static func hashes(_ reader: inout TallyReader) throws(TallyFault) -> [UInt64] {
    var hashes: [UInt64] = []
    for _ in 0..<(try reader.count(ofAtLeast: 8)) {
      hashes.append(try reader.take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    return hashes
  }
}
