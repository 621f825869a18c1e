import FileReading
import Foundation

/// E-mail addresses in the form in which they are compared.
enum EmailAddress {
  /// What besides case, blanks and invisible characters does not tell addresses apart.
  struct Rules: Hashable, Sendable {
    /// Dots before the `@`, at gmail.com and googlemail.com, which are one.
    var ignoresDots = false
    /// What follows a `+` before the `@`.
    var ignoresTags = false
  }

  /// The address without white space around it and invisible characters, in Unicode's composed form and lower case; nil
  /// for what is no address.
  static func normalized(_ bytes: ArraySlice<UInt8>, _ rules: Rules) -> ArraySlice<UInt8>? {
    var address = WhiteSpace.trimmed(bytes)
    if address.contains(where: { $0 >= 0x80 || $0 &- UInt8(ascii: "A") < 26 }) {
      address = lowercased(address)
    }
    guard isAddress(address) else { return nil }
    return rules == Rules() ? address : reduced(address, rules)
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }[...]
    }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where ![.format, .control, .spaceSeparator].contains(scalar.properties.generalCategory) {
      text.append(scalar)
    }
    return Array(String(text).precomposedStringWithCanonicalMapping.lowercased().utf8)[...]
  }

  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= ReadingLimits.idLength, let at = bytes.firstIndex(of: UInt8(ascii: "@")),
      at > bytes.startIndex, at + 1 < bytes.endIndex
    else { return false }
    return !bytes[(at + 1)...].contains(UInt8(ascii: "@"))
      && !bytes.contains { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
  }

  private static func reduced(_ bytes: ArraySlice<UInt8>, _ rules: Rules) -> ArraySlice<UInt8> {
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return bytes }
    var name = bytes[..<at]
    var host = Array(bytes[at...])
    if rules.ignoresTags { name = name.prefix { $0 != UInt8(ascii: "+") } }
    let isGoogle = host == Array("@gmail.com".utf8) || host == Array("@googlemail.com".utf8)
    if rules.ignoresDots, isGoogle {
      name = name.filter { $0 != UInt8(ascii: ".") }[...]
      host = Array("@gmail.com".utf8)
    }
    return name.isEmpty ? bytes : (name + host)[...]
  }
}
