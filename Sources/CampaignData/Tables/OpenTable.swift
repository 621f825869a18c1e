import CampaignModel
import FileReading

/// A table's file, opened, with its header read.
struct OpenTable {
  let file: InputFile
  /// What the rows come from: the file, or what decompressing it gives.
  let source: any ByteSource
  let reader: TableReader

  init(
    _ table: Table, _ file: InputFile, clock: LocalClock, options: ReadingOptions
  ) throws(ReadingError) {
    self.file = file
    source = file.name.hasSuffix(".gz") ? try GzipSource(file) : file
    reader = try TableReader(table, file: file.name, source: source, clock: clock, options: options)
  }

  /// Whether the file can be read from any place, and by several threads at once.
  var isSeekable: Bool { file.size != nil && source === file }

  /// Whether the file can be opened again and read anew.
  var isRepeatable: Bool { file.size != nil }
}
