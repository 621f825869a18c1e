/// How much memory a log may take, and what is done with one that takes more.
package struct MemoryLimit: Sendable, Hashable {
  /// What the whole process may take.
  package var bytes: Int
  /// Whether a log that does not fit is divided by contact, to be counted part by part; else it is refused.
  package var allowsParts: Bool
  /// Folder of the temporary file that holds a divided log.
  package var folder: String

  package init(bytes: Int, allowsParts: Bool, folder: String) {
    precondition(bytes > 0, "There must be some memory.")
    self.bytes = bytes
    self.allowsParts = allowsParts
    self.folder = folder
  }

  /// What the process takes besides a log: itself, and the blocks of files that are being read.
  private static let fixed = 40 << 20

  /// The most bytes of records at a time. Their log and what is counted of it take about as much again. An eighth of very
  /// little memory, in which nothing would fit.
  var records: Int { max(bytes / 8, (bytes - MemoryLimit.fixed) / 2, 1) }
}
