import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// Databases are made by the command of SQLite.
struct SQLiteFileTests {
  private static func with(_ sql: String, _ body: (String) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try Data(sql.utf8).write(to: folder.appending(path: "make.sql"))
      let script = "import sqlite3; sqlite3.connect('odd ?#%.db').executescript(open('make.sql').read())"
      let made = try Shell.run("python3 -c \"\(script)\"", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      try body(folder.appending(path: "odd ?#%.db").path)
    }
  }

  private static func rows(_ path: String, _ table: String) throws -> [[String]] {
    let file = try SQLiteFile(path: path, name: "a.db")
    var rows: [[String]] = []
    try file.forEachRow(of: table, columns: try file.columns(of: table)) { _, cells in
      rows.append(cells.map { String(decoding: $0.bytes, as: UTF8.self) })
      return true
    }
    return rows
  }

  @Test func `rows come in the order of their numbers, values of any type as text`() throws {
    let sql = """
      CREATE TABLE "odd ""name" (a, b TEXT, c REAL);
      INSERT INTO "odd ""name" (rowid, a, b, c) VALUES (7, 2600, 'x', 0.1), (3, NULL, 'Bühne', 1e3), (5, x'61', '', 2.5);
      CREATE VIEW v AS SELECT a FROM "odd ""name" WHERE a = 2600;
      CREATE TABLE w (k TEXT PRIMARY KEY) WITHOUT ROWID;
      INSERT INTO w VALUES ('b'), ('a');
      """
    try Self.with(sql) { path in
      #expect(try SQLiteFile(path: path, name: "a.db").tables == ["odd \"name", "v", "w"])
      #expect(try Self.rows(path, "odd \"name") == [["", "Bühne", "1000"], ["a", "", "2.5"], ["2600", "x", "0.1"]])
      let (view, withoutNumbers) = (try Self.rows(path, "v"), try Self.rows(path, "w"))
      #expect(view == [["2600"]])
      #expect(withoutNumbers == [["a"], ["b"]])
    }
  }

  @Test func `reading leaves no trace, and what is not in the file yet is an error`() throws {
    try Self.with("CREATE TABLE t (a); INSERT INTO t VALUES (1);") { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(try Self.rows(path, "t") == [["1"]])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
      try Data("frames".utf8).write(to: URL(filePath: path + "-wal"))
      let failure = #expect(throws: ReadingError.self) { try SQLiteFile(path: path, name: "a.db") }
      #expect(
        "\(String(describing: failure))".contains("is in use: a.db-wal holds changes that are not yet in the file"))
    }
  }

  @Test func `what is no database, or a damaged one, is an error`() throws {
    try Self.with("CREATE TABLE t (a); INSERT INTO t VALUES (1);") { path in
      var bytes = Array(try Data(contentsOf: URL(filePath: path)))
      for place in 100..<bytes.count where place % 3 == 0 { bytes[place] = 0xAA }
      try Data(bytes).write(to: URL(filePath: path))
      #expect(throws: ReadingError.self) { try Self.rows(path, "t") }
      try Data("SQLite format 3\0 and then something else".utf8).write(to: URL(filePath: path))
      let failure = #expect(throws: ReadingError.self) { try Self.rows(path, "t") }
      #expect("\(String(describing: failure))".contains("a.db: "))
    }
  }
}
