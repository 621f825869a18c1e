import FileReading

/// A file of edges or nodes that is read in blocks.
struct EdgeListSource: Sendable {
  let file: InputFile
  let size: Int
  let blockSize: Int
  let separator: EdgeListSeparator
  /// Whether each line holds a node rather than an edge.
  let holdsNodes: Bool
  /// Where the first line begins that is no header.
  let start: Int
  /// What the columns mean; nil of nodes.
  let layout: EdgeListLayout?
  /// What was decided about the form, in sentences.
  let decisions: [String]

  /// The number of blocks.
  var blockCount: Int { (size + blockSize - 1) / blockSize }

  /// Looks at the beginning of a file; nil for one that has no size, or whose first lines ask for another reader.
  init?(
    _ file: InputFile, separator usual: EdgeListSeparator, holdsNodes: Bool, _ options: GraphReadingOptions
  ) throws(GraphFileError) {
    blockSize = options.blockSize
    guard let size = file.size, size > 0 else { return nil }
    self.file = file
    self.size = size
    self.holdsNodes = holdsNodes
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try GraphInput.beginning(file, EdgeListForm.sampleSize)
    } catch {
      throw GraphFileError(error, path: file.path)
    }
    if bytes.starts(with: [0x1F, 0x8B]) { return nil }
    let mark = GraphText.markLength(bytes)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    let content = Array(bytes[mark...])
    guard !holdsNodes else {
      separator = usual
      layout = nil
      decisions = []
      var lines = EdgeLines(content, separator: usual)
      let first: [ArraySlice<UInt8>]?
      do throws(TextFault) { first = try lines.next() } catch { return nil }
      guard first.map(NodeList.isHeader) ?? false else {
        start = mark
        return
      }
      start = mark + lines.position
      // A header that reaches the end of what was read may go on behind it.
      if start >= min(bytes.count, blockSize) { return nil }
      return
    }
    let form: EdgeListForm
    do throws(TextFault) {
      form = try EdgeListForm(content[...], usual: usual, isWhole: bytes.count == size, options)
    } catch {
      return nil
    }
    guard let layout = form.layout, EdgeListSource.isPlain(layout), !form.hasDictionaries, !options.skipsInvalid else {
      return nil
    }
    separator = form.separator
    self.layout = layout
    decisions = form.decisions
    start = mark + form.start
    if layout.hasHeader, start >= min(bytes.count, blockSize) { return nil }
  }

  /// Whether the columns are the two ends, then a weight and a time if there are any; others are read line by line.
  private static func isPlain(_ layout: EdgeListLayout) -> Bool {
    guard layout.source == 0, layout.target == 1, layout.names.count <= 4 else { return false }
    switch layout.names.count {
    case 2: return layout.weight == nil && layout.time == nil
    case 3: return layout.weight == 2
    default: return layout.weight == 2 && layout.time == 3
    }
  }
}
