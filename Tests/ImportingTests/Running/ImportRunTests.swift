import CampaignData
import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import Importing

struct ImportRunTests {
  /// Miniature exports of HubSpot, Mailchimp, Matomo and a German spreadsheet; what must come out was worked out by hand.
  private static let spring = Repository.root.appending(path: "Tests/ImportingTests/Fixtures/spring")

  private static func importSpring(_ change: (String) -> String = { $0 }) throws -> ImportResult {
    let yaml = try String(contentsOf: spring.appending(path: "import.yaml"), encoding: .utf8)
    return try runImport(
      ImportPlan(yaml: Array(change(yaml).utf8), name: "import.yaml", folder: spring.path))
  }

  private static func text(_ result: ImportResult, _ name: String) -> String {
    result.files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  @Test func `four exports become one dataset, with zones, repeats and thousands as they are meant`() throws {
    let result = try Self.importSpring()
    let touches = Self.text(result, "touchpoints.csv").split(separator: "\n").dropFirst().sorted()
    #expect(
      touches == [
        "2025-03-01T23:30:00Z,ann@x.org,newsletter,open,4711-spring-letter",
        "2025-03-02T08:05:12Z,bob@x.org,newsletter,open,4711-spring-letter",
        "2025-03-02T08:06:01Z,bob@x.org,newsletter,click,4711-spring-letter",
        "2025-03-02T08:06:05Z,bob@x.org,website,visit,", "2025-03-02T08:09:00Z,bob@x.org,website,lead,",
        "2025-03-05T19:00:00Z,matomo:c0ffee0000000002,website,visit,",
      ])
    #expect(Self.text(result, "channels.csv").contains("newsletter,hof-nord,Newsletter,,2600\n"))
    #expect(Self.text(result, "channels.csv").contains("buehne,kiez-eg,Bühne,,980\n"))
    #expect(
      Self.text(result, "partners.csv")
        == "id,name,sector,joined\nhof-nord,Hof Nord,Landwirtschaft,2019-04-01\nkiez-eg,Kiez eG,Handel,2021-03-15\n")
    #expect(Self.text(result, "contacts.csv").contains("hubspot:103,Cem Cetin,Subscriber,\n"))
    let report = result.report.lines.joined(separator: "\n")
    #expect(report.contains("1 exact repeat dropped"))
    #expect(report.contains("taken for those of UTC, as the recipe says"))
    #expect(report.contains("Reichweite: \"2.600\" and the like are read with signs between thousands: 2600"))
    #expect(report.contains("touches from 2025-03-02 00:30 to 2025-03-02 09:06"))
  }

  @Test func `the dataset of the four exports can be read, and has the touches of its campaign`() throws {
    let result = try Self.importSpring()
    try TemporaryFolder.with { folder in
      for file in result.files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
      let read = try readDataset(at: folder.path)
      #expect(read.dataset.partners.count == 2)
      #expect(read.dataset.log.count == 6)
    }
  }

  /// More rows than are handed over at once, so that repeats and joined ids lie in different batches.
  @Test func `repeats and ids are known again however many rows lie between them`() throws {
    var text = "id,email,when,what\n"
    for row in 0..<30_000 {
      // Every third row is one of 10,000 rows before; ids and addresses stand in rows of their own now and then.
      let number = row % 3 == 2 ? row / 3 : row
      text += "\(number % 500),\(row / 500 % 2 == 0 ? "p\(number % 500)@x.org" : ""),"
      text += "2025-03-01 10:\(10 + number % 50):\(10 + number / 500 % 50),open\n"
    }
    let rows = text.split(separator: "\n").dropFirst()
    try TemporaryFolder.with { folder in
      try Data(text.utf8).write(to: folder.appending(path: "a.csv"))
      let yaml = """
        timezone: UTC
        owner: mill
        sources:
          - files: a.csv
            touchpoints: {time: when, contact: {email: email, id: id, prefix: "crm:"}, channel: =mail, kind: what}
        """
      let result = try runImport(ImportPlan(yaml: Array(yaml.utf8), name: "import.yaml", folder: folder.path))
      let source = try #require(result.report.sources.first)
      #expect(source.rows == 30_000 && source.taken == Set(rows).count && source.repeats == 30_000 - Set(rows).count)
      let touches = Self.text(result, "touchpoints.csv").split(separator: "\n").dropFirst()
      // Every id is found with its one address, so that no touch is left under an id.
      #expect(touches.count == Set(rows).count && !touches.contains { $0.contains("crm:") })
      // Touches come in the order of the rows.
      var seen: Set<Substring> = []
      var times: [String] = []
      for row in rows where seen.insert(row).inserted {
        times.append(String(row.split(separator: ",", omittingEmptySubsequences: false)[2]))
      }
      let written = touches.map { String($0.prefix(19)).replacing("T", with: " ") }
      #expect((times == written) as Bool)
    }
  }

  @Test func `what is taken on request adds the touches of contacts' dates`() throws {
    let result = try Self.importSpring {
      $0.replacing(
        "hubspot-crm-exports-*.csv\n",
        with: "hubspot-crm-exports-*.csv\n    take: [signup, order]\n    set: {channel: buehne}\n")
    }
    #expect(result.report.contacts.touched == 5)
    #expect(result.report.contacts.listed == 4)
    #expect(result.report.contacts.touchedNotListed == 1)
    // 20:40 on 1 December in Berlin, an hour ahead of UTC.
    #expect(Self.text(result, "touchpoints.csv").contains("2024-12-01T17:40:00Z,bob@x.org,buehne,signup,"))
  }

  @Test func `the same exports give the same bytes`() throws {
    let (first, second) = (try Self.importSpring(), try Self.importSpring())
    #expect(first.files.map(\.name) == second.files.map(\.name))
    for (one, other) in zip(first.files, second.files) {
      #expect(firstDifference(one.bytes, other.bytes) == nil, "\(one.name)")
    }
  }

  private static let shop = """
    timezone: Europe/Berlin
    owner: mill
    sources:
      - files: shop.csv
        touchpoints: {time: When, contact: {email: Mail}, channel: =shop, kind: =order, value: Sum}

    """

  @Test func `dates of digits are decided over the whole column, or refused`() throws {
    let decided = try ImportedFolder(
      Self.shop, ["shop.csv": "When,Mail,Sum\n03/04/2025 10:00,a@x.org,1\n13/04/2025 10:00,b@x.org,2.5\n"])
    // 10:00 in Berlin in summer is 8:00 UTC.
    #expect(
      decided.touches == ["2025-04-03T08:00:00Z,a@x.org,shop,order,1", "2025-04-13T08:00:00Z,b@x.org,shop,order,2.5"])
    #expect(decided.source.decided.map(\.form) == ["day first"])
    let american = try ImportedFolder(
      Self.shop, ["shop.csv": "When,Mail,Sum\n03/04/2025 10:00,a@x.org,1\n04/13/2025 10:00,b@x.org,2\n"])
    #expect(american.touches[0].hasPrefix("2025-03-04T09:00:00Z"))
    let both = ImportedFolder.failure(Self.shop, ["shop.csv": "When,Mail,Sum\n03/04/2025 10:00,a@x.org,1\n"])
    #expect(both.contains("times: {When: dmy} or {When: mdy} says which"))
    let said = try ImportedFolder(
      Self.shop.replacing("    touchpoints", with: "    times: {When: mdy}\n    touchpoints"),
      ["shop.csv": "When,Mail,Sum\n03/04/2025 10:00,a@x.org,1\n"])
    #expect(said.touches[0].hasPrefix("2025-03-04T09:00:00Z"))
  }

  @Test func `times of day need a zone that somebody says`() {
    let failure = ImportedFolder.failure(
      Self.shop.replacing("timezone: Europe/Berlin\n", with: ""),
      ["shop.csv": "When,Mail,Sum\n2025-03-04 10:00,a@x.org,1\n"])
    #expect(failure.contains("shop.csv:2: When: has times without a time zone"))
    let absolute = ImportedFolder.failure(
      Self.shop.replacing("timezone: Europe/Berlin\n", with: ""),
      ["shop.csv": "When,Mail,Sum\n2025-03-04T10:00:00+01:00,a@x.org,1\n"])
    #expect(absolute == "no error")
  }

  @Test func `a number of two readings is an error that says what to set`() throws {
    let files = ["shop.csv": "When;Mail;Sum\n2025-03-04 10:00;a@x.org;1.234\n"]
    #expect(
      ImportedFolder.failure(Self.shop, files).contains(
        "shop.csv:2: Sum: \"1.234\" may mean thousands or decimals; read: {decimal: \".\"} or {decimal: \",\"} says which"
      ))
    let comma = try ImportedFolder(
      Self.shop.replacing("    touch", with: "    read: {decimal: \",\"}\n    touch"), files)
    #expect(comma.touches[0].hasSuffix(",1234"))
    #expect(comma.source.grouped.map(\.written) == ["1.234"])
  }

  @Test func `bad rows are errors with their place, or left out with their reason`() throws {
    let files = ["shop.csv": "When,Mail,Sum\n2025-03-04 10:00,a@x.org,1\nsoon,b@x.org,2\n2025-03-05 10:00,nobody,3\n"]
    let failure = ImportedFolder.failure(Self.shop, files)
    #expect(failure.contains("shop.csv:3: When: \"soon\" is not a date or time"))
    #expect(failure.contains("shop.csv:4: Mail: \"nobody\" is no e-mail address"))
    let skipped = try ImportedFolder(Self.shop, files, options: ImportOptions(skipsInvalid: true, keepsRejects: true))
    #expect(skipped.touches.count == 1)
    #expect(skipped.source.rows == 3 && skipped.source.taken == 1 && skipped.source.refused == 2)
    #expect(skipped.result.rejects.map(\.line) == [3, 4])
  }

  @Test func `every row is taken, repeated, left out or refused`() throws {
    let files = [
      "shop.csv": """
      Shop of the mill,,
      When,Mail,Sum
      2025-03-04 10:00,a@x.org,1
      2025-03-04 10:00,a@x.org,1
      2025-03-04 10:01,,1
      2025-03-04 10:02,(not set),1
      Total,,3
      """
    ]
    let shop = try ImportedFolder(
      Self.shop.replacing("    touch", with: "    read: {skip_rows_starting: [total]}\n    touch"), files)
    let source = shop.source
    #expect(source.rows == 5 && source.taken == 1 && source.repeats == 1 && source.refused == 0)
    #expect(source.ignored.map(\.reason) == ["no contact", "starts with \"total\""])
    #expect(source.ignored.map(\.rows) == [2, 1])
  }

  @Test func `columns that the plan names must be there`() {
    let failure = ImportedFolder.failure(Self.shop, ["shop.csv": "When,Email,Sum\n2025-03-04 10:00,a@x.org,1\n"])
    #expect(failure.contains("shop.csv:1: has no column \"Mail\", which the source needs"))
    #expect(failure.contains("columns found: When, Email, Sum"))
  }

  @Test func `a channel that nobody owns is asked for`() {
    let failure = ImportedFolder.failure(
      Self.shop.replacing("owner: mill\n", with: ""), ["shop.csv": "When,Mail,Sum\n2025-03-04 10:00,a@x.org,1\n"])
    #expect(failure.contains("does not say whose the channels \"shop\" are"))
  }

  @Test func `a file that fits no recipe is answered with its header and the nearest recipe`() throws {
    let failure = #expect(throws: ReadingError.self) {
      try ImportedFolder(files: ["list.csv": "Record ID,First Name,Mood\n1,Ann,good\n"])
    }
    let text = "\(try #require(failure))"
    #expect(text.contains("fits no recipe; nearest is hubspot-contacts, which needs Email, Lifecycle Stage"))
    #expect(text.contains("columns found: Record ID, First Name, Mood"))
  }
}
