import CampaignFigures
import Drawing
import Presentation

extension LocalizedText {
  static let kpiSection = LocalizedText("All KPIs", "Alle Kennzahlen")
  static let kpiLead = LocalizedText(
    "Every figure by level, reach, interaction and transaction, with its target where one was set.",
    "Jede Zahl nach Stufe, Reichweite, Interaktion und Transaktion, mit ihrem Ziel, wo eines gesetzt war.")

  static let cooperationSection = LocalizedText("Partnerships", "Partnerschaften")
  static let cooperationLead = LocalizedText(
    "Who gives, who takes, and what holds?", "Wer gibt, wer nimmt, und was hält?")
  static let knotsLead = LocalizedText(
    "Of %1 {1:partnership|partnerships} %2 {2:is a reef knot|are reef knots}, in which both give alike, "
      + "%3 granny {3:knot|knots} and %4 one-sided.",
    "Von %1 {1:Partnerschaft|Partnerschaften} {2:ist|sind} %2 Kreuzknoten, bei denen beide ähnlich "
      + "viel geben, %3 Altweiberknoten und %4 einseitig."
  )
  static let knotsWithheld = LocalizedText(
    "The {1:knot of the one partnership is|knots of all %1 partnerships are} withheld.",
    "{1:Der Knoten der einen Partnerschaft ist|Die Knoten aller %1 Partnerschaften sind} zurückgehalten.")
  static let someKnotsWithheld = LocalizedText(
    "The {1:knot of one partnership is|knots of %1 are} withheld.",
    "{1:Der Knoten einer Partnerschaft ist|Die Knoten von %1 sind} zurückgehalten.")
  static let allKnotsConclusive = LocalizedText("The counts bear these knots out.", "Die Zahlen stützen diese Knoten.")
  static let conclusiveKnots = LocalizedText(
    "The counts bear out %1 of {2:this one knot|these %2 knots}; the others could be chance.",
    "Die Zahlen stützen %1 von {2:diesem einen|diesen %2} Knoten; die anderen können Zufall sein.")
  static let noPartnerships = LocalizedText(
    "No two partners dealt with each other.", "Keine zwei Partner hatten miteinander zu tun.")
  static let knotsUnknown = LocalizedText(
    "Who gave whom contacts is not known without contents.csv.",
    "Wer wem Kontakte gab, ist ohne contents.csv nicht bekannt.")
  static let knotsFigureTitle = LocalizedText("How partnerships are tied", "Wie Partnerschaften geknüpft sind")
  static let knotsCaption = LocalizedText(
    "Judged by the contacts that each side touched in its channels about the other.",
    "Beurteilt nach den Kontakten, die jede Seite in ihren Kanälen mit der anderen berührte.")

  static let funnelSection = LocalizedText("From contacts to customers", "Von Kontakten zu Kunden")
  static let funnelLead = LocalizedText(
    "What did the campaign bring, and what did it cost?", "Was brachte die Kampagne, und was kostete sie?")
  static let customersLead = LocalizedText(
    "%1 of %2 {2:contact|contacts} reached (%3) became {1:a customer|customers}.",
    "%1 von %2 {2:erreichtem Kontakt|erreichten Kontakten} (%3) {1:wurde Kunde|wurden Kunden}.")

  static let noFunnel = LocalizedText(
    "Nobody became a lead or a customer, and no money is recorded.",
    "Niemand wurde Interessent oder Kunde, und es ist kein Geld verzeichnet.")

  static let noConversions = LocalizedText(
    "No conversion is recorded, so that there is none to credit to channels.",
    "Es ist kein Abschluss verzeichnet, also auch keiner den Kanälen zuzurechnen.")
  static let attributionSection = LocalizedText("What led to conversions", "Was zu Abschlüssen führte")
  static let attributionLead = LocalizedText(
    "Which channels open, carry and close the ways to a conversion? Each model shares out the same conversions over what a "
      + "contact met before: first and last touch, even shares, ends first, recent first, or what removing a channel would "
      + "cost. Repeats of one channel in a row count once. The models split credit; none shows what caused a conversion.",
    "Welche Kanäle eröffnen, tragen und schließen die Wege zum Abschluss? Jedes Modell verteilt dieselben Abschlüsse auf das, "
      + "was ein Kontakt vorher traf: erste und letzte Berührung, gleiche Teile, die Enden zuerst, das Jüngste zuerst oder was "
      + "ohne einen Kanal verloren ginge. Wiederholungen eines Kanals in Folge zählen einmal. Die Modelle teilen zu; was einen "
      + "Abschluss verursachte, zeigt keines.")

  static let journeysSection = LocalizedText("On the way", "Auf dem Weg")
  static let journeysLead = LocalizedText(
    "Who comes back, who recommends, and where do ratings fall?",
    "Wer kommt wieder, wer empfiehlt weiter, und wo fallen die Bewertungen?")

  static let planSection = LocalizedText("Plan", "Plan")
  static let planLead = LocalizedText(
    "Who was to communicate what on which channel, and what happened?",
    "Wer sollte was auf welchem Kanal mitteilen, und was geschah?")
  static let planTitle = LocalizedText("How the planned contents stand", "Wie die geplanten Inhalte stehen")
  static let planDone = LocalizedText("in time", "rechtzeitig")
  static let planLate = LocalizedText("late", "verspätet")
  static let planMissed = LocalizedText("missed", "verfehlt")
  static let planOpen = LocalizedText("open", "offen")
}
