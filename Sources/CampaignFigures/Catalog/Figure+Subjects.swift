extension Figure {
  /// The partner that a row is about.
  package static func partner(
    _ path: String, _ title: Texts = ("Partner", "Partner"), _ partner: @escaping @Sendable (Result) -> Int
  ) -> Figure {
    Figure(path, title, unit: .partner) { .partner(partner($0)) }.subject
  }

  /// The day, counted from a campaign's start or end, that a row is about.
  package static func day(_ path: String, _ day: @escaping @Sendable (Result) -> Int) -> Figure {
    Figure(path, ("Day", "Tag"), unit: .count) { .count(day($0)) }.subject
  }
}

extension LocalizedText {
  package static let nothingGiven = LocalizedText("none given", "ohne Angabe")
  package static let nothingKnown = LocalizedText("not known", "nicht bekannt")
}
