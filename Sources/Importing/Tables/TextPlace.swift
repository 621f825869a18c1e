import FileReading

/// Where a text lies in an array in which texts lie end to end.
///
/// Values of rows are such places, not slices: a slice holds on to its array, which then is copied when it grows.
struct TextPlace: Sendable {
  var start: Int32
  var end: Int32

  static let none = TextPlace(0..<0)

  init(start: Int32, end: Int32) { (self.start, self.end) = (start, end) }

  init(_ range: Range<Int>) { (start, end) = (Int32(range.lowerBound), Int32(range.upperBound)) }

  var isEmpty: Bool { start == end }
  var range: Range<Int> { Int(start)..<Int(end) }
}

extension [UInt8] {
  /// The bytes of a text among those that lie end to end.
  subscript(place: TextPlace) -> ArraySlice<UInt8> { self[place.range] }

  /// Adds a text behind the others.
  mutating func add(_ text: some Collection<UInt8>) -> TextPlace {
    guard !text.isEmpty else { return .none }
    let start = count
    append(contentsOf: text)
    return TextPlace(start..<count)
  }

  /// A text among those that lie end to end.
  func string(_ place: TextPlace) -> String { String(decoding: self[place], as: UTF8.self) }
}

extension Interner {
  /// The number of a name among texts that lie end to end; a new one gets the next.
  mutating func number(of place: TextPlace, in text: [UInt8]) -> Int32 {
    Int32(intern(text.span.extracting(place.range)))
  }
}
