public import FileReading

/// Reads a folder of CSV tables into a dataset (<doc:Dataset>).
///
/// Tables may be compressed (`touchpoints.csv.gz`) and may be pipes. All problems of all files are found before any is
/// thrown, save that a file that cannot be read to its end ends reading at once.
///
/// - Parameters:
///   - path: the folder.
///   - options: how to treat bad rows, and how many threads to use.
/// - Throws: ``ReadingError/missing(path:reason:)`` when the folder, channels.csv or touchpoints.csv is not there,
///   ``ReadingError/unreadable(path:reason:)`` when the system cannot read a file, and
///   ``ReadingError/badData(_:)`` with everything that is wrong in the files.
/// - Complexity: O(bytes) time; memory in proportion to the rows of contacts.csv and touchpoints.csv.
public func readDataset(
  at path: String, options: ReadingOptions = ReadingOptions()
) throws(ReadingError) -> ReadingResult {
  try readDataset(at: path, options: options, tuning: BlockTuning())
}

/// Reads a dataset with its large tables cut in a given way, which changes nothing but the contacts' numbers.
func readDataset(
  at path: String, options: ReadingOptions, tuning: BlockTuning
) throws(ReadingError) -> ReadingResult {
  precondition(options.threads >= 1, "At least one thread is needed.")
  var reading = try DatasetReading(path: path, options: options, tuning: tuning)
  return try reading.run()
}
