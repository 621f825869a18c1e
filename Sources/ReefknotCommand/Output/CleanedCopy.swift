import CampaignData
import FileReading

/// A cleaned copy of a dataset, with a list of what it has otherwise.
enum CleanedCopy {
  /// The list of changes, one a line.
  static let changes = "changes.log"

  /// Writes the copy of a dataset into a new folder. Returns how many changes it lists.
  ///
  /// - Throws: ``CommandFailure`` where the tables' rows cannot be told apart, or the folder cannot be made.
  static func write(of dataset: String, to path: String) throws -> Int {
    var count = 0
    try FolderOutput.write(path) { folder in
      let list = try folder.open(changes)
      var file: (name: String, output: ByteOutput)?
      do {
        try cleanDataset(at: dataset) { name, bytes in
          if file?.name != name {
            try file?.output.finish()
            file = (name, try folder.open(name))
          }
          file?.output.write(bytes)
          if file?.output.hasFailed == true { try file?.output.finish() }
        } report: { change in
          count += 1
          list.write("\(change)\n")
        }
      } catch let error as ReadingError {
        throw CommandFailure(error)
      }
      try file?.output.finish()
      try list.finish()
    }
    return count
  }
}
