import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// The shapes that files come in (<doc:Dataset#Files>, <doc:Dataset#Values>, <doc:Dataset#Settings>).
struct FileFormatTests {
  private func touches(_ result: ReadingResult, of id: String) throws -> [PlainTouch] {
    try #require(result.dataset.plainContacts[id]).touches
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n"])
  func `any separator and line break will do`(separator: String, lineBreak: String) throws {
    let rows = [
      ["\u{FEFF}CONTACT", "Ti_me", "channel", "k i-n d", "Unknown", "value"],
      ["\"c1\"", "2025-03-02", "ch1", "Open", "\"a\(separator)\"\"b\"\"\(lineBreak)c\"", "2.5"],
      ["c1", "2025-03-01", "ch2", " ORDER ", "", "\"3\""],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: lineBreak)
    let result = try smallDataset(["touchpoints.csv": text]).read()
    let found = try touches(result, of: "c1")
    #expect(found.map(\.touch.channel) == [1, 0])
    #expect(found.map(\.value) == [3, 2.5])
    #expect(result.notes.map(\.description) == ["touchpoints.csv:1: column \"Unknown\" is unknown and ignored"])
  }

  @Test func `a file with a header only has no rows`() throws {
    let folder = try smallDataset(["touchpoints.csv": "time,contact,channel,kind", "contacts.csv": "id\r\n"])
    let dataset = try folder.read().dataset
    #expect(dataset.log.count == 0)
    #expect(dataset.contacts.count == 0)
    #expect(dataset.observedUntil == nil)
  }

  @Test func `kinds can be added and changed`() throws {
    let folder = try smallDataset([
      "kinds.csv": "kind,level,depth\nTasting,interaction,4\nopen,interaction,\n",
      "touchpoints.csv": "time,contact,channel,kind\n2025-03-02,c1,ch1,tasting\n2025-03-03,c1,ch1,OPEN\n",
    ])
    let dataset = try folder.read().dataset
    let kinds = dataset.plainContacts["c1"]?.touches.map { dataset.kinds.kinds[$0.touch.kind] }
    #expect(kinds?.map(\.name) == ["tasting", "open"])
    #expect(kinds?.map(\.depth) == [4, 0])
    #expect(kinds?.map(\.level) == [.interaction, .interaction])
  }

  @Test func `contacts exist in three ways`() throws {
    let folder = try smallDataset([
      "contacts.csv": "id,name,organisation,relevant\nlisted,Käthe,A,1\n",
      "touchpoints.csv": "time,contact,channel,kind\n2025-03-02,touched by a long id,ch1,open\n",
      "ties.csv": "from,to,kind,time,weight\nlisted,tied,Refers,2025-03-02,0.5\ntied,touched by a long id,,,\n",
    ])
    let dataset = try folder.read().dataset
    #expect(Set(dataset.plainContacts.keys) == ["listed", "tied", "touched by a long id"])
    #expect(dataset.plainContacts["listed"]?.name == "Käthe")
    #expect(dataset.plainContacts["listed"]?.organization == "A")
    #expect(dataset.ties.map(\.kind) == ["refers", nil])
    #expect(dataset.ties.map { dataset.contacts.ids[$0.from] } == ["listed", "tied"])
    #expect(dataset.ties.map { dataset.contacts.ids[$0.to] } == ["tied", "touched by a long id"])
    #expect(dataset.ties.map(\.weight) == [0.5, nil])
  }

  @Test func `ids are compared byte by byte`() throws {
    let touchpoints =
      "time,contact,channel,kind\n2025-03-02,\u{E9},ch1,open\n2025-03-02,e\u{301},ch1,open\n2025-03-02,c 1,ch1,open\n"
    let dataset = try smallDataset(["touchpoints.csv": touchpoints], without: ["contacts.csv"]).read().dataset
    #expect(dataset.contacts.count == 3)
  }

  /// A date ends with its midnight, which belongs to the next day; a time is the last instant that is observed.
  @Test(arguments: [("2025-03-01", 0), ("2025-03-02 00:00", 1)])
  func `rows after the end of observation are counted and left out`(end: String, ties: Int) throws {
    let folder = try smallDataset([
      "reefknot.yaml": "observed_until: \(end)",
      "ties.csv": "from,to,time\nc1,c2,2025-03-02 00:00\nc1,c2,2025-03-02 00:01\n",
      "exchanges.csv": "time,from,to,kind\n2025-03-05,p1,p2,money\n",
      "assessments.csv": "from,to,date\np1,p2,2025-03-01\np1,p2,2025-04-01\n",
    ])
    let result = try folder.read()
    #expect(result.dataset.log.count == 1)
    #expect(result.dataset.ties.count == ties)
    #expect(result.dataset.settings.observedUntilIsDate == (ties == 0))
    #expect(result.dataset.assessments.count == 1)
    #expect(result.dataset.rowsAfterObservation == [.touchpoints: 2, .ties: 2 - ties, .exchanges: 1, .assessments: 1])
    #expect(
      result.notes.map(\.description).contains(
        "touchpoints.csv: 2 rows are after observed_until and left out of every figure"))
  }

