import FileReading

/// Whether the first line of an edge list names its columns, and which of them are the ends.
///
/// A header is a line of names known for the ends of edges, such as `source,target`; or one whose first or second field is
/// no number and occurs nowhere else while all others of its column are numbers; or one whose third field is no number while
/// all others are; or one with a name that the options ask for. Where such a line has no known names, the first two columns are the ends if they are named alike but for a
/// number or letter, such as `Person 1,Person 2`; else it is an error, as the file may be a table of nodes.
enum EdgeListHeader {
  /// Names of both ends, as ``plain(_:)`` writes them.
  private static let ends: [(source: String, target: String)] = [
    ("source", "target"), ("from", "to"), ("src", "dst"), ("src", "dest"), ("src", "tgt"), ("source", "destination"),
    ("sender", "recipient"), ("sender", "receiver"), ("u", "v"), ("tail", "head"), ("start", "end"),
    ("citing", "cited"), ("parent", "child"), ("origin", "destination"), ("subject", "object"), ("caller", "callee"),
    ("follower", "followee"), ("ego", "alter"), ("giver", "receiver"), ("quelle", "ziel"), ("von", "nach"),
    ("von", "an"), ("sourceid", "targetid"), ("fromid", "toid"), ("fromnode", "tonode"), ("fromnodeid", "tonodeid"),
    ("sourcenode", "targetnode"), ("sourcelabel", "targetlabel"), ("sourcename", "targetname"), ("srcid", "dstid"),
  ]
  /// Words that name an end with `1` and `2`, or `a` and `b`, behind them.
  private static let stems = [
    "id", "node", "person", "user", "vertex", "actor", "name", "entity", "member", "partner", "nodeid", "userid", "n",
    "v",
  ]
  /// Names of the first column of a table of nodes.
  private static let nodes: Set = ["id", "node", "nodeid", "vertex", "key", "newid", "pageid", "userid"]

  /// A name without blanks, `_`, `-` and `.`, in small letters.
  static func plain(_ name: String) -> String { name.lowercased().filter { !" _-.\"".contains($0) } }

  /// The columns of both ends among names, or nil where none is known.
  static func ends(among names: [String]) -> (source: Int, target: Int)? {
    let plain = names.map(plain)
    var pairs = ends
    for stem in stems { pairs += [(stem + "1", stem + "2"), (stem + "a", stem + "b")] }
    for (source, target) in pairs {
      if let first = plain.firstIndex(of: source), let second = plain.firstIndex(of: target) { return (first, second) }
    }
    return nil
  }

  /// Whether a name is one that ids of nodes may have as well, so that a look at other lines must tell.
  private static func isAmbiguous(_ name: String) -> Bool {
    let plain = plain(name)
    return plain.utf8.count < 2 || stems.contains { plain.hasPrefix($0) && plain.utf8.count == $0.utf8.count + 1 }
  }

  /// Whether a first line names columns.
  ///
  /// - Parameter others: lines that follow.
  static func isHeader(_ first: [String], others: [[String]]) -> Bool {
    guard first.count >= 2, isWord(first[0]), isWord(first[1]) else { return false }
    if let (source, target) = ends(among: first) {
      guard isAmbiguous(first[source]) || isAmbiguous(first[target]) else { return true }
      return !others.contains { row in [source, target].contains { $0 < row.count && first.contains(row[$0]) } }
    }
    if others.isEmpty { return false }
    let seen = others.contains { row in row.prefix(2).contains { $0 == first[0] || $0 == first[1] } }
    let areNumbers = [0, 1].contains { column in others.allSatisfy { $0.count > column && !isWord($0[column]) } }
    if areNumbers, !seen { return true }
    return first.count > 2 && isWord(first[2]) && !first[2].hasPrefix("{")
      && others.allSatisfy { $0.count > 2 && !isWord($0[2]) }
  }

  /// Whether a first line has a name that the options ask for; what is a number counts columns.
  static func isNamed(_ first: [String], _ options: GraphReadingOptions) -> Bool {
    var asked = [options.source, options.target].compactMap(\.self)
    for case .named(let name) in [options.weight, options.time] { asked.append(name) }
    return asked.contains { name in Int(name) == nil && first.contains { plain($0) == plain(name) } }
  }

  /// Whether a field is something and no number.
  private static func isWord(_ field: String) -> Bool {
    !field.isEmpty && WrittenNumber.decimal(field) == nil && !WrittenNumber.hasDecimalComma(field)
  }

  /// The columns of both ends under a header: those asked for, those known, or the first two where they are named alike.
  ///
  /// - Parameter isCertain: whether the user said that the line is a header.
  static func columns(
    _ names: [String], source: String?, target: String?, isCertain: Bool, line: Int
  ) throws(TextFault) -> (source: Int, target: Int) {
    let known = ends(among: names)
    let first = try source.map { name throws(TextFault) in try column(name, of: names, "--source") } ?? known?.source
    let second = try target.map { name throws(TextFault) in try column(name, of: names, "--target") } ?? known?.target
    if let first, let second { return (first, second) }
    let isNodeTable = nodes.contains(plain(names[0]))
    if names.count >= 2, areAlike(plain(names[0]), plain(names[1])) || (isCertain && !isNodeTable) {
      return (first ?? 0, second ?? 1)
    }
    throw TextFault(
      line,
      "the columns \(nameList(Array(names.prefix(6)))) name no ends of edges, so that this may be a table of nodes. --source and "
        + "--target name the columns of the ends; --no-header reads the first line as an edge; --nodes takes a list of nodes"
    )
  }

  /// The column of a name, or of a number from 1.
  static func column(_ name: String, of names: [String], _ option: String) throws(TextFault) -> Int {
    if let index = names.firstIndex(of: name) ?? names.firstIndex(where: { plain($0) == plain(name) }) { return index }
    if let number = Int(name), number >= 1, number <= names.count { return number - 1 }
    throw TextFault(
      nil,
      "there is no column \(ShownText.quoted(name)), which \(option) names; there are \(nameList(Array(names.prefix(20))))"
    )
  }

  /// Whether two names differ in their last character alone, or in `source` and `target` or the like within them.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    guard one != other, one.count == other.count, one.count > 1, one.dropLast() == other.dropLast() else {
      return ends.contains {
        one.replacing($0.source, with: "") == other.replacing($0.target, with: "") && one != other
          && $0.source.count > 1
      }
    }
    return true
  }
}
