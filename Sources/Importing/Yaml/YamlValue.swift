package import FileReading
import Yams

/// A value of a YAML document with the line where it stands.
package indirect enum YamlValue: Sendable {
  case text(String, line: Int)
  case list([YamlValue], line: Int)
  case map(YamlMap)

  var line: Int {
    switch self {
    case .text(_, let line), .list(_, let line): line
    case .map(let map): map.line
    }
  }

  /// A text, or nil.
  var text: String? { if case .text(let text, _) = self { text } else { nil } }

  /// A mapping, or nil.
  var map: YamlMap? { if case .map(let map) = self { map } else { nil } }

  /// The items of a list; a single value is a list of one.
  var items: [YamlValue] { if case .list(let items, _) = self { items } else { [self] } }
}

/// A mapping with its keys in their order.
package struct YamlMap: Sendable {
  struct Entry: Sendable {
    var key: String
    var line: Int
    var value: YamlValue
  }

  /// Name of the file, for messages.
  var file: String
  var line: Int
  var entries: [Entry]

  subscript(_ key: String) -> YamlValue? { entries.first { $0.key == key }?.value }

  /// This mapping with the entries of another one, which win; of mappings in both, the entries are joined.
  func merged(with other: YamlMap) -> YamlMap {
    var result = replacing(other)
    for entry in other.entries {
      guard case .map(let old)? = self[entry.key], case .map(let new) = entry.value,
        let place = result.entries.firstIndex(where: { $0.key == entry.key })
      else { continue }
      result.entries[place].value = .map(old.replacing(new))
    }
    return result
  }

  /// This mapping with the entries of another one, which win.
  private func replacing(_ other: YamlMap) -> YamlMap {
    var result = self
    (result.file, result.line) = (other.file, other.line)
    for entry in other.entries {
      if let place = result.entries.firstIndex(where: { $0.key == entry.key }) {
        result.entries[place] = entry
      } else {
        result.entries.append(entry)
      }
    }
    return result
  }

  /// A problem at a line of this file.
  func problem(_ line: Int, _ key: String?, _ value: String?, _ message: String) -> ReadingError {
    .badData(
      DataProblem(file: file, line: line, column: key, value: value.map { ShownText.escape($0) }, message: message))
  }

  /// Throws where a key is none of those known, with the nearest one.
  func refuseUnknownKeys(_ known: [String]) throws(ReadingError) {
    for entry in entries where !known.contains(entry.key) {
      let nearest = NearestName.of(entry.key, among: known)
      throw problem(
        entry.line, nil, entry.key,
        nearest.map { "is not known here; did you mean \($0)?" }
          ?? "is not known here; known are \(known.joined(separator: ", "))")
    }
  }

  /// The text of an entry; nil where there is none.
  func text(_ key: String) throws(ReadingError) -> String? {
    guard let value = self[key] else { return nil }
    guard let text = value.text else { throw problem(value.line, key, nil, "must be a single value") }
    return text.isEmpty ? nil : text
  }

  /// The texts of an entry that is a list, or a single value.
  func texts(_ key: String) throws(ReadingError) -> [String] {
    guard let value = self[key] else { return [] }
    var texts: [String] = []
    for item in value.items {
      guard let text = item.text else { throw problem(item.line, key, nil, "must be a text, or a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// The mapping of an entry; nil where there is none.
  func map(_ key: String) throws(ReadingError) -> YamlMap? {
    guard let value = self[key] else { return nil }
    guard let map = value.map else { throw problem(value.line, key, nil, "must be a mapping") }
    return map
  }
}

extension YamlMap {
  /// The most bytes of a document, and the most values in it, with what aliases stand for counted again.
  private static let maximumLength = 1 << 20
  private static let maximumValues = 50_000
  private static let maximumDepth = 50

  /// Reads a document whose root is a mapping.
  package init(yaml bytes: [UInt8], file: String) throws(ReadingError) {
    self.init(file: file, line: 1, entries: [])
    guard bytes.count <= YamlMap.maximumLength else {
      throw .badData(DataProblem(file: file, message: "is longer than 1 MiB"))
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .badData(DataProblem(file: file, message: "is not YAML in UTF-8"))
    }
    // The parser is recursive: what is nested too deep is refused before.
    let isDeep = bytes.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } > 5000
    guard !isDeep else { throw .badData(DataProblem(file: file, message: "is nested too deep")) }
    let root: Node?
    // Without rules every value is a text, and no pattern need be compiled.
    do { root = try Yams.compose(yaml: text, .basic) } catch { throw YamlMap.failure(error, file) }
    guard let root else { return }
    var count = 0
    guard case .map(let map) = try YamlMap.value(root, file, depth: 0, &count) else {
      throw problem(1, nil, nil, "must be a mapping, such as output: spring-2026")
    }
    self = map
  }

  private static func value(
    _ node: Node, _ file: String, depth: Int, _ count: inout Int
  ) throws(ReadingError) -> YamlValue {
    let line = node.mark?.line ?? 1
    count += 1
    guard depth <= maximumDepth, count <= maximumValues else {
      throw .badData(DataProblem(file: file, line: line, message: "is nested too deep, or has too many values"))
    }
    if let scalar = node.scalar {
      let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
      return .text(isNull ? "" : scalar.string, line: line)
    }
    if let sequence = node.sequence {
      var items: [YamlValue] = []
      for item in sequence { items.append(try value(item, file, depth: depth + 1, &count)) }
      return .list(items, line: line)
    }
    var entries: [Entry] = []
    for (key, item) in node.mapping ?? [:] {
      guard let name = key.scalar?.string else {
        throw .badData(DataProblem(file: file, line: line, message: "a key must be a plain text"))
      }
      entries.append(
        Entry(key: name, line: key.mark?.line ?? line, value: try value(item, file, depth: depth + 1, &count)))
    }
    return .map(YamlMap(file: file, line: line, entries: entries))
  }

  private static func failure(_ error: any Error, _ file: String) -> ReadingError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .badData(DataProblem(file: file, line: mark.line, message: "is not YAML: \(ShownText.escape(problem))"))
    case .duplicatedKeysInMapping(let duplicates, let context):
      .badData(
        DataProblem(
          file: file, line: context.mark.line, message: "sets a key twice",
          detail: duplicates.map { ShownText.escape(String(describing: $0)) }.sorted().joined(
            separator: ", ")))
    default: .badData(DataProblem(file: file, message: "is not YAML"))
    }
  }
}
