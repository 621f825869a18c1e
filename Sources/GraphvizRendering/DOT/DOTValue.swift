/// The value of an attribute in a DOT document.
///
/// A name from the outside always enters as ``text(_:)``. A string literal in source code becomes
/// ``verbatim(_:)``, so that `"shape": "box"` reads as it does in DOT:
///
/// ```swift
/// document.addNode(partner.id, ["label": .text(partner.name), "shape": "box", "penwidth": 1.5])
/// ```
public enum DOTValue: Sendable, Hashable {
  /// Text that is shown exactly as given: `\N`, `\n`, `&amp;` and the like in it are text, not instructions. A
  /// newline starts a new line. What no picture can show (control characters) becomes U+FFFD; a tab becomes a space.
  case text(String)
  /// A value as Graphviz itself reads it, such as a color, a shape, or a label with `\l` in it. Never for names that
  /// come from outside.
  case verbatim(String)
  /// A finite number, written rounded to six decimals, always with a point.
  case number(Double)
  /// An HTML-like label.
  case markup(DOTMarkup)
}

extension DOTValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// Creates a verbatim value from a literal in source code.
  public init(stringLiteral value: StaticString) { self = .verbatim(value.description) }

  /// Creates a number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates `true` or `false` as Graphviz reads them.
  public init(booleanLiteral value: Bool) { self = .verbatim(value ? "true" : "false") }
}

extension DOTValue {
  /// The value as Graphviz stores it after reading the document: escapes of Graphviz's own are still in it, those of
  /// DOT's quotes are not.
  ///
  /// - Complexity: O(*n*) in the length of the value.
  public var stored: String {
    switch self {
    case .text(let text): DOTEncoding.text(text)
    case .verbatim(let value): DOTEncoding.quotable(value)
    case .number(let value): DOTEncoding.number(value)
    case .markup(let markup): markup.source
    }
  }
}

/// Attributes of a graph, node or edge, in the order in which they are written.
///
/// Setting an attribute a second time keeps its place and replaces its value.
public struct DOTAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One attribute.
  public struct Element: Sendable, Hashable {
    /// Graphviz's name of the attribute, such as `label`.
    public var name: String
    /// What it is set to.
    public var value: DOTValue
  }

  /// The attributes in order, each name once.
  public private(set) var elements: [Element] = []

  /// Creates an empty list.
  public init() {}

  /// Creates a list in the order given; a name given twice keeps its first place and its last value.
  public init(dictionaryLiteral elements: (String, DOTValue)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The value of the attribute, or nil. Setting nil removes it.
  ///
  /// - Complexity: O(*n*) in the number of attributes, which is small.
  public subscript(name: String) -> DOTValue? {
    get { elements.first { $0.name == name }?.value }
    set {
      let index = elements.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): elements[index].value = value
      case (let index?, nil): elements.remove(at: index)
      case (nil, let value?): elements.append(Element(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Whether there is none.
  public var isEmpty: Bool { elements.isEmpty }

  /// Returns these attributes with those of `other` set over them.
  public func merging(_ other: DOTAttributes) -> DOTAttributes {
    var merged = self
    for element in other.elements { merged[element.name] = element.value }
    return merged
  }
}
