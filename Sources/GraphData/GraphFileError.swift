/// Why a graph file could not be read.
public enum GraphFileError: Error, Sendable, Hashable {
  /// The file is not there.
  case missing(path: String, reason: String)
  /// The system could not read the file.
  case unreadable(path: String, reason: String)
  /// Neither the ending nor the caller tells the format.
  case unknownFormat(path: String)
  /// What is wrong, at which line and column counted from 1, and what was expected.
  case malformed(file: String, line: Int?, column: Int?, message: String)
}

extension GraphFileError: CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public var description: String {
    switch self {
    case .missing(let path, let reason), .unreadable(let path, let reason): "\(path): \(reason)"
    case .unknownFormat(let path):
      "\(path): the ending tells no format of graphs; choose one of "
        + GraphFileFormat.allCases.map(\.rawValue).joined(separator: ", ")
    case .malformed(let file, let line, let column, let message):
      ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": \(message)"
    }
  }
}

/// What is wrong at a place of a text whose file is not known here.
struct GraphFault: Error {
  var line: Int?
  var column: Int?
  var message: String

  init(_ line: Int?, _ message: String) { self.init(line, nil, message) }

  init(_ line: Int?, _ column: Int?, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// A value of a file in a message: shortened, with everything escaped that a terminal could obey.
func shown(_ text: String) -> String {
  var result = "\""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == 48 { return result + "…\"" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
