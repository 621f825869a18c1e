package import FileReading
import GRDB

/// A SQLite database, opened for reading alone, as it is on the disk.
///
/// Nothing in it is trusted: no function that its schema calls has effects, and nothing is written, not even a lock.
package final class SQLiteFile {
  private let queue: DatabaseQueue
  private let file: String
  /// Names of its tables and views, in the order of their names.
  package let tables: [String]

  /// - Parameters:
  ///   - path: of the file.
  ///   - name: of the file, for messages.
  package init(path: String, name: String) throws(ReadingError) {
    file = name
    for (ending, what) in [
      ("-wal", "changes that are not yet in the file"), ("-journal", "a change that was not finished"),
    ] {
      guard try SQLiteFile.hasContent(path + ending) else { continue }
      throw .badData(
        DataProblem(
          file: name,
          message:
            "is in use: \(name)\(ending) holds \(what); close the program that writes it, or copy the database with its .backup command"
        ))
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON")
    }
    do {
      queue = try DatabaseQueue(path: SQLiteFile.address(path), configuration: configuration)
      tables = try queue.read { database in
        try String.fetchAll(
          database,
          sql:
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        )
      }
    } catch {
      throw SQLiteFile.failure(error, name)
    }
  }

  private static func hasContent(_ path: String) throws(ReadingError) -> Bool {
    do { return try InputFile(path: path, name: path).size ?? 0 > 0 } catch {
      if case .missing = error { return false }
      throw error
    }
  }

  /// The file as an address that says it does not change while it is read.
  private static func address(_ path: String) -> String {
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"): escaped += "%25"
      case UInt8(ascii: "?"): escaped += "%3f"
      case UInt8(ascii: "#"): escaped += "%23"
      default: escaped.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return "file:\(escaped)?immutable=1"
  }

  private static func failure(_ error: any Error, _ file: String) -> ReadingError {
    guard let error = error as? DatabaseError else { return .badData(DataProblem(file: file, message: "\(error)")) }
    let message =
      switch error.resultCode {
      case .SQLITE_NOTADB: "is no SQLite database, or is encrypted"
      case .SQLITE_CORRUPT: "is a damaged SQLite database"
      case .SQLITE_BUSY, .SQLITE_LOCKED: "is locked by another program"
      case .SQLITE_CANTOPEN: "cannot be opened as a SQLite database"
      default: "cannot be read as a SQLite database: \(error.message ?? "\(error.resultCode)")"
      }
    return .badData(DataProblem(file: file, message: message))
  }

  /// The columns of a table.
  package func columns(of table: String) throws(ReadingError) -> [String] {
    do {
      return try queue.read { database in
        try String.fetchAll(
          database, sql: "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1", arguments: [table])
      }
    } catch {
      throw SQLiteFile.failure(error, file)
    }
  }

  /// Calls `body` for every row of a table in the order of `rowid`, with its number from 1; it ends where `body` returns
  /// false.
  package func forEachRow(
    of table: String, columns: [String], _ body: (Int, [SheetCell]) throws(ReadingError) -> Bool
  ) throws(ReadingError) {
    func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
    let list = columns.map(quoted).joined(separator: ", ")
    do {
      try queue.read { database in
        let isOrdered = try SQLiteFile.hasRowNumbers(database, table)
        let rows = try Row.fetchCursor(
          database, sql: "SELECT \(list) FROM \(quoted(table))" + (isOrdered ? " ORDER BY rowid" : ""))
        var number = 0
        while let row = try rows.next() {
          number += 1
          if try !body(number, SQLiteFile.cells(row, columns.count)) { return }
        }
      }
    } catch let error as ReadingError {
      throw error
    } catch {
      throw SQLiteFile.failure(error, file)
    }
  }

  /// Whether a table's rows are numbered: views and tables without row ids have their own order.
  private static func hasRowNumbers(_ database: Database, _ table: String) throws -> Bool {
    let kind = try Row.fetchOne(
      database, sql: "SELECT type, wr FROM pragma_table_list WHERE name = ? AND schema = 'main'", arguments: [table])
    guard let kind else { return false }
    return kind["type"] == "table" && kind["wr"] == 0
  }

  private static func cells(_ row: Row, _ count: Int) -> [SheetCell] {
    (0..<count).map { place in
      let value: DatabaseValue = row[place]
      switch value.storage {
      case .null: return .empty
      case .int64(let number): return SheetCell(String(number), .number)
      case .double(let number):
        return number.isFinite ? .number(Array(number.description.utf8)[...]) : SheetCell(number.description, .text)
      case .string(let text): return SheetCell(text, .text)
      case .blob(let data):
        guard let text = String(validating: data, as: UTF8.self) else {
          return SheetCell("bytes that are no text", .fault)
        }
        return SheetCell(text, .text)
      }
    }
  }
}
