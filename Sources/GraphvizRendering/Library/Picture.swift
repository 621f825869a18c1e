/// A format in which a graph can be written.
public enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  /// Scalable drawing for the web.
  case svg
  /// Bitmap.
  case png
  /// Page description for print, of one page.
  case pdf
  /// DOT text, without a layout.
  case dot

  /// Creates the format that an ending of a file name asks for (`svg`, `png`, `pdf`, `dot`, `gv`, in any case), or nil.
  public init?(fileExtension: String) {
    let name = fileExtension.lowercased()
    self.init(rawValue: name == "gv" ? "dot" : name)
  }
}

/// One of Graphviz's ways to place nodes, by its name. Which there are depends on what is installed: ``Graphviz/engines()``.
public struct LayoutEngine: RawRepresentable, Sendable, Hashable {
  /// Graphviz's name.
  public let rawValue: String

  /// Creates an engine from its name, installed or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Layers, for directed graphs.
  public static let dot = LayoutEngine(rawValue: "dot")
  /// Springs by stress majorization, for undirected graphs up to a few hundred nodes.
  public static let neato = LayoutEngine(rawValue: "neato")
  /// Springs by forces, with clusters.
  public static let fdp = LayoutEngine(rawValue: "fdp")
  /// Springs at several scales, for large graphs.
  public static let sfdp = LayoutEngine(rawValue: "sfdp")
  /// Circles, one per block.
  public static let circo = LayoutEngine(rawValue: "circo")
  /// Rings around one node.
  public static let twopi = LayoutEngine(rawValue: "twopi")
  /// Packed clusters.
  public static let osage = LayoutEngine(rawValue: "osage")
  /// A tree map of squares.
  public static let patchwork = LayoutEngine(rawValue: "patchwork")
}

/// A drawn graph.
public struct Picture: Sendable, Hashable {
  /// The file's content.
  public let bytes: [UInt8]
  /// How the bytes are to be read.
  public let format: PictureFormat
  /// How the picture differs from what was asked for, in a sentence each; empty when it does not.
  public let warnings: [String]
  /// What Graphviz remarked while drawing, in its own words: for who writes the document, not for who reads the picture.
  public let remarks: [String]

  package init(bytes: [UInt8], format: PictureFormat, warnings: [String], remarks: [String]) {
    self.bytes = bytes
    self.format = format
    self.warnings = warnings
    self.remarks = remarks
  }

  /// The content as text, for SVG and DOT.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
