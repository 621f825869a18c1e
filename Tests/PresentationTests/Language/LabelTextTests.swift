import Presentation
import Testing

struct LabelTextTests {
  @Test func `long labels are cut between visible characters`() {
    #expect(LabelText.shortened("abc", to: 3) == "abc")
    #expect(LabelText.shortened("abcd", to: 3) == "ab…")
    #expect(LabelText.shortened("a bcd", to: 3) == "a…")
    #expect(LabelText.shortened("", to: 1) == "")
    #expect(LabelText.shortened("👩‍👩‍👧🇩🇪e\u{301}x", to: 3) == "👩‍👩‍👧🇩🇪…")
    #expect(LabelText.shortened(String(repeating: "x", count: 10_000), to: 40).count == 40)
  }

  @Test func `long labels are broken at blanks`() {
    #expect(LabelText.wrapped("the quick brown fox", width: 9) == "the quick\nbrown fox")
    #expect(LabelText.wrapped("abcdefghij", width: 4) == "abcd\nefgh\nij")
    #expect(LabelText.wrapped("one two three four", width: 5, lines: 2) == "one\ntwo…")
    #expect(LabelText.wrapped("", width: 5) == "")
    let lines = LabelText.wrapped(String(repeating: "🇩🇪", count: 100), width: 10, lines: 3).split(separator: "\n")
    #expect(lines.count == 3 && lines.allSatisfy { $0.count <= 10 })
  }

  @Test func `a name on one line has no line breaks and no end beyond its room`() {
    #expect(LabelText.short("a\n b\tc", 10) == "a b c")
    #expect(LabelText.short("abcdef", 4) == "abc…")
    #expect(LabelText.isolated("abc") == "abc")
    #expect(LabelText.isolated("עברית") == "\u{2068}עברית\u{2069}")
  }
}
