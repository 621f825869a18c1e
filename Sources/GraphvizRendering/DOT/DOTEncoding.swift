/// How text and names become strings that DOT can carry and Graphviz shows unchanged.
///
/// Three readers stand between a text and the picture. DOT's scanner knows only `\"` and a backslash before a line's
/// end. Graphviz's labels know `\N`, `\G`, `\l` and others, and HTML entities such as `&lt;`. Graphviz's SVG writer
/// leaves an `&` unescaped where an entity seems to follow. The answers are: every backslash is doubled, and an `&`
/// that an entity seems to follow gets an invisible WORD JOINER (U+2060) behind it, which rendering to SVG takes out again.
enum DOTEncoding {
  /// Stands behind an `&` so that what follows is not taken for an entity.
  static let joiner: Unicode.Scalar = "\u{2060}"
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Returns a label's text as Graphviz stores it. A line without anything to see gets a blank, unless it ends the text:
  /// Graphviz's bitmaps cannot draw it otherwise.
  static func text(_ text: String) -> String {
    var lines = shown(text).split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices where isInvisible(lines[index]) && (index < lines.count - 1 || !lines[index].isEmpty) {
      lines[index] += "\u{A0}"
    }
    return escaped(lines.joined(separator: "\n"), newline: "\\n")
  }

  /// Returns words for one line of a background, which knows no escapes: as they can be shown, kept from being read as
  /// entities, and with U+2216, which looks the same, for each backslash, which DOT's quotes count differently.
  static func line(_ text: String) -> String {
    let scalars = Array(shown(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n": result.append(" ")
      case "\\": result.append("\u{2216}")
      default:
        result.append(scalar)
        if scalar == "&", seemsEntity(scalars[(index + 1)...]) { result.append(joiner) }
      }
    }
    return String(result)
  }

  /// Whether a name that stands in for a label needs ``text(_:)`` to be drawn.
  static func needsLabel(_ name: String) -> Bool {
    !name.isEmpty && (name.utf8.contains(0x0A) || isInvisible(name[...]))
  }

  private static func isInvisible(_ line: Substring) -> Bool {
    line.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
  }

  /// Returns text as it can be shown: lines end in U+000A only, directional controls are closed at each line's end,
  /// and characters that XML or a font cannot carry are U+FFFD.
  static func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var open: [Unicode.Scalar] = []
    func closeDirections() {
      while let closer = open.popLast() { result.append(closer) }
    }
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      defer { previousWasReturn = scalar == "\r" }
      switch scalar {
      case "\n" where previousWasReturn: break
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
        closeDirections()
        result.append("\n")
      case "\t": result.append(" ")
      case "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}":
        open.append("\u{202C}")
        result.append(scalar)
      case "\u{2066}", "\u{2067}", "\u{2068}":
        open.append("\u{2069}")
        result.append(scalar)
      case "\u{202C}", "\u{2069}":
        // A closer that closes nothing, or across another pair, has no effect on the text and is left out.
        if open.last == scalar { result.append(open.removeLast()) }
      default: result.append(cannotBeShown(scalar) ? replacement : scalar)
      }
    }
    closeDirections()
    return String(result)
  }

  /// Returns a name (of a node, a graph or a subgraph) as Graphviz stores it. Different names stay different, and the
  /// default label `\N` shows the name itself.
  ///
  /// Characters that cannot be stored are written as U+FFFD and their number in braces, as is U+FFFD; a leading `%`, by which Graphviz
  /// marks names of its own, gets a WORD JOINER before it.
  static func name(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    if name.unicodeScalars.first(where: { $0 != joiner }) == "%" { result.append(joiner) }
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == replacement || scalar == "\r" || cannotBeShown(scalar) || isLoneNewline(scalars, at: index) {
        result.append(replacement)
        result.append(contentsOf: "{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return escaped(String(result), newline: "\n")
  }

  /// Returns the name that ``name(_:)`` turned into `stored`; for names written by others, their plain reading.
  static func decodedName(_ stored: String) -> String {
    let scalars = Array(stored.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    if scalars.first == joiner, scalars.first(where: { $0 != joiner }) == "%" { index = 1 }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == replacement, let (original, end) = numbered(scalars, at: index) {
        result.append(original)
        index = end
        continue
      }
      result.append(scalar)
      let next = index < scalars.count ? scalars[index] : nil
      if scalar == "\\", next == "\\" { index += 1 }
      if scalar == "&", next == joiner, seemsEntity(scalars[(index + 1)...]) { index += 1 }
    }
    return String(result)
  }

  /// Returns `value` with a backslash more wherever DOT cannot express it: an odd number of backslashes before a quote,
  /// a line's end or the end. A newline that the scanner would drop becomes `\n`, which labels show the same.
  static func quotable(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    var isOdd = false
    let scalars = Array(value.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isLoneNewline(scalars, at: index) {
        if isOdd { result.append("\\") }
        isOdd = false
        result.append(contentsOf: "\\n".unicodeScalars)
        continue
      }
      if isOdd, scalar == "\"" || scalar == "\n" || scalar == "\r" { result.append("\\") }
      isOdd = scalar == "\\" ? !isOdd : false
      result.append(scalar.value == 0 ? replacement : scalar)
    }
    if isOdd { result.append("\\") }
    return String(result)
  }

  /// Returns a stored value in DOT's quotes; the value must be ``quotable(_:)``.
  static func quoted(_ stored: String) -> String {
    var result = "\""
    for scalar in stored.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Returns a number with at most six decimals, in any locale with a point.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite, "A DOT attribute needs a finite number.")
    let rounded = abs(value) < 1e9 ? (value * 1e6).rounded() / 1e6 : value
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int64(rounded)) }
    return "\(rounded)"
  }

  /// Whether the scalars, which follow an `&`, might be read as the rest of an entity, joiners before them left aside.
  static func seemsEntity(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = scalars.drop { $0 == joiner }
    if rest.first == "#" { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
    return rest.dropFirst(digits.count).first == ";"
  }

  private static func escaped(_ text: String, newline: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: newline.unicodeScalars)
      case "&":
        result.append(scalar)
        if seemsEntity(scalars[(index + 1)...]) { result.append(joiner) }
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether the scanner of DOT would drop the newline at `index`: it does where it stands alone between quotes and backslashes.
  private static func isLoneNewline(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == "\n" else { return false }
    let before = index > 0 ? scalars[index - 1] : "\""
    let after = index + 1 < scalars.count ? scalars[index + 1] : "\""
    return (before == "\"" || before == "\\") && (after == "\"" || after == "\\")
  }

  private static func cannotBeShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Reads `{hex}` at `start`; returns the character it stands for and where it ends.
  private static func numbered(_ scalars: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int)? {
    guard start < scalars.count, scalars[start] == "{" else { return nil }
    guard let end = scalars[start...].prefix(8).firstIndex(of: "}") else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: scalars[(start + 1)..<end])
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }
}

extension DOTDocument {
  /// Returns a name (of a node, a graph or a subgraph) as its author sees it, from what Graphviz stores: the inverse of what
  /// ``text`` does to names.
  package static func decodedName(_ stored: String) -> String { DOTEncoding.decodedName(stored) }
}
