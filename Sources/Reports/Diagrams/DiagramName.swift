import GraphvizRendering

/// Names of partners and the like, cut to what a picture has room for.
enum DiagramName {
  /// At most so many characters, on one line.
  static func short(_ name: String, _ characters: Int) -> String {
    LabelText.shortened(name.split(whereSeparator: \.isWhitespace).joined(separator: " "), to: characters)
  }
}
