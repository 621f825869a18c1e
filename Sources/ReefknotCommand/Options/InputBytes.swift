import FileReading
import Glibc
import Presentation

/// Reads small files that are no tables: sketches, lists of ids, files of private overlaps.
enum InputBytes {
  /// The most bytes of such a file.
  static let maximumSize = 8 << 30

  /// All bytes of a file.
  static func read(_ path: String, limit: Int = maximumSize) throws -> [UInt8] {
    do {
      return try InputFile(path: path, name: path).wholeContent(of: path, limit: limit)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// All bytes of a file that nobody but its owner may read.
  static func readSecret(_ path: String, limit: Int) throws -> [UInt8] {
    var status = stat()
    // Safety: stat fills the structure it is given.
    if unsafe stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
      throw CommandFailure(
        .badData,
        "\(path.withoutControls): others may read this secret, so it may be known; chmod 600 keeps one to its owner"
      )
    }
    return try read(path, limit: limit)
  }
}
