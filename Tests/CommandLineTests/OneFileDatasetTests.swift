import Foundation
import TestSupport
import Testing

/// A dataset as a workbook or a database gives what its folder gives.
struct OneFileDatasetTests {
  private static let commands = [
    ["kpis", "--format", "json"], ["report", "--format", "json"], ["rank", "--format", "json"],
    ["diagram", "partners"], ["touchpoints"],
  ]

  /// What each command prints, run on a dataset that is called kiez-kocht.
  private static func outputs(_ path: String, in folder: URL) throws -> [String] {
    try commands.map { command in
      let outcome = try BuiltCommand.run([command[0]] + arguments(command, path), in: folder)
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      return outcome.output
    }
  }

  private static func arguments(_ command: [String], _ path: String) -> [String] {
    command[0] == "diagram" ? [command[1], path, "--quiet"] : [path] + command.dropFirst() + ["--quiet"]
  }

  private static func with(_ make: String, _ body: (URL) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "graphs/kiez-kocht"), to: folder.appending(path: "kiez-kocht"))
      try Data(make.utf8).write(to: folder.appending(path: "make.py"))
      let made = try Shell.run("python3 make.py", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      try body(folder)
    }
  }

  @Test func `a database gives the same bytes of every command as the folder`() throws {
    let make = """
      import csv, pathlib, sqlite3
      database = sqlite3.connect("kiez-kocht.sqlite")
      for path in pathlib.Path("kiez-kocht").glob("*.csv"):
          rows = list(csv.reader(path.open(newline="", encoding="utf-8")))
          columns = ", ".join(f'"{name}"' for name in rows[0])
          database.execute(f'CREATE TABLE "{path.stem}" ({columns})')
          marks = ", ".join("?" * len(rows[0]))
          database.executemany(f'INSERT INTO "{path.stem}" VALUES ({marks})', rows[1:])
      database.execute("CREATE TABLE settings (key, value)")
      for line in pathlib.Path("kiez-kocht/reefknot.yaml").read_text().splitlines():
          if ":" in line and not line.startswith("#"):
              key, value = line.split(":", 1)
              database.execute("INSERT INTO settings VALUES (?, ?)", (key, value.split(" #")[0].strip()))
      database.commit()
      """
    try Self.with(make) { folder in
      let one = try Self.outputs("kiez-kocht.sqlite", in: folder)
      let several = try Self.outputs("kiez-kocht", in: folder)
      #expect(one == several)
    }
  }

  @Test(.enabled(if: PythonPackage.isInstalled("xlsxwriter"), "Python's package XlsxWriter is not installed"))
  func `a workbook gives the same bytes of every command as the folder`() throws {
    let make = """
      import csv, pathlib, xlsxwriter
      book = xlsxwriter.Workbook("kiez-kocht.xlsx", {"strings_to_numbers": True, "strings_to_urls": False, "strings_to_formulas": False})
      for path in pathlib.Path("kiez-kocht").glob("*.csv"):
          sheet = book.add_worksheet(path.stem)
          for number, row in enumerate(csv.reader(path.open(newline="", encoding="utf-8"))):
              sheet.write_row(number, 0, row)
      sheet = book.add_worksheet("Settings")
      number = 0
      for line in pathlib.Path("kiez-kocht/reefknot.yaml").read_text().splitlines():
          if ":" in line and not line.startswith("#"):
              key, value = line.split(":", 1)
              sheet.write_row(number, 0, (key, value.split(" #")[0].strip()))
              number += 1
      book.close()
      """
    try Self.with(make) { folder in
      let one = try Self.outputs("kiez-kocht.xlsx", in: folder)
      let several = try Self.outputs("kiez-kocht", in: folder)
      #expect(one == several)
    }
  }
}
