import CampaignModel
import FileReading

/// A pattern of times, such as `dd/MM/yy HH:mm` (a part of Unicode's date field symbols, UTS 35).
struct TimePattern: Hashable, Sendable {
  fileprivate enum Part: Hashable {
    case field(Character, width: Int)
    case literal(UInt8)
  }

  let text: String
  private var parts: [Part] = []

  /// Nil for a text that is no pattern: it needs year, month and day, and knows y, M, d, H, h, m, s, S, a and Z.
  init?(_ text: String) {
    self.text = text
    guard text.utf8.count <= 64 else { return nil }
    var isQuoted = false
    for character in text {
      if character == "'" {
        isQuoted.toggle()
      } else if isQuoted || !character.isLetter {
        parts += character.utf8.map(Part.literal)
      } else if case .field(character, let width)? = parts.last {
        parts[parts.count - 1] = .field(character, width: width + 1)
      } else {
        guard "yMdHhmsSaZ".contains(character) else { return nil }
        parts.append(.field(character, width: 1))
      }
    }
    let fields = Set(parts.compactMap { if case .field(let letter, _) = $0 { letter } else { nil } })
    guard !isQuoted, fields.isSuperset(of: ["y", "M", "d"]) else { return nil }
  }

  /// Reads a time; nil where it does not fit.
  func written(_ bytes: ArraySlice<UInt8>) -> WrittenTime? {
    var rest = bytes
    var values: [Character: Int] = [:]
    var clock = ""
    for (place, part) in parts.enumerated() {
      switch part {
      case .literal(let byte):
        guard rest.popFirst() == byte else { return nil }
      case .field("M", let width) where width >= 3:
        let word = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 != UInt8(ascii: ".") }
        guard let month = NamedMonth.number(of: String(decoding: word, as: UTF8.self)) else { return nil }
        values["M"] = month
        rest = rest.dropFirst(word.count)
      case .field("a", _):
        clock = String(decoding: rest.prefix(2), as: UTF8.self)
        rest = rest.dropFirst(2)
      case .field("Z", _):
        clock += " " + String(decoding: rest, as: UTF8.self)
        rest = []
      case .field(let letter, let width):
        // Digits that nothing parts from the next field are as many as the pattern has letters.
        let isTight = place + 1 < parts.count && parts[place + 1].isDigits
        let most = isTight ? width : max(width, letter == "y" ? 4 : letter == "S" ? 9 : 2)
        let digits = rest.prefix(most).prefix { $0 &- UInt8(ascii: "0") < 10 }
        guard !digits.isEmpty, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        values[letter] = letter == "S" ? TimePattern.thousandths(digits) : number
        if letter == "y", digits.count == 2 { values["y"] = 2000 + number }
        rest = rest.dropFirst(digits.count)
      }
    }
    guard rest.isEmpty, let year = values["y"], let month = values["M"], let day = values["d"],
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard let hour = values["H"] ?? values["h"] else {
      return WrittenTime(date: date, millisecondsOfDay: nil, offset: nil)
    }
    func two(_ letter: Character) -> String { TimePattern.padded(values[letter] ?? 0, 2) }
    let fraction = TimePattern.padded(values["S"] ?? 0, 3)
    let spelled = Array(
      "\(date.description) \(TimePattern.padded(hour, 2)):\(two("m")):\(two("s")).\(fraction) \(clock)".utf8)
    return WrittenTime(spelled.span)
  }

  private static func thousandths(_ digits: ArraySlice<UInt8>) -> Int {
    let three = Array((digits + [48, 48, 48]).prefix(3))
    return three.reduce(0) { $0 * 10 + Int($1 &- 48) }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension TimePattern.Part {
  /// Whether it is a field of digits.
  fileprivate var isDigits: Bool {
    if case .field(let letter, let width) = self {
      letter != "a" && letter != "Z" && !(letter == "M" && width >= 3)
    } else {
      false
    }
  }
}
