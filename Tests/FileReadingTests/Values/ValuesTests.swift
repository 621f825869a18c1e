import CampaignModel
import FileReading
import TestSupport
import Testing

/// The forms of values (<doc:Dataset#Values>).
struct ValuesTests {
  private let berlin = LocalClock(name: "Europe/Berlin")

  // Milliseconds from `date -u -d … +%s` of GNU coreutils 9.4.
  @Test(arguments: [
    ("2025-03-01", 1_740_787_200_000), ("2025-03-01T09:30:00Z", 1_740_821_400_000),
    ("2025-03-01t09:30:00z", 1_740_821_400_000), ("2025-03-01T09:30:00+02:00", 1_740_814_200_000),
    ("2025-03-01T09:30:00-05:30", 1_740_841_200_000), ("2025-03-01T09:30:00.25Z", 1_740_821_400_250),
    ("2025-03-01T09:30:00.1239Z", 1_740_821_400_123), ("2025-03-01 09:30", 1_740_821_400_000),
    ("2025-03-01 09:30:15", 1_740_821_415_000), ("01.03.2025", 1_740_787_200_000),
    ("01.03.2025 09:30", 1_740_821_400_000), ("01.03.2025 09:30:15", 1_740_821_415_000),
    (" 2025-03-01 ", 1_740_787_200_000), ("2024-02-29", 1_709_164_800_000), ("1970-01-01", 0),
    ("0001-01-01", -62_135_596_800_000), ("9999-12-31T23:59:59Z", 253_402_300_799_000),
    ("1969-12-31T23:59:59.5Z", -500), ("2016-12-31T23:59:60Z", 1_483_228_800_000), ("1900-03-01", -2_203_891_200_000),
  ])
  func `a time in any of its forms is milliseconds since 1970`(text: String, expected: Int) {
    #expect(LocalClock.utc.instant(of: text)?.milliseconds == Int64(expected))
  }

  @Test(arguments: [
    "", "2025", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "0000-01-01",
    "10000-01-01", "2025-03-01T24:00:00Z", "2025-03-01T09:60:00Z", "2025-03-01T09:30:60Z", "2025-03-01T09:30:00.Z",
    "2025-03-01T09:30:00+24:00", "2025-03-01T09:30:00Zjunk", "2025-03-01T", "01.03.25",
    "01/03/2025", "now", "1740787200", "0001-01-01T00:00:00+14:00", "２025-03-01",
    "-001-01-01", "2025-03-01T09:30:00 X",
  ])
  func `what is no time is none`(text: String) {
    #expect(LocalClock.utc.instant(of: text) == nil)
  }

  // Summer time in Berlin: 2025-03-30 01:00 UTC to 2025-10-26 01:00 UTC (tz database, europe).
  @Test(arguments: [
    ("2025-03-30 01:59:59", "2025-03-30T00:59:59Z"), ("2025-03-30 02:00", "2025-03-30T01:00:00Z"),
    ("2025-03-30 02:30", "2025-03-30T01:30:00Z"), ("2025-03-30 03:00", "2025-03-30T01:00:00Z"),
    ("2025-10-26 01:59", "2025-10-25T23:59:00Z"), ("2025-10-26 02:30", "2025-10-26T00:30:00Z"),
    ("2025-10-26 03:00", "2025-10-26T02:00:00Z"), ("2025-07-01", "2025-06-30T22:00:00Z"),
    ("2025-01-01", "2024-12-31T23:00:00Z"), ("2025-07-01T12:00:00Z", "2025-07-01T12:00:00Z"),
  ])
  func `a local time that is skipped or repeated takes the offset before the change`(
    local: String, expected: String
  ) throws {
    let berlin = try #require(berlin)
    #expect(berlin.instant(of: local) == LocalClock.utc.instant(of: expected))
  }

  // In São Paulo summer time began at midnight: 2018-11-04 00:00 did not exist (tz database, southamerica).
  @Test func `a skipped midnight is the moment of the change`() throws {
    let clock = try #require(LocalClock(name: "America/Sao_Paulo"))
    #expect(clock.instant(of: "2018-11-04") == LocalClock.utc.instant(of: "2018-11-04T03:00:00Z"))
    #expect(clock.inclusiveEnd(of: "2018-11-03") == LocalClock.utc.instant(of: "2018-11-04T03:00:00Z"))
  }

  @Test func `a date as an end includes its day, a time does not`() throws {
    let berlin = try #require(berlin)
    #expect(berlin.inclusiveEnd(of: "2025-03-30") == LocalClock.utc.instant(of: "2025-03-30T22:00:00Z"))
    #expect(berlin.inclusiveEnd(of: "2025-03-29") == LocalClock.utc.instant(of: "2025-03-29T23:00:00Z"))
    #expect(LocalClock.utc.inclusiveEnd(of: "2025-03-30 12:00") == LocalClock.utc.instant(of: "2025-03-30 12:00"))
    #expect(LocalClock.utc.inclusiveEnd(of: "9999-12-31")?.milliseconds == 253_402_300_800_000)
  }

