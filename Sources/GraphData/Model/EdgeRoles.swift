import FileReading

/// What columns of a file mean, where the file leaves it open.
public enum RoleChoice: Sendable, Hashable {
  /// The one that is named as usual, if there is any.
  case automatic
  /// The column or attribute of this name.
  case named(String)
  /// None.
  case none
}

/// Which attributes of edges are their weight and their time.
///
/// The weight is called `weight` or `value`, the time `time`, `timestamp`, `date` or `start`, in any case; the earlier name
/// counts before the later, then the same spelling before others.
struct EdgeRoles {
  static let weightNames = ["weight", "value"]
  static let timeNames = ["time", "timestamp", "date", "start"]

  /// The index of the name that a choice picks; nil where there is none.
  ///
  /// - Throws: where a name is asked for that is not there.
  static func pick(
    _ choice: RoleChoice, of names: [String], usual: [String], option: String
  ) throws(TextFault) -> Int? {
    switch choice {
    case .none: return nil
    case .named(let name):
      if let index = names.firstIndex(of: name) { return index }
      if let index = names.firstIndex(where: { $0.lowercased() == name.lowercased() }) { return index }
      let known = names.isEmpty ? "there is none" : "there are " + nameList(Array(names.prefix(20)))
      throw TextFault(nil, "edges have no attribute \(ShownText.quoted(name)), which \(option) names; \(known)")
    case .automatic:
      for name in usual {
        if let index = names.firstIndex(of: name) ?? names.firstIndex(where: { $0.lowercased() == name }) {
          return index
        }
      }
      return nil
    }
  }
}

/// Names in a sentence.
func nameList(_ names: [String]) -> String { names.map { ShownText.quoted($0) }.joined(separator: ", ") }
