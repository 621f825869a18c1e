extension Phrase {
  static let knotsTitle = Phrase("how partners are tied", "wie Partner verknüpft sind")
  static let knotsNoteOne = Phrase("%1 partnership,", "%1 Partnerschaft,")
  static let knotsNote = Phrase("%1 partnerships,", "%1 Partnerschaften,")
  static let knotsLegend = Phrase(
    "Width of a line: contacts given in both directions. An arrow points from the side that gives more.",
    "Linienbreite: in beide Richtungen gegebene Kontakte. Ein Pfeil geht von der Seite aus, die mehr gibt.")
  static let oneMoreKnot = Phrase(
    "%1 other partnership is not drawn.", "%1 weitere Partnerschaft ist nicht gezeichnet.")
  static let moreKnots = Phrase(
    "%1 other partnerships are not drawn.", "%1 weitere Partnerschaften sind nicht gezeichnet.")
  static let reefKnot = Phrase("Reef knot, double: both give", "Kreuzknoten, doppelt: beide geben")
  static let grannyKnot = Phrase("Granny knot, dashed: uneven", "Altweiberknoten, gestrichelt: ungleich")
  static let oneSidedKnot = Phrase("Thief knot, dotted: one-sided", "Diebesknoten, gepunktet: einseitig")
  static let unclearKnot = Phrase("Unclear: too few contacts", "Unklar: zu wenige Kontakte")
  static let withheldKnot = Phrase("Withheld: few contacts", "Zurückgehalten: wenige Kontakte")
  static let knotGift = Phrase("%1 gives %2: %3 contacts", "%1 gibt %2: %3 Kontakte")
  static let noKnots = Phrase("No partner gave another one contacts.", "Kein Partner gab einem anderen Kontakte.")
}