  @Test func `observation ends with the last touch where nothing else is set`() throws {
    let exchanges = "time,from,to,kind\n2025-03-03T10:00:00Z,p1,p2,hours\n2025-03-03T10:00:01Z,p1,p2,hours\n"
    let dataset = try smallDataset(["exchanges.csv": exchanges]).read().dataset
    #expect(dataset.observedUntil == LocalClock.utc.instant(of: "2025-03-03T10:00:00Z"))
    #expect(dataset.exchanges.count == 1)
  }

  @Test func `compressed tables are read like plain ones`() throws {
    let plain = try smallDataset()
    let packed = try smallDataset(without: ["touchpoints.csv", "contacts.csv"])
    for table in ["touchpoints", "contacts"] {
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: "\(plain.path)/\(table).csv")))
      // Two members, as made by `cat a.gz b.gz`.
      try packed.write(
        storedGzip(Array(bytes.prefix(40))) + storedGzip(Array(bytes.dropFirst(40))), to: "\(table).csv.gz")
    }
    #expect(try packed.read().dataset.plainContacts == plain.read().dataset.plainContacts)
  }

  @Test func `broken compressed files are errors`() throws {
    let folder = try smallDataset(without: ["touchpoints.csv"])
    let packed = storedGzip(Array("time,contact,channel,kind\n2025-03-02,c1,ch1,open\n".utf8))
    try folder.write(Array(packed.dropLast(9)), to: "touchpoints.csv.gz")
    #expect(folder.errors() == ["touchpoints.csv.gz: is cut short: its gzip data end too early"])
    var flipped = packed
    flipped[flipped.count - 6] ^= 0x40
    try folder.write(flipped, to: "touchpoints.csv.gz")
    #expect(folder.errors().map { $0.prefix(43) } == ["touchpoints.csv.gz: holds broken gzip data "])
    try folder.write(packed + Array("junk".utf8), to: "touchpoints.csv.gz")
    #expect(folder.errors().first?.hasPrefix("touchpoints.csv.gz: ") == true)
    try folder.write(packed, to: "touchpoints.csv.gz")
    #expect(folder.errors() == [])
    try folder.write([], to: "touchpoints.csv.gz")
    #expect(folder.errors().map { $0.prefix(28) } == ["touchpoints.csv.gz: is empty"])
    try folder.write(packed, to: "touchpoints.csv")
    #expect(folder.errors().first?.contains("there twice, as touchpoints.csv and touchpoints.csv.gz") == true)
  }

  @Test(arguments: ["touchpoints.csv", "contacts.csv", "channels.csv"])
  func `a table may be a pipe`(name: String) throws {
    let folder = try smallDataset()
    let expected = try folder.read().dataset.plainContacts
    let path = "\(folder.path)/\(name)"
    let bytes = try Data(contentsOf: URL(filePath: path))
    try FileManager.default.removeItem(atPath: path)
    // Safety: the path is a string that lives during the call.
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    let writer = Thread {
      do {
        try FileHandle(forWritingTo: URL(filePath: path)).write(contentsOf: bytes)
      } catch {
        Issue.record(error)
      }
    }
    writer.start()
    #expect(try folder.read(ReadingOptions(threads: 2)).dataset.plainContacts == expected)
  }

  @Test func `files that are no tables are named`() throws {
    let folder = try smallDataset(["contact.csv": "id\n", "notes.txt": "", "manifest.json": "", "x\u{1B}.csv": ""])
    #expect(
      try folder.read().notes.map(\.description) == [
        "contact.csv: is not read: no table has this name; rename it to contacts.csv if it is that table",
        "x\\u{1B}.csv: is not read: no table has this name",
      ])
  }

  @Test func `progress ends with all bytes`() throws {
    let folder = try smallDataset()
    let reports = Reports()
    _ = try folder.read(ReadingOptions(threads: 2, progress: { reports.append($0) }))
    for report in reports.all { #expect(report.bytesInAll > 0 && report.bytesRead > 0) }
  }
}

private final class Reports: @unchecked Sendable {
  private let lock = NSLock()
  private var reports: [ReadingProgress] = []

  var all: [ReadingProgress] { lock.withLock { reports } }

  func append(_ report: ReadingProgress) { lock.withLock { reports.append(report) } }
}
