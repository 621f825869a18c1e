import FileReading

/// How yEd draws a node or an edge, as attributes: `label`, `x`, `y`, `width`, `height`, `shape` and `color`.
///
/// Of several labels, and of the drawings of an open and a closed group, the first counts.
///
/// Reference: yWorks, *yEd Graph Editor*, extension of GraphML, http://www.yworks.com/xml/graphml.
struct YEdDrawing {
  private(set) var values: [(name: String, value: AttributeValue)] = []

  private mutating func set(_ name: String, _ value: AttributeValue?) {
    guard let value, !values.contains(where: { $0.name == name }) else { return }
    values.append((name, value))
  }

  /// Reads the element that has just begun, to its end.
  mutating func read(_ element: XMLElement, _ xml: inout XMLReader) throws(TextFault) {
    part(element)
    let isLabel = element.name == "NodeLabel" || element.name == "EdgeLabel"
    var text = ""
    while let event = try xml.next() {
      switch event {
      case .text(let more): text += more
      case .start(let inner): try read(inner, &xml)
      case .end:
        let label = text.strippingBlanks
        if isLabel, !label.isEmpty, element["hasText"] != "false" { set("label", .text(label)) }
        return
      }
    }
  }

  private mutating func part(_ element: XMLElement) {
    switch element.name {
    case "Geometry":
      for name in ["x", "y", "width", "height"] {
        set(name, element[name].flatMap(WrittenNumber.decimal).map { .double($0) })
      }
    case "Fill": set("color", element["color"].map { .text($0) })
    case "LineStyle": set("color", element["color"].map { .text($0) })
    case "Shape": set("shape", element["type"].map { .text($0) })
    default: break
    }
  }
}
