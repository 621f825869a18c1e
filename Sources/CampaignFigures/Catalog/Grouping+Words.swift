package import CampaignModel

extension Grouping {
  /// What such a group is, in words.
  package var term: Term {
    switch self {
    case .channel: Term(rawValue, LocalizedText("Channel", "Kanal"))
    case .partner: Term(rawValue, LocalizedText("Partner", "Partner"))
    case .medium: Term(rawValue, LocalizedText("Medium", "Medium"))
    case .format: Term(rawValue, LocalizedText("Format", "Format"))
    }
  }

  /// The same within a sentence.
  package var words: LocalizedText {
    let title = term.title
    return LocalizedText { $0 == .english ? title[$0].lowercased() : title[$0] }
  }

  /// A text with what such a group is in place of `%1`, as within a sentence.
  package func filled(into pattern: LocalizedText) -> LocalizedText {
    let words = words
    return pattern.filled { [words[$0]] }
  }
}

extension Group {
  /// The channel, partner or name; nil for what has no medium or no format.
  package var value: FigureValue? {
    switch self {
    case .channel(let channel): .channel(channel)
    case .partner(let partner): .partner(partner)
    case .medium(let name), .format(let name): name.map { .text($0) }
    }
  }
}
