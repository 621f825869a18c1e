import CampaignModel

/// Ids and names that may be one thing written in two ways, or were damaged on their way through a spreadsheet.
struct NameChecks {
  private(set) var findings: [Finding] = []
  private let dataset: Dataset

  init(_ dataset: Dataset) {
    self.dataset = dataset
    lookalikes(
      "partner", dataset.tables.contains(.partners) ? "partners.csv" : "channels.csv",
      dataset.partners.map { [$0.id, $0.name ?? ""] })
    lookalikes("channel", "channels.csv", dataset.channels.map { [$0.id, $0.name ?? ""] })
    lookalikes("content", "contents.csv", dataset.contents.map { [$0.id, $0.title ?? ""] })
    checkDamage(dataset.contacts)
  }

  /// Rows whose ids, or whose names, differ only in case, blanks or Unicode form.
  private mutating func lookalikes(_ what: String, _ file: String, _ rows: [[String]]) {
    var groups: Set<[Int]> = []
    for column in 0...1 { groups.formUnion(ContactTwins.groups(rows.count) { ContactTwins.key(rows[$0][column]) }) }
    guard !groups.isEmpty else { return }
    let examples = groups.sorted { $0[0] < $1[0] }.map { group in group.map { rows[$0][0] }.joined(separator: " = ") }
    findings.append(
      Finding(
        .warning, "same_\(what)", file: file,
        "\(Finding.number(groups.count, "\(what) may be", "\(what)s may be")) another one under an id or name that differs "
          + "only in case, blanks or Unicode form: \(Finding.list(examples)).", count: groups.count))
  }

  private mutating func checkDamage(_ contacts: Contacts) {
    var exponents: [String] = []
    var decimals: [String] = []
    var replaced: [String] = []
    var broken: [String] = []
    var numbers: [String: Int] = [:]
    var zeros: [String] = []
    for contact in 0..<contacts.count {
      let id = contacts.ids[contact]
      if id.unicodeScalars.contains("\u{FFFD}") { replaced.append(id) }
      if id.utf8.contains(UInt8(ascii: "\n")) || id.utf8.contains(UInt8(ascii: "\r")) { broken.append(id) }
      guard let first = id.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else { continue }
      if id.wholeMatch(of: /[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+/) != nil { exponents.append(id) }
      if id.wholeMatch(of: /[0-9]+[.,]0+/) != nil { decimals.append(id) }
      guard id.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { continue }
      let bare = String(id.drop { $0 == "0" })
      if let other = numbers[bare] { zeros.append("\(contacts.ids[other]) = \(id)") } else { numbers[bare] = contact }
    }
    add(
      exponents, "was made a number by a spreadsheet and has", "were made numbers by a spreadsheet and have",
      "lost digits",
      "give the column the format text, and export it again")
    add(
      decimals, "is", "are", "written with decimals", "give the column the format text, and export it again")
    add(
      replaced, "holds", "hold", "the replacement character, where letters were lost", "export the table as UTF-8")
    add(zeros, "is", "are", "another one with zeros before it", "one of the tables has lost leading zeros")
    add(
      broken, "holds", "hold", "a line break",
      "a quote in the wrong place may have swallowed the rows between two of them")
  }

  private mutating func add(_ ids: [String], _ isOne: String, _ areMany: String, _ what: String, _ remedy: String) {
    guard !ids.isEmpty else { return }
    findings.append(
      .ofContacts(
        .warning, "damaged_id", file: "contacts.csv", ids.sorted(), "id of a contact \(isOne)",
        "ids of contacts \(areMany)", what, in: dataset, then: "; \(remedy)"))
  }
}
