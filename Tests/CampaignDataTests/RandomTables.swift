import TestSupport

/// Writes contacts.csv and touchpoints.csv with everything that makes a reader stumble.
struct RandomTables {
  private var generator: SeededGenerator
  private let separator: String
  private let lineBreak: String
  private let quotes: Bool
  /// Whether rows have numbers that order them.
  private let numbered: Bool
  /// Share of rows with something wrong, in per mille.
  private let badness: Int

  init(seed: UInt64, badness: Int) {
    generator = SeededGenerator(seed: seed)
    separator = [",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
    lineBreak = ["\n", "\r\n", "\r\n", "\r", "\r\r\n"].randomElement(using: &generator) ?? "\n"
    quotes = Bool.random(using: &generator)
    numbered = Int.random(in: 0..<3, using: &generator) == 0
    self.badness = badness
  }

  mutating func contacts(rows: Int) -> String {
    var text =
      ["id", "Name", "segment", "RELEVANT", "organisation", "Holdout"].joined(separator: separator) + lineBreak
    for row in 0..<rows {
      let id = chance(badness) ? "c\(row / 2)" : contact(row)
      text += line([
        id, pick(["", "Jörg", "a \"b\"", "two\nlines"]),
        pick(["", "new", " loyal", "loyal", "very loyal customers", "\u{A0}"]),
        chance(badness) ? "maybe" : pick(["", "true", "JA", "nein", "0", "yEs", "WAHR", " falsch"]),
        pick(["", "A&B", "Ünion"]),
        chance(badness) ? "perhaps" : pick(["", "", "true", "no", "1"]),
      ])
    }
    return text
  }

  mutating func touchpoints(rows: Int) -> String {
    let header = ["time", "contact", "channel", "kind", "content", "value", "cost", numbered ? "row" : "other", "note"]
    var text = header.joined(separator: separator) + lineBreak
    for place in 0..<rows {
      let row = Int.random(in: 0..<40, using: &generator)
      text += line([
        time(),
        chance(badness)
          ? pick(["", "NULL", "(not set)", " ", "Anonymous"]) : pick(["", "", " ", "\u{200B}"]) + contact(row),
        pick(["ch1", "ch2", "a long channel"], or: "ch9"),
        pick(["open", "Click", "impression", "CONTRIBUTION", " share "], or: "opened"),
        pick(["", "x1", "content-2"], or: "x9"),
        pick(["", "", "12.5", "-3", "1e3", "25 €", "1'234.50", "45 %"], or: "NaN"),
        pick(["", "", "0.25"], or: "1 00"), numbered ? pick(["", "7", "12", "3"], or: "x") : "",
        pick(["", "ö", "a\"\"b", "new\nline"]),
      ])
      if chance(10) { text += lineBreak }
      if chance(10) { text += String(repeating: separator, count: 8) + " " + lineBreak }
      if chance(20), place < rows - 1 { text += line(["2025-03-12", contact(row), "ch1", "open"]) }
    }
    return chance(300) ? String(text.dropLast(lineBreak.count)) : text
  }

  private func contact(_ number: Int) -> String {
    number % 3 == 0 ? "contact-number-\(number)" : number % 3 == 1 ? "c\(number)" : "käse\(number)"
  }

  private mutating func time() -> String {
    let day = Int.random(in: 10...31, using: &generator)
    let second = Int.random(in: 10...59, using: &generator)
    return pick(
      [
        "2025-03-\(day)T12:30:\(second)Z", "2025-03-\(day)", "2025-03-\(day)T12:30:\(second).5+02:00",
        "2025-03-\(day) 02:30", "\(day).03.2025 23:15:\(second)", "2025-03-\(day)t12:30:\(second)z",
        "\(day).3.2025 9:30", "2025/03/\(day) 02:30 UTC",
        "2025-03-\(day)  2:30:\(second) PM", " 2025-03-\(day)T12:30:\(second)Z", "2025-03-\(day)T12:30:\(second)+0100",
      ], or: "2025-13-\(day)T12:30:00Z")
  }

  private mutating func line(_ fields: [String]) -> String {
    var fields = fields.map { field(String($0)) }
    if chance(badness) { fields.removeLast() }
    if chance(badness) { fields.append("more") }
    return fields.joined(separator: separator) + lineBreak
  }

  private mutating func field(_ text: String) -> String {
    if quotes, chance(badness / 4) { return text + "\"" }
    if quotes, chance(badness / 4) { return "\"" + text }
    guard quotes else { return text.filter { $0 != "\"" && !$0.isNewline } }
    let needsQuotes = text.contains { $0 == "\"" || $0.isNewline || String($0) == separator }
    guard needsQuotes || chance(200) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private mutating func pick(_ choices: [String], or bad: String? = nil) -> String {
    if let bad, chance(badness) { return bad }
    return choices.randomElement(using: &generator) ?? ""
  }

  private mutating func chance(_ perMille: Int) -> Bool { Int.random(in: 0..<1000, using: &generator) < perMille }
}
