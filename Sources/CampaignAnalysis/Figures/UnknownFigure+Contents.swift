import CampaignFigures
import CampaignModel

extension [UnknownFigure] {
  /// Why figures that need own and foreign are null in a dataset without any content (<doc:Metrics#Unknown-figures>).
  private static let reasonWithoutContents = LocalizedText(
    "contents.csv is missing or has no row, so that it is not known whose message a touch carried.",
    "contents.csv fehlt oder hat keine Zeile; so ist nicht bekannt, wessen Botschaft eine Berührung trug.")

  /// Names figures that need own and foreign, which a dataset without any content does not tell apart.
  mutating func addWithoutContents(_ entries: [any CatalogEntry]) {
    for entry in entries {
      append(UnknownFigure(entry, .notConfigured, [UnknownFigure].reasonWithoutContents))
    }
  }
}

extension Dataset {
  /// Whether own and foreign can be told apart: there is a content, so that touches without one carry their channel
  /// owner's message (<doc:Metrics#Unknown-figures>).
  var tellsOwnFromForeign: Bool { !contents.isEmpty }
}
