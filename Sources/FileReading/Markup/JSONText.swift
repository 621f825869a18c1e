/// Values as JSON text.
package enum JSONText {
  /// A text in quotes, escaped as RFC 8259 asks.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSON(text)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value of a document, without blanks. Its depth is bounded by the reader's.
  package static func text(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .double(let number): number.description
    case .text(let text): quoted(text)
    case .list(let values): "[" + values.map { text(of: $0) }.joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.name) + ":" + text(of: $0.value) }.joined(separator: ",") + "}"
    }
  }
}
