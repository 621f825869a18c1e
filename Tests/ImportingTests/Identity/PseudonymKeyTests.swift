import Testing

@testable import Importing

struct PseudonymKeyTests {
  /// RFC 4231, test cases 1 to 4, 6 and 7: key, data, and the first 128 bits of HMAC-SHA-256.
  @Test(arguments: [
    ([UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b"),
    (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "5bdcc146bf60754e6a042426089575c7"),
    ([UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50), "773ea91e36800e46854db8ebd09181a7"),
    (Array(1...25), [UInt8](repeating: 0xcd, count: 50), "82558a389a443c0ea4cc819899f2083a"),
    (
      [UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array(
        "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm."
          .utf8), "9b09ffa71b942fcb27635fbcd5b0e944"
    ),
  ])
  func `pseudonyms are the first half of HMAC-SHA-256`(key: [UInt8], data: [UInt8], expected: String) {
    #expect(String(decoding: PseudonymKey(key).pseudonym(of: data[...]), as: UTF8.self) == expected)
  }

  @Test func `marks tell keys apart`() {
    let (one, other) = (PseudonymKey(Array("0123456789abcdef".utf8)), PseudonymKey(Array("0123456789abcdeg".utf8)))
    #expect(one.mark.count == 8 && one.mark != other.mark)
  }
}
