import FileReading

/// Which cell styles of a workbook show dates.
struct NumberFormats {
  /// For each style, whether its numbers are dates or times.
  private var areTimes: [Bool] = []

  /// No styles: all numbers are numbers.
  init() {}

  /// - Parameter tokens: of styles.xml.
  init(_ tokens: MarkupTokens) throws(ReadingError) {
    var tokens = tokens
    var own: [Int: Bool] = [:]
    var isWithinCellStyles = false
    while let token = try tokens.next() {
      switch token {
      case .start:
        if tokens.isElement("numFmt"), let id = tokens.number("numFmtId"), let code = try tokens.text("formatCode") {
          own[id] = NumberFormats.showsTime(code)
        } else if tokens.isElement("cellXfs") {
          isWithinCellStyles = true
        } else if tokens.isElement("xf"), isWithinCellStyles {
          let id = tokens.number("numFmtId") ?? 0
          areTimes.append(own[id] ?? NumberFormats.isBuiltInTime(id))
        }
      case .end: if tokens.isElement("cellXfs") { isWithinCellStyles = false }
      case .text: break
      }
    }
  }

  /// Whether numbers of a style are dates or times.
  func isTime(style: Int) -> Bool { style < areTimes.count && areTimes[style] }

  /// The formats of dates and times that workbooks do not define (ECMA-376, part 1, 18.8.30, with those of East Asian
  /// languages).
  private static func isBuiltInTime(_ id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
  }

  /// Whether a format's code has letters of dates or times outside quotes, brackets and escapes.
  static func showsTime(_ code: String) -> Bool {
    if code.lowercased().hasPrefix("general") { return false }
    var isQuoted = false
    var isBracketed = false
    var bracket = ""
    var isEscaped = false
    // Only the first section, which is for positive numbers.
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        if character == "]" {
          isBracketed = false
          // [h], [mm] and [ss] count hours, minutes and seconds; other brackets hold colors, languages and conditions.
          if !bracket.isEmpty, bracket.allSatisfy({ "hms".contains($0) }) { return true }
        } else {
          bracket.append(character)
        }
      } else {
        switch character {
        case "\"": isQuoted = true
        case "\\", "_", "*": isEscaped = true
        case "[": (isBracketed, bracket) = (true, "")
        case ";": return false
        case "y", "m", "d", "h", "s": return true
        default: break
        }
      }
    }
    return false
  }
}
