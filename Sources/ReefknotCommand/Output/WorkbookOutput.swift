import CampaignFigures
import Foundation
import Presentation
import Workbooks

extension ByteOutput {
  /// Writes a workbook that `body` makes as a file at the path it is given.
  func writeWorkbook(_ body: (String) throws(WorkbookFile.Failure) -> Void) {
    do {
      try TemporaryFolder.with { folder in
        let file = folder.appending(path: "figures.xlsx")
        // The library writes of its own what the failure says.
        try StandardError.silencingLibraries { () throws(WorkbookFile.Failure) in try body(file.path) }
        write(Array(try Data(contentsOf: file)))
      }
    } catch let failure as WorkbookFile.Failure {
      fail(CommandFailure(.cannotCreateOutput, failure.description))
    } catch let failure as CommandFailure {
      fail(failure)
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
