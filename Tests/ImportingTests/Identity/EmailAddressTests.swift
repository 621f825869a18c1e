import Testing

@testable import Importing

struct EmailAddressTests {
  private static func normalized(_ text: String) -> String? {
    EmailAddress.normalized(Array(text.utf8)[...], .init()).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `case, blanks and invisible characters do not tell addresses apart`() {
    #expect(Self.normalized(" Ann@X.org\u{A0}") == "ann@x.org")
    #expect(Self.normalized("an\u{200B}n@x.org\u{FEFF}") == "ann@x.org")
    // a and a combining ring, and the letter å.
    #expect(Self.normalized("A\u{30A}sa@x.org") == "\u{E5}sa@x.org")
    #expect(Self.normalized("\u{C5}sa@x.org") == "\u{E5}sa@x.org")
  }

  @Test(arguments: ["", "ann", "@x.org", "ann@", "a@b@c", "a b@x.org", "a@x.org,b@x.org", "\u{E4} b@x.org"])
  func `other texts are no addresses`(text: String) {
    #expect(Self.normalized(text) == nil)
  }
}
