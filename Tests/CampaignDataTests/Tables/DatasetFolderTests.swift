import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// Which files of a folder are read (<doc:Dataset#Files>).
struct DatasetFolderTests {
  private static let touches = "time,contact,channel,kind\n"

  @Test(arguments: ["Touchpoints.CSV", "touchpoints.tsv", "TOUCHPOINTS.txt"])
  func `names and endings are matched in any case`(name: String) throws {
    let folder = try smallDataset(
      [name: DatasetFolderTests.touches + "2025-03-02,c9,ch1,open\n"], without: ["touchpoints.csv"])
    #expect(try folder.read().dataset.plainContacts["c9"]?.touches.count == 1)
  }

  @Test func `two files of one table are an error`() throws {
    let errors = try smallDataset(["contacts.tsv": "id\nc1\n"]).errors()
    #expect(errors == ["contacts.csv: is there twice, as contacts.csv and contacts.tsv; one of them must go"])
  }

  @Test(arguments: [
    ("contact.csv", "contacts.csv"), ("contacts_1.csv", "contacts.csv"), ("contacts.csv.zip", "unpack"),
    ("Contacts (1).xlsx", "workbook"), ("touchpoint.txt", "touchpoints.csv"),
    ("extra.csv", "no table"),
  ])
  func `a file that is not read is named with what to do`(name: String, advice: String) throws {
    let notes = try smallDataset([name: "x\n"]).read().notes.map(\.description)
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("\(name): is not read: ") == true && notes.first?.contains(advice) == true)
  }

  @Test(arguments: ["README.txt", "notes.md", "logo.png", ".DS_Store", "~$contacts.xlsx", "report.html"])
  func `a file that is no table is nobody's concern`(name: String) throws {
    #expect(try smallDataset([name: "x\n"]).read().notes.isEmpty)
  }

  @Test func `a folder of touches is read in the order of its names`() throws {
    let folder = try smallDataset(without: ["touchpoints.csv"])
    try FileManager.default.createDirectory(atPath: folder.path + "/touchpoints", withIntermediateDirectories: false)
    try folder.write(Array((DatasetFolderTests.touches + "2025-03-02,c9,ch2,click\n").utf8), to: "touchpoints/b.csv")
    try folder.write(
      Array("kind;time;contact;channel;value\nopen;2025-03-02;c9;ch1;2,5\n".utf8), to: "touchpoints/a.csv")
    for threads in [1, 2, 8] {
      let result = try folder.read(ReadingOptions(threads: threads))
      let touches = try #require(result.dataset.plainContacts["c9"]?.touches)
      #expect(touches.map(\.touch.channel) == [0, 1])
      #expect(touches.map(\.value) == [2.5, nil])
    }
    try folder.write(Array((DatasetFolderTests.touches + "2025-03-02,c9,ch7,click\n").utf8), to: "touchpoints/c.csv")
    #expect(folder.errors() == ["touchpoints/c.csv:2: channel: \"ch7\" is not in channels.csv (did you mean ch1?)"])
  }

  @Test func `numbers of rows order touches at the same time`() throws {
    let text =
      "time,contact,channel,kind,row\n2025-03-02,c9,ch1,open,7\n2025-03-02,c9,ch2,click,3\n2025-03-01,c9,ch1,share,9\n"
    let folder = try smallDataset(["touchpoints.csv": text])
    #expect(try folder.read().dataset.plainContacts["c9"]?.touches.map(\.touch.channel) == [0, 1, 0])
    let bad = "time,contact,channel,kind,row\nsoon,c9,ch1,open,7\n2025-03-02,c9,ch1,open,1.5\n"
    let errors = try smallDataset(["touchpoints.csv": bad]).errors()
    #expect(errors.first?.hasSuffix("(row 7)") == true)
    #expect(errors.last == "touchpoints.csv:3: row: \"1.5\" is not a whole number from 0 on")
  }

  @Test func `a window's end that is written as a midnight is told`() throws {
    let folder = try smallDataset([
      "campaigns.csv": "id,start,end\nk1,2025-03-01,2025-03-12 00:00:00\n",
      "reefknot.yaml": "observed_until: 2025-05-01 0:00\n",
      "contents.csv": "id,brands\nx1,p1\n",
    ])
    let notes = try folder.read().notes
    #expect(
      notes.contains(
        .writtenMidnight(file: "campaigns.csv", line: 2, column: "end", value: "2025-03-12 00:00:00")))
    #expect(
      notes.contains(
        .writtenMidnight(file: "reefknot.yaml", line: 1, column: "observed_until", value: "2025-05-01 0:00")))
  }

  @Test(arguments: [1, 40])
  func `a last touch far behind the others is told`(rows: Int) throws {
    let early = String(repeating: "2025-03-02,c1,ch1,open\n", count: rows * 20)
    let text = DatasetFolderTests.touches + "2052-03-02,c1,ch1,open\n" + early
    let notes = try smallDataset(["touchpoints.csv": text]).read().notes
    #expect(notes == [.lateOutlier(last: "2052-03-02", before: "2025-03-02", days: 9862)])
    let twice = DatasetFolderTests.touches + "2052-03-02,c1,ch1,open\n2052-03-02,c1,ch2,open\n" + early
    #expect(try smallDataset(["touchpoints.csv": twice]).read().notes.isEmpty)
  }

  @Test func `there may be a hundred thousand partners and no more`() throws {
    let rows = (0..<ReadingLimits.partners).map { "q\($0)\n" }.joined()
    let fits = "id\np1\np2\n" + rows
    let errors = try smallDataset(["partners.csv": fits]).errors()
    #expect(errors.count == 3)
    #expect(errors.last?.contains("one more than the 100000 partners") == true)
    let limit = "id\np1\np2\n" + (2..<ReadingLimits.partners).map { "q\($0)\n" }.joined()
    #expect(try smallDataset(["partners.csv": limit]).errors() == [])
  }

  @Test func `an id may be 4,096 bytes long and no longer`() throws {
    func text(_ length: Int) -> String {
      DatasetFolderTests.touches + "2025-03-02,\(String(repeating: "x", count: length)),ch1,open\n"
    }
    #expect(try smallDataset(["touchpoints.csv": text(ReadingLimits.idLength)]).errors() == [])
    let errors = try smallDataset(["touchpoints.csv": text(ReadingLimits.idLength + 1)]).errors()
    #expect(errors.count == 1 && errors.first?.hasSuffix("is longer than 4096 bytes") == true)
  }

  @Test func `a campaign may take a hundred years and no more`() throws {
    func errors(_ end: String) throws -> [String] {
      try smallDataset(["campaigns.csv": "id,start,end\nk1,2000-01-01,\(end)\n", "contents.csv": "id,brands\nx1,p1\n"])
        .errors()
    }
    #expect(try errors("2100-01-01") == [])
    #expect(try errors("2101-01-01").first?.contains("100 years") == true)
  }

  @Test(arguments: ["touchpoints.csv", "contacts.csv", "channels.csv", "targets.csv", "reefknot.yaml"])
  func `links, folders, devices and pipes in place of a file get their sentence`(name: String) throws {
    func error(_ put: (String) throws -> Void) throws -> String {
      let folder = try smallDataset(["reefknot.yaml": "currency: EUR\n"], without: [name])
      if name == "reefknot.yaml" { try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)") }
      try put("\(folder.path)/\(name)")
      return folder.errors().joined()
    }
    let files = FileManager.default
    #expect(
      try error { try files.createSymbolicLink(atPath: $0, withDestinationPath: "/nowhere/at/all") }
        .hasSuffix("\(name): is a link to a file that is not there"))
    for device in ["/dev/null", "/dev/zero"] {
      #expect(
        try error { try files.createSymbolicLink(atPath: $0, withDestinationPath: device) }
          .hasSuffix("\(name): is a device, not a file"))
    }
    #expect(
      try error { try files.createSymbolicLink(atPath: $0, withDestinationPath: $0) }.contains(
        "Too many levels of symbolic links"))
    if name != "touchpoints.csv" {
      #expect(
        try error { try files.createDirectory(atPath: $0, withIntermediateDirectories: false) }
          .hasSuffix("\(name): is a folder, not a file"))
    }
  }
}
