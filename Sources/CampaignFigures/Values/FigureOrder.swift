/// Figures within 1e-9 (relative) of each other are equal where an order or a threshold depends on them
/// (<doc:Metrics#Counting>).
package enum FigureOrder {
  /// Whether `left` is at most `right`, up to rounding.
  package static func isAtMost(_ left: Double, _ right: Double) -> Bool {
    left <= right + 1e-9 * max(abs(left), abs(right))
  }

  /// The figure rounded to nine decimals, by which lists are sorted (<doc:CommandLine#JSON>).
  package static func rounded(_ figure: Double) -> Double {
    abs(figure) < 1e6 ? (figure * 1e9).rounded() / 1e9 : figure
  }
}
