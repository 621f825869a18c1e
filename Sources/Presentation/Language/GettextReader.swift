import FileReading

/// Reads the texts of a gettext file, line by line.
struct GettextReader {
  /// A text and its translation.
  struct Entry {
    /// What tells it apart from others with the same text.
    var context: String?
    var text = ""
    var translation = ""
    /// Whether a program guessed the translation and nobody looked at it yet.
    var isFuzzy = false
    /// The line of the text.
    var line = 0
  }

  /// A part of an entry that is told over several lines.
  private enum Part {
    case context
    case text
    case translation
  }

  private(set) var entries: [Entry] = []
  /// The language that the header names.
  private(set) var language: String?
  private var entry = Entry()
  private var part: Part?

  mutating func read(_ bytes: [UInt8]) throws(TextFault) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(bytes, "the file is not in UTF-8")
    }
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      try read(line.trimmingBlanks, number)
    }
    try end(number)
    guard !entries.isEmpty || language != nil else { throw TextFault(nil, "this is no gettext file: it has no msgid") }
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(TextFault) {
    if line.isEmpty { return }
    if line.hasPrefix("#") {
      // A comment stands before its entry, whose first part it may be the only sign of.
      if part == .translation { try end(number) }
      if line.hasPrefix("#,"), line.contains("fuzzy") { entry.isFuzzy = true }
      return
    }
    if line.hasPrefix("\"") { return try append(line, number) }
    let keyword = line.prefix { !$0.isWhitespace && $0 != "\"" }
    switch keyword {
    case "msgctxt":
      if part == .translation || part == .text { try end(number) }
      part = .context
      entry.context = ""
    case "msgid":
      if part == .translation || part == .text { try end(number) }
      part = .text
      entry.line = number
    case "msgstr":
      guard part == .text else { throw TextFault(number, "msgstr stands without a msgid before it") }
      part = .translation
    case "msgid_plural", "msgstr[0]", "msgstr[1]":
      throw TextFault(number, "no text of ours has plural forms of gettext; {1:channel|channels} tells one from many")
    default:
      throw TextFault(
        number, "\(ShownText.quoted(String(keyword))) is none of msgctxt, msgid, msgstr, # and quoted text")
    }
    try append(line.dropFirst(keyword.count).trimmingBlanks, number)
  }

  /// Adds a quoted text to the part that is open.
  private mutating func append(_ quoted: Substring, _ number: Int) throws(TextFault) {
    let text = try GettextReader.unquoted(quoted, number)
    switch part {
    case .context: entry.context = (entry.context ?? "") + text
    case .text: entry.text += text
    case .translation: entry.translation += text
    case nil: throw TextFault(number, "quoted text stands without a msgid before it")
    }
  }

  /// Takes the entry that is open.
  private mutating func end(_ number: Int) throws(TextFault) {
    guard let part else { return }
    guard part == .translation else { throw TextFault(entry.line, "this msgid has no msgstr") }
    if entry.text.isEmpty, entry.context == nil {
      try takeHeader()
    } else {
      entries.append(entry)
    }
    entry = Entry()
    self.part = nil
  }

  private mutating func takeHeader() throws(TextFault) {
    for line in entry.translation.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingBlanks
      switch line[..<colon].lowercased() {
      case "language":
        guard !value.isEmpty else { continue }
        guard let code = GettextReader.code(String(value)) else {
          throw TextFault(entry.line, "\(ShownText.quoted(String(value))) is no tag of a language, such as fr or pt-BR")
        }
        language = code
      case "content-type":
        guard value.lowercased().contains("charset=utf-8") else {
          throw TextFault(entry.line, "the header says \(ShownText.quoted(String(value))); charset=UTF-8 was expected")
        }
      default: continue
      }
    }
  }

  /// The tag of a language, of which programs of gettext write `en_GB` for what pages call `en-GB`; nil where it is none.
  static func code(_ name: String) -> String? {
    let code = String(name.replacing("_", with: "-"))
    let isTag = code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isTag && (2...35).contains(code.count) ? code : nil
  }

  private static func unquoted(_ quoted: Substring, _ number: Int) throws(TextFault) -> String {
    guard quoted.count >= 2, quoted.first == "\"", quoted.last == "\"" else {
      throw TextFault(number, "text in quotes was expected")
    }
    var result = ""
    var rest = quoted.dropFirst().dropLast()
    while let character = rest.popFirst() {
      guard character != "\"" else { throw TextFault(number, "a quotation mark within a text is written \\\"") }
      guard character == "\\" else {
        result.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "\"": result.append("\"")
      case "\\": result.append("\\")
      default: throw TextFault(number, "a backslash stands before none of n, t, \\ and \"")
      }
    }
    return result
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
