import CSodium

/// A random number that nobody else may know; its memory is not swapped out, and is overwritten when it is no longer used.
@safe final class SecretScalar: @unchecked Sendable {
  /// 32 bytes.
  let bytes: UnsafeMutablePointer<UInt8>

  /// A new one, drawn by the system.
  init() {
    precondition(Ristretto.isReady, "libsodium could not be started.")
    unsafe bytes = SecretScalar.memory()
    unsafe crypto_core_ristretto255_scalar_random(bytes)
  }

  /// One that was kept in a file. Nil where the bytes are none.
  init?(_ kept: ArraySlice<UInt8>) {
    guard kept.count == SecretScalar.size, kept.contains(where: { $0 != 0 }), Ristretto.isReady else { return nil }
    unsafe bytes = SecretScalar.memory()
    for (index, byte) in kept.enumerated() { unsafe bytes[index] = byte }
  }

  static let size = 32

  private static func memory() -> UnsafeMutablePointer<UInt8> {
    // Safety: freed in deinit, which overwrites it too.
    guard let memory = unsafe sodium_malloc(size) else { preconditionFailure("There is no memory for a secret.") }
    return unsafe memory.assumingMemoryBound(to: UInt8.self)
  }

  /// The bytes to keep; whoever takes them overwrites them (``SecretBytes``).
  var kept: SecretBytes {
    let copy = SecretBytes(count: SecretScalar.size)
    for index in 0..<SecretScalar.size { copy.bytes[index] = unsafe bytes[index] }
    return copy
  }

  deinit {
    // Safety: sodium_free overwrites what sodium_malloc gave.
    unsafe sodium_free(bytes)
  }
}

/// Bytes that are overwritten when they are no longer used.
package final class SecretBytes {
  package fileprivate(set) var bytes: [UInt8]

  init(count: Int) { bytes = [UInt8](repeating: 0, count: count) }

  /// Takes bytes over; the caller keeps no copy.
  package init(_ bytes: consuming [UInt8]) { self.bytes = bytes }

  deinit { SecretBytes.erase(&bytes) }

  /// Overwrites bytes where they lie.
  package static func erase(_ bytes: inout [UInt8]) {
    // Safety: the buffer is the array's own.
    unsafe bytes.withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { unsafe sodium_memzero(start, buffer.count) }
    }
  }
}

/// Numbers that the system draws.
struct SystemDraws: RandomNumberGenerator {
  mutating func next() -> UInt64 {
    var number: UInt64 = 0
    // Safety: eight bytes are written into a number of eight.
    unsafe withUnsafeMutableBytes(of: &number) { buffer in
      if let start = buffer.baseAddress { unsafe randombytes_buf(start, buffer.count) }
    }
    return number
  }
}
