extension LocalizedText {
  package static let interval = LocalizedText("%1 to %2", "%1 bis %2")
  package static let withheld = LocalizedText("withheld", "zurückgehalten")
  package static let undefined = LocalizedText("undefined", "nicht definiert")
  package static let incomplete = LocalizedText("not yet known", "noch nicht bekannt")
  package static let notConfigured = LocalizedText("not configured", "nicht eingestellt")
  package static let unknownSector = LocalizedText("sector unknown", "Branche unbekannt")
  package static let otherSectors = LocalizedText("other sectors", "andere Branchen")

  static let months = [
    LocalizedText("January", "Januar"), LocalizedText("February", "Februar"), LocalizedText("March", "März"),
    LocalizedText("April", "April"),
    LocalizedText("May", "Mai"), LocalizedText("June", "Juni"), LocalizedText("July", "Juli"),
    LocalizedText("August", "August"),
    LocalizedText("September", "September"), LocalizedText("October", "Oktober"), LocalizedText("November", "November"),
    LocalizedText("December", "Dezember"),
  ]

  static let shortMonths = [
    LocalizedText("Jan", "Jan."), LocalizedText("Feb", "Feb."), LocalizedText("Mar", "März"),
    LocalizedText("Apr", "Apr."), LocalizedText("May", "Mai"),
    LocalizedText("Jun", "Juni"), LocalizedText("Jul", "Juli"), LocalizedText("Aug", "Aug."),
    LocalizedText("Sep", "Sept."), LocalizedText("Oct", "Okt."),
    LocalizedText("Nov", "Nov."), LocalizedText("Dec", "Dez."),
  ]
}
