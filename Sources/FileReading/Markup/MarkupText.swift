/// References of XML and GML: `&amp;`, `&#233;` and the like.
package enum MarkupText {
  /// The text with references replaced; nil if one is not defined and `isStrict`, else it stays as it is.
  package static func decoded(_ text: String, isStrict: Bool) -> String? {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&" else {
        result.append(scalar)
        continue
      }
      let name = rest.prefix(12).prefix { $0 != ";" }
      guard name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let value = value(of: String(name)) else {
        if isStrict { return nil }
        result.append(scalar)
        continue
      }
      result.append(value)
      rest = rest[rest.index(after: name.endIndex)...]
    }
    return String(result)
  }

  private static func value(of name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let number =
      name.hasPrefix("#x") || name.hasPrefix("#X") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return number.flatMap(Unicode.Scalar.init)
  }

  /// The text for XML, in an attribute or between elements. What XML cannot carry becomes U+FFFD.
  package static func xml(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\r", "\t": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether XML can carry every character of a text.
  package static func fitsXML(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF }) { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value < 0xFFFE || scalar.value > 0xFFFF || "\n\r\t".unicodeScalars.contains(scalar)
    }
  }
}
