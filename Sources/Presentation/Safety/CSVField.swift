/// Text as it stands in a field of CSV, whatever is in it.
package enum CSVField {
  /// A text that no spreadsheet takes for a formula and no terminal for a command: one that starts with `=`, `+`, `-`,
  /// `@`, a tab or a line break is prefixed with `'`; control characters but tabs and line breaks, which have no place
  /// in CSV, are replaced by visible signs.
  package static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      !(0..<0x20).contains(scalar.value) && !(0x7F..<0xA0).contains(scalar.value)
        || ["\t", "\n", "\r"].contains(scalar)
    }
    guard isPlain else { return guarded(text.withoutControls) }
    return ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) ? "'" + text : text
  }

  /// A field, in quotes where it needs them.
  package static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
