import CampaignFigures
import Foundation
import Presentation
import Workbooks

extension TableDocument {
  /// Writes every row of the document's tables as a workbook, a sheet a table.
  func writeWorkbook(_ options: TableOptions, language: Language, to output: ByteOutput) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reefknot-\(UUID().uuidString)")
    let file = folder.appending(path: "figures.xlsx")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      try WorkbookFile.write(parts(options), language: language, to: file.path)
      output.write(Array(try Data(contentsOf: file)))
    } catch let failure as WorkbookFile.Failure {
      output.fail(CommandFailure(.cannotCreateOutput, failure.description))
    } catch {
      output.fail(CommandFailure(.cannotCreateOutput, "the workbook cannot be written: \(error.localizedDescription)"))
    }
  }
}
