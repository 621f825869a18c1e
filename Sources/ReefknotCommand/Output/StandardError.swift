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

  /// Writes what was decided.
  static func note(_ text: String) { write("note: \(text.withoutControls)\n") }

  /// Writes one warning.
  static func warn(_ text: String) { write("warning: \(text.withoutControls)\n") }
}
