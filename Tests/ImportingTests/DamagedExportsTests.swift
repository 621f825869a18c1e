import CampaignData
import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import Importing

/// Exports, workbooks and databases that were damaged at random: whatever they hold, reading ends with a result that accounts
/// for every row, or with an error that names a file.
///
/// `REEFKNOT_FUZZ_SECONDS=600 swift test --filter DamagedExportsTests` goes on for that long, from another seed each time.
struct DamagedExportsTests {
  private static let seconds = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)

  /// Runs a body some hundred times, or for as long as was asked for.
  private static func repeated(_ rounds: Int, _ body: (inout SeededGenerator) throws -> Void) rethrows {
    let end = Date(timeIntervalSinceNow: seconds ?? 3600)
    let seed = seconds == nil ? 1 : UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var round = 0
    while seconds == nil ? round < rounds : Date() < end {
      try body(&generator)
      round += 1
    }
    if seconds != nil { print("seed \(seed): \(round) damaged files") }
  }

  private static let exports: [(name: String, bytes: [UInt8])] = [
    (
      "events.csv",
      """
      event,email,date,ts_epoch,messageId,subject,tag,campaignId,link
      delivered,ann@x.org,2025-03-02 09:00:00,1740902400000,m1,Spring,,12,
      proxyOpen,ann@x.org,2025-03-02 09:00:05,1740902405000,m1,Spring,,12,
      opened,Bob@x.org,2025-03-02 10:00:00,1740906000000,m2,Spring,,12,
      clicked,bob@x.org,2025-03-02 10:01:00,1740906060000,m2,Spring,,12,https://mill.example

      """
    ),
    (
      "orders_export.csv",
      """
      Name,Email,Financial Status,Paid at,Total,Currency,Discount Code,Refunded Amount,Lineitem quantity,Lineitem name,Id,Created at
      #1001,ann@x.org,paid,2025-03-02 09:00:00 +0100,25.00,EUR,MILL10,0.00,1,Bread,1,2025-03-02 08:59:00 +0100
      #1001,ann@x.org,,,,,,,2,Flour,,
      #1002,bob@x.org,partially_refunded,2025-03-03 09:00:00 +0100,20.00,EUR,,5.50,1,Bread,2,2025-03-03 09:00:00 +0100

      """
    ),
    (
      "visits.json",
      """
      [{"idSite": "1", "idVisit": "9", "visitorId": "c0ffee", "userId": "Ann@x.org", "firstActionTimestamp": 1740902400,
        "actionDetails": [{"type": "ecommerceOrder", "timestamp": 1740902460, "revenue": "19.90"},
                          {"type": "download", "timestamp": 1740902520}]}]
      """
    ),
    (
      "list.csv",
      """
      CONTACT ID;EMAIL;LASTNAME;FIRSTNAME;ADDED_TIME;OPT_IN
      7;Ann@x.org;Ahrens;Ann;03-04-2025 10:00;Yes
      8;bob@x.org;Böhm;Bob;13-04-2025 10:00;No

      """
    ),
  ].map { ($0.0, Array($0.1.utf8)) }

  @Test func `damaged exports are imported with every row accounted for, or refused`() throws {
    let spring = try FileManager.default.subpathsOfDirectory(atPath: Self.spring.path).sorted().filter {
      $0.hasSuffix(".csv")
    }
    var files = Self.exports
    for path in spring {
      let bytes = try [UInt8](Data(contentsOf: Self.spring.appending(path: path)))
      files.append((path.replacing("/", with: "_"), bytes))
    }
    try TemporaryFolder.with { folder in
      try Self.repeated(400) { generator in
        let (name, original) = files[Int.random(in: 0..<files.count, using: &generator)]
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) { Damage.apply(to: &bytes, &generator) }
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        var plan = ImportPlan.files([file.path])
        try plan.take(timeZone: "Europe/Berlin", owner: "mill")
        for skips in [true, false] { try Self.check(plan, skips) }
        try FileManager.default.removeItem(at: file)
      }
    }
  }

  private static let spring = Repository.root.appending(path: "Tests/ImportingTests/Fixtures/spring/raw")

  private static func check(_ plan: ImportPlan, _ skips: Bool) throws {
    do throws(ReadingError) {
      let result = try runImport(plan, options: ImportOptions(skipsInvalid: skips, keepsRejects: skips))
      for source in result.report.sources {
        let ignored = source.ignored.reduce(0) { $0 + $1.rows }
        #expect(source.rows == source.taken + source.repeats + source.refused + ignored)
        if !skips { #expect(source.refused == 0) }
      }
      #expect(!result.files.isEmpty)
    } catch {
      #expect("\(error)".contains("."))
    }
  }

  @Test func `damaged workbooks are read or refused`() throws {
    let parts = StoredWorkbook.parts
    let original = StoredWorkbook.archive(parts)
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "a.xlsx")
      try Data(original).write(to: path)
      #expect(try readDataset(at: path.path).dataset.log.count == 2)
      try Self.repeated(200) { generator in
        var (whole, damaged) = (original, parts)
        if Bool.random(using: &generator) {
          Damage.apply(to: &whole, &generator)
        } else {
          // Damage within a part, whose checksum is right.
          let place = Int.random(in: 0..<parts.count, using: &generator)
          Damage.apply(to: &damaged[place].bytes, &generator)
          whole = StoredWorkbook.archive(damaged)
        }
        try Data(whole).write(to: path)
        Self.read(path.path)
      }
    }
  }

  @Test func `damaged databases are read or refused`() throws {
    try TemporaryFolder.with { folder in
      let script = """
        import sqlite3
        base = sqlite3.connect('a.db')
        base.executescript('''CREATE TABLE channels (id, owner, name);
        CREATE TABLE touchpoints (time, contact, channel, kind, value);
        CREATE TABLE contacts (id TEXT PRIMARY KEY, relevant) WITHOUT ROWID;''')
        base.execute("INSERT INTO channels VALUES ('letter', 'mill', 'Brief')")
        for n in range(300):
            base.execute('INSERT INTO touchpoints VALUES (?, ?, ?, ?, ?)',
                         ('2025-03-%02dT09:00:00Z' % (n % 28 + 1), 'c%d' % (n % 90), 'letter', 'open', n / 4))
        base.executemany('INSERT INTO contacts VALUES (?, ?)', [('c%d' % n, 'yes') for n in range(50)])
        base.commit()
        """
      try Data(script.utf8).write(to: folder.appending(path: "make.py"))
      try #require(try Shell.run("python3 make.py", in: folder).status == 0)
      let path = folder.appending(path: "a.db")
      let original = try [UInt8](Data(contentsOf: path))
      Self.read(path.path)
      try Self.repeated(200) { generator in
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) { Damage.apply(to: &bytes, &generator) }
        try Data(bytes).write(to: path)
        Self.read(path.path)
      }
    }
  }

  private static func read(_ path: String) {
    do throws(ReadingError) {
      let result = try readDataset(at: path, options: ReadingOptions(skipsInvalid: true))
      #expect(result.dataset.log.count >= 0)
    } catch {
      #expect("\(error)".contains("a."))
    }
  }
}
