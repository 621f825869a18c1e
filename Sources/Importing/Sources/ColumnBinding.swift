import CampaignModel

/// Where a file has the columns that a recipe asks for.
struct ColumnBinding: Sendable {
  let references: [ColumnReference]
  let lists: [String]
  /// The spellings of each reference's name, in matching form, the recipe's own first.
  let spellings: [[String]]

  /// - Parameter spellings: the other names of a column that a recipe knows.
  init(_ references: [ColumnReference], lists: [String], spellings: (String) -> [String]) {
    self.references = references
    self.lists = lists
    self.spellings = references.map { reference in
      [MatchingForm.of(reference.name)] + spellings(reference.name).map { MatchingForm.of($0) }
    }
  }

  /// Position of each reference in a header, -1 where it has none, and for references within lists the position for each
  /// entry.
  ///
  /// Lists stand in headers as `type (actionDetails 0)`, in any order.
  func positions(in header: [String]) -> (columns: [Int], entries: [[Int]]) {
    var places: [String: Int] = [:]
    var entryPlaces: [String: [Int: Int]] = [:]
    for (place, name) in header.enumerated() {
      let form = MatchingForm.of(name)
      if places[form] == nil { places[form] = place }
      if let entry = ListColumn(name) {
        entryPlaces["\(MatchingForm.of(entry.list)) \(MatchingForm.of(entry.name))", default: [:]][entry.number] = place
      }
    }
    var columns: [Int] = []
    var entries: [[Int]] = []
    for (reference, spellings) in zip(references, spellings) {
      guard let list = reference.list else {
        columns.append(spellings.lazy.compactMap { places[$0] }.first ?? -1)
        entries.append([])
        continue
      }
      columns.append(-1)
      let found = spellings.lazy.compactMap { entryPlaces["\(MatchingForm.of(list)) \($0)"] }.first ?? [:]
      let last = min(found.keys.max() ?? -1, ListColumn.maximumNumber)
      entries.append(last < 0 ? [] : (0...last).map { found[$0] ?? -1 })
    }
    return (columns, entries)
  }
}

/// A column's name that says which entry of a list it is about, such as `type (actionDetails 0)`.
struct ListColumn {
  var name: Substring
  var list: Substring
  var number: Int

  /// The most entries of a list.
  static let maximumNumber = 20_000

  init?(_ header: String) {
    guard header.utf8.last == UInt8(ascii: ")"), let open = header.lastIndex(of: "(") else { return nil }
    let words = header[header.index(after: open)...].dropLast().split(separator: " ")
    guard words.count == 2, let number = Int(words[1]), (0...ListColumn.maximumNumber).contains(number) else {
      return nil
    }
    name = header[..<open]
    while name.last == " " { name = name.dropLast() }
    list = words[0]
    self.number = number
  }
}
