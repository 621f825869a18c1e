internal import CGraphviz

/// Takes out of a graph what would read other files, refer to them, or give another picture each time.
enum GraphIsolation {
  private static let fileAttributes: Set = ["image", "shapefile", "stylesheet", "imagepath", "fontpath"]

  /// Empties such attributes and returns a warning for each name that held any.
  static func isolate(_ graph: GraphReference) -> [String] {
    var emptied: Set<String> = []
    empty(graph.attributes(kind: AGRAPH), of: graph.withDescendants(), &emptied)
    empty(graph.attributes(kind: AGNODE), of: graph.nodes(), &emptied)
    empty(graph.attributes(kind: AGEDGE), of: graph.edges(), &emptied)
    return emptied.sorted().map { "The attribute \($0) was left out: it \(reason($0))." }
  }

  private static func reason(_ name: String) -> String {
    name == "start" ? "asks for a random start" : "refers to another file"
  }

  private static func empty(
    _ attributes: [AttributeReference], of objects: [some GraphObject], _ emptied: inout Set<String>
  ) {
    for attribute in attributes {
      let name = attribute.attributeName
      let isFile = fileAttributes.contains(name)
      for object in objects {
        guard let (value, isMarkup) = object.value(of: attribute), !value.isEmpty else { continue }
        let isRandom = name == "start" && (value.hasPrefix("r") || value.hasPrefix("R"))
        if isFile || isRandom || (isMarkup && value.lowercased().contains("<img")) {
          object.clear(attribute)
          emptied.insert(name)
        }
      }
    }
  }
}
