import Testing

@testable import Pooling

struct KeyedPseudonymsTests {
  /// RFC 4231, test cases 1 and 6: a key of 20 bytes, and one longer than a block.
  @Test func `codes are those of RFC 4231`() throws {
    let short = try #require(KeyedPseudonyms(key: [UInt8](repeating: 0x0B, count: 20)))
    #expect(
      String(decoding: short.pseudonym(of: Array("Hi There".utf8)), as: UTF8.self) == "b0344c61d8db38535ca8afceaf0bf12b"
    )
    let long = try #require(KeyedPseudonyms(key: [UInt8](repeating: 0xAA, count: 131)))
    let message = Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)
    #expect(String(decoding: long.pseudonym(of: message), as: UTF8.self) == "60e431591ee0b67f0d8a26aacbf5b77f")
  }

  @Test func `keys have 16 bytes or more, and an id that is not the key`() throws {
    #expect(KeyedPseudonyms(key: [UInt8](repeating: 1, count: 15)) == nil)
    let first = try #require(KeyedPseudonyms(key: [UInt8](repeating: 1, count: 16)))
    let second = try #require(KeyedPseudonyms(key: [UInt8](repeating: 2, count: 16)))
    #expect(first.keyID.count == 8 && first.keyID != second.keyID)
    #expect(KeyedPseudonyms.isPseudonym(first.pseudonym(of: [65])))
  }

  @Test(arguments: [
    "ann@example.org", "c0001", "H0344c61d8db38535ca8afceaf0bf12b0", "", "b0344c61d8db38535ca8afceaf0bf12",
  ])
  func `other ids are no pseudonyms`(id: String) { #expect(!KeyedPseudonyms.isPseudonym(id.utf8)) }
}
