/// Changes to the SVG files that Graphviz writes.
enum SVGText {
  private static let joiner = Array("\u{2060}".utf8)
  private static let joined = Array("&amp;\u{2060}".utf8)

  /// Returns the file without its document type, which refers to another site; without the title of a graph that has none, which is
  /// a number that changes; and without the joiners that kept entities of a text from being read as such.
  static func cleaned(_ file: [UInt8], anonymousTitle: String?) -> [UInt8] {
    var bytes = file
    if let start = firstRange(of: "<!DOCTYPE", in: bytes[...]),
      let end = firstRange(of: ">\n", in: bytes[start.upperBound...])
    {
      bytes.removeSubrange(start.lowerBound..<end.upperBound)
    }
    if let title = anonymousTitle {
      for part in [" Title: \(title)", "<title>\(title)</title>\n"] {
        if let range = firstRange(of: part, in: bytes[...]) { bytes.removeSubrange(range) }
      }
    }
    return withoutJoiners(bytes)
  }

  private static func withoutJoiners(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      result.append(bytes[index])
      index += 1
      // The joiner's last byte was copied: was it part of the pattern, and does an entity seem to follow?
      if bytes[index - 1] == joined[joined.count - 1], result.count >= joined.count,
        result[(result.count - joined.count)...].elementsEqual(joined),
        DOTEncoding.seemsEntity(Array(String(decoding: bytes[index...].prefix(64), as: UTF8.self).unicodeScalars)[...])
      {
        result.removeLast(3)
        // Joiners of the text itself stay.
        while bytes[index...].starts(with: joiner) {
          result += joiner
          index += joiner.count
        }
      }
    }
    return result
  }
}

extension Picture {
  /// The picture as an `svg` element that can stand in an HTML page, beside others: without prolog and comments, and with `prefix` before
  /// every id in it. Only for pictures in ``PictureFormat/svg``.
  ///
  /// The element keeps its width and height; `svg { max-width: 100%; height: auto }` fits it into a narrow page.
  ///
  /// - Parameters:
  ///   - prefix: ASCII letters, digits, hyphens and underscores, starting with a letter; another one for each picture of a page.
  ///   - label: what the picture shows, for readers who cannot see it; any text.
  public func embeddableSVG(idPrefix prefix: String, label: String? = nil) -> String {
    precondition(format == .svg, "Only an SVG picture can be embedded as an element.")
    precondition(
      prefix.first.map { $0.isASCII && $0.isLetter } ?? false
        && prefix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") },
      "The prefix of ids consists of ASCII letters, digits, hyphens and underscores.")
    var element = bytes[...]
    if let start = firstRange(of: "<svg", in: element) { element = element[start.upperBound...] }
    element = withoutComments(element)[...]
    // Quotes in texts are escaped, so what stands in quotes below is always an attribute.
    for reference in [" id=\"", "=\"url(#", "xlink:href=\"#", " href=\"#"] {
      element = inserting(prefix, behind: reference, in: element)[...]
    }
    let attributes = label.map { " role=\"img\" aria-label=\"\(escapedAttribute($0))\"" } ?? ""
    return "<svg" + attributes + String(decoding: element, as: UTF8.self)
  }
}

/// Returns where `pattern`, which is not empty, first occurs; the library's own search takes seconds on a megabyte.
private func firstRange(of pattern: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
  let pattern = Array(pattern.utf8)
  var start = bytes.startIndex
  while start <= bytes.endIndex - pattern.count {
    var length = 0
    while length < pattern.count, bytes[start + length] == pattern[length] { length += 1 }
    if length == pattern.count { return start..<(start + length) }
    start += 1
  }
  return nil
}

private func withoutComments(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var rest = bytes
  while let start = firstRange(of: "<!--", in: rest), let end = firstRange(of: "-->", in: rest[start.upperBound...]) {
    result += rest[..<start.lowerBound]
    rest = rest[end.upperBound...]
    if rest.first == UInt8(ascii: "\n") { rest.removeFirst() }
  }
  return result + rest
}

private func inserting(_ prefix: String, behind pattern: String, in bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var rest = bytes
  while let range = firstRange(of: pattern, in: rest) {
    result += rest[..<range.upperBound]
    result += prefix.utf8
    rest = rest[range.upperBound...]
  }
  return result + rest
}

private func escapedAttribute(_ text: String) -> String {
  var result = ""
  for scalar in DOTEncoding.shown(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
