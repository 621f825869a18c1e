import Presentation

/// For what room a chart is drawn.
enum ChartForm: Sendable {
  case broad
  /// For phones: letters of 13 units in 360 are 10 pixels high where 288 pixels are left of a window of 320. Names of rows
  /// stand above their bars.
  case tall

  var width: Double { self == .broad ? 560 : 360 }

  /// Where bars begin.
  func left(beside names: Double) -> Double { self == .broad ? names : 8 }

  /// Height of a row whose bar and name beside it take `height`.
  func rowHeight(_ height: Double) -> Double { self == .broad ? height : height + 18 }

  /// The middle of a row's bar.
  func middle(ofRow row: Int, top: Double, height: Double) -> Double {
    top + rowHeight(height) * Double(row) + (self == .broad ? 0 : 18) + height / 2
  }
}

extension ChartCanvas {
  /// The name of a row: left of its bar, or above it.
  ///
  /// - Parameter reserved: what is left free at the end of a name that stands above.
  mutating func rowName(
    _ name: String, left: Double, middle: Double, half: Double, _ form: ChartForm, reserved: Double = 0
  ) {
    switch form {
    case .broad: self.name(name, left - 10, middle + 4, width: left - 14)
    case .tall:
      self.name(name, left, middle - half - 6, width: form.width - left - reserved, anchor: .start)
    }
  }

  /// Names of what is drawn, from `left` on, each after its sign: one line, or as many as they need.
  ///
  /// - Parameters:
  ///   - starts: where each begins on one line, from `left`; nil for one after the other.
  ///   - sign: draws a sign of a place at a point; how wide it is.
  /// - Returns: how many lines there are.
  mutating func key(
    _ words: [String], left: Double, _ form: ChartForm, starts: [Double]? = nil,
    sign: (_ place: Int, _ x: Double, _ y: Double, inout ChartCanvas) -> Double
  ) -> Int {
    var (x, line) = (left, 0)
    for (place, text) in words.enumerated() {
      let width = TextWidth.of(text, points: ChartStyle.points)
      if form == .broad, let starts {
        x = left + starts[place]
      } else if place > 0, form == .tall, x + 34 + width > form.width {
        (x, line) = (left, line + 1)
      }
      let end = x + sign(place, x, 12 + Double(line) * 20, &self) + 6
      label(end, 16 + Double(line) * 20, text, "")
      x = end + width + 18
    }
    return line + 1
  }
}
