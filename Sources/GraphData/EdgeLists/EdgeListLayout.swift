/// What the columns of an edge list mean.
struct EdgeListLayout {
  var names: [String]
  var source: Int
  var target: Int

  /// The layout that a first line names, or nil when it names none.
  init?(header fields: [ArraySlice<UInt8>]) {
    names = fields.map { String(decoding: $0, as: UTF8.self) }
    let lower = names.map { $0.lowercased() }
    let pairs = [
      ("source", "target"), ("from", "to"), ("u", "v"), ("tail", "head"), ("node1", "node2"), ("src", "dst"),
    ]
    for (first, second) in pairs {
      guard let source = lower.firstIndex(of: first), let target = lower.firstIndex(of: second) else { continue }
      self.source = source
      self.target = target
      for (index, name) in lower.enumerated() {
        switch name {
        case "weight", "w": names[index] = "weight"
        case "time", "timestamp", "t": names[index] = "time"
        default: if names[index].isEmpty { names[index] = "column \(index + 1)" }
        }
      }
      return
    }
    return nil
  }

  /// The layout of lines without a header.
  init(columns: Int, line: Int) throws(GraphFault) {
    guard (2...4).contains(columns) else {
      throw GraphFault(
        line, "the line has \(columns) fields; two ids were expected, then a weight and a time if there are any")
    }
    names = Array(["source", "target", "weight", "time"][..<columns])
    source = 0
    target = 1
  }

  /// Weights are finite numbers; a time of any form is one.
  func check(_ value: AttributeValue, _ name: String, _ text: String, line: Int) throws(GraphFault) {
    guard name == "weight" else { return }
    switch value {
    case .integer, .double: return
    case .text, .boolean:
      throw GraphFault(line, "the weight is \(shown(text)); a finite number was expected")
    }
  }
}
