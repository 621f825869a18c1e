import Glibc
import Pooling
import Presentation

/// Where a command's bytes go: standard output, or a file that appears whole or not at all.
///
/// A regular file is written under another name beside it and takes its own name only when everything is on the
/// disk. Writing never throws: the first failure is kept, later bytes are dropped, and ``finish()`` throws.
final class ByteOutput {
  private let descriptor: Int32
  /// The name under which the file is written, and its own; nil for what cannot be renamed.
  private let temporary: String?
  private let path: String?
  private var failure: Int32 = 0
  private var isFinished = false
  private var refusal: CommandFailure?

  /// - Parameter path: the file; nil or `-` for standard output.
  /// - Throws: ``CommandFailure`` with status 73 when the file cannot be made.
  init(path: String?) throws {
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      temporary = nil
      self.path = nil
      // Room for more of a long document in a pipe, so that its reader and its writer wait for each other less often.
      // It is refused where there is no pipe, and where the system allows no more.
      _ = fcntl(descriptor, ByteOutput.setPipeSize, ByteOutput.pipeSize)
      return
    }
    let target = ByteOutput.resolved(path)
    self.path = target
    var status = stat()
    // Safety: stat fills the structure it is given.
    let exists = unsafe stat(target, &status) == 0
    if exists, (status.st_mode & S_IFMT) != S_IFREG {
      temporary = nil
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    } else {
      if exists { try OpenOutputs.replace(target) }
      let name = "\(target).\(getpid()).part"
      temporary = name
      let mode = exists ? status.st_mode & 0o7777 : 0o666
      descriptor = OpenOutputs.open(part: name) { unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
    }
    guard descriptor >= 0 else { throw ByteOutput.failure(errno, path: path) }
  }

  /// Where a secret goes: a file that only its owner may read, and that is not there yet.
  ///
  /// - Throws: ``CommandFailure`` with status 73 when the file cannot be made, or is there.
  init(secretPath path: String) throws {
    var status = stat()
    // Safety: lstat fills the structure it is given.
    guard unsafe lstat(path, &status) != 0 else {
      throw CommandFailure(
        .cannotCreateOutput, "\(path.withoutControls): is there already; a secret is never overwritten")
    }
    self.path = path
    let name = "\(path).\(getpid()).part"
    temporary = name
    descriptor = OpenOutputs.open(part: name) {
      unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { throw ByteOutput.failure(errno, path: path) }
  }

  /// Writes bytes without a copy of them that would outlive them.
  func write(_ secret: SecretBytes) { write(secret.bytes) }

  /// `F_SETPIPE_SZ` of fcntl(2), which the Swift overlay does not name.
  private static let setPipeSize: Int32 = 1031
  private static let pipeSize: Int32 = 1 << 20

  deinit { if !isFinished { discard() } }

  /// Follows symbolic links, so that a link stays one.
  private static func resolved(_ path: String) -> String {
    // Safety: realpath returns nil or a string that is ours to free.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Whether nothing more needs to be written, because writing failed.
  var hasFailed: Bool { failure != 0 }

  /// Keeps why there is nothing whole to write, which ``finish()`` throws.
  func fail(_ failure: CommandFailure) { refusal = refusal ?? failure }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) { write(bytes[...]) }

  func write(_ bytes: ArraySlice<UInt8>) {
    guard failure == 0 else { return }
    var written = 0
    while written < bytes.count {
      // Safety: the pointer is used within the closure, and no byte beyond the array is named.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }

  /// Makes the file appear.
  ///
  /// - Throws: ``CommandFailure`` when not everything could be written: status 73 for a file, 74 for standard output,
  ///   and quietly 0 when nobody reads standard output any more. No part of a file is left behind.
  func finish() throws {
    if let refusal { throw refusal }
    guard let path else {
      if failure == EPIPE { throw CommandFailure(.done, nil) }
      guard failure == 0 else {
        throw CommandFailure(.ioFailed, "standard output: \(ByteOutput.text(of: failure))")
      }
      isFinished = true
      return
    }
    if failure == 0, temporary != nil, fsync(descriptor) != 0 { failure = errno }
    if failure == 0, let temporary {
      OpenOutputs.close(part: temporary) { if unsafe rename(temporary, path) != 0 { failure = errno } }
    }
    guard failure == 0 else {
      let code = failure
      discard()
      isFinished = true
      throw ByteOutput.failure(code, path: path)
    }
    isFinished = true
    if close(descriptor) != 0, temporary == nil { throw ByteOutput.failure(errno, path: path) }
  }

  private func discard() {
    guard path != nil else { return }
    close(descriptor)
    if let temporary { OpenOutputs.close(part: temporary) { _ = unsafe unlink(temporary) } }
  }

  /// The failure to say of a file, by the system's number.
  static func failure(_ code: Int32, path: String) -> CommandFailure {
    CommandFailure(.cannotCreateOutput, "\(path.withoutControls): \(text(of: code))")
  }

  private static func text(of code: Int32) -> String {
    // Safety: strerror returns a string that is read before the next call.
    unsafe String(cString: strerror(code))
  }
}
