import CSodium

/// Makes ids that only those who have the key can make: the first 128 bits, as 32 hexadecimal digits, of HMAC-SHA-256
/// (RFC 2104, FIPS 180-4).
package struct KeyedPseudonyms: Sendable {
  private let key: [UInt8]

  /// The fewest bytes of a key.
  package static let shortestKey = 16

  /// Nil where the key is too short.
  package init?(key: [UInt8]) {
    guard key.count >= KeyedPseudonyms.shortestKey, Ristretto.isReady else { return nil }
    self.key = key
  }

  /// The pseudonym of an id.
  package func pseudonym(of id: some Collection<UInt8>) -> [UInt8] {
    Array(digits(authenticate(Array(id))).prefix(32))
  }

  /// Tells keys apart without showing them: the first eight digits of the code of nothing.
  package var keyID: String { String(decoding: digits(authenticate([])).prefix(8), as: UTF8.self) }

  /// Whether an id looks like a pseudonym: 32 hexadecimal digits, perhaps behind an `h`.
  package static func isPseudonym(_ id: some Collection<UInt8>) -> Bool {
    let digits = id.first == UInt8(ascii: "h") ? Array(id.dropFirst()) : Array(id)
    return digits.count == 32
      && digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }

  private func authenticate(_ message: [UInt8]) -> [UInt8] {
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: 32)
    // Safety: the state is filled by the first call, and the code has the 32 bytes that the last one writes.
    unsafe crypto_auth_hmacsha256_init(&state, key, key.count)
    unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    unsafe crypto_auth_hmacsha256_final(&state, &code)
    return code
  }

  private func digits(_ bytes: [UInt8]) -> [UInt8] {
    let signs = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [signs[Int($0 >> 4)], signs[Int($0 & 15)]] }
  }
}
