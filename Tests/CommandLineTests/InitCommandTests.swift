import Foundation
import TestSupport
import Testing

/// `reefknot init` as a user runs it.
struct InitCommandTests {
  @Test(arguments: [["mine"], ["mine.xlsx", "--workbook"]])
  func `what is made can be checked and measured as it is, and is not made twice`(arguments: [String]) throws {
    try TemporaryFolder.with { folder in
      let made = try BuiltCommand.run(["init"] + arguments, in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let check = try BuiltCommand.run(["check", arguments[0]], in: folder)
      #expect(check.status == 0, "\(check.output)")
      let kpis = try BuiltCommand.run(["kpis", arguments[0], "--campaign", "spring"], in: folder)
      #expect(kpis.status == 0, "\(kpis.errors)")
      let reach = try BuiltCommand.run(["reach", arguments[0], "--campaign", "spring"], in: folder)
      #expect(reach.status == 0, "\(reach.errors)")
      #expect(try BuiltCommand.run(["init"] + arguments, in: folder).status == 73)
    }
  }

  @Test func `the workbook is the same dataset as the folder`() throws {
    try TemporaryFolder.with { folder in
      for arguments in [["mine"], ["mine.xlsx", "--workbook"]] {
        #expect(try BuiltCommand.run(["init"] + arguments, in: folder).status == 0)
      }
      let figures = try ["mine", "mine.xlsx"].map {
        try BuiltCommand.run(["report", $0, "--all", "--format", "json"], in: folder).output
      }
      #expect(figures[0] == figures[1] && figures[0].count > 1000)
    }
  }

  /// openpyxl reads what we write, and finds the drop-down lists.
  @Test(.enabled(if: PythonPackage.isInstalled("openpyxl"), "Python's package openpyxl is not installed"))
  func `another reader finds the lists of kinds`() throws {
    try TemporaryFolder.with { folder in
      #expect(try BuiltCommand.run(["init", "book.xlsx", "--workbook"], in: folder).status == 0)
      let script = """
        import openpyxl
        book = openpyxl.load_workbook("book.xlsx")
        print(book.sheetnames)
        sheet = book["touchpoints"]
        print([str(cell.value) for cell in sheet[2]])
        print([(str(rule.sqref), rule.formula1[:23]) for rule in sheet.data_validations.dataValidation])
        """
      try Data(script.utf8).write(to: folder.appending(path: "show.py"))
      let outcome = try Shell.run("python3 show.py", in: folder)
      #expect(
        outcome.output == """
          ['partners', 'channels', 'campaigns', 'contents', 'contacts', 'touchpoints', 'settings', 'notes']
          ['2025-03-02 09:30', 'ann@example.org', 'radio-show', 'listen', 'interview', 'None', 'None']
          [('D2:D10000', '"impression,view,open,v')]

          """, "\(outcome.errors)")
    }
  }

  private static var hasLibreOffice: Bool {
    do { return try Shell.run("command -v soffice", in: Repository.root).status == 0 } catch { return false }
  }

  /// LibreOffice reads what we write, and we what it saves: as its own format, and from that as Excel's again.
  @Test(.enabled(if: hasLibreOffice, "LibreOffice is not installed"))
  func `a workbook that LibreOffice saved has the same figures`() throws {
    try TemporaryFolder.with { folder in
      #expect(try BuiltCommand.run(["init", "book.xlsx", "--workbook"], in: folder).status == 0)
      // A profile of its own, as two may not share one.
      let office = "soffice -env:UserInstallation=file://\(folder.path)/profile --headless"
      let saved = try Shell.run(
        "\(office) --convert-to ods --outdir saved book.xlsx && \(office) --convert-to xlsx --outdir saved saved/book.ods",
        in: folder)
      #expect(saved.status == 0, "\(saved.errors)")
      let figures = try ["book.xlsx", "saved/book.ods", "saved/book.xlsx"].map {
        try BuiltCommand.run(["report", $0, "--all", "--format", "json"], in: folder).output
      }
      #expect(figures[0].count > 1000)
      #expect((figures[0] == figures[1]) as Bool)
      #expect((figures[0] == figures[2]) as Bool)
    }
  }

  @Test func `contacts are forgotten in place`() throws {
    try TemporaryFolder.with { folder in
      #expect(try BuiltCommand.run(["init", "mine"], in: folder).status == 0)
      let forgotten = try BuiltCommand.run(["import", "mine", "--forget", "ANN@example.org"], in: folder)
      #expect(forgotten.status == 0, "\(forgotten.errors)")
      #expect(forgotten.errors.contains("touchpoints.csv: 2 rows left out"))
      for file in ["contacts.csv", "touchpoints.csv"] {
        let text = try String(contentsOf: folder.appending(path: "mine/\(file)"), encoding: .utf8)
        #expect(!text.contains("ann@"), "\(file)")
      }
      #expect(try BuiltCommand.run(["check", "mine"], in: folder).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine"])
    }
  }
}
