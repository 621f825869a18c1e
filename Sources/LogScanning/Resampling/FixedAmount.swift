/// A sum of numbers in units of 2⁻⁶⁰, which loses nothing of a number from 0.004 up.
package struct FixedAmount: Sendable {
  /// The sum in units of 2⁻⁶⁰; of no meaning where a number or the sum was out of range.
  private(set) var units: Int128 = 0
  /// Whether every number was below 2⁶⁰, and the sum within 128 bits.
  private(set) var isInRange = true

  package init() {}

  /// Whether nothing but zeros was added.
  var isZero: Bool { units == 0 && isInRange }

  /// Adds a finite number.
  package mutating func add(_ number: Double) {
    guard abs(number) < 0x1p60 else {
      isInRange = false
      return
    }
    let (sum, isOver) = units.addingReportingOverflow(Int128((number * 0x1p60).rounded()))
    units = sum
    if isOver { isInRange = false }
  }
}
