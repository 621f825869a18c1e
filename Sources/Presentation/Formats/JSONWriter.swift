import FileReading

/// Writes a JSON document front to back into bytes, keys in the order in which they are written.
///
/// Nothing is kept but a buffer that is handed on whenever it is full, so a document may be far larger than memory.
/// Rows of lists stand on one line each; everything else is indented by two spaces. Text is escaped as RFC 8259
/// asks; numbers are the shortest that read back as the same value; a number that is not finite is null.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  private let deliver: ([UInt8]) -> Void
  package let isPretty: Bool
  /// How many objects and lists are open.
  private var depth = 0
  /// From this depth on everything stands on one line.
  private var inlineDepth = Int.max
  /// Whether the next item is the first of its object or list.
  private var isFirst = true

  private static let bufferSize = 1 << 16

  /// - Parameters:
  ///   - isPretty: false to leave out all white space.
  ///   - deliver: takes the next bytes of the document, in order.
  package init(isPretty: Bool = true, deliver: @escaping ([UInt8]) -> Void) {
    self.isPretty = isPretty
    self.deliver = deliver
    bytes.reserveCapacity(JSONWriter.bufferSize * 2)
  }

  /// Writes one document, which ends with a line break.
  package static func write(
    isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void, _ body: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter(isPretty: isPretty, deliver: deliver)
    writer.container("{", "}", isInline: false, body)
    writer.bytes.append(UInt8(ascii: "\n"))
    deliver(writer.bytes)
  }

  // MARK: Members of objects

  /// A member that is an object.
  package mutating func object(_ key: String, isInline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    begin(key)
    object(isInline: isInline, body)
  }

  /// A member that is a list with one entry per element of `elements`.
  package mutating func list<Element>(
    _ key: String, _ elements: some Sequence<Element>, isInline: Bool = false,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    begin(key)
    list(elements, isInline: isInline, body)
  }

  /// A member that is a list of objects, each on a line of its own.
  package mutating func rows<Element>(
    _ key: String, _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    list(key, elements) { writer, element in writer.item(isInline: true) { body(&$0, element) } }
  }

  package mutating func member(_ key: String, _ value: String?) {
    begin(key)
    write(value)
  }

  package mutating func member(_ key: String, _ value: Int?) {
    begin(key)
    write(value)
  }

  package mutating func member(_ key: String, _ value: Double?) {
    begin(key)
    write(value)
  }

  package mutating func member(_ key: String, _ value: Bool?) {
    begin(key)
    write(value)
  }

  /// A member whose value is JSON already.
  package mutating func member(_ key: String, encoded value: [UInt8]) {
    begin(key)
    write(encoded: value)
  }

  /// A member that is null.
  package mutating func null(_ key: String) {
    begin(key)
    null()
  }

  // MARK: Entries of lists

  /// An entry that is an object.
  package mutating func item(isInline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    separate()
    object(isInline: isInline, body)
  }

  package mutating func item(_ value: Int?) {
    separate()
    write(value)
  }

  package mutating func item(_ value: String) {
    separate()
    write(value)
  }

  /// An entry that is JSON already.
  package mutating func item(encoded value: [UInt8]) {
    separate()
    write(encoded: value)
  }

  /// A member that is a list whose entries the caller writes many at a time, for lists that are too long for anything
  /// slower.
  ///
  /// - Parameter body: given what goes before each entry, which starts with a comma, passes on blocks of whole entries.
  package mutating func list(_ key: String, blocks body: (_ separator: [UInt8], (ArraySlice<UInt8>) -> Void) -> Void) {
    begin(key)
    container("[", "]", isInline: false) { writer in
      let separator = writer.isPretty ? ",\n" + String(repeating: "  ", count: writer.depth) : ","
      body(Array(separator.utf8)) { block in
        writer.bytes.append(contentsOf: writer.isFirst ? block.dropFirst() : block)
        writer.isFirst = false
        writer.deliverIfFull()
      }
    }
  }

  // MARK: Values, behind a key or ``separate()``

  mutating func write(_ value: String?) {
    if let value { bytes.appendJSON(value) } else { null() }
  }

  mutating func write(_ value: Int?) {
    if let value { bytes.appendDigits(of: value) } else { null() }
  }

  /// A number that is not finite is null.
  mutating func write(_ value: Double?) {
    guard let value, value.isFinite else { return null() }
    bytes.append(contentsOf: value.description.utf8)
  }

  mutating func write(_ value: Bool?) {
    guard let value else { return null() }
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// A value that is JSON already.
  mutating func write(encoded value: [UInt8]) { bytes.append(contentsOf: value) }

  mutating func null() { bytes.append(contentsOf: "null".utf8) }

  mutating func object(isInline: Bool, _ body: (inout JSONWriter) -> Void) {
    container("{", "}", isInline: isInline, body)
  }

  mutating func list<Element>(
    _ elements: some Sequence<Element>, isInline: Bool = false, _ body: (inout JSONWriter, Element) -> Void
  ) {
    container("[", "]", isInline: isInline) { writer in
      for element in elements { body(&writer, element) }
    }
  }

  // MARK: Structure

  private mutating func container(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, isInline: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    if isInline { inlineDepth = min(inlineDepth, depth) }
    isFirst = true
    body(&self)
    let isEmpty = isFirst
    depth -= 1
    if !isEmpty, isPretty, depth + 1 < inlineDepth { newLine() }
    if depth < inlineDepth { inlineDepth = .max }
    isFirst = false
    bytes.append(UInt8(ascii: close))
  }

  mutating func begin(_ key: String) {
    separate()
    bytes.appendJSON(key)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
  }

  /// Starts a member whose key is JSON already.
  mutating func begin(_ key: JSONKey) {
    separate()
    bytes.append(contentsOf: key.bytes)
    if isPretty { bytes.append(UInt8(ascii: " ")) }
  }

  mutating func separate() {
    deliverIfFull()
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if isPretty {
      if depth < inlineDepth { newLine() } else if !isFirst { bytes.append(UInt8(ascii: " ")) }
    }
    isFirst = false
  }

  private mutating func deliverIfFull() {
    guard bytes.count >= JSONWriter.bufferSize else { return }
    deliver(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

/// A key with its quotes and its colon, encoded once for the rows of a list.
struct JSONKey {
  fileprivate let bytes: [UInt8]

  init(_ key: String) {
    var bytes: [UInt8] = []
    bytes.appendJSON(key)
    self.bytes = bytes + [UInt8(ascii: ":")]
  }
}
