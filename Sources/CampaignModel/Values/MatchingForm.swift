/// The form in which names that people type are compared: headers, kinds, KPIs, settings, booleans (<doc:Dataset#Text>).
package enum MatchingForm {
  /// The name without what does not count: case, white space, control and format characters, `-`, `_`, `.` and `?`.
  package static func of(_ name: some StringProtocol) -> String {
    var form = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars where counts(scalar) { form.append(scalar) }
    return String(form)
  }

  private static func counts(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.value > 0x20 && scalar.value != 0x7F && scalar != "-" && scalar != "_" && scalar != "."
        && scalar != "?"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
