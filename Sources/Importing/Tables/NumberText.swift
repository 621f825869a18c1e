/// Numbers as tables hold them: with a decimal point, as short as they are exact.
enum NumberText {
  static func of(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return number.description
  }
}
