extension Phrase {
  static let partnersTitle = Phrase("partners and contacts in common", "Partner und gemeinsame Kontakte")
  static let partnersNote = Phrase(
    "%1 partners reached %2 contacts, %3", "%1 Partner erreichten %2 Kontakte, %3")
  static let partnersLegend = Phrase(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common. Colors: sectors.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte. Farben: Branchen.")
  static let plainPartnersLegend = Phrase(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte.")
  static let oneWeakerTie = Phrase("%1 weaker tie is not drawn.", "%1 schwächere Verbindung ist nicht gezeichnet.")
  static let weakerTies = Phrase("%1 weaker ties are not drawn.", "%1 schwächere Verbindungen sind nicht gezeichnet.")
  static let morePartners = Phrase("%1 more partners", "%1 weitere Partner")
  static let nobodyReached = Phrase("Nobody was reached.", "Niemand wurde erreicht.")
  static let contactsReached = Phrase("%1 contacts reached", "%1 erreichte Kontakte")
  static let contactsInCommon = Phrase("%1 contacts in common", "%1 gemeinsame Kontakte")

  static let flowTitle = Phrase("who carries whose message", "wer wessen Botschaft trägt")
  static let flowNote = Phrase(
    "%1 brands, %2 channels of others, %3 contacts reached there",
    "%1 Marken, %2 Kanäle anderer, %3 dort erreichte Kontakte")
  static let flowLegend = Phrase(
    "Left: brands. Middle: channels of other partners. Width of a line: contacts, colored by brand.",
    "Links: Marken. Mitte: Kanäle anderer Partner. Linienbreite: Kontakte, in der Farbe der Marke.")
  static let flowOthersLegend = Phrase(
    "What is gathered in dashed boxes is not measured; its other lines are left out.",
    "Was gestrichelte Kästen zusammenfassen, ist nicht gemessen; ihre übrigen Linien fehlen.")
  static let moreBrands = Phrase("%1 more brands", "%1 weitere Marken")
  static let moreChannels = Phrase("%1 more channels", "%1 weitere Kanäle")
  static let channelOf = Phrase("of %1 · %2", "von %1 · %2")
  static let contactsByOthers = Phrase(
    "Contacts reached in channels of others", "In Kanälen anderer erreichte Kontakte")
  static let noForeignContact = Phrase(
    "No brand was carried in a channel of others", "Keine Marke wurde in einem Kanal anderer getragen")

  static let retentionTitle = Phrase("who stays after the end", "wer nach dem Ende bleibt")
  static let retentionNote = Phrase(
    "%1 contacts followed from the end (%2), observed for %3 days so far",
    "%1 Kontakte ab dem Ende (%2), bisher %3 Tage beobachtet")
  static let retentionLegend = Phrase(
    "Left: partners that acquired the contacts. Width of a line: contacts, colored by what they did later.",
    "Links: Partner, die die Kontakte gewannen. Linienbreite: Kontakte, Farbe: was sie danach taten.")
  static let retentionPartsLegend = Phrase(
    "Stayed and lost add up to all; who joined or carried on is counted again there.",
    "Geblieben und verloren ergeben alle; wer sich anschloss oder weitertrug, zählt dort noch einmal.")
  static let stayed = Phrase("Stayed", "Geblieben")
  static let carriedOn = Phrase("Carried on", "Weitergetragen")
  static let joined = Phrase("Joined", "Angeschlossen")
  static let lost = Phrase("Lost", "Verloren")
  static let cohortLine = Phrase("%1 contacts", "%1 Kontakte")
}
