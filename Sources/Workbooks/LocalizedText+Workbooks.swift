import CampaignFigures

extension LocalizedText {
  static let meaningColumn = LocalizedText("Meaning", "Bedeutung")
  static let countColumn = LocalizedText("count", "Anzahl")
  static let wholeColumn = LocalizedText("of", "von")
  static let lowColumn = LocalizedText("from", "von")
  static let highColumn = LocalizedText("to", "bis")
}
