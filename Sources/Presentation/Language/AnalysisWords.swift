package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

// What the model and the analyses tell apart, in words.

extension UnknownFigure.State {
  /// The state as it stands in place of the figure.
  package var words: LocalizedText {
    switch self {
    case .undefined: .undefined
    case .incomplete: .incomplete
    case .notConfigured: .notConfigured
    case .withheld: .withheld
    }
  }
}

extension Level {
  /// The level as a heading.
  package var title: LocalizedText {
    switch self {
    case .reach: LocalizedText("Reach", "Reichweite")
    case .interaction: LocalizedText("Interaction", "Interaktion")
    case .transaction: LocalizedText("Transaction", "Transaktion")
    }
  }

  /// The level within a sentence or a cell.
  package var words: LocalizedText {
    switch self {
    case .reach: LocalizedText("reach", "Reichweite")
    case .interaction: LocalizedText("interaction", "Interaktion")
    case .transaction: LocalizedText("transaction", "Transaktion")
    }
  }
}

extension Grouping {
  /// The heading of a column of such groups.
  package var title: LocalizedText {
    switch self {
    case .channel: LocalizedText("Channel", "Kanal")
    case .partner: LocalizedText("Partner", "Partner")
    case .medium: LocalizedText("Medium", "Medium")
    case .format: LocalizedText("Format", "Format")
    }
  }

  /// Such a group within a sentence.
  package var words: LocalizedText {
    LocalizedText { language in language == .english ? rawValue : title[language] }
  }
}

extension FirstContactClass {
  /// What brought a contact, as the first cell of a row.
  package var title: LocalizedText {
    switch self {
    case .ads: LocalizedText("Paid channel", "Bezahlter Kanal")
    case .joint: LocalizedText("Joint content of two brands or more", "Gemeinsamer Inhalt von zwei oder mehr Marken")
    case .own: LocalizedText("Own channel", "Eigener Kanal")
    case .partner: LocalizedText("Partner's channel", "Kanal eines Partners")
    }
  }

  /// The same in one word.
  package var words: LocalizedText {
    switch self {
    case .ads: LocalizedText("ads", "bezahlt")
    case .joint: LocalizedText("joint", "gemeinsam")
    case .own: LocalizedText("own", "eigen")
    case .partner: LocalizedText("partner", "bei Partnern")
    }
  }
}

extension Knot {
  package var words: LocalizedText {
    switch self {
    case .none: LocalizedText("none", "keiner")
    case .unclear: LocalizedText("unclear", "unklar")
    case .oneSided: LocalizedText("one-sided", "einseitig")
    case .reef: LocalizedText("reef", "Kreuzknoten")
    case .granny: LocalizedText("granny", "Altweiberknoten")
    }
  }
}

extension PartnershipDirection {
  package var words: LocalizedText {
    switch self {
    case .horizontal: LocalizedText("horizontal", "horizontal")
    case .vertical: LocalizedText("vertical", "vertikal")
    case .diagonal: LocalizedText("diagonal", "diagonal")
    }
  }
}

extension Barometer.Maturity {
  package var words: LocalizedText {
    switch self {
    case .contact: LocalizedText("contact", "Kontakt")
    case .trial: LocalizedText("trial", "Erprobung")
    case .established: LocalizedText("established", "gefestigt")
    case .mature: LocalizedText("mature", "reif")
    }
  }
}

extension Barometer.Scale {
  package var words: LocalizedText {
    switch self {
    case .structure: LocalizedText("structure", "Struktur")
    case .social: LocalizedText("social", "Sozial")
    case .performance: LocalizedText("performance", "Leistung")
    }
  }
}

extension TargetStatus.State {
  package var words: LocalizedText {
    switch self {
    case .met: LocalizedText("met", "erreicht")
    case .missed: LocalizedText("missed", "verfehlt")
    case .onTrack: LocalizedText("on track", "auf Kurs")
    case .behind: LocalizedText("behind", "im Rückstand")
    }
  }
}

extension PlanReview.State {
  /// The heading of a column of contents that stand so.
  package var title: LocalizedText {
    switch self {
    case .done: LocalizedText("Done", "Erledigt")
    case .late: LocalizedText("Late", "Verspätet")
    case .missed: LocalizedText("Missed", "Verfehlt")
    case .open: LocalizedText("Open", "Offen")
    }
  }

  package var words: LocalizedText {
    switch self {
    case .done: LocalizedText("done", "erledigt")
    case .late: LocalizedText("late", "verspätet")
    case .missed: LocalizedText("missed", "verfehlt")
    case .open: LocalizedText("open", "offen")
    }
  }
}

extension AttributionModel {
  /// The heading of a column of credit by the model.
  package var title: LocalizedText {
    switch self {
    case .first: LocalizedText("First", "Erste")
    case .last: LocalizedText("Last", "Letzte")
    case .linear: LocalizedText("Linear", "Linear")
    case .position: LocalizedText("Position", "Position")
    case .timeDecay: LocalizedText("Time decay", "Zeitverfall")
    case .shapley: LocalizedText("Shapley", "Shapley")
    case .markov: LocalizedText("Markov", "Markow")
    }
  }
}
