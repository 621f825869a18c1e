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
    switch normal(of: bytes.span, rules) {
    case nil: nil
    case .part(let part): bytes[(bytes.startIndex + part.lowerBound)..<(bytes.startIndex + part.upperBound)]
    case .other(let address): address[...]
    }
  }

  /// An address in the form in which it is compared.
  enum Normal {
    /// A part of the bytes as they are, which is so nearly always.
    case part(Range<Int>)
    case other([UInt8])
  }

  /// As ``normalized(_:_:)``, without making a copy of what need not be changed.
  static func normal(of bytes: borrowing Span<UInt8>, _ rules: Rules) -> Normal? {
    let content = WhiteSpace.trimmed(bytes)
    if rules == Rules() {
      switch shape(bytes, content) {
      case .address: return .part(content)
      case .other: return nil
      case .unsettled: break
      }
    }
    let address = lowercased(content.map { bytes[$0] }[...])
    guard shape(address.span, 0..<address.count, isSettled: true) == .address else { return nil }
    return .other(Array(rules == Rules() ? address : reduced(address, rules)))
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }[...]
    }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars
    where scalar.isASCII || ![.format, .control, .spaceSeparator].contains(scalar.properties.generalCategory) {
      text.append(scalar)
    }
    return Array(String(text).precomposedStringWithCanonicalMapping.lowercased().utf8)[...]
  }

  private enum Shape {
    case address
    case other
    /// There are capitals, or letters that are no ASCII.
    case unsettled
  }

  /// What a byte is in an address, as bits, so that those of many bytes are put together.
  private static let isAt: UInt8 = 1
  /// Blanks, commas and semicolons part values.
  private static let isParting: UInt8 = 2
  private static let isUnsettled: UInt8 = 4

  /// What each byte is; 0 for the rest.
  private static let signs: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "@"): isAt
    case ...0x20, UInt8(ascii: ","), UInt8(ascii: ";"): isParting
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: isUnsettled
    default: 0
    }
  }

  /// Whether a range is one `@` with something before and behind it, and no sign that parts values.
  private static func shape(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, isSettled: Bool = false
  ) -> Shape {
    guard range.count <= ReadingLimits.idLength else { return .other }
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "The address must lie in the bytes.")
    let signs = signs.span
    var (found, at, count): (UInt8, Int, Int) = (0, -1, 0)
    for place in range {
      // Safety: the range is of the bytes, and every byte has a sign.
      let sign = unsafe signs[unchecked: Int(bytes[unchecked: place])]
      found |= sign
      if sign == isAt {
        at = place
        count += 1
      }
    }
    if found & isParting != 0 || count > 1 { return .other }
    if found & isUnsettled != 0, !isSettled { return .unsettled }
    return at > range.lowerBound && at + 1 < range.upperBound ? .address : .other
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
