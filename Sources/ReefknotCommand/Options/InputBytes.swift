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

  /// The ids of a list, one a line, each once; blanks around them and empty lines are no part of them.
  ///
  /// - Parameter ignoresCase: whether letters are made small, as addresses of mail need it.
  static func ids(_ path: String, ignoresCase: Bool) throws -> [[UInt8]] {
    let bytes = try read(path)
    var seen: Set<[UInt8]> = []
    var ids: [[UInt8]] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let content = WhiteSpace.trimmed(line)
      if content.isEmpty { continue }
      guard let text = String(validating: content, as: UTF8.self), content.count <= ReadingLimits.idLength else {
        throw CommandFailure(
          .badData,
          "\(path.withoutControls):\(number + 1): is not an id: UTF-8 of at most \(ReadingLimits.idLength) bytes")
      }
      let id = ignoresCase ? Array(text.lowercased().utf8) : Array(content)
      if seen.insert(id).inserted { ids.append(id) }
    }
    guard !ids.isEmpty else { throw CommandFailure(.badData, "\(path.withoutControls): holds no id") }
    return ids
  }
}
