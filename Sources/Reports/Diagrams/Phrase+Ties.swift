extension Phrase {
  static let tiesTitle = Phrase("who is tied to whom", "wer mit wem verbunden ist")
  static let communitiesTitle = Phrase("communities", "Gemeinschaften")
  static let tiesLegend = Phrase(
    "Larger names: more neighbors.", "Größere Namen: mehr Nachbarn.")
  static let weightLegend = Phrase(
    "Width of a line: weight (%1 the widest).", "Linienbreite: Gewicht (die breiteste %1).")
  static let arrowLegend = Phrase("Arrows: direction.", "Pfeile: Richtung.")
  static let negativeLegend = Phrase("Dashed lines: negative weight.", "Gestrichelte Linien: negatives Gewicht.")
  static let dottedLegend = Phrase(
    "Dotted lines: ties to the nodes gathered in one.",
    "Punktierte Linien: Verbindungen zu den zusammengefassten Knoten.")
  static let dotsLegend = Phrase(
    "Names: the %1 with the most neighbors. The others are dots.",
    "Namen: die %1 mit den meisten Nachbarn. Die übrigen sind Punkte.")
  static let oneLoop = Phrase(
    "%1 tie of a node to itself is not drawn.", "%1 Verbindung eines Knotens mit sich selbst ist nicht gezeichnet.")
  static let loops = Phrase(
    "%1 ties of nodes to themselves are not drawn.",
    "%1 Verbindungen von Knoten mit sich selbst sind nicht gezeichnet.")
  static let overlapProjection = Phrase("partners by contacts in common", "Partner nach gemeinsamen Kontakten")
  static let givenProjection = Phrase("partners by give and take", "Partner nach Geben und Nehmen")
  static let tiesProjection = Phrase("contacts tied to each other", "miteinander verbundene Kontakte")
  static let channelsProjection = Phrase("contacts and channels", "Kontakte und Kanäle")
  static let oneNode = Phrase("%1 node", "%1 Knoten")
  static let nodes = Phrase("%1 nodes", "%1 Knoten")
  static let oneTie = Phrase("%1 tie", "%1 Verbindung")
  static let ties = Phrase("%1 ties", "%1 Verbindungen")
  static let noNodes = Phrase("The network has no nodes.", "Das Netz hat keine Knoten.")
  static let oneNeighbor = Phrase("%1 neighbor", "%1 Nachbar")
  static let neighbors = Phrase("%1 neighbors", "%1 Nachbarn")
  static let moreNodes = Phrase("%1 more nodes", "%1 weitere Knoten")
  static let oneTieAmongThem = Phrase("%1 tie among them", "%1 Verbindung untereinander")
  static let tiesAmongThem = Phrase("%1 ties among them", "%1 Verbindungen untereinander")
  static let oneTieToOthers = Phrase("%1 tie to them", "%1 Verbindung zu ihnen")
  static let tiesToOthers = Phrase("%1 ties to them", "%1 Verbindungen zu ihnen")
  static let contactNodes = Phrase("Contacts", "Kontakte")
  static let channelNodes = Phrase("Channels", "Kanäle")
  static let oneCommunity = Phrase("%1 community", "%1 Gemeinschaft")
  static let communities = Phrase("%1 communities", "%1 Gemeinschaften")
  static let modularityNote = Phrase("modularity %1", "Modularität %1")
  static let communityOf = Phrase("Community %1 (%2 nodes)", "Gemeinschaft %1 (%2 Knoten)")
  static let surroundingsTitle = Phrase("who can be reached step by step", "wer Schritt für Schritt erreichbar ist")
  static let surroundingsNoteOne = Phrase("from %1 in one step", "von %1 in einem Schritt")
  static let surroundingsNote = Phrase("from %1 in up to %2 steps", "von %1 in bis zu %2 Schritten")
  static let startNode = Phrase("Start", "Anfang")
  static let stepOne = Phrase("Step %1 (%2 node)", "Schritt %1 (%2 Knoten)")
  static let stepMany = Phrase("Step %1 (%2 nodes)", "Schritt %1 (%2 Knoten)")
  static let fartherNodes = Phrase("Farther", "Weiter weg")
  static let otherCommunities = Phrase("Smaller communities", "Kleinere Gemeinschaften")
}
