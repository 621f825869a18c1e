import CampaignGeneration
import TestSupport
import Testing

struct DatasetGeneratorTests {
  private static func files(_ options: GenerationOptions) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try DatasetGenerator(options: options).write(to: { file, bytes in
      files[file, default: []] += bytes
    })
    return files
  }

  private static func rows(_ file: String, of files: [String: [UInt8]]) -> [[String]] {
    String(decoding: files[file] ?? [], as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `the same seed gives the same bytes, another seed others`() throws {
    let options = GenerationOptions(seed: 7, touchpoints: 3000)
    let first = try Self.files(options)
    let second = try Self.files(options)
    #expect(second.keys.sorted() == first.keys.sorted())
    for (file, bytes) in first { #expect(firstDifference(second[file] ?? [], bytes) == nil, "\(file)") }
    let other = try Self.files(GenerationOptions(seed: 8, touchpoints: 3000))
    #expect(other["touchpoints.csv"] != first["touchpoints.csv"])
  }

  @Test(arguments: [(1, 1), (12, 12), (500, 500), (4000, 300)])
  func `rows and contacts are as many as asked for, in order of time, and refer to what exists`(
    touchpoints: Int, contacts: Int
  ) throws {
    let files = try Self.files(GenerationOptions(touchpoints: touchpoints, contacts: contacts))
    let rows = Self.rows("touchpoints.csv", of: files).dropFirst()
    #expect(rows.count == touchpoints)
    #expect(Set(rows.map { $0[1] }).count == contacts)
    #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted())
    let known = Set(Self.rows("contacts.csv", of: files).map { $0[0] })
    let channels = Set(Self.rows("channels.csv", of: files).map { $0[0] })
    let contents = Set(Self.rows("contents.csv", of: files).map { $0[0] })
    #expect(rows.allSatisfy { known.contains($0[1]) && channels.contains($0[2]) })
    #expect(rows.allSatisfy { $0[4].isEmpty || contents.contains($0[4]) })
  }

  @Test
  func `activity is heavy-tailed: the busiest tenth of contacts has over a quarter of the touches`()
    throws
  {
    let files = try Self.files(GenerationOptions(touchpoints: 20_000))
    var counts: [String: Int] = [:]
    for row in Self.rows("touchpoints.csv", of: files).dropFirst() {
      counts[row[1], default: 0] += 1
    }
    let busiest = counts.values.sorted(by: >).prefix(counts.count / 10).reduce(0, +)
    #expect(busiest > 5000)
  }

  @Test func `every table has its header`() throws {
    let files = try Self.files(GenerationOptions(touchpoints: 3000))
    #expect(files.count == 13)
    #expect(Self.rows("plan.csv", of: files).first == ["content", "channel", "due"])
    #expect(
      Self.rows("touchpoints.csv", of: files).first == [
        "time", "contact", "channel", "kind", "content", "value", "cost",
      ])
    #expect(files.values.allSatisfy { $0.split(separator: 10).count > 1 })
  }

  @Test func `impossible options are errors that say which`() {
    #expect(throws: GenerationError.outOfRange(option: "partners", value: 1, allowed: 2...1000)) {
      try DatasetGenerator(options: GenerationOptions(partners: 1))
    }
    #expect(throws: GenerationError.effectWithoutHoldout(5)) {
      try DatasetGenerator(options: GenerationOptions(effect: 5))
    }
    for name in ["", "Europe Berlin"] {
      #expect(throws: GenerationError.notATimeZone(name)) {
        try DatasetGenerator(options: GenerationOptions(timeZone: name))
      }
    }
  }

  @Test(arguments: ["", "EU", "EURO", "eur", "E1R", "€"])
  func `a currency is three capital letters`(code: String) {
    #expect(throws: GenerationError.notACurrency(code)) {
      try DatasetGenerator(options: GenerationOptions(currency: code))
    }
  }

  @Test func `an error of the sink is passed on`() throws {
    struct Full: Error {}
    let generator = try DatasetGenerator(options: GenerationOptions())
    #expect(throws: Full.self) { try generator.write(to: { _, _ throws(Full) in throw Full() }) }
  }
}
