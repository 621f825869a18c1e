import GraphvizRendering
import Presentation

/// Names of partners and the like, cut to what a picture has room for.
package enum DiagramName {
  /// At most so many characters, on one line.
  package static func short(_ name: String, _ characters: Int) -> String {
    LabelText.shortened(name.split(whereSeparator: \.isWhitespace).joined(separator: " "), to: characters)
  }

  /// A name that may stand before and after other words: one that is read from the right keeps its direction to itself.
  static func isolated(_ name: String) -> String {
    let isFromRight = name.unicodeScalars.contains { scalar in
      (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFE).contains(scalar.value)
    }
    return isFromRight ? "\u{2068}\(name)\u{2069}" : name
  }
}
