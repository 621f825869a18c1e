import CampaignModel
import FileReading

/// Times with the month in words, such as `Mar 2, 2025 09:06:05`, `2. März 2025` or `Sunday, March 2, 2025 9:30 PM`.
enum NamedMonth {
  /// How the names of months begin in English and German.
  private static let beginnings: [(String, Int)] = [
    ("jan", 1), ("jän", 1), ("feb", 2), ("mar", 3), ("mär", 3), ("mrz", 3), ("apr", 4), ("may", 5), ("mai", 5),
    ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("okt", 10), ("nov", 11), ("dec", 12), ("dez", 12),
  ]

  /// Names in full, which a word must be the beginning of.
  private static let names = [
    "january", "january", "januar", "jänner", "february", "februar", "march", "märz", "mrz", "april", "may", "mai",
    "june", "juni", "july", "juli", "august", "september", "sept", "october", "oktober", "november", "december",
    "dezember",
  ]

  /// The number of a month by its name or the beginning of it; nil for another word.
  static func number(of word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3, names.contains(where: { $0.hasPrefix(word) }) else { return nil }
    return beginnings.first { word.hasPrefix($0.0) }?.1
  }

  /// Reads a time; nil where it is not of this form. Day and year are told apart by the digits of the year.
  static func written(_ bytes: ArraySlice<UInt8>) -> WrittenTime? {
    guard bytes.count <= 64, bytes.contains(where: { $0 | 0x20 >= UInt8(ascii: "a") }),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    var words = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\u{202F}" }.map(String.init)
    if words.first.map({ Weekday.contains($0) }) ?? false { words.removeFirst() }
    guard words.count >= 3 else { return nil }
    let date = words.prefix(3)
    var (day, month, year): (Int?, Int?, Int?) = (nil, nil, nil)
    for word in date {
      let bare = word.hasSuffix(".") ? word.dropLast() : word[...]
      if month == nil, let named = number(of: bare) {
        month = named
      } else if bare.count == 4, let number = Int(bare), year == nil {
        year = number
      } else if bare.count <= 2, let number = Int(bare), day == nil {
        day = number
      } else {
        return nil
      }
    }
    guard let day, let month, let year, let civil = CivilDate(year: year, month: month, day: day) else { return nil }
    let clock = words.dropFirst(3).filter { !["at", "um", "Uhr", "-"].contains($0) }.joined(separator: " ")
    let spelled = Array("\(civil.description) \(clock)".utf8)
    return WrittenTime(spelled.span)
  }

  private enum Weekday {
    private static let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch",
      "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    ]

    static func contains(_ word: String) -> Bool {
      let word = word.lowercased().filter { $0 != "." }
      return word.count >= 2 && names.contains { $0.hasPrefix(word) }
    }
  }
}
