import CampaignModel
package import FileReading

/// A dataset's folder without some contacts: no row of any table names them any more.
package struct Forgetting {
  /// All files of the folder, by their paths in it.
  package private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// Rows that were left out, by file.
  package private(set) var removed: [(file: String, rows: Int)] = []
  /// Ids that no table names.
  package private(set) var unknown: [String] = []
  private let wanted: [[UInt8]: Int]
  private var isFound: [Bool]
  private var encoding = TextEncoding.utf8

  /// - Parameters:
  ///   - ids: of the contacts; addresses in any case.
  ///   - path: the folder.
  ///   - key: where the key is, if the contacts are pseudonyms of these ids: a variable, or `file:PATH`.
  ///   - environment: the values of environment variables.
  package init(
    _ ids: [String], inFolder path: String, key: String?, environment: (String) -> String?
  ) throws(ReadingError) {
    let secret = try key.map { place throws(ReadingError) in
      let place: KeyPlace = place.hasPrefix("file:") ? .file(String(place.dropFirst(5))) : .environment(place)
      return try PseudonymKey(place, folder: "", environment: environment)
    }
    var wanted: [[UInt8]: Int] = [:]
    for (number, id) in ids.enumerated() {
      let bytes = WhiteSpace.trimmed(Array(id.utf8)[...])
      let address = EmailAddress.normalized(bytes, .init())
      for form in [bytes, address].compactMap(\.self) {
        wanted[Array(form)] = number
        if let secret { wanted[secret.pseudonym(of: form)] = number }
      }
    }
    self.wanted = wanted
    isFound = [Bool](repeating: false, count: ids.count)
    try read(path)
    unknown = zip(ids, isFound).filter { !$0.1 }.map(\.0)
  }

  private mutating func read(_ path: String) throws(ReadingError) {
    let listing = try FolderListing(path: path)
    if listing.names.contains("reefknot.yaml") {
      let yaml = String(decoding: try Self.content("\(path)/reefknot.yaml", "reefknot.yaml"), as: UTF8.self)
      let name = yaml.firstMatch(of: /(?m)^encoding\s*:\s*['"]?([\w-]+)/).map { String($0.1) }
      encoding = name.flatMap { TextEncoding(name: $0) } ?? .utf8
    }
    for name in listing.names {
      guard listing.isFolder(name) else {
        try take("\(path)/\(name)", name, OwnTables.table(ofFile: name))
        continue
      }
      guard name.lowercased() == Table.touchpoints.rawValue else {
        throw .badData(
          DataProblem(
            file: ShownText.escapePath(name), message: "is a folder that belongs to no dataset; move it away first"))
      }
      for part in try FolderListing(path: "\(path)/\(name)").names {
        try take("\(path)/\(name)/\(part)", "\(name)/\(part)", .touchpoints)
      }
    }
  }

  private static func content(_ path: String, _ name: String) throws(ReadingError) -> [UInt8] {
    try InputFile(path: path, name: ShownText.escapePath(name)).wholeContent(of: name, limit: 8 << 30)
  }

  /// Columns that name contacts.
  private static func columns(of table: Table?) -> [String] {
    switch table {
    case .contacts: ["id"]
    case .touchpoints: ["contact"]
    case .ties: ["from", "to"]
    case .contents: ["authors"]
    default: []
    }
  }

  private mutating func take(_ path: String, _ name: String, _ table: Table?) throws(ReadingError) {
    let columns = Self.columns(of: table)
    guard !columns.isEmpty else {
      files.append((name, try Self.content(path, name)))
      return
    }
    let isPacked = name.lowercased().hasSuffix(".gz")
    let file = try InputFile(path: path, name: ShownText.escapePath(name))
    let source: any ByteSource = isPacked ? try GzipSource(file) : file
    let raw = try source.wholeContent(of: name, limit: 8 << 30)
    let found = TextEncoding(markOf: raw) ?? encoding
    var text = raw
    if found != .utf8 {
      let decoded = DecodedSource(InputFile(memory: raw, name: name), encoding: found)
      // A mark says that it is UTF-8 now, whatever the settings say.
      text = try [0xEF, 0xBB, 0xBF] + decoded.wholeContent(of: name, limit: 8 << 30)
    }
    let kept = try without(text, file.name, columns)
    files.append((isPacked ? String(name.dropLast(3)) : name, kept))
  }

  /// The text of a table without the rows that name the contacts, and without the contacts in lists.
  private mutating func without(_ text: [UInt8], _ file: String, _ names: [String]) throws(ReadingError) -> [UInt8] {
    let records = RecordReader(InputFile(memory: text, name: file))
    guard case .record = try records.readHeader(recognizing: { $0.count { names.contains(MatchingForm.of($0)) } })
    else {
      return text
    }
    let header = records.record.fields.map { MatchingForm.of(String(decoding: records.bytes(of: $0), as: UTF8.self)) }
    let places = names.compactMap { header.firstIndex(of: $0) }
    guard !places.isEmpty else { return text }
    var kept = Array(text[..<records.consumedCount])
    var left = 0
    while true {
      switch try records.readNext() {
      case .end:
        if left > 0 { removed.append((file, left)) }
        return kept
      case .broken(let fault, _, let line, _):
        throw .badData(
          DataProblem(file: file, line: line, message: "\(fault.message); such a table cannot be rewritten"))
      case .record:
        if names == ["authors"] {
          kept += withoutAuthors(records, places[0])
        } else if places.contains(where: { isWanted(cell(records, $0)) }) {
          left += 1
        } else {
          kept += records.buffer[records.extent]
        }
      }
    }
  }

  private func cell(_ records: RecordReader, _ place: Int) -> ArraySlice<UInt8> {
    place < records.record.fields.count ? WhiteSpace.trimmed(records.bytes(of: records.record.fields[place])) : []
  }

  /// Whether a value is one of the contacts.
  private mutating func isWanted(_ bytes: ArraySlice<UInt8>) -> Bool {
    let number = wanted[Array(bytes)] ?? EmailAddress.normalized(bytes, .init()).flatMap { wanted[Array($0)] }
    guard let number else { return false }
    isFound[number] = true
    return true
  }

  private mutating func withoutAuthors(_ records: RecordReader, _ place: Int) -> [UInt8] {
    let people = cell(records, place).split(separator: Ascii.semicolon).map { WhiteSpace.trimmed($0) }
    let others = people.filter { !isWanted($0) }
    guard others.count < people.count else { return Array(records.buffer[records.extent]) }
    var row: [UInt8] = []
    for (number, field) in records.record.fields.enumerated() {
      if number > 0 { row.append(records.scanner.separator) }
      let value = number == place ? Array(others.joined(separator: [Ascii.semicolon])) : Array(records.bytes(of: field))
      row.append(Ascii.quote)
      row += value.flatMap { $0 == Ascii.quote ? [$0, $0] : [$0] }
      row.append(Ascii.quote)
    }
    return row + [Ascii.newline]
  }
}
