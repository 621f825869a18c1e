import CampaignModel
import FileReading

/// A table's file, opened, with its header read.
struct OpenTable {
  let file: InputFile
  /// What the rows come from: the file, or what decompressing or decoding it gives.
  let source: any ByteSource
  let reader: TableReader

  /// So many first bytes show what a file is.
  private static let peekedLength = 4096

  init(_ table: Table, _ file: InputFile, forms: TableForms, options: ReadingOptions) throws(ReadingError) {
    self.file = file
    var source: any ByteSource = file.name.lowercased().hasSuffix(".gz") ? try GzipSource(file) : file
    var start: [UInt8] = []
    while start.count < OpenTable.peekedLength, try source.read(OpenTable.peekedLength, appendingTo: &start) > 0 {}
    let encoding = TextEncoding(markOf: start) ?? forms.encoding
    if encoding != .utf8 {
      source = DecodedSource(source, prefix: start, encoding: encoding)
      start = []
      while start.count < OpenTable.peekedLength, try source.read(OpenTable.peekedLength, appendingTo: &start) > 0 {}
    }
    self.source = source
    reader = try TableReader(
      TableShape(table, file: file.name, forms: forms), source: source, start: start, options: options)
  }

  /// Whether the file can be read from any place, and by several threads at once.
  var isSeekable: Bool { file.size != nil && source === file }

  /// Whether the file can be opened again and read anew.
  var isRepeatable: Bool { file.size != nil }
}
