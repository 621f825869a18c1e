/// A file of edges or nodes that is read in blocks.
struct EdgeListSource: Sendable {
  let file: GraphFile
  let size: Int
  let blockSize: Int
  let separator: EdgeListSeparator
  /// Whether each line holds a node rather than an edge.
  let holdsNodes: Bool
  /// Where the first line begins that is no header.
  let start: Int
  /// How many fields a header names; nil without one.
  let fields: Int?

  /// The number of blocks.
  var blockCount: Int { (size + blockSize - 1) / blockSize }

  /// Looks at the beginning of a file; nil for one that has no size, or whose first lines ask for another reader.
  init?(
    _ file: GraphFile, separator: EdgeListSeparator, holdsNodes: Bool, blockSize: Int
  ) throws(GraphFileError) {
    self.blockSize = blockSize
    guard let size = file.size, size > 0 else { return nil }
    self.file = file
    self.size = size
    self.separator = separator
    self.holdsNodes = holdsNodes
    let bytes = try file.content(upTo: 1 << 16)
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    var lines = EdgeLines(Array(bytes[mark...]), separator: separator)
    let first: [ArraySlice<UInt8>]?
    do throws(GraphFault) { first = try lines.next() } catch { return nil }
    let isHeader = first.map { holdsNodes ? NodeList.isHeader($0) : EdgeListLayout(header: $0) != nil } ?? false
    guard isHeader, let first else {
      start = mark
      fields = nil
      return
    }
    if !holdsNodes {
      // Columns in another order, or others than these, are read line by line.
      guard let layout = EdgeListLayout(header: first), layout.source == 0, layout.target == 1,
        ["weight", "time"].starts(with: layout.names.dropFirst(2))
      else { return nil }
    }
    // A header that reaches the end of what was read may go on behind it.
    guard mark + lines.position < min(bytes.count, blockSize) else { return nil }
    start = mark + lines.position
    fields = holdsNodes ? nil : first.count
  }
}
