/// An HTML-like label, as Graphviz reads it, in which every text is escaped: for legends and tables.
///
/// ```swift
/// let legend = DOTMarkup.table(
///   [
///     [.init(.text("Partner").bold()), .init(.text("Reach").bold())],
///     [.init(.text(partner.name)), .init(.text("1,204"), ["ALIGN": "RIGHT"])],
///   ], ["BORDER": "0", "CELLBORDER": "1", "CELLSPACING": "0"])
/// ```
///
/// A table is a label of its own or the content of a cell; it cannot stand beside text.
/// Reference: Graphviz, *HTML-Like Labels*, https://graphviz.org/doc/info/shapes.html#html.
public struct DOTMarkup: Sendable, Hashable {
  /// The label as it stands between the angle brackets in DOT.
  public let source: String

  /// Wraps a source that is known to be well formed.
  init(wellFormed source: String) { self.source = source }

  /// A new line, centered.
  public static let lineBreak = DOTMarkup(wellFormed: "<BR/>")

  /// Returns text that is shown exactly as given; each newline starts a new line.
  public static func text(_ text: String) -> DOTMarkup {
    var source = ""
    // Graphviz drops text that is nothing but blanks, and cannot draw what is left.
    let isBlank = text.allSatisfy { $0 == " " || $0 == "\t" }
    let shown = DOTEncoding.text(isBlank ? String(repeating: "\u{A0}", count: text.count) : text)
    for scalar in shown.unicodeScalars {
      switch scalar {
      case "<": source += "&lt;"
      case ">": source += "&gt;"
      case "&": source += "&amp;"
      case "\"": source += "&quot;"
      default: source.unicodeScalars.append(scalar)
      }
    }
    return DOTMarkup(wellFormed: withLineBreaks(source))
  }

  /// Returns two labels one after the other.
  public static func + (left: DOTMarkup, right: DOTMarkup) -> DOTMarkup {
    DOTMarkup(wellFormed: left.source + right.source)
  }

  /// Returns this text in bold.
  public func bold() -> DOTMarkup { wrapped("B", [:]) }

  /// Returns this text in italics.
  public func italic() -> DOTMarkup { wrapped("I", [:]) }

  /// Returns this text or table with another color, size in points, or font.
  public func font(color: String? = nil, points: Double? = nil, family: String? = nil) -> DOTMarkup {
    var attributes: [(String, String)] = []
    if let color { attributes.append(("COLOR", color)) }
    if let points { attributes.append(("POINT-SIZE", DOTEncoding.number(points))) }
    if let family { attributes.append(("FACE", family)) }
    return attributes.isEmpty ? self : wrapped("FONT", attributes)
  }

  /// A cell of a table.
  public struct Cell: Sendable, Hashable {
    fileprivate let source: String

    /// Creates a cell. `attributes` are Graphviz's, such as `ALIGN`, `BGCOLOR`, `PORT`, `FIXEDSIZE`; their values are escaped.
    public init(_ content: DOTMarkup, _ attributes: KeyValuePairs<String, String> = [:]) {
      source = element("TD", attributes.map { ($0, $1) }, content.source)
    }
  }

  /// Returns a table, rows from the top, each with its cells from the left. Without a row it is an empty label.
  ///
  /// - Parameter attributes: Graphviz's, such as `BORDER`, `CELLPADDING`, `BGCOLOR`; their values are escaped.
  public static func table(_ rows: [[Cell]], _ attributes: KeyValuePairs<String, String> = [:]) -> DOTMarkup {
    let filled = rows.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return DOTMarkup(wellFormed: "") }
    let body = filled.map { row in element("TR", [], row.map(\.source).joined()) }.joined()
    return DOTMarkup(wellFormed: element("TABLE", attributes.map { ($0, $1) }, body))
  }

  private func wrapped(_ tag: String, _ attributes: KeyValuePairs<String, String>) -> DOTMarkup {
    wrapped(tag, attributes.map { ($0, $1) })
  }

  private func wrapped(_ tag: String, _ attributes: [(String, String)]) -> DOTMarkup {
    source.isEmpty ? self : DOTMarkup(wellFormed: element(tag, attributes, source))
  }

  /// Turns Graphviz's escape for a new line into a tag. Backslashes of the text come in pairs.
  private static func withLineBreaks(_ source: String) -> String {
    var result = ""
    var isAfterBackslash = false
    for scalar in source.unicodeScalars {
      if isAfterBackslash {
        result += scalar == "n" ? "<BR/>" : "\\\\"
        isAfterBackslash = false
      } else if scalar == "\\" {
        isAfterBackslash = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

private func element(_ tag: String, _ attributes: [(String, String)], _ content: String) -> String {
  var opening = "<" + tag
  for (name, value) in attributes {
    precondition(
      !name.isEmpty && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D },
      "The name of a markup attribute consists of letters and hyphens.")
    opening += " \(name)=\"\(DOTMarkup.text(value).source.replacingLineBreaks())\""
  }
  return "\(opening)>\(content)</\(tag)>"
}

extension String {
  /// Attribute values hold no tags: a line break becomes a space.
  fileprivate func replacingLineBreaks() -> String { split(separator: "<BR/>").joined(separator: " ") }
}
