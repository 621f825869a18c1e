import Foundation

/// Numbers as people read them: the same text in every locale.
package enum NumberText {
  /// Digits in groups of three: `1,250,000`.
  package static func grouped(_ number: Int) -> String {
    let sign = number < 0 ? "-" : ""
    return sign + grouped(digits: Array(String(number.magnitude)))
  }

  /// A number with exactly so many decimals and grouped digits: `1,250.00`.
  package static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    let text = String(format: "%.\(decimals)f", abs(number))
    let parts = text.split(separator: ".")
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    let whole = grouped(digits: Array(parts[0]))
    return (number < 0 && !isZero ? "-" : "") + whole + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  /// A number with at most two decimals: `3.5`, `1,250`.
  package static func decimal(_ number: Double) -> String {
    var text = fixed(number, decimals: 2)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A number with six significant digits, for scores that may be far below 1: `0.037212`.
  package static func significant(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    guard number != 0 else { return "0" }
    return String(format: "%.6g", number)
  }

  private static func grouped(digits: [Character]) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
