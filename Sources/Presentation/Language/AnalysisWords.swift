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
