import Crypto
import FileReading
import Foundation

/// The secret key that turns ids into pseudonyms.
///
/// It is read from an environment variable or a file, held nowhere else, and part of no message.
struct PseudonymKey {
  private let key: SymmetricKey

  /// Shorter keys can be found by trying.
  static let minimumLength = 16

  init(_ bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  /// The first 128 bits of the keyed hash of an id, in hexadecimal (HMAC-SHA-256, RFC 2104 and RFC 4231).
  func pseudonym(of id: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in HMAC<SHA256>.authenticationCode(for: Array(id), using: key).prefix(16) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  /// What tells keys apart without telling of them: eight digits of the hash of a text that is no id.
  var mark: String { String(decoding: pseudonym(of: Array("reefknot key mark".utf8)[...]).prefix(8), as: UTF8.self) }
}
