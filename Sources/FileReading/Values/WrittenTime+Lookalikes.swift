import CampaignModel

extension WrittenTime {
  /// What a value that is no date or time looks like, and what to do; the usual expectation where it looks like nothing
  /// known. The same for all values that look alike.
  package static func complaint(of bytes: ArraySlice<UInt8>, order: DateOrder?) -> String {
    let text = String(decoding: WhiteSpace.trimmed(bytes), as: UTF8.self)
    return numberComplaint(text) ?? dateComplaint(text, order) ?? expectation
  }

  private static func numberComplaint(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }),
      let whole = parts.first, let number = Int(whole)
    else { return nil }
    switch whole.count {
    case 5 where (20_000...80_000).contains(number):
      return
        "looks like a spreadsheet's serial number of a day; give the column a date format before it is saved as text"
    case 8 where CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) != nil:
      return "looks like a date written without separators; expected one such as 2025-03-01"
    case 9...10: return "looks like seconds since 1970; expected a date or time such as 2025-03-01T09:30:00Z"
    case 12...13: return "looks like milliseconds since 1970; expected a date or time such as 2025-03-01T09:30:00Z"
    case 15...16: return "looks like microseconds since 1970; expected a date or time such as 2025-03-01T09:30:00Z"
    case 18...19: return "looks like nanoseconds since 1970; expected a date or time such as 2025-03-01T09:30:00Z"
    default: return nil
    }
  }

  private static func dateComplaint(_ text: String, _ order: DateOrder?) -> String? {
    let date = text.prefix { $0.isNumber || "./-".contains($0) }
    let parts = date.split(omittingEmptySubsequences: false) { "./-".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
      let isNamed =
        text.contains { $0.isLetter } && text.contains { $0.isNumber }
        && monthNames.contains { name in
          text.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(name) }
        }
      return isNamed ? "names a month in words; expected a date or time such as 2025-03-01" : nil
    }
    guard parts[0].count <= 2 else { return nil }
    if parts[2].count == 2 { return "has a year of two digits; expected one of four" }
    guard parts[2].count == 4, let first = Int(parts[0]), let second = Int(parts[1]) else { return nil }
    let usesSlashes = date.contains("/")
    if usesSlashes, order == nil {
      return "begins with the day or the month; date_order: dmy or date_order: mdy in reefknot.yaml says which"
    }
    if usesSlashes, let order, order == .dayFirst ? second > 12 : first > 12 {
      return "does not fit date_order: \(order.rawValue) in reefknot.yaml"
    }
    return !usesSlashes && date.contains("-")
      ? "begins with the day or the month; expected a date such as 2025-03-01 or 01.03.2025" : nil
  }

  /// How the names of months begin in English and German.
  private static let monthNames = [
    "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
  ]
}
