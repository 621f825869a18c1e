import CampaignModel
import FileReading
import TestSupport
import Testing

@testable import CampaignData

/// What is wrong in a file, with file, line, column and value (<doc:Dataset#Bad-input>).
struct BadInputTests {
  private static let touchHeader = "time,contact,channel,kind,content,value,cost\n"
  private static let good = "2025-03-02,c1,ch1,open,x1,1,2\n"

  @Test(arguments: [
    ("2025-03-32,c1,ch1,open,,,", "time: \"2025-03-32\" \(WrittenTime.expectation)"),
    (",c1,ch1,open,,,", "time: must not be empty"), ("2025-03-02,,ch1,open,,,", "contact: must not be empty"),
    ("2025-03-02,c1,,open,,,", "channel: must not be empty"), ("2025-03-02,c1,ch1,,,,", "kind: must not be empty"),
    ("2025-03-02,c1,CH1,open,,,", "channel: \"CH1\" is not in channels.csv"),
    ("2025-03-02,c1,ch1,opened,,,", "kind: \"opened\" is not a known kind; kinds.csv can define it"),
    ("2025-03-02,c1,ch1,open,x9,,", "content: \"x9\" is not in contents.csv"),
    (
      "2025-03-02,c1,ch1,open,,1.000.000,",
      "value: \"1.000.000\" \(WrittenNumber.Fault.notANumber.message(NumberForms()))"
    ),
    ("2025-03-02,Null,ch1,open,,,", "contact: \"Null\" \(Nobody.message)"),
    ("2025-03-02,(not set),ch1,open,,,", "contact: \"(not set)\" \(Nobody.message)"),
    ("2025-03-02,\u{A0},ch1,open,,,", "contact: must not be empty"),
    ("2025-03-02,c1,ch1,open,,,NaN", "cost: \"NaN\" is not a finite number"),
    ("2025-03-02,c1,ch1", "the row has 3 fields (the header has 7)"),
    ("2025-03-02,c1,ch1,open,,,,x", "the row has 8 fields (the header has 7)"),
    ("2025-03-02,c1,ch1,\"open\"x,,,", "kind: \"\\\"open\\\"x,,,\" \(RecordFault.textAfterQuote.message)"),
    ("2025-03-02,c\0,ch1,open,,,", "contact: \"c\\u{0}\" holds a NUL byte"),
    ("2025-03-02,c\u{1B}[2J,ch\u{1B}[2J,open,,,", "channel: \"ch\\u{1B}[2J\" is not in channels.csv"),
  ])
  func `a bad row is named with its line and column`(row: String, expected: String) throws {
    let text = BadInputTests.touchHeader + BadInputTests.good + "\n" + row + "\n" + BadInputTests.good
    let folder = try smallDataset(["touchpoints.csv": text])
    #expect(
      folder.errors().map { $0.replacing(#/ \(did you mean .*\?\)/#, with: "") } == ["touchpoints.csv:4: \(expected)"])
    let result = try folder.read(ReadingOptions(skipsInvalid: true, keepsRejects: true))
    #expect(result.dataset.log.count == 2)
    #expect(result.rejects.map(\.row) == [row])
    #expect(result.rejects.map(\.line) == [4])
    #expect(result.rejects.map(\.reason) == [expected])
  }

  @Test func `all that is wrong in a row is said`() throws {
    let folder = try smallDataset(["touchpoints.csv": BadInputTests.touchHeader + "x,,ch9,foo,x9,a,b\n"])
    #expect(folder.errors().count == 7)
  }

  @Test func `a header within the table is told as such, and once`() throws {
    let text = BadInputTests.touchHeader + BadInputTests.good
    let folder = try smallDataset(["touchpoints.csv": text + text.replacing("c1", with: "c2")])
    let message = "is the header once more, as where one export was pasted below another; take the line out"
    #expect(folder.errors() == ["touchpoints.csv:3: \(message)"])
    let result = try folder.read(ReadingOptions(skipsInvalid: true, keepsRejects: true))
    #expect(result.dataset.log.count == 2)
    #expect(result.rejects.map(\.reason) == [message])
  }

  @Test func `a quote that is never closed names the line it opens in`() throws {
    let text = BadInputTests.touchHeader + BadInputTests.good + "2025-03-02,\"c1,ch1,open,,,\n" + BadInputTests.good
    let folder = try smallDataset(["touchpoints.csv": text])
    let message = RecordFault.unterminatedQuote.message
    #expect(folder.errors() == ["touchpoints.csv:3: contact: \"\\\"c1,ch1,open,,,\" \(message)"])
    let result = try folder.read(ReadingOptions(skipsInvalid: true, keepsRejects: true))
    #expect(result.dataset.log.count == 2)
    #expect(result.rejects.map(\.row) == ["2025-03-02,\"c1,ch1,open,,,"])
  }

  @Test func `bytes that are no UTF-8 are shown as numbers`() throws {
    let folder = try smallDataset()
    let row: [UInt8] = Array("2025-03-02,J".utf8) + [0xF6] + Array("rg,ch1,open,,,\n".utf8)
    try folder.write(Array(BadInputTests.touchHeader.utf8) + row, to: "touchpoints.csv")
    let start = "touchpoints.csv:2: contact: \"J\\xF6rg\" is not UTF-8 and looks like Windows-1252"
    #expect(folder.errors().first?.hasPrefix(start) == true)
  }

  @Test func `a row over several lines says how many, wherever its block begins`() throws {
    let row = "2025-03-02,c1,ch1,open,,,\n"
    let folder = try smallDataset([
      "touchpoints.csv": BadInputTests.touchHeader + row + row + "2025-03-02,c1,ch1,\"new\nline\"\n" + row
    ])
    let plain = folder.errors()
    #expect(plain.count == 1 && plain.first?.hasPrefix("touchpoints.csv:4: the row has 4 fields") == true)
    #expect(plain.first?.hasSuffix("; the row goes on for 2 lines, as if a quote were not closed)") == true)
  }

  @Test func `twenty problems are shown and the rest counted`() throws {
    let rows = String(repeating: "2025-03-02,c1,ch9,open,,,\n", count: 1234)
    let folder = try smallDataset(["touchpoints.csv": BadInputTests.touchHeader + rows])
    let errors = folder.errors()
    #expect(errors.count == 22)
    #expect(
      errors.first
        == "touchpoints.csv: 1234 × channel: is not in channels.csv (lines 2, 3, 4, 5, 6 …; \"ch9\" 1234)")
    #expect(errors[1] == "touchpoints.csv:2: channel: \"ch9\" is not in channels.csv (did you mean ch1?)")
    #expect(errors.last == "touchpoints.csv: 1214 more problems, 1234 in all")
  }

  @Test func `problems of several files are reported together`() throws {
    let folder = try smallDataset([
      "partners.csv": "id,joined\np1,someday\np2,\np2,\n", "channels.csv": "id,owner,paid\nch1,p9,perhaps\nch2,p2,\n",
      "campaigns.csv": "id,start,end,lead\nk1,2025-03-31,2025-03-01,p1;p7\n", "contacts.csv": "id\nc1\nc1\n",
    ])
    #expect(
      folder.errors() == [
        "partners.csv:2: joined: \"someday\" \(WrittenTime.expectation)",
        "partners.csv:4: id: \"p2\" is already used as an id (in line 3)",
        "channels.csv:2: owner: \"p9\" is not in partners.csv (did you mean p2?)",
        "channels.csv:2: paid: \"perhaps\" \(WrittenBoolean.expectation)",
        "campaigns.csv:2: end: \"2025-03-01\" is before start",
        "campaigns.csv:2: lead: \"p7\" is not in partners.csv (did you mean p2?)",
        "contents.csv: 1 row refers to rows of partners.csv that are refused; nothing is wrong with it otherwise",
        "contacts.csv:3: id: \"c1\" is already used as an id (in line 2)",
        "touchpoints.csv: 1 row refers to rows of channels.csv that are refused; nothing is wrong with it otherwise",
      ])
  }

