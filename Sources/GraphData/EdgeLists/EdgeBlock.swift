import FileReading

/// One stretch of an edge list with a margin behind it, in memory that is used again for the next.
///
/// A line belongs to the stretch in which it starts, so that no thread waits for another.
struct EdgeBlock: Sendable {
  private let blockSize: Int
  private let margin: Int
  private var bytes: [UInt8]

  /// Memory for the blocks of a file.
  init(_ source: EdgeListSource) {
    blockSize = source.blockSize
    margin = BlockEdgeList.longestLine
    // One byte before the stretch, the margin, and eight bytes so that a word can be loaded at any place.
    bytes = [UInt8](repeating: 0, count: blockSize + margin + 16)
  }

  /// What the lines say that start in stretch `index`; nil when one has another form.
  mutating func parse(
    _ source: EdgeListSource, _ ids: EdgeListIDs, index: Int
  ) throws(GraphFileError) -> ParsedEdges? {
    let (file, size) = (source.file, source.size)
    let start = index * blockSize
    let first = index == 0 ? 0 : start - 1
    let wanted = min(size - first, blockSize + margin + (index == 0 ? 0 : 1))
    // Safety: `wanted` is at most the size of the array less the bytes that end it.
    let outcome = unsafe bytes.withUnsafeMutableBytes { buffer -> Result<Int, GraphFileError> in
      do throws(ReadingError) {
        return .success(
          try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: first))
      } catch {
        return .failure(GraphFileError(error, path: file.path))
      }
    }
    let count = try outcome.get()
    // A shorter file than its size said has been changed meanwhile: what is there is read.
    for position in count..<count + 8 { bytes[position] = 0x0A }
    var lineStart = source.start
    if index > 0 {
      guard let newline = bytes[..<count].firstIndex(of: 0x0A) else {
        return first + count >= size ? ParsedEdges() : nil
      }
      lineStart = newline + 1
    }
    let stop = min(count, start - first + blockSize)
    let isLast = first + count >= size
    // Safety: `limit` is below the length of the buffer by at least eight bytes, which are line ends.
    return unsafe bytes.withUnsafeBufferPointer { buffer -> ParsedEdges? in
      guard let base = buffer.baseAddress else { return nil }
      var scanner = unsafe EdgeScanner(
        base: base, position: lineStart, limit: count, separator: source.separator, ids: ids)
      return unsafe scanner.lines(until: stop, isLast: isLast, areNodes: source.holdsNodes)
    }
  }
}
