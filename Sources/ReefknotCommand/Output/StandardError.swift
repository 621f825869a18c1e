import Glibc
import Presentation

/// Everything that is no figure: progress, warnings, errors.
enum StandardError {
  /// Writes a text. What cannot be written is dropped: there is nowhere left to say so.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // Safety: the pointer is used within the closure.
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Keeps from standard error what libraries write there of their own accord while `body` runs.
  static func silencingLibraries<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result
  {
    let own = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
    let silence = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    if own >= 0, silence >= 0 { dup2(silence, STDERR_FILENO) }
    defer {
      if own >= 0, silence >= 0 { dup2(own, STDERR_FILENO) }
      if own >= 0 { close(own) }
      if silence >= 0 { close(silence) }
    }
    return try body()
  }

  /// Writes what was decided.
  static func note(_ text: String) { write("note: \(text.withoutControls)\n") }

  /// Writes one warning.
  static func warn(_ text: String) { write("warning: \(text.withoutControls)\n") }
}
