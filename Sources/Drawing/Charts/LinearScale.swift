import Presentation

/// Maps figures to places along an axis that starts at 0 and ends at a round number.
struct LinearScale {
  /// Largest figure of the axis, at least the largest figure shown.
  let top: Double
  /// Distance of two ticks.
  let step: Double
  private let start: Double
  private let end: Double

  /// - Parameters:
  ///   - largest: the largest figure shown, at least 0.
  ///   - start: place of 0.
  ///   - end: place of the axis's end.
  ///   - isWhole: whether ticks must be whole numbers.
  ///   - tickCount: about how many steps fit.
  init(to largest: Double, from start: Double, to end: Double, isWhole: Bool = true, tickCount: Int = 5) {
    let most = largest > 0 ? largest : 1
    step = LinearScale.niceStep(most / Double(max(1, tickCount)), isWhole: isWhole)
    top = (most / step - 1e-9).rounded(.up) * step
    self.start = start
    self.end = end
  }

  /// An axis that ends exactly at a figure, such as the last day.
  init(exactlyTo top: Double, step: Double, from start: Double, to end: Double) {
    self.top = max(top, 1e-9)
    self.step = step
    self.start = start
    self.end = end
  }

  /// The place of a figure.
  func callAsFunction(_ figure: Double) -> Double { start + (end - start) * figure / top }

  /// Figures with a tick, from 0.
  var ticks: [Double] { (0...Int((top / step + 1e-9).rounded(.down))).map { Double($0) * step } }

  /// The smallest of 1, 2, 5 times a power of ten that is at least `size`.
  static func niceStep(_ size: Double, isWhole: Bool = true) -> Double {
    var power = 1.0
    while power > size, power > 1e-9 { power /= 10 }
    while power * 10 <= size { power *= 10 }
    let factor = [1.0, 2, 5, 10].first { $0 * power >= size * (1 - 1e-9) } ?? 10
    return isWhole ? max(1, factor * power) : factor * power
  }
}
