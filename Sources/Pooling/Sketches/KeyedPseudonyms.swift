import CSodium

/// Makes ids that only those who have the key can make: the first 128 bits, as 32 hexadecimal digits, of HMAC-SHA-256
/// (RFC 2104, FIPS 180-4).
package struct KeyedPseudonyms: Sendable {
  /// The code with the key worked in, from which every pseudonym starts.
  private let keyed: crypto_auth_hmacsha256_state

  /// The fewest bytes of a key.
  package static let shortestKey = 16

  /// Nil where the key is too short.
  package init?(key: [UInt8]) {
    guard key.count >= KeyedPseudonyms.shortestKey, Ristretto.isReady else { return nil }
    var state = crypto_auth_hmacsha256_state()
    // Safety: the state is filled by the call, which reads as many bytes of the key as there are.
    unsafe crypto_auth_hmacsha256_init(&state, key, key.count)
    keyed = state
  }

  /// The pseudonym of an id.
  package func pseudonym(of id: some Collection<UInt8>) -> [UInt8] { pseudonym(of: Array(id).span) }

  /// The pseudonym of an id.
  package func pseudonym(of id: borrowing Span<UInt8>) -> [UInt8] { digits(authenticate(id).prefix(16)) }

  /// Tells keys apart without showing them: the first eight digits of the code of nothing.
  package var keyID: String { String(decoding: digits(authenticate([UInt8]().span).prefix(4)), as: UTF8.self) }

  /// Whether an id looks like a pseudonym: 32 hexadecimal digits, perhaps behind an `h`.
  package static func isPseudonym(_ id: some Collection<UInt8>) -> Bool { isPseudonym(Array(id).span) }

  /// Whether an id looks like a pseudonym: 32 hexadecimal digits, perhaps behind an `h`.
  package static func isPseudonym(_ id: borrowing Span<UInt8>) -> Bool {
    let start = id.count == 33 && id[0] == UInt8(ascii: "h") ? 1 : 0
    guard id.count == start + 32 else { return false }
    for place in start..<id.count {
      guard (0x30...0x39).contains(id[place]) || (0x61...0x66).contains(id[place]) else { return false }
    }
    return true
  }

  private func authenticate(_ message: borrowing Span<UInt8>) -> [UInt8] {
    var state = keyed
    var code = [UInt8](repeating: 0, count: 32)
    // Safety: the message has the bytes that are named, and the code the 32 bytes that the last call writes.
    unsafe message.withUnsafeBufferPointer { message in
      _ = unsafe crypto_auth_hmacsha256_update(&state, message.baseAddress, UInt64(message.count))
    }
    unsafe crypto_auth_hmacsha256_final(&state, &code)
    return code
  }

  private func digits(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
    }
    return digits
  }
}
