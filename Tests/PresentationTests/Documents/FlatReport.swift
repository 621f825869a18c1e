import Foundation

/// A JSON document as single numbers, each under a path in which rows of lists go by what they are about.
struct FlatReport {
  private(set) var numbers: [String: Double] = [:]
  /// Ids of the rows of each list, by its path.
  private(set) var rows: [String: [String]] = [:]

  private static let identifying = [
    "id", "partner", "partners", "brand", "channel", "medium", "class", "from", "to", "a", "b", "week", "day",
    "carriers",
    "outcome", "decile",
  ]

  init(_ document: Any) { add(document, "") }

  subscript(path: String) -> Double? { numbers[path] }

  private mutating func add(_ value: Any, _ path: String) {
    if let object = value as? [String: Any] {
      for (key, member) in object where key != "unknown" && key != "scope" {
        add(member, path.isEmpty ? key : "\(path).\(key)")
      }
    } else if let list = value as? [Any] {
      for (index, member) in list.enumerated() {
        let name = (member as? [String: Any]).map(FlatReport.name) ?? "\(index)"
        rows[path, default: []].append(name)
        add(member, "\(path)[\(name)]")
      }
    } else if let number = value as? NSNumber {
      numbers[path] = number.doubleValue
    }
  }

  /// What a row is about; two rows of one list differ in it.
  private static func name(of row: [String: Any]) -> String {
    let parts = identifying.compactMap { key -> String? in
      guard let value = row[key] else { return nil }
      // The curve's points have counts under names that are ids elsewhere.
      if key == "carriers", !(row["carriers"] is NSNumber) { return nil }
      if let list = value as? [String] { return list.sorted().joined(separator: "+") }
      return value is NSNull ? "none" : "\(value)"
    }
    return parts.joined(separator: "/")
  }
}
