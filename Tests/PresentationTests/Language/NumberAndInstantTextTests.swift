import CampaignModel
import Testing

@testable import Presentation

struct NumberAndInstantTextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `digits are grouped`(number: Int, text: String) { #expect(NumberText.grouped(number) == text) }

  @Test(arguments: [(3.5, "3.5"), (1250, "1,250"), (0.004, "0"), (-0.004, "0"), (-12.345, "-12.35"), (2.0 / 3, "0.67")])
  func `decimals are cut to two`(number: Double, text: String) { #expect(NumberText.decimal(number) == text) }

  /// Instants and their texts as `date -u -d @SECONDS` of GNU coreutils 9.4 prints them.
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399_000, "2000-02-28T23:59:59Z"), (951_868_800_000, "2000-03-01T00:00:00Z"),
    (1_740_821_400_123, "2025-03-01T09:30:00.123Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (-62_135_596_800_000, "0001-01-01T00:00:00Z"), (253_402_300_799_000, "9999-12-31T23:59:59Z"),
    (-2_203_891_200_000, "1900-03-01T00:00:00Z"),
  ]) func `instants are RFC 3339 in UTC`(milliseconds: Int, text: String) {
    #expect(InstantText.rfc3339(Instant(milliseconds: Int64(milliseconds))) == text)
  }

  @Test func `midnight is a mere date for people`() {
    #expect(InstantText.plain(Instant(milliseconds: 86_400_000)) == "1970-01-02")
    #expect(InstantText.plain(Instant(milliseconds: 86_460_000)) == "1970-01-02 00:01")
  }
}
