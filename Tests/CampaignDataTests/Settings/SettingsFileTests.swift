import CampaignModel
import FileReading
import Testing

@testable import CampaignData

/// reefknot.yaml (<doc:Dataset#Settings>).
struct SettingsFileTests {
  private func read(_ text: String) -> SettingsFile { SettingsFile(Array(text.utf8)) }

  @Test func `every setting is read`() {
    let file = read(
      """
      # a comment
      observed_until: 2025-06-30
      timezone: Europe/Berlin
      currency: "CHF"
      activity_gap_days: 14
      cost_per_contact: 90.5
      attribution_lookback_days: 21
      conversion_days_after_end: 30
      minimum_group: 5
      """)
    #expect(file.problems == [])
    #expect(file.notes == [])
    #expect(file.settings.timeZone == "Europe/Berlin")
    #expect(file.settings.currency == "CHF")
    #expect(file.settings.observedUntil == LocalClock.utc.instant(of: "2025-06-30T22:00:00Z"))
    #expect(file.settings.activityGapDays == 14)
    #expect(file.settings.costPerContact == 90.5)
    #expect(file.settings.attributionLookbackDays == 21)
    #expect(file.settings.conversionDaysAfterEnd == 30)
    #expect(file.settings.minimumGroup == 5)
  }

  @Test(arguments: ["", "# nothing\n", "---\n", "timezone:\ncurrency: ~\n", "{}"])
  func `what is not set has its default`(text: String) {
    let file = read(text)
    #expect(file.problems == [])
    #expect(file.settings.timeZone == "UTC")
    #expect(file.settings.currency == "EUR")
    #expect(file.settings.observedUntil == nil)
    #expect(file.settings.activityGapDays == 30)
    #expect(file.settings.attributionLookbackDays == 90)
    #expect(file.settings.conversionDaysAfterEnd == 0)
  }

  @Test(arguments: [
    ("timezone: Berlin", "reefknot.yaml:1: timezone: \"Berlin\" is not an IANA time zone such as Europe/Berlin"),
    (
      "currency: EUR\nactivity_gap_days: 0",
      "reefknot.yaml:2: activity_gap_days: \"0\" is not a whole number between 1 and 3650000"
    ),
    ("minimum_group: many", "reefknot.yaml:1: minimum_group: \"many\" is not a whole number between 0 and 3650000"),
    ("minimum_group: 1.5", "reefknot.yaml:1: minimum_group: \"1.5\" is not a whole number between 0 and 3650000"),
    ("cost_per_contact: -1", "reefknot.yaml:1: cost_per_contact: \"-1\" is not a number greater than 0"),
    ("cost_per_contact: .nan", "reefknot.yaml:1: cost_per_contact: \".nan\" is not a number greater than 0"),
    ("currency: [EUR, USD]", "reefknot.yaml:1: currency: must be a single value, not a list or mapping"),
    ("observed_until: soon", "reefknot.yaml:1: observed_until: \"soon\" \(WrittenTime.expectation)"),
    ("- a\n- b", "reefknot.yaml:1: must be a mapping of settings, such as timezone: Europe/Berlin"),
    ("just text", "reefknot.yaml:1: \"just text\" must be a mapping of settings, such as timezone: Europe/Berlin"),
  ])
  func `a wrong setting is named with its line`(text: String, expected: String) {
    #expect(read(text).problems.map(\.description) == [expected])
  }

  @Test(arguments: [
    "a: [", "a: b: c", "\ta: 1", "a: \"open", "a: *x", "a: 1\na: 2", "%YAML 9", "? [", "a: !!int [x", "\u{7}",
  ])
  func `what is no YAML is an error`(text: String) {
    #expect(read(text).problems.count == 1)
  }

  @Test func `hostile files are refused`() {
    #expect(read(String(repeating: "[", count: 5000)).problems.count == 1)
    #expect(read(String(repeating: "a: 1\n", count: 100_000)).problems.count == 1)
    #expect(SettingsFile([0xFF, 0xFE]).problems.count == 1)
    #expect(SettingsFile([0x61, 0]).problems.count == 1)
    let nested = (0..<2000).map { String(repeating: " ", count: min($0, 20)) + "- " }.joined()
    #expect(read(nested).problems.count == 1)
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\n"
    #expect(read(bomb).problems.count == 4)
  }

  @Test func `a setting that is none of ours is refused`() {
    let problems = read("currency: EUR\nfavorite_color: blue\n").problems.map(\.description)
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix("reefknot.yaml:2: \"favorite_color\" is not a setting; there are timezone, ") == true)
  }

  @Test func `names of settings are matched like headers, and misspelt ones refused`() {
    let file = read("Time-Zone: Europe/Berlin\nACTIVITY GAP DAYS: 7\nOrganisation: Reef\n")
    #expect(file.problems == [] && file.notes == [])
    #expect(file.settings.timeZone == "Europe/Berlin")
    #expect(file.settings.activityGapDays == 7)
    #expect(file.settings.organization == "Reef")
    #expect(
      read("curency: CHF\n").problems.map(\.description) == [
        "reefknot.yaml:1: \"curency\" is not a setting; did you mean currency?"
      ])
    #expect(read("timezone: UTC\ntime_zone: UTC\n").problems.map(\.message) == ["is set twice"])
  }

  @Test func `how tables are written can be set`() {
    let file = read("encoding: Windows-1252\ndecimal: \",\"\ndate_order: DMY\nblocks: calendar\ntitle: Spring\n")
    #expect(file.problems == [])
    #expect(file.forms.encoding == .windows1252)
    #expect(file.forms.decimalSign == UInt8(ascii: ","))
    #expect(file.forms.dateOrder == .dayFirst)
    #expect(file.settings.blocks == .calendar)
    #expect(file.settings.title == "Spring")
    #expect(read("decimal: .\n").forms.decimalSign == UInt8(ascii: "."))
    for text in ["encoding: ebcdic", "decimal: \";\"", "date_order: ymd", "blocks: weeks"] {
      #expect(read(text).problems.count == 1)
    }
    #expect(read("date_order: mdy\nobserved_until: 6/30/2025\n").settings.observedUntilIsDate)
  }
}
