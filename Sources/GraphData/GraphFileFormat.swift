/// How a graph is written in a file.
public enum GraphFileFormat: String, CaseIterable, Sendable, Hashable {
  /// An edge a line, separated by commas.
  case csv
  /// An edge a line, separated by tabs.
  case tsv
  /// An edge a line, separated by blanks or tabs.
  case edgelist
  /// GraphML, http://graphml.graphdrawing.org.
  case graphml
  /// GEXF 1.2 and 1.3, https://gexf.net.
  case gexf
  /// Graph Modelling Language, M. Himsolt, University of Passau, 1997.
  case gml
  /// Pajek's network files, V. Batagelj and A. Mrvar.
  case pajek
  /// Graphviz's language.
  case dot
  /// The node-link JSON of networkx and D3.
  case json

  /// Whether it has an edge a line and nothing else.
  public var isEdgeList: Bool { EdgeListSeparator(self) != nil }

  /// The format that a file's ending asks for, or nil.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[dot...].dropFirst().lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "txt", "edges", "edgelist", "el", "ncol", "e": self = .edgelist
    case "graphml": self = .graphml
    case "gexf": self = .gexf
    case "gml": self = .gml
    case "net", "paj", "pajek": self = .pajek
    case "dot", "gv": self = .dot
    case "json": self = .json
    default: return nil
    }
  }
}
