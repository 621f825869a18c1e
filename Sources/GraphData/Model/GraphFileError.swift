import FileReading

/// Why a graph file could not be read.
public enum GraphFileError: Error, Sendable, Hashable {
  /// The file is not there.
  case missing(path: String, reason: String)
  /// The system could not read the file.
  case unreadable(path: String, reason: String)
  /// Neither the ending nor the caller tells the format, one of those known.
  case unknownFormat(path: String, known: [String])
  /// What is wrong, at which line and column counted from 1, and what was expected.
  case malformed(file: String, line: Int?, column: Int?, message: String)
}

extension GraphFileError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .missing(let path, let reason), .unreadable(let path, let reason): "\(path): \(reason)"
    case .unknownFormat(let path, let known):
      "\(path): the ending tells no format of graphs; choose one of " + known.joined(separator: ", ")
    case .malformed(let file, let line, let column, let message):
      ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": \(message)"
    }
  }
}

extension GraphFileError {
  /// What went wrong while the bytes of a file were read.
  init(_ error: ReadingError, path: String) {
    switch error {
    case .missing(_, let reason): self = .missing(path: path, reason: reason)
    case .unreadable(_, let reason): self = .unreadable(path: path, reason: reason)
    case .tooLarge: self = .unreadable(path: path, reason: error.description)
    case .badData:
      let problem = error.problems.first
      self = .malformed(
        file: path, line: nil, column: nil,
        message: [problem?.message, problem?.detail].compactMap(\.self).joined(separator: ": "))
    }
  }
}
