import FileReading

/// A graph file's bytes, from a path or standard input, decompressed where they are gzip.
enum GraphInput {
  /// What stands for standard input in place of a path.
  static let standardInput = "-"

  /// Opens a file, or standard input.
  static func open(_ path: String) throws(GraphFileError) -> InputFile {
    let isStandardInput = path == standardInput
    do {
      return try InputFile(path: isStandardInput ? "/dev/stdin" : path, name: path)
    } catch {
      throw GraphFileError(error, path: path)
    }
  }

  /// Everything in a file, decompressed if its first bytes are those of gzip.
  ///
  /// - Complexity: O(bytes); what gzip holds may be ``GraphLimits/inflatedBytes`` and
  ///   ``GraphLimits/inflatedBytesPerByte`` times the file's size long.
  static func content(_ file: InputFile) throws(GraphFileError) -> [UInt8] {
    do throws(ReadingError) {
      let bytes = try content(of: file, file, limit: nil)
      guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
      let limit = GraphLimits.inflatedBytes + GraphLimits.inflatedBytesPerByte * bytes.count
      return try content(of: try GzipSource(InputFile(memory: bytes, name: file.name)), file, limit: limit)
    } catch {
      throw GraphFileError(error, path: file.path)
    }
  }

  /// The first bytes of a file that has a size, at most so many.
  static func beginning(_ file: InputFile, _ count: Int) throws(ReadingError) -> [UInt8] {
    let capacity = min(count, file.size ?? 0)
    // Safety: `read` fills as much of the buffer as it returns.
    return try unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count throws(ReadingError) in
      count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
    }
  }

  private static func content(
    of source: some ByteSource, _ file: InputFile, limit: Int?
  ) throws(ReadingError) -> [UInt8] {
    var content: [UInt8] = []
    var page = 1 << 16
    if limit == nil, let size = file.size {
      content.reserveCapacity(size + 1)
      page = max(page, size)
    }
    while try source.read(page, appendingTo: &content) > 0 {
      page = min(max(1 << 16, content.count), 1 << 24)
      if let limit, content.count > limit {
        throw .unreadable(
          path: file.path,
          reason: "holds gzip data that become more than \(limit) bytes, the most of a file of this size")
      }
    }
    return content
  }
}
