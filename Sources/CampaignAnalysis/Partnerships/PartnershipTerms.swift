package import CampaignFigures

extension Knot {
  /// The knot in words.
  package var term: Term {
    switch self {
    case .none: Term(rawValue, LocalizedText("none", "keiner"))
    case .unclear: Term(rawValue, LocalizedText("unclear", "unklar"))
    case .oneSided: Term(rawValue, LocalizedText("one-sided", "einseitig"))
    case .reef: Term(rawValue, LocalizedText("reef", "Kreuzknoten"))
    case .granny: Term(rawValue, LocalizedText("granny", "Altweiberknoten"))
    }
  }
}

extension PartnershipDirection {
  /// The direction in words.
  package var term: Term {
    switch self {
    case .horizontal: Term(rawValue, LocalizedText("horizontal", "horizontal"))
    case .vertical: Term(rawValue, LocalizedText("vertical", "vertikal"))
    case .diagonal: Term(rawValue, LocalizedText("diagonal", "diagonal"))
    }
  }
}

extension Barometer.Scale {
  /// The scale in words.
  package var term: Term {
    switch self {
    case .structure: Term(rawValue, LocalizedText("structure", "Struktur"))
    case .social: Term(rawValue, LocalizedText("social", "Sozial"))
    case .performance: Term(rawValue, LocalizedText("performance", "Leistung"))
    }
  }
}

extension Barometer.Maturity {
  /// The stage in words.
  package var term: Term {
    switch self {
    case .contact: Term(rawValue, LocalizedText("contact", "Kontakt"))
    case .trial: Term(rawValue, LocalizedText("trial", "Erprobung"))
    case .established: Term(rawValue, LocalizedText("established", "gefestigt"))
    case .mature: Term(rawValue, LocalizedText("mature", "reif"))
    }
  }
}
