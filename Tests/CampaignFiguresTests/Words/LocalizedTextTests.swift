import Testing

@testable import CampaignFigures

struct LocalizedTextTests {
  private let text = LocalizedText(
    "%1 {1:partner|partners} with %2 {2:channel|channels}", "%1 Partner mit %2 {2:Kanal|Kanälen}")

  @Test(arguments: [
    ("1", "1", "1 partner with 1 channel", "1 Partner mit 1 Kanal"),
    ("0", "2", "0 partners with 2 channels", "0 Partner mit 2 Kanälen"),
    ("1,000", "11", "1,000 partners with 11 channels", "1,000 Partner mit 11 Kanälen"),
  ]) func `a number picks the form of its noun`(first: String, second: String, english: String, german: String) {
    #expect(LocalizedText.filled(text[.english], [first, second]) == english)
    #expect(text.filled([first, second])[.german] == german)
  }

  @Test func `a form holds placeholders too`() {
    #expect(LocalizedText.filled("%1 of {2:this one knot|these %2 knots}", ["2", "11"]) == "2 of these 11 knots")
    #expect(LocalizedText.filled("{2:one|all %2, %1 a day}", ["{2:a|b}", "5"]) == "all 5, {2:a|b} a day")
  }

  @Test func `what is filled in is never read as a text of ours`() {
    let hostile = "{1:a|b} %2 {"
    #expect(LocalizedText.filled("%1 of %2", [hostile, "1"]) == "\(hostile) of 1")
  }

  @Test(arguments: ["{", "{1:one", "{1:one}", "{x:a|b}", "{9:a|b}", "100 %", "{1:a|b|c}", "%9"])
  func `what is no placeholder stays`(text: String) {
    #expect(LocalizedText.filled(text, ["1"]) == text)
  }
}
