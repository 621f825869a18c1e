extension GraphFileFormat: CaseIterable, RawRepresentable {
  /// All formats, in the order in which they are listed: each has its reader and its writer in Formats or EdgeLists.
  public static let allCases: [GraphFileFormat] = [
    csv, tsv, edgelist, graphml, gexf, gml, pajek, matrixmarket, dot, json,
  ]

  /// An edge a line, separated by commas, or semicolons.
  public static let csv = edgeList("csv", "CSV", endings: ["csv"], .comma)
  /// An edge a line, separated by tabs.
  public static let tsv = edgeList("tsv", "TSV", endings: ["tsv", "tab"], .tab)
  /// An edge a line, separated by blanks or tabs.
  public static let edgelist = edgeList(
    "edgelist", "an edge list", endings: ["txt", "edges", "edgelist", "el", "ncol", "e"], .blanks)
  /// GraphML, http://graphml.graphdrawing.org.
  public static let graphml = GraphFileFormat(
    "graphml", "GraphML", endings: ["graphml"], summary: "with typed attributes", read: GraphMLReader.read,
    write: GraphMLWriter.write)
  /// GEXF 1.1 to 1.3, https://gexf.net.
  public static let gexf = GraphFileFormat(
    "gexf", "GEXF", endings: ["gexf"], summary: "with typed attributes, and times", read: GEXFReader.read,
    write: GEXFWriter.write)
  /// Graph Modelling Language, M. Himsolt, University of Passau, 1997.
  public static let gml = GraphFileFormat(
    "gml", "GML", endings: ["gml"], summary: "with typed attributes", read: GMLReader.read, write: GMLWriter.write)
  /// Pajek's network files, V. Batagelj and A. Mrvar.
  public static let pajek = GraphFileFormat(
    "pajek", "Pajek", endings: ["net", "paj", "pajek"], summary: "with attributes as text", read: PajekReader.read,
    write: PajekWriter.write)
  /// Matrix Market's exchange format, https://math.nist.gov/MatrixMarket.
  public static let matrixmarket = GraphFileFormat(
    "matrixmarket", "Matrix Market", endings: ["mtx"], summary: "numbers of nodes, and weights",
    read: MatrixMarketReader.read, write: MatrixMarketWriter.write)
  /// Graphviz's language.
  public static let dot = GraphFileFormat(
    "dot", "DOT", endings: ["gv", "dot"], summary: "with attributes as text", read: DOTGraph.read,
    write: DOTGraphWriter.write)
  /// The node-link JSON of networkx, D3 and others.
  public static let json = GraphFileFormat(
    "json", "node-link JSON", endings: ["json"], summary: "as networkx and D3 read it", read: NodeLinkReader.read,
    write: NodeLinkWriter.write)

  private static func edgeList(
    _ rawValue: String, _ name: String, endings: [String], _ separator: EdgeListSeparator
  ) -> GraphFileFormat {
    GraphFileFormat(
      rawValue, name, endings: endings, summary: "an edge a line, with weight, time and attributes",
      separator: separator, read: TextEdgeList.reader(separator), write: EdgeListWriter.write(separator))
  }

  /// The format of this name, or nil.
  public init?(rawValue: String) {
    guard let format = GraphFileFormat.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = format
  }

  /// The format that a file's ending asks for, or nil; `.gz` behind it is left aside.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map { $0.lowercased() }
    if parts.count > 2, parts.last == "gz" { parts.removeLast() }
    guard parts.count > 1, let ending = parts.last,
      let format = GraphFileFormat.allCases.first(where: { $0.endings.contains(ending) })
    else { return nil }
    self = format
  }

  /// What graph files may be, in a sentence: `an edge list, GraphML … or node-link JSON`.
  public static var sentence: String {
    let names = ["an edge list"] + allCases.filter { !$0.isEdgeList }.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// What each format carries, a line each: its name, the endings that ask for it, and a few words.
  public static var table: String {
    let labels = allCases.map { "\($0.rawValue) (" + $0.endings.map { ".\($0)" }.joined(separator: " ") + ")" }
    let width = labels.map(\.count).max() ?? 0
    return zip(labels, allCases).map { label, format in
      "  " + label + String(repeating: " ", count: width - label.count + 2) + format.summary
    }.joined(separator: "\n")
  }

  /// The names of all formats in a sentence: `csv, tsv … or json`.
  public static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
