import GraphvizRendering
import Presentation

/// The words of a node: lines one below the other, with the room that they take.
struct NodeLabel: Hashable, Sendable {
  /// One line.
  struct Line: Hashable, Sendable {
    var words: String
    var points: Double
    var isBold = false

    var width: Double { TextWidth.of(words, points: points, isBold: isBold) }
    var height: Double { points * 1.28 }
  }

  var lines: [Line]

  /// A name, broken into lines, over smaller lines.
  ///
  /// - Parameters:
  ///   - width: visible characters in a line of the name.
  ///   - least: letters are no smaller, in points.
  init(
    _ name: String, _ details: [String] = [], width: Int = 18, lines: Int = 2, points: Double = 11, least: Double = 0,
    isBold: Bool = true
  ) {
    // A single word is broken only where it is far too long.
    let word = name.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
    let wrapped = LabelText.wrapped(name, width: max(width, min(word, width + 8)), lines: lines).split(separator: "\n")
    let shown = wrapped.isEmpty ? ["·"] : wrapped.map(String.init)
    self.lines =
      shown.map { Line(words: $0, points: max(least, points), isBold: isBold) }
      + details.map { Line(words: $0, points: max(least, points - 1)) }
  }

  var width: Double { lines.map(\.width).max() ?? 0 }
  var height: Double { lines.reduce(0) { $0 + $1.height } }

  /// As Graphviz draws it.
  var markup: DOTMarkup {
    var result: DOTMarkup?
    for line in lines {
      let text = DOTMarkup.text(line.words)
      let part = (line.isBold ? text.bold() : text).font(points: line.points)
      result = result.map { $0 + .lineBreak + part } ?? part
    }
    return result ?? .text("·")
  }
}

/// Names that are cut to fit, and still tell each other apart.
enum DistinctNames {
  /// Each name on one line of at most so many visible characters. Names that would be cut to the same words are cut in the
  /// middle instead, so that what differs is read.
  ///
  /// - Parameter characters: at least 6.
  static func cut(_ names: [String], to characters: Int) -> [String] {
    let lines = names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var result = lines.map { LabelText.shortened($0, to: characters) }
    var groups: [String: [Int]] = [:]
    for (place, words) in result.enumerated() where words != lines[place] { groups[words, default: []].append(place) }
    for places in groups.values where Set(places.map { lines[$0] }).count > 1 {
      let common = commonPrefix(places.map { Array(lines[$0]) })
      for place in places {
        let name = Array(lines[place])
        let head = String(name.prefix(characters / 3))
        // Words stay whole where the difference starts within one.
        let word = name[..<common].lastIndex(of: " ").map { $0 + 1 } ?? common
        let start = common - word < characters / 3 ? word : common
        result[place] = head + "…" + LabelText.shortened(String(name[start...]), to: characters - head.count - 1)
      }
    }
    return result
  }

  private static func commonPrefix(_ names: [[Character]]) -> Int {
    guard let first = names.first else { return 0 }
    return names.dropFirst().reduce(first.count) { length, name in
      zip(first.prefix(length), name).prefix { $0 == $1 }.count
    }
  }
}
