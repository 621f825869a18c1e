import FileReading
import Glibc

/// A temporary file without a name, which the system removes with the process, however that ends.
final class SpillFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// `O_TMPFILE` of open(2), which the Swift overlay does not name.
  private static let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY

  /// - Throws: ``ReadingError/unreadable(path:reason:)`` with the folder, where it cannot be made.
  init(folder: String) throws(ReadingError) {
    self.folder = folder
    var file = unsafe open(folder, SpillFile.unnamed | O_RDWR | O_CLOEXEC, 0o600)
    if file < 0, [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) {
      // Safety: the template ends with a zero byte and is written to by the call alone.
      var name = Array("\(folder)/reefknot-XXXXXX".utf8CString)
      file = unsafe mkstemp(&name)
      if file >= 0 {
        _ = unsafe unlink(name)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      }
    }
    descriptor = file
    guard file >= 0 else { throw SpillFile.failure(errno, folder) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes at a place.
  func write(_ bytes: borrowing Span<UInt8>, at offset: Int) throws(ReadingError) {
    var done = 0
    while done < bytes.count {
      // Safety: the system reads no more bytes than are left.
      let count = unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe pwrite(descriptor, base + done, buffer.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SpillFile.failure(count < 0 ? errno : ENOSPC, folder) }
      done += count
    }
  }

  /// Reads as many bytes as were written at a place.
  func read(_ count: Int, at offset: Int) throws(ReadingError) -> [UInt8] {
    // Safety: the system writes no more bytes than fit, and all are filled or an error is thrown.
    try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled throws(ReadingError) in
      while filled < count {
        guard let base = buffer.baseAddress else { break }
        let read = unsafe pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { throw SpillFile.failure(read < 0 ? errno : EIO, folder) }
        filled += read
      }
    }
  }

  private static func failure(_ code: Int32, _ folder: String) -> ReadingError {
    .unreadable(
      path: folder,
      reason:
        "the log is larger than memory, and its temporary file fails here: \(unsafe String(cString: strerror(code)))"
        + "; set TMPDIR to another folder")
  }
}
