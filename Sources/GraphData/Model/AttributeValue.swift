import FileReading

/// One value of an attribute.
public enum AttributeValue: Sendable, Hashable {
  case text(String)
  case integer(Int64)
  case double(Double)
  case boolean(Bool)
}

/// A type of attribute.
public enum AttributeType: Sendable, Hashable {
  case text, integer, double, boolean
}

/// An attribute of the graph itself.
public struct NamedAttribute: Sendable, Hashable {
  public var name: String
  public var value: AttributeValue

  public init(_ name: String, _ value: AttributeValue) {
    self.name = name
    self.value = value
  }
}

extension AttributeValue {
  /// The type of the value.
  var type: AttributeType {
    switch self {
    case .text: .text
    case .integer: .integer
    case .double: .double
    case .boolean: .boolean
    }
  }

  /// The value as text: numbers the shortest that read back as the same.
  var text: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .double(let number): number.description
    case .boolean(let truth): truth ? "true" : "false"
    }
  }

  /// The value as a number, also of a text that is one; nil of anything else.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .double(let number): number
    case .text(let text): WrittenNumber.decimal(text.strippingBlanks)
    case .boolean: nil
    }
  }

  /// The value read as a type, or nil if it is none of that type. An integer may be written with zeros behind a point.
  init?(_ text: String, as type: AttributeType) {
    let text = type == .text ? text : text.strippingBlanks
    switch type {
    case .text: self = .text(text)
    case .integer:
      if let number = Int64(text) {
        self = .integer(number)
      } else if let number = WrittenNumber.decimal(text), let integer = Int64(exactly: number) {
        self = .integer(integer)
      } else {
        return nil
      }
    case .double:
      guard let number = WrittenNumber.any(text) else { return nil }
      self = .double(number)
    case .boolean:
      switch text.lowercased() {
      case "true", "1": self = .boolean(true)
      case "false", "0": self = .boolean(false)
      default: return nil
      }
    }
  }

  /// The value of a text of a format without types: an integer, a number with a point or an exponent, true or false, or
  /// else text: postal codes such as `01067` and integers too long for one stay what they are.
  init(inferring text: String) {
    if let number = Int64(text), String(number) == text {
      self = .integer(number)
    } else if AttributeValue.looksReal(text), let number = WrittenNumber.decimal(text) {
      self = .double(number)
    } else if text == "true" || text == "false" {
      self = .boolean(text == "true")
    } else {
      self = .text(text)
    }
  }

  /// Whether a text has a point or an exponent, and no zeros before its first digit; minus zero is one.
  private static func looksReal(_ text: String) -> Bool {
    if text == "-0" { return true }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }.prefix(2)
    let isPadded = digits.first == UInt8(ascii: "0") && digits.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return (!isPadded || digits.count < 2)
      && text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
  }
}

extension String {
  /// The text without blanks around it.
  var strippingBlanks: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else { return self }
    var rest = self[...].unicodeScalars
    while let scalar = rest.first, scalar.isASCII, isBlank(UInt8(scalar.value)) { rest.removeFirst() }
    while let scalar = rest.last, scalar.isASCII, isBlank(UInt8(scalar.value)) { rest.removeLast() }
    return String(rest)
  }
}
