import CampaignData
import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import Importing

struct DatasetTemplateTests {
  @Test func `the folder is a dataset as it is, with three rows a table`() throws {
    try TemporaryFolder.with { folder in
      for (name, bytes) in DatasetTemplate.files { try Data(bytes).write(to: folder.appending(path: name)) }
      let result = try readDataset(at: folder.path)
      #expect(result.notes.isEmpty, "\(result.notes)")
      #expect(result.dataset.log.count == 3 && result.dataset.partners.count == 3)
      #expect(DatasetTemplate.parts.allSatisfy { $0.rows.count == 3 })
    }
  }

  @Test func `the workbook is the same dataset`() throws {
    try TemporaryFolder.with { folder in
      for (name, bytes) in DatasetTemplate.files { try Data(bytes).write(to: folder.appending(path: name)) }
      let book = folder.appending(path: "book.xlsx")
      try Data(TemplateWorkbook.bytes).write(to: book)
      let (table, sheet) = (try readDataset(at: folder.path).dataset, try readDataset(at: book.path).dataset)
      #expect(sheet.log.touches == table.log.touches)
      #expect(sheet.campaigns.map(\.end) == table.campaigns.map(\.end))
      #expect(sheet.channels.map(\.audience) == table.channels.map(\.audience))
      #expect(sheet.settings.timeZone == "Europe/Berlin")
    }
  }

  /// openpyxl reads what we write, and finds the drop-down lists.
  @Test(.enabled(if: hasOpenpyxl, "Python's package openpyxl is not installed"))
  func `another reader finds the lists of kinds`() throws {
    try TemporaryFolder.with { folder in
      try Data(TemplateWorkbook.bytes).write(to: folder.appending(path: "book.xlsx"))
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

  private static let hasOpenpyxl: Bool = {
    do { return try Shell.run("python3 -c 'import openpyxl'", in: Repository.root).status == 0 } catch { return false }
  }()
}
