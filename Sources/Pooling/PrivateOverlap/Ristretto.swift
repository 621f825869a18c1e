import CSodium

/// The group in which overlaps are found: ristretto255 (RFC 9496) of libsodium, whose points are 32 bytes.
enum Ristretto {
  static var pointSize: Int { 32 }
  static var hashSize: Int { 64 }

  /// Whether libsodium is ready for use.
  static let isReady: Bool = sodium_init() >= 0

  /// The point that an element stands for: its hash of 64 bytes (BLAKE2b, keyed with the protocol's name), mapped to the
  /// group. Nobody knows its logarithm.
  static func point(of element: [UInt8], into point: inout [UInt8], at offset: Int) {
    precondition(offset + pointSize <= point.count, "A point has 32 bytes.")
    precondition(isReady, "libsodium could not be started.")
    var hash = [UInt8](repeating: 0, count: hashSize)
    // Safety: every buffer has the size that libsodium writes or reads.
    unsafe hash.withUnsafeMutableBufferPointer { hash in
      unsafe point.withUnsafeMutableBufferPointer { point in
        guard let hash = hash.baseAddress, let point = point.baseAddress else { return }
        _ = unsafe crypto_generichash(hash, hashSize, element, UInt64(element.count), domain, domain.count)
        _ = unsafe crypto_core_ristretto255_from_hash(point + offset, hash)
      }
    }
  }

  /// Another protocol's hash of the same element is another point.
  private static let domain = Array("reefknot private overlap 1".utf8)

  /// Multiplies a point by a secret. Returns false where the bytes are no point in its one encoding, or only the neutral one:
  /// libsodium looks at both itself, so that nothing else has to.
  static func multiply(_ points: [UInt8], at offset: Int, by secret: SecretScalar, into result: inout [UInt8]) -> Bool {
    precondition(offset + pointSize <= min(points.count, result.count), "A point has 32 bytes.")
    // Safety: both buffers hold 32 bytes from the offset on, and the secret as many.
    return unsafe points.withUnsafeBufferPointer { points in
      unsafe result.withUnsafeMutableBufferPointer { result in
        guard let from = points.baseAddress, let to = result.baseAddress else { return false }
        return unsafe crypto_scalarmult_ristretto255(to + offset, secret.bytes, from + offset) == 0
      }
    }
  }

  /// A hash of 32 bytes of some bytes, for transcripts.
  static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
    precondition(isReady, "libsodium could not be started.")
    let bytes = Array(bytes)
    var digest = [UInt8](repeating: 0, count: 32)
    // Safety: both buffers have the sizes that are named.
    unsafe digest.withUnsafeMutableBufferPointer { digest in
      guard let start = digest.baseAddress else { return }
      _ = unsafe crypto_generichash(start, digest.count, bytes, UInt64(bytes.count), nil, 0)
    }
    return digest
  }
}
