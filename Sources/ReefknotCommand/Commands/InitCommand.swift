import ArgumentParser
import Foundation
import Importing
import Presentation
import Workbooks

/// `reefknot init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "A small dataset to fill in, with examples and notes.",
    discussion: """
      The folder, or the workbook with a sheet for each table and drop-down lists, can be checked and measured as it is. \
      Its README.md, or the sheet notes, says what each column means.

      EXAMPLES:
        reefknot init mine
        reefknot init mine.xlsx --workbook
      """)

  @Argument(help: "The folder or workbook to make.", completion: .file())
  var target: String

  @Flag(help: "Make a workbook (.xlsx).")
  var workbook = false

  func run() throws {
    guard workbook else {
      return try FolderOutput.write(target) { folder in
        for (name, bytes) in DatasetTemplate.files {
          let output = try folder.open(name)
          output.write(bytes)
          try output.finish()
        }
      }
    }
    let path = target.lowercased().hasSuffix(".xlsx") ? target : "\(target).xlsx"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure(.cannotCreateOutput, "\(path.withoutControls): is there already")
    }
    let output = try ByteOutput(path: path)
    output.writeWorkbook { path throws(WorkbookFile.Failure) in
      try FormWorkbook.write(
        DatasetTemplate.sheets.map { FormWorkbook.Sheet(name: $0.name, rows: $0.rows, choices: $0.choices) }, to: path)
    }
    try output.finish()
  }
}
