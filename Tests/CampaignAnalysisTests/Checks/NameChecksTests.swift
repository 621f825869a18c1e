import CampaignAnalysis
import CampaignModel
import TestSupport
import Testing

/// Repeats, damaged ids, look-alikes and mere dates of single channels.
struct NameChecksTests {
  private func builder() -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill", paid: false)
    builder.channel("show", owner: "radio", paid: false)
    for day in 0..<30 { builder.touch(Double(day) + 0.61, "p\(day)", day % 2 == 0 ? "letter" : "show", "click") }
    return builder
  }

  private func texts(_ builder: DatasetBuilder, _ check: String) -> [String] {
    findings(in: builder.build()).filter { $0.check == check }.map(\.text)
  }

  @Test func `rows that repeat an earlier one are counted with what they are worth`() {
    var builder = builder()
    for _ in 0..<3 { builder.touch(31.4, "p1", "letter", "order", value: 49.5) }
    builder.touch(31.4, "p1", "show", "order", value: 49.5)
    let found = texts(builder, "repeated_rows")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("2 rows repeat") == true)
    #expect(found.first?.contains("worth 99.0") == true)
  }

  @Test(arguments: [
    (["1.78414E+16"], "digits"), (["17.0"], "decimals"), (["J\u{FFFD}rg"], "letters were lost"),
    (["007", "7"], "zeros"), (["p1,letter,click\n2025-03-02,p2"], "line break"),
  ])
  func `ids that a spreadsheet or a quote damaged are told`(ids: [String], expected: String) {
    var builder = builder()
    for (day, id) in ids.enumerated() { builder.touch(Double(40 + day) + 0.3, id, "letter", "click") }
    let found = texts(builder, "damaged_id")
    #expect(found.count == 1)
    #expect(found.first?.contains(expected) == true)
    #expect(found.first?.hasPrefix("1 id of a contact ") == true)
    #expect(texts(self.builder(), "damaged_id").isEmpty)
  }

  @Test func `partners and channels that differ in writing only are told`() {
    var builder = builder()
    builder.channel("Letter", owner: "MILL", paid: false)
    builder.touch(50.3, "p1", "Letter", "click")
    #expect(texts(builder, "same_partner").first?.contains("mill = MILL") == true)
    #expect(texts(builder, "same_channel").first?.contains("letter = Letter") == true)
  }

  @Test func `a kind with mere dates beside others with times is told`() {
    var builder = builder()
    for day in 0..<5 { builder.touch(Double(day), "p\(day)", "letter", "attendance") }
    let found = texts(builder, "mere_dates")
    #expect(found.count == 1)
    #expect(found.first?.contains("kind attendance") == true)
  }

  @Test func `half past two is no midnight`() {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill", paid: false)
    for day in 0..<30 { builder.touch(Double(day) + 14.5 / 24, "p\(day)", "letter", "click") }
    #expect(texts(builder, "mere_dates").isEmpty)
  }

  @Test func `a touch of another time is told`() {
    var builder = builder()
    builder.touch(-5000, "p1", "letter", "click")
    #expect(texts(builder, "early_outlier").count == 1)
  }
}
