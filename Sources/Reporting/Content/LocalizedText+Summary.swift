import CampaignFigures

extension LocalizedText {
  static let happened = LocalizedText(
    "The campaign reached %1 {1:contact|contacts}, %2 of them for the first time, with %3 {3:touch|touches}.",
    "Die Kampagne erreichte mit %3 {3:Berührung|Berührungen} %1 {1:Kontakt|Kontakte}, davon %2 zum ersten Mal.")
  static let happenedWithoutNew = LocalizedText(
    "The campaign reached %1 {1:contact|contacts} with %2 {2:touch|touches}.",
    "Die Kampagne erreichte mit %2 {2:Berührung|Berührungen} %1 {1:Kontakt|Kontakte}.")
  static let throughOne = LocalizedText(
    "%1 reached the most: %2 of %3.", "Am meisten erreichte %1: %2 von %3.")
  static let throughThree = LocalizedText(
    "%1 reached the most: %2. Together with %3 and %4 that is %5 of %6.",
    "Am meisten erreichte %1: %2. Mit %3 und %4 zusammen sind es %5 von %6.")
  static let partnersAdded = LocalizedText(
    "%1 of %2 {2:contact|contacts} (%3) came through partners alone: {1:it|they} met a brand only in channels of others.",
    "%1 von %2 {2:Kontakt|Kontakten} (%3) {1:kam|kamen} allein durch Partner: {1:Er begegnete|Sie begegneten} einer Marke nur in Kanälen anderer."
  )
  static let partnersAddedNobody = LocalizedText(
    "No contact was reached in channels of other partners alone.",
    "Kein Kontakt wurde allein in Kanälen anderer Partner erreicht.")
  static let stayed = LocalizedText(
    "Of %2 {2:contact|contacts} followed after the end, %1 stayed (%3; 95 % interval %4): active again in the %5 {5:day|days} observed since.",
    "Von %2 nach dem Ende verfolgten {2:Kontakt|Kontakten} {1:blieb|blieben} %1 (%3; 95-%-Intervall %4): wieder aktiv {5:am einen seither beobachteten Tag|in den %5 seither beobachteten Tagen}."
  )
  static let stayNotKnown = LocalizedText(
    "Who stays is not known yet: too few days after the end are observed.",
    "Wer bleibt, ist noch nicht bekannt: Es sind zu wenige Tage nach dem Ende beobachtet.")
  static let lossBelowElsewhere = LocalizedText(
    "Of these contacts fewer were lost than of those won elsewhere: by %1 percentage points (95 % interval %2 to %3); the two groups were not drawn by lot.",
    "Von diesen Kontakten gingen weniger verloren als von anderswo gewonnenen: um %1 Prozentpunkte (95-%-Intervall %2 bis %3); die beiden Gruppen wurden nicht ausgelost."
  )
  static let lossAboveElsewhere = LocalizedText(
    "Of these contacts more were lost than of those won elsewhere: by %1 percentage points (95 % interval %2 to %3); the two groups were not drawn by lot.",
    "Von diesen Kontakten gingen mehr verloren als von anderswo gewonnenen: um %1 Prozentpunkte (95-%-Intervall %2 bis %3); die beiden Gruppen wurden nicht ausgelost."
  )
  static let lossLikeElsewhere = LocalizedText(
    "Whether more or fewer were lost than of the contacts won elsewhere cannot be told: the difference is %1 percentage points (95 % interval %2 to %3).",
    "Ob mehr oder weniger verloren gingen als von anderswo gewonnenen Kontakten, lässt sich nicht sagen: Der Unterschied ist %1 Prozentpunkte (95-%-Intervall %2 bis %3)."
  )
  static let targetsHeld = LocalizedText(
    "%1 of %2 {2:target is|targets are} met, none is missed.",
    "%1 von %2 {2:Ziel ist|Zielen sind} erreicht, keines ist verfehlt.")
  static let targetsMet = LocalizedText(
    "%1 of %2 {2:target is|targets are} met.", "%1 von %2 {2:Ziel ist|Zielen sind} erreicht.")
  static let targetsMissed = LocalizedText(
    "Missed, with the share attained: %1.", "Verfehlt, mit dem erreichten Anteil: %1.")
  static let targetsBehind = LocalizedText(
    "Behind, with the share attained so far: %1.", "Im Rückstand, mit dem bisher erreichten Anteil: %1.")
  static let andMore = LocalizedText("%1 and %2 more", "%1 und %2 weitere")
  static let lookAtOneSided = LocalizedText(
    "%1 partnership is more one-sided than chance would make it.",
    "%1 Partnerschaft ist einseitiger, als der Zufall sie machen würde.")
  static let lookAtManySided = LocalizedText(
    "%1 partnerships are more one-sided than chance would make them.",
    "%1 Partnerschaften sind einseitiger, als der Zufall sie machen würde.")
  static let lookAtFirst = LocalizedText(
    "Most of all: %1 gave %2 %3 {3:contact|contacts} and got %4.",
    "Am meisten: %1 gab %2 %3 {3:Kontakt|Kontakte} und bekam %4.")
  static let tablesFold = LocalizedText("Tables: %1", "Tabellen: %1")
  static let oneTableFold = LocalizedText("Table: %1", "Tabelle: %1")
  static let whoTitle = LocalizedText("Show one partner", "Einen Partner zeigen")
  static let whoAll = LocalizedText("all", "alle")
  static let filterWord = LocalizedText("Filter rows", "Zeilen filtern")
  static let copyWord = LocalizedText("Copy", "Kopieren")
  static let copiedWord = LocalizedText("Copied", "Kopiert")
  static let largerWord = LocalizedText("Larger", "Größer")
  static let smallerWord = LocalizedText("Smaller", "Kleiner")
}
