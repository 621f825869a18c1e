import Foundation

/// Names as ids: lower-case ASCII letters, digits and `-`.
enum Slug {
  /// German letters are spelled out as German does; accents are dropped; everything else parts words.
  static func of(_ text: String) -> String {
    var slug = ""
    var isApart = false
    for scalar in plain(text).unicodeScalars {
      guard let spelled = spelling(scalar) else {
        isApart = true
        continue
      }
      if isApart, !slug.isEmpty { slug += "-" }
      isApart = false
      slug += spelled
    }
    return slug
  }

  /// Lower case, with the umlauts kept and other accents apart from their letters.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text.precomposedStringWithCanonicalMapping.lowercased() {
      result += "äöüß".contains(character) ? String(character) : String(character).decomposedStringWithCanonicalMapping
    }
    return result
  }

  /// Nil for what parts words; empty for what is dropped.
  private static func spelling(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "ä": "ae"
    case "ö", "ø": "oe"
    case "ü": "ue"
    case "ß": "ss"
    case "æ": "ae"
    case "đ": "d"
    case "ł": "l"
    case "'", "’": ""
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .format: ""
      // Other scripts keep their letters: an id may hold them.
      case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .spacingMark: String(scalar)
      default: nil
      }
    }
  }
}
