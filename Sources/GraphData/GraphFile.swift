import Glibc

/// An open file of a graph; closed when no longer used.
package final class GraphFile: Sendable {
  let path: String
  /// Size in bytes; nil for what has none, such as a pipe.
  let size: Int?
  private let descriptor: Int32

  package init(_ path: String) throws(GraphFileError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw GraphFile.error(path) }
    var status = stat()
    // Safety: fstat fills the structure it is given.
    guard unsafe fstat(descriptor, &status) == 0 else {
      let error = GraphFile.error(path)
      close(descriptor)
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw .unreadable(path: path, reason: "is a folder, not a file")
    case S_IFREG: size = Int(status.st_size)
    default: size = nil
    }
  }

  deinit { close(descriptor) }

  /// Everything in the file.
  func wholeContent() throws(GraphFileError) -> [UInt8] {
    var content: [UInt8] = []
    if let size {
      // Safety: `read` fills as much of the buffer as it returns.
      return try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count throws(GraphFileError) in
        count = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
      }
    }
    var page = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // Safety: the system writes at most as many bytes as the page holds.
      let count = unsafe page.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return content }
      if count > 0 {
        content.append(contentsOf: page[..<count])
      } else if errno != EINTR {
        throw GraphFile.error(path)
      }
    }
  }

  /// The first bytes of a file that has a size, at most so many.
  func content(upTo count: Int) throws(GraphFileError) -> [UInt8] {
    let capacity = min(count, size ?? 0)
    // Safety: `read` fills as much of the buffer as it returns.
    return try unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count throws(GraphFileError) in
      count = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
    }
  }

  /// Reads up to as many bytes as fit from a place in the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(GraphFileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // Safety: the system writes at most as many bytes as the rest of the buffer holds.
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if count < 0 {
        if errno == EINTR { continue }
        throw GraphFile.error(path)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private static func error(_ path: String) -> GraphFileError {
    let code = errno
    let reason = unsafe String(cString: strerror(code))
    return code == ENOENT || code == ENOTDIR
      ? .missing(path: path, reason: reason) : .unreadable(path: path, reason: reason)
  }
}
