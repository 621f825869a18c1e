import Glibc

/// A stream of bytes: a file, a pipe, or what decompressing one gives.
package protocol ByteSource: AnyObject {
  /// Reads up to as many bytes as fit; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int
}

extension ByteSource {
  /// Appends up to `count` bytes to an array. Returns how many; 0 at the end.
  package func read(_ count: Int, appendingTo bytes: inout [UInt8]) throws(ReadingError) -> Int {
    // Safety: `read` writes no more than the buffer holds, and returns how much of it is filled.
    let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled throws(ReadingError) in
      filled = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    bytes.append(contentsOf: chunk)
    return chunk.count
  }
}

/// An open file of the dataset's folder; closed when no longer used.
package final class InputFile: ByteSource, @unchecked Sendable {
  /// Name within the folder, for messages.
  package let name: String
  package let path: String
  /// Size in bytes; nil for what has none, such as a pipe.
  package let size: Int?
  private let descriptor: Int32
  private let progress: ProgressMeter?

  package init(path: String, name: String, progress: ProgressMeter? = nil) throws(ReadingError) {
    self.name = name
    self.path = path
    self.progress = progress
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.error(path) }
    var status = stat()
    // Safety: fstat fills the structure it is given.
    guard unsafe fstat(descriptor, &status) == 0 else {
      let error = InputFile.error(path)
      close(descriptor)
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw .unreadable(path: path, reason: "is a folder, not a file")
    case S_IFREG: size = Int(status.st_size)
    case S_IFBLK, S_IFCHR:
      close(descriptor)
      throw .unreadable(path: path, reason: "is a device, not a file")
    default: size = nil
    }
  }

  deinit { close(descriptor) }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while true {
      // Safety: the system writes at most as many bytes as the buffer holds.
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        progress?.advance(by: count)
        return count
      }
      if errno != EINTR { throw InputFile.error(path) }
    }
  }

  /// Reads up to as many bytes as fit from a place in the file, without moving the place `read` goes on from.
  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadingError) -> Int {
    var filled = 0
    while filled < buffer.count {
      // Safety: the system writes at most as many bytes as the rest of the buffer holds.
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if count < 0 {
        if errno == EINTR { continue }
        throw InputFile.error(path)
      }
      if count == 0 { break }
      filled += count
    }
    progress?.advance(by: filled)
    return filled
  }

  /// The first bytes of a file that has a size, at most so many, without moving the place `read` goes on from.
  package func content(upTo count: Int) throws(ReadingError) -> [UInt8] {
    let capacity = min(count, size ?? 0)
    // Safety: `read` fills as much of the buffer as it returns.
    return try unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count throws(ReadingError) in
      count = try unsafe read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
    }
  }

  private static func error(_ path: String) -> ReadingError {
    let code = errno
    if code == ENOENT, isLink(path) { return .missing(path: path, reason: "is a link to a file that is not there") }
    let reason = unsafe String(cString: strerror(code))
    return code == ENOENT || code == ENOTDIR
      ? .missing(path: path, reason: reason) : .unreadable(path: path, reason: reason)
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    // Safety: lstat fills the structure it is given.
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

extension ByteSource {
  /// Everything up to the end.
  ///
  /// - Throws: besides what reading does, ``ReadingError/badData(_:)`` when there is more than `limit` bytes.
  package func wholeContent(of name: String, limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(max(1 << 16, bytes.count / 2), appendingTo: &bytes) > 0 {
      guard bytes.count <= limit else {
        throw .badData(DataProblem(file: name, message: "holds more than \(limit) bytes"))
      }
    }
    return bytes
  }
}
