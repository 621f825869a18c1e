import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// Datasets in one file.
struct TableContainerTests {
  private static let sql = """
    CREATE TABLE channels (id, owner, audience); INSERT INTO channels VALUES ('letter', 'mill', 2600.5);
    CREATE TABLE TouchPoints (time, contact, channel, kind, value);
    INSERT INTO TouchPoints VALUES ('2025-03-01 09:30', 'ann', 'letter', 'open', NULL), ('2025-03-02', 'bob, "B"', 'letter', 'order', 12.125);
    CREATE TABLE settings (key, value); INSERT INTO settings VALUES ('timezone', 'Europe/Berlin'), ('decimal', ',');
    CREATE TABLE scratch (a);
    """

  private static func with(_ sql: String, _ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try Data(sql.utf8).write(to: folder.appending(path: "make.sql"))
      let script = "import sqlite3; sqlite3.connect('spring.sqlite').executescript(open('make.sql').read())"
      let made = try Shell.run("python3 -c \"\(script)\"", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      try body(folder.appending(path: "spring.sqlite").path)
    }
  }

  @Test func `a database is a dataset, with its settings and numbers as they are`() throws {
    try Self.with(Self.sql) { path in
      let result = try readDataset(at: path)
      #expect(result.dataset.name == "spring")
      #expect(result.dataset.settings.timeZone == "Europe/Berlin")
      #expect(result.dataset.channels[0].audience == 2600.5)
      #expect(result.dataset.log.count == 2)
      // 9:30 in Berlin in winter.
      #expect(result.dataset.log.span?.lowerBound == Instant(milliseconds: 1_740_817_800_000))
      #expect(result.notes.contains { "\($0)".contains("scratch: is not read") })
    }
  }

  @Test func `messages name the table and the row`() throws {
    try Self.with(Self.sql.replacing("'2025-03-02'", with: "'soon'")) { path in
      let failure = #expect(throws: ReadingError.self) { try readDataset(at: path) }
      // Row 1 is the header.
      #expect(
        "\(String(describing: failure))".contains("spring.sqlite (touchpoints):3: time: \"soon\" is not a date"))
    }
    try Self.with("CREATE TABLE channels (id, owner);") { path in
      let failure = #expect(throws: ReadingError.self) { try readDataset(at: path) }
      #expect("\(String(describing: failure))".contains("there is no sheet or table touchpoints"))
    }
  }

  @Test func `a wrong setting is told with its table and row`() throws {
    try Self.with(Self.sql.replacing("'timezone'", with: "'time_zone_of'")) { path in
      let failure = #expect(throws: ReadingError.self) { try readDataset(at: path) }
      #expect("\(String(describing: failure))".contains("spring.sqlite (settings):2"))
    }
  }
}
