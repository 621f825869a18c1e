import FileReading
import Testing

/// Numbers as people and spreadsheets write them (<doc:Dataset#Values>).
struct NumberFormsTests {
  private static let semicolon = NumberForms(allowsComma: true)
  private static let comma = NumberForms()

  private func number(_ text: String, _ forms: NumberForms) throws(WrittenNumber.Fault) -> Double {
    let bytes = Array(text.utf8)
    return try WrittenNumber.parse(bytes.span, forms)
  }

  @Test(arguments: [
    ("25,00 €", 25.0), ("€ 25,00", 25), ("EUR 25", 25), ("25eur", 25), ("-25,50 €", -25.5), ("€ -25,50", -25.5),
    ("1'234.50", 1234.5), ("1’234,50", 1234.5), ("1 234,50", 1234.5), ("1\u{A0}234,5", 1234.5),
    ("1\u{202F}234\u{202F}567,5", 1_234_567.5), ("45 %", 0.45), ("45%", 0.45), ("-12,5 %", -0.125),
    ("1.234,50", 1234.5),
    ("1,234.50", 1234.5), ("1.234.567", 1_234_567), ("1.234.567,8", 1_234_567.8), ("0,125", 0.125), ("0.500", 0.5),
    ("1234.567", 1234.567), ("12,3456", 12.3456), ("\u{2212}5", -5), ("1e3", 1000), ("1.5E-3", 0.0015),
    ("\u{FEFF}7", 7),
  ])
  func `a number in a table with semicolons has one reading`(text: String, expected: Double) throws {
    #expect(try number(text, NumberFormsTests.semicolon) == expected)
  }

  @Test(arguments: ["1.234", "2,800", "-1.234", "12.345", "123,456", "1.234 €", "1.234 %"])
  func `a number that may be thousands or decimals is neither`(text: String) {
    #expect(throws: WrittenNumber.Fault.ambiguous) { try number(text, NumberFormsTests.semicolon) }
  }

  @Test(arguments: [
    (",", "1.234", 1234.0), (",", "1.234,5", 1234.5), (",", "1,5", 1.5), (".", "1,234", 1234), (".", "1,234.5", 1234.5),
    (".", "1.234", 1.234),
  ])
  func `the setting decides`(sign: String, text: String, expected: Double) throws {
    for allowsComma in [true, false] {
      let forms = NumberForms(decimalSign: sign.utf8.first, allowsComma: allowsComma)
      #expect(try number(text, forms) == expected)
    }
  }

  @Test(arguments: [
    "49,90", "1,234", "1.000.000", "(49.90)", "12 34", "1'23", "1,2,3", "5 5 %", "%", "€", "1.2.3,4", "abc", "1e",
    "1_000",
  ])
  func `what is no number in a table with commas is none`(text: String) {
    #expect(throws: WrittenNumber.Fault.notANumber) { try number(text, NumberFormsTests.comma) }
  }

  @Test func `money of another currency is refused`() throws {
    #expect(throws: WrittenNumber.Fault.otherCurrency) { try number("$25", NumberForms(currency: "EUR")) }
    #expect(try number("$25", NumberForms(currency: "USD")) == 25)
    #expect(try number("Fr. 1'000.50", NumberForms(currency: "CHF")) == 1000.5)
    #expect(try number("25 kr", NumberForms(currency: "SEK")) == 25)
    #expect(try number("25 €", NumberForms(currency: "€")) == 25)
  }
}