  @Test func `rows that refer to rows left out are left out too`() throws {
    let touches = "time,contact,channel,kind,content\n2025-03-02,c1,ch1,open,x1\n2025-03-03,c1,ch2,open,\n"
    let folder = try smallDataset([
      "partners.csv": "id,joined\np1,2025-01-01\np2,someday\n",
      "touchpoints.csv": touches + "2025-03-04,c1,ch1,open,\n",
    ])
    let result = try folder.read(ReadingOptions(skipsInvalid: true))
    #expect(result.dataset.partners.map(\.id) == ["p1"])
    #expect(result.dataset.channels.map(\.id) == ["ch1"])
    #expect(result.dataset.log.count == 1)
    #expect(
      result.notes.map(\.description) == [
        "partners.csv: 1 row left out: 1 × joined: \(WrittenTime.expectation)",
        "channels.csv: 1 row left out: 1 × owner: is a row left out of partners.csv",
        "campaigns.csv: 1 row left out: 1 × lead: is a row left out of partners.csv",
        "contents.csv: 1 row left out: 1 × brands: is a row left out of partners.csv",
        "touchpoints.csv: 2 rows left out: 1 × channel: is a row left out of channels.csv; "
          + "1 × content: is a row left out of contents.csv",
      ])
  }

  @Test func `without bad rows there must be a touch left`() throws {
    let folder = try smallDataset(["touchpoints.csv": "time,contact,channel,kind\n2025-03-02,NULL,ch1,open\n"])
    let errors = folder.errors(ReadingOptions(skipsInvalid: true))
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("touchpoints.csv: has no touch left without the bad rows") == true)
  }

  @Test func `rows that wait for a refused row are counted`() throws {
    let touches = "time,contact,channel,kind,content\n2025-03-02,c1,ch1,open,x1\n2025-03-03,c1,ch1,open,x1\n"
    let folder = try smallDataset(["contents.csv": "id,brands\nx1,p9\n", "touchpoints.csv": touches])
    #expect(
      folder.errors() == [
        "contents.csv:2: brands: \"p9\" is not in partners.csv (did you mean p1?)",
        "touchpoints.csv: 2 rows refer to rows of contents.csv that are refused; nothing is wrong with them otherwise",
      ])
  }

  @Test(arguments: [
    ("channels.csv", "", "channels.csv: is empty; expected a header line with the names of the columns"),
    ("channels.csv", "id,name\nch1,x\n", "channels.csv:1: owner: this column is missing (columns found: id, name)"),
    ("channels.csv", "id,owner,I D\n", "channels.csv:1: id: \"I D\" is a second column of this name"),
    (
      "kinds.csv", "kind,level\nopen,high\n",
      "kinds.csv:2: level: \"high\" is not a level (reach, interaction, transaction)"
    ),
    ("kinds.csv", "kind,level\nfoo,reach\nFOO,reach\n", "kinds.csv:3: kind: \"FOO\" is already defined (in line 2)"),
    (
      "assessments.csv", "from,to,date,social\np1,p2,2025-01-01,101\n",
      "assessments.csv:2: social: \"101\" is not between 0 and 100"
    ),
    ("targets.csv", "campaign,kpi,value,due\nk9,reach,1,\n", "targets.csv:2: campaign: \"k9\" is not in campaigns.csv"),
    ("plan.csv", "content,channel\nx1,ch9\n", "plan.csv:2: channel: \"ch9\" is not in channels.csv"),
    (
      "exchanges.csv", "time,from,to,kind\n2025-01-01,p1,p9,money\n",
      "exchanges.csv:2: to: \"p9\" is not in partners.csv"
    ),
    ("ties.csv", "from,to,weight\nc1,c2,inf\n", "ties.csv:2: weight: \"inf\" is not a finite number"),
    ("contents.csv", "id,brands\nx1,\n", "contents.csv:2: brands: must name at least one partner"),
    ("contents.csv", "id,brands,campaign\nx1,p1,k7\n", "contents.csv:2: campaign: \"k7\" is not in campaigns.csv"),
    (
      "contacts.csv", "id,relevant\nc1,vielleicht\n",
      "contacts.csv:2: relevant: \"vielleicht\" \(WrittenBoolean.expectation)"
    ),
  ])
  func `each table says what is wrong with it`(file: String, text: String, expected: String) throws {
    let errors = try smallDataset([file: text]).errors().map { $0.replacing(#/ \(did you mean .*\?\)/#, with: "") }
    #expect(errors.first == expected)
  }

  @Test func `a field may be one mebibyte long and no longer`() throws {
    let limit = RecordScanner.maximumFieldLength
    for quote in ["", "\""] {
      let fits = "id,name\nc1,\(quote)\(String(repeating: "x", count: limit))\(quote)\nc2,\n"
      #expect(try smallDataset(["contacts.csv": fits]).errors() == [])
      let text = "id,name\nc0,\nc1,\(quote)\(String(repeating: "x", count: limit + 1))\(quote)\nc2,\n"
      let folder = try smallDataset(["contacts.csv": text])
      let errors = folder.errors()
      #expect(errors.count == 1)
      #expect(errors.first?.hasPrefix("contacts.csv:3: name: ") == true)
      #expect(errors.first?.hasSuffix("is longer than 1 MiB") == true)
      let result = try folder.read(ReadingOptions(skipsInvalid: true))
      #expect(result.dataset.contacts.firstIndex(ofID: "c2") != nil)
    }
  }

  @Test func `a long field of many lines is too long however the file is cut`() throws {
    let lines = String(repeating: "\n", count: RecordScanner.maximumFieldLength + 1)
    let folder = try smallDataset(["contacts.csv": "id,name\nc1,\"\(lines)\"\nc2,\n"])
    for tuning in [BlockTuning(), BlockTuning(blockSize: 4 << 20), BlockTuning(blockSize: 64 << 10)] {
      do {
        _ = try readDataset(at: folder.path, options: ReadingOptions(), tuning: tuning)
        Issue.record("The file was read.")
      } catch {
        #expect(error.description.hasPrefix("contacts.csv:2: name: \"\\\"\" is longer than 1 MiB\n"))
      }
    }
  }

  @Test func `a header may have a thousand columns and no more`() throws {
    func header(_ count: Int) -> String { "id," + (1..<count).map { "x\($0)" }.joined(separator: ",") + "\n" }
    #expect(try smallDataset(["contacts.csv": header(1000)]).errors() == [])
    #expect(
      try smallDataset(["contacts.csv": header(1001)]).errors() == ["contacts.csv:1: has more than 1,000 columns"])
  }

  @Test func `missing files and folders are named`() throws {
    let folder = try smallDataset(without: ["touchpoints.csv"])
    #expect(folder.errors() == ["\(folder.path): there is no touchpoints.csv, which every dataset needs"])
    #expect(throws: ReadingError.self) { try readDataset(at: folder.path + "/nowhere") }
    #expect(throws: ReadingError.self) { try readDataset(at: folder.path + "/channels.csv") }
  }
}