  @Test(arguments: ["Nowhere/Land", "", "CEST", "GMT+2", "Europe", "../etc/passwd", "Europe/Berlin "])
  func `what is no zone's name is none`(name: String) {
    #expect(LocalClock(name: name) == nil)
  }

  @Test func `the offset remembered for a day is the one asked for`() throws {
    for name in ["Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca"] {
      let clock = try #require(LocalClock(name: name))
      for day in stride(from: 14_000, to: 20_500, by: 3) {
        let date = CivilDate(dayNumber: day)
        guard let offset = clock.offset(throughout: date) else { continue }
        for minute in [0, 119, 150, 1439] {
          let local = (day * 1440 + minute) * 60_000
          #expect(clock.instant(ofLocal: local) == local - offset)
        }
      }
    }
  }

  @Test(arguments: [
    ("0", 0.0), ("12", 12), ("-3.5", -3.5), ("+7", 7), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1.5E-3", 0.0015),
    (" 42 ", 42), ("123456789012345", 123_456_789_012_345), ("0.1", 0.1),
    ("12345678901234567890", 1.2345678901234567e19),
    ("0.30000000000000004", 0.30000000000000004), ("1e-400", 0), ("-0", -0.0), ("100.25", 100.25),
  ])
  func `a number is read to the last bit`(text: String, expected: Double) throws {
    let bytes = Array(text.utf8)
    #expect(try WrittenNumber.parse(bytes.span, NumberForms()) == expected)
  }

  @Test func `a decimal comma counts where commas do not separate`() throws {
    let comma = Array("3,25".utf8)
    #expect(try WrittenNumber.parse(comma.span, NumberForms(allowsComma: true)) == 3.25)
    #expect(throws: WrittenNumber.Fault.notANumber) { try WrittenNumber.parse(comma.span, NumberForms()) }
  }

  @Test(arguments: ["abc", "--1", "1-", "0x10", "1e", "e5", ".", "+", "1.2.3", "١٢", "1_000", "1e5.5"])
  func `what is no number is none`(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: WrittenNumber.Fault.notANumber) { try WrittenNumber.parse(bytes.span, NumberForms()) }
  }

  @Test(arguments: ["NaN", "nan", "inf", "-Infinity", "1e999", "-1e999"])
  func `a number must be finite`(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: WrittenNumber.Fault.notFinite) { try WrittenNumber.parse(bytes.span, NumberForms()) }
  }

  @Test func `booleans have five spellings in any case`() {
    for text in ["true", "YES", "1", "Ja", " ja ", "tRuE", "WAHR", "\u{A0}wahr"] {
      #expect(WrittenBoolean.parse(Array(text.utf8)[...]) == true)
    }
    for text in ["false", "No", "0", "NEIN", "Falsch"] { #expect(WrittenBoolean.parse(Array(text.utf8)[...]) == false) }
    for text in ["", "maybe", "2", "-1", "y", "wahrlich"] {
      #expect(WrittenBoolean.parse(Array(text.utf8)[...]) == nil)
    }
  }

  @Test func `short decimals agree with the standard library`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 0...999_999_999_999_999, using: &generator)
      let decimals = Int.random(in: 0...6, using: &generator)
      var text = String(digits)
      if decimals > 0, text.count > decimals { text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals)) }
      let bytes = Array(text.utf8)
      #expect(try WrittenNumber.parse(bytes.span, NumberForms()) == Double(text))
    }
  }

  @Test func `shown text is short and harmless`() {
    #expect(ShownText.escape("a\u{1B}[31mred\n\"x\"\\") == "a\\u{1B}[31mred\\n\\\"x\\\"\\\\")
    #expect(ShownText.escape([0x61, 0xFF, 0x62]) == "a\\xFFb")
    #expect(ShownText.escape("\u{202E}evil") == "\\u{202E}evil")
    #expect(ShownText.escape(String(repeating: "ä", count: 200)) == String(repeating: "ä", count: 48) + "…")
    #expect(ShownText.escape("🦭 Ünïcode") == "🦭 Ünïcode")
  }

  @Test func `invalid UTF-8 is found where it is`() {
    // The malformed sequences of Table 3-7 of the Unicode Standard: overlong, surrogate, beyond, cut short.
    for bytes: [UInt8] in [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0x80],
      [0xF0, 0x9F, 0xA6], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF],
    ] {
      let text = Array("ok ä".utf8) + bytes
      #expect(UTF8Validation.firstInvalidOffset(text.span) == 5)
      #expect(String(validating: text, as: UTF8.self) == nil)
    }
    let good = Array("aä€🦭\u{FFFF}\u{10FFFF}\u{D7FF}\u{E000}".utf8)
    #expect(UTF8Validation.firstInvalidOffset(good.span) == nil)
  }
}
