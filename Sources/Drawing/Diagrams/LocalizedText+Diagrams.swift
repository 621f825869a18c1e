package import CampaignFigures
import Presentation

extension LocalizedText {
  static let partnersTitle = LocalizedText("partners and contacts in common", "Partner und gemeinsame Kontakte")
  static let partnersNote = LocalizedText(
    "%1 partners reached %2 contacts, %3", "%1 Partner erreichten %2 Kontakte, %3")
  static let partnersLegend = LocalizedText(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common. Colors: sectors.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte. Farben: Branchen.")
  static let plainPartnersLegend = LocalizedText(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte.")
  static let oneWeakerTie = LocalizedText(
    "%1 weaker tie is not drawn.", "%1 schwächere Verbindung ist nicht gezeichnet.")
  static let weakerTies = LocalizedText(
    "%1 weaker ties are not drawn.", "%1 schwächere Verbindungen sind nicht gezeichnet.")
  static let morePartners = LocalizedText("%1 more partners", "%1 weitere Partner")
  static let nobodyReached = LocalizedText("Nobody was reached.", "Niemand wurde erreicht.")
  static let contactsReached = LocalizedText("%1 contacts reached", "%1 erreichte Kontakte")
  static let contactsInCommon = LocalizedText("%1 contacts in common", "%1 gemeinsame Kontakte")

  static let flowTitle = LocalizedText("who carries whose message", "wer wessen Botschaft trägt")
  static let flowNote = LocalizedText(
    "%1 brands, %2 channels of others, %3 contacts reached there",
    "%1 Marken, %2 Kanäle anderer, %3 dort erreichte Kontakte")
  static let flowLegend = LocalizedText(
    "Left: brands. Middle: channels of other partners. Width of a line: contacts, colored by brand.",
    "Links: Marken. Mitte: Kanäle anderer Partner. Linienbreite: Kontakte, in der Farbe der Marke.")
  static let flowOthersLegend = LocalizedText(
    "What is gathered in dashed boxes is not measured; its other lines are left out.",
    "Was gestrichelte Kästen zusammenfassen, ist nicht gemessen; ihre übrigen Linien fehlen.")
  static let moreBrands = LocalizedText("%1 more brands", "%1 weitere Marken")
  static let moreChannels = LocalizedText("%1 more channels", "%1 weitere Kanäle")
  static let channelOf = LocalizedText("of %1 · %2", "von %1 · %2")
  static let contactsByOthers = LocalizedText(
    "Contacts reached in channels of others", "In Kanälen anderer erreichte Kontakte")
  static let noForeignContact = LocalizedText(
    "No brand was carried in a channel of others", "Keine Marke wurde in einem Kanal anderer getragen")

  static let retentionTitle = LocalizedText("who stays after the end", "wer nach dem Ende bleibt")
  static let retentionNote = LocalizedText(
    "%1 contacts followed from the end (%2), observed for %3 days so far",
    "%1 Kontakte ab dem Ende (%2), bisher %3 Tage beobachtet")
  static let retentionLegend = LocalizedText(
    "Left: partners that acquired the contacts. Width of a line: contacts, colored by what they did later.",
    "Links: Partner, die die Kontakte gewannen. Linienbreite: Kontakte, Farbe: was sie danach taten.")
  static let retentionPartsLegend = LocalizedText(
    "Stayed and lost add up to all; who joined or carried on is counted again there.",
    "Geblieben und verloren ergeben alle; wer sich anschloss oder weitertrug, zählt dort noch einmal.")
  package static let stayed = LocalizedText("Stayed", "Geblieben")
  package static let carriedOn = LocalizedText("Carried on", "Weitergetragen")
  package static let joined = LocalizedText("Joined", "Angeschlossen")
  package static let lost = LocalizedText("Lost", "Verloren")
  static let cohortLine = LocalizedText("%1 contacts", "%1 Kontakte")
}
