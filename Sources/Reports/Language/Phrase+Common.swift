extension Phrase {
  static let interval = Phrase("%1 to %2", "%1 bis %2")
  static let withheld = Phrase("withheld", "zurückgehalten")
  static let undefined = Phrase("undefined", "nicht definiert")
  static let incomplete = Phrase("not yet known", "noch nicht bekannt")
  static let notConfigured = Phrase("not configured", "nicht eingestellt")
  static let unknownSector = Phrase("sector unknown", "Branche unbekannt")
  static let otherSectors = Phrase("other sectors", "andere Branchen")

  static let months = [
    Phrase("January", "Januar"), Phrase("February", "Februar"), Phrase("March", "März"), Phrase("April", "April"),
    Phrase("May", "Mai"), Phrase("June", "Juni"), Phrase("July", "Juli"), Phrase("August", "August"),
    Phrase("September", "September"), Phrase("October", "Oktober"), Phrase("November", "November"),
    Phrase("December", "Dezember"),
  ]

  static let shortMonths = [
    Phrase("Jan", "Jan."), Phrase("Feb", "Feb."), Phrase("Mar", "März"), Phrase("Apr", "Apr."), Phrase("May", "Mai"),
    Phrase("Jun", "Juni"), Phrase("Jul", "Juli"), Phrase("Aug", "Aug."), Phrase("Sep", "Sept."), Phrase("Oct", "Okt."),
    Phrase("Nov", "Nov."), Phrase("Dec", "Dez."),
  ]
}
