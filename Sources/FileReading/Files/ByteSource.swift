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
  /// What was read to see that somebody writes into a pipe.
  private var start: ArraySlice<UInt8> = []
  /// The bytes of what lies in memory alone, and how far they were read.
  private let memory: [UInt8]?
  private var place = 0

  /// Bytes that were made here, such as those of a sheet, read like a file.
  package init(memory: [UInt8], name: String, progress: ProgressMeter? = nil) {
    (self.name, path, self.progress) = (name, name, progress)
    (self.memory, size, descriptor) = (memory, memory.count, -1)
  }

  /// Copies bytes of the memory from a place on. Returns how many.
  private func copy(_ memory: [UInt8], from start: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = max(0, min(buffer.count, memory.count - start))
    // Safety: both ranges hold this many bytes.
    unsafe memory.withUnsafeBytes {
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
    }
    progress?.advance(by: count)
    return count
  }

  /// So long a pipe is waited for until somebody writes into it.
  package static let patience = Duration.seconds(10)

  package init(
    path: String, name: String, progress: ProgressMeter? = nil, patience: Duration = InputFile.patience
  ) throws(ReadingError) {
    self.name = name
    self.path = path
    self.progress = progress
    memory = nil
    let isPipe = InputFile.kind(path) == S_IFIFO
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (isPipe ? O_NONBLOCK : 0))
    guard descriptor >= 0 else { throw InputFile.error(path) }
    if isPipe {
      do {
        start = try InputFile.start(ofPipe: descriptor, path, patience)
      } catch {
        close(descriptor)
        throw error
      }
    }
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

  deinit { if descriptor >= 0 { close(descriptor) } }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    if !start.isEmpty {
      let count = min(start.count, buffer.count)
      unsafe buffer.copyBytes(from: start.prefix(count))
      start = start.dropFirst(count)
      progress?.advance(by: count)
      return count
    }
    if let memory {
      let count = unsafe copy(memory, from: place, into: buffer)
      place += count
      return count
    }
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
    if let memory { return unsafe copy(memory, from: min(offset, memory.count), into: buffer) }
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

  private static func isLink(_ path: String) -> Bool { kind(path) == S_IFLNK }

  /// What lies at a path itself, as `st_mode` tells it; 0 where there is nothing.
  private static func kind(_ path: String) -> mode_t {
    var status = stat()
    // Safety: lstat fills the structure it is given.
    return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// The first bytes of a pipe, perhaps none, once somebody writes into it; without that, opening it would wait for ever.
  private static func start(
    ofPipe descriptor: Int32, _ path: String, _ patience: Duration
  ) throws(ReadingError) -> ArraySlice<UInt8> {
    let end = ContinuousClock.now + patience
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      // Safety: the system writes at most as many bytes as the array holds.
      let count = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      let code = errno
      if count > 0 || (count < 0 && code == EAGAIN) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return bytes.prefix(max(0, count))
      }
      if count < 0, code != EINTR { throw error(path) }
      guard ContinuousClock.now < end else {
        throw .unreadable(path: path, reason: "is a pipe that nobody writes into")
      }
      usleep(20_000)
    }
  }
}

extension ByteSource {
  /// Everything up to the end.
  ///
  /// - Throws: besides what reading does, ``ReadingError/badData(_:)`` when there is more than `limit` bytes.
  package func wholeContent(of name: String, limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    if let size = (self as? InputFile)?.size, size <= limit {
      // Safety: `read` writes no more than the buffer holds, and returns how much of it is filled.
      bytes = try unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled throws(ReadingError) in
        while filled < size {
          let count = try unsafe read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<size]))
          if count == 0 { break }
          filled += count
        }
      }
    }
    while try read(max(1 << 16, bytes.count / 2), appendingTo: &bytes) > 0 {
      guard bytes.count <= limit else {
        throw .badData(DataProblem(file: name, message: "holds more than \(limit) bytes"))
      }
    }
    return bytes
  }
}
