/// Booleans as they stand in a file: `true/false`, `yes/no`, `1/0` or `ja/nein` in any case.
package enum WrittenBoolean {
  package static let expectation = "is not true or false (true/false, yes/no, 1/0, ja/nein)"

  /// The spellings that nearly all files use.
  package static let usualSpellings = ["true", "false", "yes", "no", "1", "0", "ja", "nein"].flatMap {
    [$0, $0.prefix(1).uppercased() + $0.dropFirst(), $0.uppercased()]
  }

  /// Reads a boolean; blanks around it are no part of it. Returns nil when it is none.
  package static func parse(_ bytes: ArraySlice<UInt8>) -> Bool? {
    switch String(decoding: Blanks.trimmed(bytes), as: UTF8.self).lowercased() {
    case "true", "yes", "1", "ja": true
    case "false", "no", "0", "nein": false
    default: nil
    }
  }
}
