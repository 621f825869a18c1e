import Presentation

/// A color of red, green and blue, 0 to 255 each.
package struct RGBColor: Hashable, Sendable {
  var red: Int
  var green: Int
  var blue: Int

  /// The color written `0xRRGGBB`.
  init(_ hex: Int) {
    red = hex >> 16 & 255
    green = hex >> 8 & 255
    blue = hex & 255
  }

  /// As SVG, CSS and Graphviz write it: `#rrggbb`.
  package var text: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// This color with so many percent of another one in it.
  func mixed(with other: RGBColor, percent: Int) -> RGBColor {
    var result = self
    result.red += (other.red - red) * percent / 100
    result.green += (other.green - green) * percent / 100
    result.blue += (other.blue - blue) * percent / 100
    return result
  }
}
