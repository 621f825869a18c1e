import CampaignModel
package import FileReading

/// A draft of import.yaml for a file that no recipe fits. Every guess is marked, and nothing is imported by it until a
/// person has looked.
package enum RecipeDraft {
  /// So many rows are looked at.
  private static let sampledRows = 200

  /// Writes a draft for a file.
  package static func text(for path: String) throws(ReadingError) -> String {
    let file = SourceFile(name: path, path: path)
    let table = try ExportOpener.table(in: file, ReadingRules()) { names in names.count { !$0.isEmpty } > 1 ? 1 : 0 }
    let guesses = try guesses(of: table)
    var lines = [
      "# A draft for \(comment(path)). Look at every line that says \"guessed\", then remove the line \"draft\" and run",
      "#   reefknot import import.yaml",
      "draft: yes",
      "output: dataset",
      "timezone: UTC  # guessed: the zone of times that do not say theirs, such as Europe/Berlin",
      "owner: partner  # guessed: the partner that owns the channels which no table lists",
      "sources:",
      "  - files: \(JSONText.quoted(path))",
    ]
    let undecided = guesses.filter(\.isUndecided)
    if !undecided.isEmpty {
      let forms = undecided.map { "\(JSONText.quoted($0.name)): dmy" }.joined(separator: ", ")
      lines.append("    times: {\(forms)}  # guessed: day first; mdy if the month is")
    }
    lines += rules(guesses)
    let unused = guesses.filter { $0.meaning == nil }.map { comment($0.name) }
    if !unused.isEmpty { lines.append("    # columns without a guess: \(unused.joined(separator: ", "))") }
    lines.append("    # kinds are \(KindTable.standard.kinds.map(\.name).joined(separator: ", "))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comment(_ text: String) -> String { ShownText.escape(text) }

  private static func guesses(of table: any ExportTable) throws(ReadingError) -> [ColumnGuess] {
    let columns = Array(table.columns.prefix(200))
    var reader = ExpressionReader(file: "draft")
    let references = columns.map { reader.reference($0, list: nil) }
    table.bind(ColumnBinding(reader.references, lists: []) { _ in [] })
    var samples = [[String]](repeating: [], count: columns.count)
    var rows = 0
    try table.forEachRow(SourceAccount(skipsInvalid: true, keepsRejects: false)) { row in
      rows += 1
      guard rows <= sampledRows else { return }
      for (place, reference) in references.enumerated() {
        samples[place].append(String(decoding: row.bytes(reference), as: UTF8.self))
      }
    }
    return zip(columns, samples).filter { !$0.0.isEmpty }.map { ColumnGuess(name: $0.0, samples: $0.1) }
  }

  private static func rules(_ guesses: [ColumnGuess]) -> [String] {
    func first(_ meaning: ColumnGuess.Meaning) -> ColumnGuess? { guesses.first { $0.meaning == meaning } }
    var contact: [String] = []
    if let email = first(.email) { contact.append("email: \(JSONText.quoted(email.name))") }
    if let id = first(.id) { contact.append("id: \(JSONText.quoted(id.name)), prefix: own") }
    var lines: [String] = []
    if !contact.isEmpty {
      lines.append("    contacts:")
      lines.append(
        "      id: {\(contact.joined(separator: ", "))}  # guessed: \(first(.email)?.reason ?? "by its name")")
      let names =
        [first(.firstName), first(.lastName)].compactMap { $0?.name }
        + (first(.firstName) == nil ? [first(.name)?.name].compactMap(\.self) : [])
      if !names.isEmpty {
        lines.append("      name: {join: [\(names.map(JSONText.quoted).joined(separator: ", "))]}  # guessed")
      }
      if let company = first(.organization) {
        lines.append("      organisation: \(JSONText.quoted(company.name))  # guessed")
      }
    }
    guard let time = first(.time), !contact.isEmpty else {
      lines.append(
        "    # no touches are guessed: "
          + (contact.isEmpty ? "no column tells who was touched" : "no column tells when"))
      return lines
    }
    lines.append("    touchpoints:")
    lines.append("      time: \(JSONText.quoted(time.name))  # guessed: \(time.reason)")
    lines.append("      contact: {\(contact.joined(separator: ", "))}  # guessed")
    if let channel = first(.channel) {
      lines.append("      channel: {slug: \(JSONText.quoted(channel.name))}  # guessed: \(channel.reason)")
    } else {
      lines.append("      channel: =channel  # guessed: the id of the channel that all rows are in")
    }
    lines += kind(first(.kind))
    for (column, meaning) in [("content", ColumnGuess.Meaning.content), ("value", .value), ("cost", .cost)] {
      if let guess = first(meaning) {
        let value = column == "content" ? "{slug: \(JSONText.quoted(guess.name))}" : JSONText.quoted(guess.name)
        lines.append("      \(column): \(value)  # guessed: \(guess.reason)")
      }
    }
    return lines
  }

  /// The kinds that values seem to mean.
  private static let kindWords: [(String, [String])] = [
    ("open", ["open", "opened", "geöffnet", "öffnung", "opn"]),
    ("click", ["click", "clicked", "geklickt", "klick", "clk"]),
    ("delivery", ["delivered", "sent", "zugestellt", "gesendet", "versendet", "delivery"]),
    ("attendance", ["checkedin", "attended", "teilgenommen", "anwesend"]),
    ("booking", ["registered", "angemeldet", "attending", "booked", "gebucht"]),
    ("order", ["order", "paid", "bestellung", "bezahlt", "purchase", "kauf"]),
    ("signup", ["signup", "subscribed", "anmeldung", "abonniert", "subscribe"]),
    ("visit", ["visit", "besuch", "pageview"]), ("donation", ["donation", "spende"]),
  ]

  private static func kind(_ guess: ColumnGuess?) -> [String] {
    guard let guess, !guess.values.isEmpty else {
      return ["      kind: =open  # guessed: what all rows are"]
    }
    var lines = [
      "      kind:  # guessed: \(guess.reason)", "        map: \(JSONText.quoted(guess.name))", "        values:",
    ]
    let standard = KindTable.standard.kinds.map(\.name)
    var unknown: [String] = []
    for value in guess.values {
      let form = MatchingForm.of(value)
      if let kind = standard.first(where: { MatchingForm.of($0) == form })
        ?? kindWords.first(where: { $0.1.contains(form) })?.0
      {
        lines.append("          \(JSONText.quoted(value)): \(kind)  # guessed")
      } else {
        unknown.append(value)
      }
    }
    if unknown.count == guess.values.count { lines[2] = "        values: {}" }
    for value in unknown { lines.append("          # \(JSONText.quoted(value)): which kind?") }
    lines.append("        else: error  # or ignore")
    return lines
  }
}
