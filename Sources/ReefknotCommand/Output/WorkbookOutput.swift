import CampaignFigures
import Foundation
import Presentation
import Workbooks

extension ByteOutput {
  /// Writes a workbook that `body` makes as a file at the path it is given.
  func writeWorkbook(_ body: (String) throws(WorkbookFile.Failure) -> Void) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reefknot-\(UUID().uuidString)")
    let file = folder.appending(path: "figures.xlsx")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      try body(file.path)
      write(Array(try Data(contentsOf: file)))
    } catch let failure as WorkbookFile.Failure {
      fail(CommandFailure(.cannotCreateOutput, failure.description))
    } catch {
      fail(CommandFailure(.cannotCreateOutput, "the workbook cannot be written: \(error.localizedDescription)"))
    }
  }
}

extension TableDocument {
  /// Writes every row of the document's tables as a workbook, a sheet a table.
  func writeWorkbook(_ options: TableOptions, language: Language, to output: ByteOutput) {
    output.writeWorkbook { path throws(WorkbookFile.Failure) in
      try WorkbookFile.write(parts(options), language: language, to: path)
    }
  }
}
