import CampaignModel

/// Booleans as they stand in a file: `true/false`, `yes/no`, `1/0`, `ja/nein` or `wahr/falsch`, matched like headers.
package enum WrittenBoolean {
  package static let expectation = "is not true or false (true/false, yes/no, 1/0, ja/nein, wahr/falsch)"

  /// The spellings that nearly all files use.
  package static let usualSpellings = [
    "true", "false", "yes", "no", "1", "0", "ja", "nein", "wahr", "falsch",
  ].flatMap { [$0, $0.prefix(1).uppercased() + $0.dropFirst(), $0.uppercased()] }

  /// Reads a boolean; white space around it is no part of it. Returns nil when it is none.
  package static func parse(_ bytes: ArraySlice<UInt8>) -> Bool? {
    // The form leaves signs aside, with which -1 and 1.0 would be 1.
    let digits = bytes.count { $0 &- UInt8(ascii: "0") < 10 }
    if digits > 0, WhiteSpace.trimmed(bytes).count > digits { return nil }
    return switch MatchingForm.of(String(decoding: bytes, as: UTF8.self)) {
    case "true", "yes", "1", "ja", "wahr": true
    case "false", "no", "0", "nein", "falsch": false
    default: nil
    }
  }
}
