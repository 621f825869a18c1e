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

extension Figure {
  /// How far the block of time that a row is about was observed.
  package static func observed(
    _ path: String, _ block: @escaping @Sendable (Result) -> (isComplete: Bool, hasBegun: Bool)
  ) -> Figure {
    Figure(path, ("Observed", "Beobachtet"), unit: .term) { row in
      let block = block(row)
      if block.isComplete { return .term(Term("whole", LocalizedText("whole", "ganz"))) }
      return block.hasBegun
        ? .term(Term("in_part", LocalizedText("in part", "teilweise")))
        : .term(Term("not_yet", LocalizedText("not yet", "noch nicht")))
    }.context
  }
}

extension LocalizedText {
  package static let nothingGiven = LocalizedText("none given", "ohne Angabe")
  package static let nothingKnown = LocalizedText("not known", "nicht bekannt")
}
