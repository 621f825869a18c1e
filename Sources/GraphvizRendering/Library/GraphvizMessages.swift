internal import CGraphviz
internal import Synchronization

/// What Graphviz said, in whole messages.
struct GraphvizMessages: Sendable {
  private(set) var errors: [String] = []
  private(set) var warnings: [String] = []

  /// Joins the pieces in which messages arrive: the level, a colon with a blank, then the text in one or more.
  init(pieces: [String]) {
    var isError = false
    var current: String?
    func trimmed(_ text: String) -> String {
      let lines = text.split(whereSeparator: \.isNewline)
      return lines.map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
    }
    func finished(_ errors: inout [String], _ warnings: inout [String]) {
      guard let text = current.map(trimmed), !text.isEmpty else { return }
      if isError { errors.append(text) } else { warnings.append(text) }
    }
    for (index, piece) in pieces.enumerated() {
      let startsMessage =
        (piece == "Error" || piece == "Warning") && index + 1 < pieces.count && pieces[index + 1] == ": "
      if startsMessage {
        finished(&errors, &warnings)
        isError = piece == "Error"
        current = nil
      } else if current == nil, piece == ": " {
        current = ""
      } else {
        current = (current ?? "") + piece
      }
    }
    finished(&errors, &warnings)
  }

  /// All errors in one line, or `fallback` when there is none.
  ///
  /// Engines and formats are looked up among the installed ones before they are used. Where Graphviz does not know one of them
  /// later, its plug-in could not be loaded, which these words do not tell.
  func summary(or fallback: String) -> String {
    let parts = errors.isEmpty ? warnings : errors
    if parts.contains(where: { $0.contains("not recognized") || $0.contains("is unavailable") }) {
      return "a plug-in of Graphviz could not be loaded, for want of memory or because it is damaged"
    }
    return parts.isEmpty ? fallback : parts.joined(separator: "; ")
  }

  /// The number behind the first `line` of the errors.
  var line: Int? {
    for error in errors {
      let words = error.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      if let index = words.firstIndex(of: "line"), index + 1 < words.count, let line = Int(words[index + 1]) {
        return line
      }
    }
    return nil
  }
}

/// Where Graphviz's callback, which takes no context, leaves the pieces. Only the owner of the library reads them.
private let pieces = Mutex<[String]>([])

extension GraphvizMessages {
  /// Sends Graphviz's messages here instead of to standard error.
  static func startCollecting() {
    // Safety: the callback copies the text, which Graphviz keeps only during the call.
    _ = unsafe agseterrf { text in
      guard let text = unsafe text else { return 0 }
      let piece = unsafe String(cString: text)
      pieces.withLock { $0.append(piece) }
      return 0
    }
  }

  /// Returns the messages since the last call and forgets them.
  static func take() -> GraphvizMessages {
    GraphvizMessages(
      pieces: pieces.withLock { collected in
        defer { collected = [] }
        return collected
      })
  }
}
