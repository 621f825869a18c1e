/// Text as it stands in quotes in JSON or a script that is part of a page.
package enum ScriptText {
  /// Returns text in which all but letters, digits, blanks and a few signs is `\uXXXX`: it ends neither the quotes nor the
  /// element.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for unit in text.utf16 {
      let scalar = Unicode.Scalar(UInt32(unit))
      if let scalar,
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " .,:–…".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result
  }
}
