import CampaignFigures

extension LocalizedText {
  static let meaningColumn = LocalizedText("Meaning", "Bedeutung")
  /// The number format of percentage points.
  static let pointsPattern = LocalizedText("0.0\" points\"", "0.0\" Punkte\"")
  static let countColumn = LocalizedText("count", "Anzahl")
  static let wholeColumn = LocalizedText("of", "von")
  static let lowColumn = LocalizedText("from", "von")
  static let highColumn = LocalizedText("to", "bis")
}
