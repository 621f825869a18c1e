package import CampaignFigures

extension LocalizedText {
  /// How the number 1,234.5 is written: what stands before 234 and before 5 stands so in all numbers.
  static let numberShape = LocalizedText("1,234.5", "1.234,5")
  /// A number in percent, on pages.
  static let percentShape = LocalizedText("%1%", "%1\u{A0}%")
  /// Day, month in words and year.
  static let dayShape = LocalizedText("%1 %2 %3", "%1. %2 %3")
  /// Day and month in a short word, on axes.
  static let shortDayShape = LocalizedText("%1 %2", "%1. %2")

  package static let interval = LocalizedText("%1 to %2", "%1 bis %2")
  /// Percentage points.
  package static let points = LocalizedText("%1 points", "%1 Punkte")
  /// In place of days that something begins before, where it begins so many days after.
  package static let beginsLate = LocalizedText("none, begins %1 days late", "keine, beginnt %1 Tage zu spät")
  package static let below = LocalizedText("under %1", "unter %1")
  package static let atLeast = LocalizedText("at least %1", "mindestens %1")
  package static let proportion = LocalizedText("%1 (%2 of %3)", "%1 (%2 von %3)")
  package static let moreRowsMark = LocalizedText("… %1 more rows", "… %1 weitere Zeilen")
  package static let oneMoreRow = LocalizedText("%1 more row is left out.", "%1 weitere Zeile ist weggelassen.")
  package static let moreRows = LocalizedText("%1 more rows are left out.", "%1 weitere Zeilen sind weggelassen.")
  package static let name = LocalizedText("Name", "Name")
  package static let withheld = LocalizedText("withheld", "zurückgehalten")
  package static let undefined = LocalizedText("undefined", "nicht definiert")
  package static let incomplete = LocalizedText("not yet known", "noch nicht bekannt")
  package static let notConfigured = LocalizedText("not configured", "nicht eingestellt")
  package static let noneGiven = LocalizedText("none given", "ohne Angabe")
  package static let notKnown = LocalizedText("not known", "nicht bekannt")
  package static let yes = LocalizedText("yes", "ja")
  package static let no = LocalizedText("no", "nein")
  package static let unattributed = LocalizedText("unattributed", "nicht zugerechnet")
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

  package static let noTouchesInWindow = LocalizedText(
    "No touch lies in this window, so that there is nothing to measure.",
    "In diesem Zeitraum liegt keine Berührung: Es gibt nichts zu messen.")
}