extension BadInputTests {
  @Test func `a bad row that repeats an id says both`() throws {
    for id in ["c1", "a contact with a long id"] {
      let folder = try smallDataset(["contacts.csv": "id,relevant\n\(id),ja\n\(id),perhaps\nc7,perhaps\nc7,ja\n"])
      #expect(
        folder.errors() == [
          "contacts.csv: 2 × relevant: \(WrittenBoolean.expectation) (lines 3, 4; \"perhaps\" 2)",
          "contacts.csv:3: id: \"\(id)\" is already used as an id (in line 2)",
          "contacts.csv:3: relevant: \"perhaps\" \(WrittenBoolean.expectation)",
          "contacts.csv:4: relevant: \"perhaps\" \(WrittenBoolean.expectation)",
        ])
      let result = try folder.read(ReadingOptions(skipsInvalid: true, keepsRejects: true))
      #expect(result.rejects.map(\.line) == [3, 4])
      #expect(result.dataset.contacts.firstIndex(ofID: "c7") != nil)
    }
  }

  @Test func `thousands of bad rows are left out in passable time`() throws {
    let rows = String(repeating: "2025-03-02,c1,ch9,open\n", count: 20_000)
    let folder = try smallDataset(["touchpoints.csv": "time,contact,channel,kind\n" + rows + "2025-03-02,c1,ch1,open\n"]
    )
    let start = ContinuousClock.now
    let result = try folder.read(ReadingOptions(skipsInvalid: true, keepsRejects: true))
    #expect(result.rejects.count == 20_000)
    // Copying what was found for every row took time in proportion to the square of the rows.
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  /// Sixteen fields with the line end that make exactly as many bytes.
  @Test func `a row may be sixteen mebibytes long and no longer`() throws {
    let columns = (0..<20).map { "x\($0)" }.joined(separator: ",")
    func text(_ length: Int) -> String {
      let fields = (0..<15).map { _ in String(repeating: "x", count: 1 << 20) }.joined(separator: ",")
      let start = "c1,\(fields),"
      return "id,\(columns)\nc0\n\(start)\(String(repeating: "y", count: length - start.utf8.count - 1))\nc2\n"
    }
    let folder = try smallDataset(["contacts.csv": text(ReadingLimits.rowLength)])
    #expect(folder.errors() == [])
    try folder.write(Array(text(ReadingLimits.rowLength + 1).utf8), to: "contacts.csv")
    let errors = folder.errors()
    #expect(errors.count == 1 && errors.first?.hasPrefix("contacts.csv:3: ") == true)
    #expect(errors.first?.hasSuffix("belongs to a row that is longer than 16 MiB") == true)
    let result = try folder.read(ReadingOptions(skipsInvalid: true))
    #expect(result.dataset.contacts.firstIndex(ofID: "c2") != nil)
  }

  @Test func `there may be ten thousand campaigns and 256 kinds and no more`() throws {
    func campaigns(_ count: Int) -> String {
      "id,start,end\n" + (1...count).map { "k\($0),2025-03-01,2025-03-31\n" }.joined()
    }
    #expect(try smallDataset(["campaigns.csv": campaigns(ReadingLimits.campaigns)]).errors() == [])
    let more = try smallDataset(["campaigns.csv": campaigns(ReadingLimits.campaigns + 1)]).errors()
    #expect(more.count == 1 && more[0].hasPrefix("campaigns.csv:10002: id: "))
    #expect(more[0].hasSuffix("is one more than the 10000 campaigns that a dataset can have"))
    func kinds(_ count: Int) -> String {
      "kind,level\n" + (0..<count - KindTable.standard.kinds.count).map { "new\($0),reach\n" }.joined()
    }
    #expect(try smallDataset(["kinds.csv": kinds(KindTable.maximumCount)]).errors() == [])
    let errors = try smallDataset(["kinds.csv": kinds(KindTable.maximumCount + 1)]).errors()
    #expect(errors.count == 1 && errors[0].hasSuffix("is one kind more than the 256 that a dataset can have"))
  }

  @Test func `settings may be 64 KiB long with a hundred brackets and no more`() throws {
    func problems(_ text: String) -> [String] { SettingsFile(Array(text.utf8)).problems.map(\.message) }
    let line = "currency: EUR\n"
    let padding = "#" + String(repeating: "x", count: ReadingLimits.settingsLength - line.utf8.count - 1)
    #expect(problems(line + padding) == [])
    #expect(problems(line + padding + "x") == ["is longer than 64 KiB"])
    #expect(problems("title: '\(String(repeating: "[", count: ReadingLimits.settingsNesting))'") == [])
    let deeper = problems("title: '\(String(repeating: "[", count: ReadingLimits.settingsNesting + 1))'")
    #expect(deeper == ["is nested; settings are a plain mapping"])
  }

  @Test func `a logo may be four mebibytes large and no larger`() throws {
    let folder = try smallDataset(["reefknot.yaml": "logo: logo.png\n"])
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let picture = start + [UInt8](repeating: 0, count: ReadingLimits.logoSize - start.count)
    try folder.write(picture, to: "logo.png")
    #expect(try folder.read().dataset.settings.logo?.bytes.count == ReadingLimits.logoSize)
    try folder.write(picture + [0], to: "logo.png")
    #expect(folder.errors() == ["reefknot.yaml:1: logo: \"logo.png\" is larger than 4 MiB"])
  }
}
