package import CampaignFigures
import Presentation

extension LocalizedText {
  static let reachCurveTitle = LocalizedText("Contacts reached, day by day", "Erreichte Kontakte, Tag für Tag")
  static let reachCurveCaption = LocalizedText(
    "Different contacts reached up to the end of each day.", "Verschiedene Kontakte, erreicht bis zum Ende jedes Tages."
  )
  static let reachCurveSummary = LocalizedText(
    "The curve rises to %1 distinct contacts within %2 days.",
    "Die Kurve steigt auf %1 verschiedene Kontakte in %2 Tagen.")

  static let blocksInPart = LocalizedText(
    "Shaded: observed in part, so far.", "Getönt: bisher nur teilweise beobachtet.")

  static let stackedTitle = LocalizedText("Who adds what to the reach", "Wer was zur Reichweite beiträgt")
  static let stackedCaption = LocalizedText(
    "Strong: contacts that no partner above had reached. Dots: what as many partners reach on average over all orders.",
    "Kräftig: Kontakte, die kein Partner darüber erreicht hatte. Punkte: was so viele Partner im Mittel erreichen.")
  static let stackedSummary = LocalizedText(
    "%1 carriers together reach %2 contacts; each bar shows what one adds to those above it.",
    "%1 Träger erreichen zusammen %2 Kontakte; jeder Balken zeigt, was einer zu denen darüber hinzufügt.")
  static let averageReach = LocalizedText(
    "%1 carriers reach %2 contacts on average", "%1 Träger erreichen im Mittel %2 Kontakte")

  static let survivalTitle = LocalizedText("How long contacts stay active", "Wie lange Kontakte aktiv bleiben")
  static let survivalCaption = LocalizedText(
    "Share still active so many days after the end, estimated after Kaplan and Meier; band: 95 % interval.",
    "Anteil, der so viele Tage nach dem Ende noch aktiv ist, nach Kaplan und Meier; Band: 95-%-Intervall.")
  static let survivalSummary = LocalizedText(
    "Half of the contacts have fallen silent after %1 days.", "Nach %1 Tagen ist die Hälfte der Kontakte verstummt.")
  static let survivalSummaryOpen = LocalizedText(
    "More than half of the contacts are still active at the end of the curve.",
    "Am Ende der Kurve ist noch mehr als die Hälfte der Kontakte aktiv.")
  static let survivalValue = LocalizedText("Day %1: %2 (%3)", "Tag %1: %2 (%3)")
  static let cohortKey = LocalizedText("the campaign's contacts", "Kontakte der Kampagne")
  static let baselineKey = LocalizedText("contacts won elsewhere", "anderswo gewonnene Kontakte")

  package static let outcomesTitle = LocalizedText(
    "What contacts did after the end", "Was Kontakte nach dem Ende taten")
  package static let outcomesCaption = LocalizedText(
    "Shares of the contacts followed; lines: 95 % intervals.",
    "Anteile der verfolgten Kontakte; Linien: 95-%-Intervalle.")
  package static let lostElsewhere = LocalizedText("Lost, won elsewhere", "Verloren, anderswo")

  package static let mixTitle = LocalizedText("What brought the new contacts", "Was die neuen Kontakte brachte")
  package static let mixAds = LocalizedText("paid channel", "bezahlter Kanal")
  package static let mixJoint = LocalizedText("joint content", "gemeinsamer Inhalt")
  package static let mixOwn = LocalizedText("own channel", "eigener Kanal")
  package static let mixPartner = LocalizedText("a partner's channel", "Kanal eines Partners")

  package static let ownForeignTitle = LocalizedText(
    "Own channels and channels of others", "Eigene Kanäle und Kanäle anderer")
  package static let ownOnly = LocalizedText("only in own channels", "nur in eigenen Kanälen")
  package static let both = LocalizedText("in both", "in beiden")
  package static let foreignOnly = LocalizedText("only in channels of others", "nur in Kanälen anderer")

  static let weeksTitle = LocalizedText(
    "New contacts and touchpoints, week by week", "Neue Kontakte und Kontaktpunkte je Woche")
  static let weeksCaption = LocalizedText(
    "By the week of their first touch, from the campaign's start.",
    "Nach der Woche ihrer ersten Berührung, ab Beginn der Kampagne.")
  static let weeksSummary = LocalizedText("Weeks: %1; the highest bar is %2.", "Wochen: %1; der höchste Balken ist %2.")
  static let newTouchpointsName = LocalizedText("new touchpoints", "neue Kontaktpunkte")
  package static let newContactsName = LocalizedText("new contacts", "neue Kontakte")

  static let funnelTitle = LocalizedText("Visitors, leads, customers", "Besucher, Interessenten, Kunden")
  static let funnelCaption = LocalizedText("In percent: of all visitors.", "In Prozent: von allen Besuchern.")
  package static let visitors = LocalizedText("Visitors", "Besucher")
  package static let leads = LocalizedText("Leads", "Interessenten")
  package static let customers = LocalizedText("Customers", "Kunden")
  static let attributionTitle = LocalizedText("Conversions credited", "Zugerechnete Abschlüsse")
  static let attributionCaption = LocalizedText(
    "Far apart marks show a channel that opens rather than closes, or the other way round.",
    "Weit auseinander liegende Zeichen zeigen einen Kanal, der eher eröffnet als schließt, oder umgekehrt.")
  static let attributionSummary = LocalizedText(
    "%1 conversions, shared out by three models.", "%1 Abschlüsse, verteilt nach drei Modellen.")
  static let linearModel = LocalizedText("linear", "linear")
  static let firstModel = LocalizedText("first touch", "erste Berührung")
  static let lastModel = LocalizedText("last", "letzte")
  static let emotionTitle = LocalizedText("Ratings along the way", "Bewertungen auf dem Weg")
  static let emotionCaption = LocalizedText(
    "Mean rating by tenth of each contact's way through the campaign.",
    "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts durch die Kampagne.")

  package static let targetsTitle = LocalizedText("Targets", "Ziele")
  static let targetsCaption = LocalizedText(
    "Bar: how much of the target was attained when it was due. Line: the target. Numbers: attained / target (≤: at most).",
    "Balken: wie viel vom Ziel bei Fälligkeit erreicht war. Strich: das Ziel. Zahlen: erreicht / Ziel (≤: höchstens).")
  static let targetMark = LocalizedText("target", "Ziel")
  static let targetValue = LocalizedText("target: %1", "Ziel: %1")
  static let attainedOfTarget = LocalizedText("%1 of the target", "%1 des Ziels")
}
