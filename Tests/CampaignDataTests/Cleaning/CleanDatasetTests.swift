import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// Cleaned copies say the same, plainly.
struct CleanDatasetTests {
  /// The copy of a folder and what was changed.
  private func clean(_ folder: TemporaryFolder) throws -> (copy: TemporaryFolder, changes: [String]) {
    var files: [String: [UInt8]] = [:]
    var changes: [String] = []
    try cleanDataset(at: folder.path) { name, bytes in
      files[name, default: []] += bytes
    } report: {
      changes.append($0.description)
    }
    let copy = try TemporaryFolder()
    for (name, bytes) in files {
      if name.contains("/") {
        let folder = name.split(separator: "/")[0]
        try FileManager.default.createDirectory(atPath: "\(copy.path)/\(folder)", withIntermediateDirectories: true)
      }
      try copy.write(bytes, to: name)
    }
    return (copy, changes)
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test func `a table is written plainly, and each change told with its line`() throws {
    let folder = try smallDataset(
      [
        "Contacts.TXT": "sep=;\r\n I-D ;Relevant?;shoe size\r\n\u{A0}c1;ja; 44 \r\n;;\r\nc2\r\n",
        "touchpoints.csv":
          "time;contact;channel;kind;value\n1.3.2025 9:30;c1; ch1;Open;1.234,50 €\n2025-03-02 11:05 PM +0100;c1;ch2;order;12,5;;\n"
          + "2025-03-02;c1;ch2;order;0.10\n",
      ], without: ["contacts.csv"])
    let (copy, changes) = try clean(folder)
    #expect(try text(copy, "contacts.csv") == "id;relevant;shoe size\nc1;ja;44\nc2;;\n")
    #expect(
      try text(copy, "touchpoints.csv")
        == "time;contact;channel;kind;value\n2025-03-01 09:30:00;c1;ch1;Open;1234.5\n"
        + "2025-03-02 23:05:00+01:00;c1;ch2;order;12.5\n2025-03-02;c1;ch2;order;0.10\n")
    #expect(
      changes == [
        "Contacts.TXT: is written as contacts.csv", "Contacts.TXT:2: id: \" I-D \" becomes \"id\"",
        "Contacts.TXT:2: relevant: \"Relevant?\" becomes \"relevant\"",
        "Contacts.TXT:3: id: \"\u{A0}c1\" becomes \"c1\"",
        "Contacts.TXT:3: shoe size: \" 44 \" becomes \"44\"", "Contacts.TXT:5: empty fields are added at the end",
        "Contacts.TXT: 1 blank row is left out",
        "touchpoints.csv:2: time: \"1.3.2025 9:30\" becomes \"2025-03-01 09:30:00\"",
        "touchpoints.csv:2: channel: \" ch1\" becomes \"ch1\"",
        "touchpoints.csv:2: value: \"1.234,50 €\" becomes \"1234.5\"",
        "touchpoints.csv:3: time: \"2025-03-02 11:05 PM +0100\" becomes \"2025-03-02 23:05:00+01:00\"",
        "touchpoints.csv:3: value: \"12,5\" becomes \"12.5\"",
        "touchpoints.csv:3: blank fields at the end are left out",
      ])
    #expect(try copy.read().dataset.plainContacts == folder.read().dataset.plainContacts)
  }

  @Test func `what is plain already is left alone`() throws {
    let folder = try smallDataset(["reefknot.yaml": "currency: EUR\n"])
    let (copy, changes) = try clean(folder)
    #expect(changes.isEmpty)
    for name in ["channels.csv", "contents.csv", "touchpoints.csv", "reefknot.yaml"] {
      #expect(try text(copy, name) == text(folder, name))
    }
  }

  @Test(
    arguments: [
      ("2025-03-01", nil), ("2025-03-01T09:30", nil), ("2025-03-01 09:30:15", nil), ("2025-03-01T09:30:15.250Z", nil),
      ("2025-03-01T09:30+01:00", nil), ("2025-03-01 09:30:15-05:30", nil),
      ("1.3.2025", "2025-03-01"), ("2025-03-01 9:30", "2025-03-01 09:30:00"),
      ("2025/03/01 09:30:15 +0100", "2025-03-01 09:30:15+01:00"),
    ] as [(String, String?)])
  func `a time is written with four, two and two digits, and stays as it is where it has them`(
    time: String, plain: String?
  ) throws {
    let folder = try smallDataset(["touchpoints.csv": "time,contact,channel,kind\n\(time),c1,ch1,open\n"])
    let (copy, changes) = try clean(folder)
    #expect(try text(copy, "touchpoints.csv").contains("\n\(plain ?? time),c1"))
    #expect(changes.isEmpty == (plain == nil))
  }

  /// A plain 1.234 would be taken for thousands or decimals where commas are decimal signs.
  @Test(arguments: ["1.234", "1,2340", "soon", "1.2.3", "12 34", "1e400", "nan", "-", "1.234 USD"])
  func `what cannot be read, or would be read otherwise, stays`(value: String) throws {
    let folder = try smallDataset([
      "touchpoints.csv": "time;contact;channel;kind;value\n2025-03-01;c1;ch1;open;\(value)\n"
    ])
    let (copy, changes) = try clean(folder)
    #expect(changes.isEmpty)
    #expect(copy.errors() == folder.errors())
  }

  @Test func `other encodings become UTF-8, and the setting goes`() throws {
    let folder = try smallDataset(["reefknot.yaml": "# tables of old\nencoding: windows-1252\ncurrency: EUR\n"])
    try folder.write(Array("id,name\nc1,K".utf8) + [0xE4] + Array("the\n".utf8), to: "contacts.csv")
    let (copy, changes) = try clean(folder)
    #expect(try text(copy, "contacts.csv") == "id,name\nc1,Käthe\n")
    #expect(try text(copy, "reefknot.yaml") == "# tables of old\ncurrency: EUR\n")
    #expect(changes.contains("reefknot.yaml:2: encoding is left out: the tables are UTF-8"))
    #expect(changes.contains("contacts.csv: is written as plain UTF-8"))
    #expect(try copy.read().dataset.plainContacts == folder.read().dataset.plainContacts)
    try folder.write(Array("{encoding: windows-1252, currency: CHF}\n".utf8), to: "reefknot.yaml")
    #expect(throws: ReadingError.self) { try clean(folder) }
  }

  @Test func `rows that cannot be told apart are not copied`() throws {
    for text in ["id,name\nc1,\"x\n", "id,name\nc1,\"x\"y\n", "id,name\nc1,a,b\n", "id,name\nc1,\u{0}\n", "name\nx\n"] {
      let folder = try smallDataset(["contacts.csv": text])
      #expect(throws: ReadingError.self) { try clean(folder) }
    }
  }

  @Test func `parts of a table keep their order`() throws {
    let folder = try smallDataset(without: ["touchpoints.csv"])
    try FileManager.default.createDirectory(atPath: folder.path + "/touchpoints", withIntermediateDirectories: false)
    for (name, channel) in [("a.csv", "ch1"), ("a.tsv", "ch2"), ("B.TXT", "ch1")] {
      try folder.write(
        Array("time;contact;channel;kind\n2025-03-02;c9;\(channel);open\n".utf8), to: "touchpoints/\(name)")
    }
    let (copy, _) = try clean(folder)
    #expect(try copy.read().dataset.plainContacts == folder.read().dataset.plainContacts)
  }

  /// The copy of any table that can be read is read to the same, and has nothing left to clean.
  @Test(arguments: 0..<40) func `copies of random tables are read to the same`(seed: UInt64) throws {
    var tables = RandomTables(seed: seed, badness: 0)
    let folder = try smallDataset([
      "channels.csv": "id,owner\nch1,p1\nch2,p2\na long channel,p1\n",
      "contents.csv": "id,brands\nx1,p1\ncontent-2,p2\n",
      "contacts.csv": tables.contacts(rows: 20), "touchpoints.csv": tables.touchpoints(rows: 80),
    ])
    #expect(folder.errors() == [])
    let (copy, _) = try clean(folder)
    #expect(try copy.read().dataset.plainContacts == folder.read().dataset.plainContacts)
    #expect(try clean(copy).changes.isEmpty)
  }
}
