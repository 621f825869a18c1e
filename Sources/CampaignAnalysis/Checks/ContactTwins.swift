import Foundation

/// Finds rows that say the same in different spellings.
enum ContactTwins {
  /// The text without what people type differently: case, blanks, Unicode form.
  static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      var bytes: [UInt8] = []
      for byte in text.utf8 where byte > 0x20 { bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      return String(decoding: bytes, as: UTF8.self)
    }
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    return String(
      folded.unicodeScalars.filter { !$0.properties.isWhitespace && $0.properties.generalCategory != .format })
  }

  /// Rows with the same key, two or more each, in order of their first row; rows with an empty key are left out.
  static func groups(_ count: Int, _ key: (Int) -> String) -> [[Int]] {
    var rows: [String: Int] = [:]
    rows.reserveCapacity(count)
    var groups: [Int: [Int]] = [:]
    for row in 0..<count {
      let key = key(row)
      guard !key.isEmpty else { continue }
      if let first = rows[key] { groups[first, default: [first]].append(row) } else { rows[key] = row }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
