import CampaignFigures
import Presentation

extension LocalizedText {
  static let knotsTitle = LocalizedText("how partners are tied", "wie Partner verknüpft sind")
  static let knotsNoteOne = LocalizedText("%1 partnership,", "%1 Partnerschaft,")
  static let knotsNote = LocalizedText("%1 partnerships,", "%1 Partnerschaften,")
  static let knotsLegend = LocalizedText(
    "Width of a line: contacts given in both directions. An arrow points from the side that gives more.",
    "Linienbreite: in beide Richtungen gegebene Kontakte. Ein Pfeil geht von der Seite aus, die mehr gibt.")
  static let oneMoreKnot = LocalizedText(
    "%1 other partnership is not drawn.", "%1 weitere Partnerschaft ist nicht gezeichnet.")
  static let moreKnots = LocalizedText(
    "%1 other partnerships are not drawn.", "%1 weitere Partnerschaften sind nicht gezeichnet.")
  static let reefKnot = LocalizedText("Reef knot, double: both give", "Kreuzknoten, doppelt: beide geben")
  static let grannyKnot = LocalizedText("Granny knot, dashed: uneven", "Altweiberknoten, gestrichelt: ungleich")
  static let oneSidedKnot = LocalizedText("Thief knot, dotted: one-sided", "Diebesknoten, gepunktet: einseitig")
  static let unclearKnot = LocalizedText("Unclear: too few contacts", "Unklar: zu wenige Kontakte")
  static let withheldKnot = LocalizedText("Withheld: few contacts", "Zurückgehalten: wenige Kontakte")
  static let inconclusiveKnot = LocalizedText(
    "Its counts could be chance.", "Ihre Zahlen können Zufall sein.")
  static let inconclusiveLegend = LocalizedText(
    "A question mark: the counts are too small to tell this knot from another.",
    "Ein Fragezeichen: Die Zahlen sind zu klein, um diesen Knoten von einem anderen zu unterscheiden.")
  static let knotsNotConfigured = LocalizedText(
    "Not configured: without contents.csv it is not known who spoke about whom.",
    "Nicht eingerichtet: Ohne contents.csv ist nicht bekannt, wer über wen sprach.")
  static let knotGift = LocalizedText("%1 gives %2: %3 {3:contact|contacts}", "%1 gibt %2: %3 {3:Kontakt|Kontakte}")
  static let noKnots = LocalizedText(
    "No partner gave another one contacts.", "Kein Partner gab einem anderen Kontakte.")
}
