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

  /// From 95.3 % to 91.4 % a share fell by 3.9 points; by 4.1 % would be something else.
  @Test(arguments: [
    (Language.english, Localizer.Style.plain, "-3.9 points", "-9.2 to 2.4 points"),
    (.english, .page, "−3.9 points", "−9.2 to 2.4 points"),
    (.german, .plain, "-3,9 Punkte", "-9,2 bis 2,4 Punkte"),
  ])
  func `differences of shares are told in points`(
    language: Language, style: Localizer.Style, difference: String, interval: String
  ) {
    let localizer = Localizer(language, style: style)
    #expect(FigureTable.Cell.points(-0.039).text(localizer) == difference)
    #expect(FigureTable.Cell.limits(.points(-0.092), .points(0.024)).text(localizer) == interval)
  }

  @Test func `days before something are never fewer than none`() {
    let (english, german) = (Localizer(.english, style: .plain), Localizer(.german, style: .page))
    #expect(FigureTable.Cell.lead(103.74).text(english) == "103.74")
    #expect(FigureTable.Cell.lead(0).text(english) == "0")
    #expect(FigureTable.Cell.lead(-12.23).text(english) == "none, begins 12.23 days late")
    #expect(FigureTable.Cell.lead(-12.23).text(german) == "keine, beginnt 12,23 Tage zu spät")
  }

  @Test(arguments: [
    (0, "0.0 %"), (0.0003, "under 0.1 %"), (0.0005, "0.1 %"), (0.9994, "99.9 %"), (0.9999, "99.9 %"), (1, "100.0 %"),
    (1.00004, "100.0 %"), (-0.0003, "0.0 %"),
  ])
  func `nothing reads as all or as nothing that is not`(share: Double, text: String) {
    #expect(FigureTable.Cell.share(share).text(Localizer(.english, style: .plain)) == text)
  }
}
