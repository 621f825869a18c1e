import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation
import Testing

struct LocalizerTests {
  @Test(arguments: [
    (Language.english, Localizer.Style.plain, "-12.5 %", "-1,234.5", "1,234.50 EUR"),
    (.english, .page, "−12.5%", "−1,234.5", "1,234.50\u{A0}EUR"),
    (.german, .plain, "-12,5 %", "-1.234,5", "1.234,50 EUR"),
    (.german, .page, "−12,5\u{A0}%", "−1.234,5", "1.234,50\u{A0}EUR"),
  ])
  func `numbers are written as a language and a place ask`(
    language: Language, style: Localizer.Style, percent: String, number: String, money: String
  ) {
    let localizer = Localizer(language, style: style)
    #expect(localizer.percent(-0.125) == percent)
    #expect(localizer.number(-1234.5) == number)
    #expect(localizer.money(1234.5, "EUR") == money)
  }

  /// 1 March 2025, 23:30 in UTC, when Berlin has the next day.
  @Test func `days are those of a time zone`() {
    let instant = Instant(milliseconds: 1_740_871_800_000)
    #expect(Localizer(.english).date(instant, timeZone: "UTC") == "1 March 2025")
    #expect(Localizer(.german).date(instant, timeZone: "Europe/Berlin") == "2. März 2025")
    #expect(Localizer(.german, style: .plain).date(instant, timeZone: "Europe/Berlin") == "2025-03-02 00:30")
  }

  @Test func `a share of nothing has no rate`() {
    let share = Proportion(0, of: 0)
    #expect(Localizer(.english, style: .plain).proportion(share) == "– (0 of 0)")
    #expect(Localizer(.german, style: .page).proportion(share) == "nicht definiert")
  }

  @Test func `a text is filled in each language, and what is filled in is not filled again`() {
    let text = LocalizedText("%1 of %2", "%1 von %2").filled(.verbatim("%2"), .number(1234.5))
    #expect(text[.english] == "%2 of 1,234.5")
    #expect(text[.german] == "%2 von 1.234,5")
    #expect((text + .verbatim("!"))[.german] == "%2 von 1.234,5!")
  }
}
