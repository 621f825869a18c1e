package import CampaignFigures
import Presentation

extension LocalizedText {
  static let tiesTitle = LocalizedText("who is tied to whom", "wer mit wem verbunden ist")
  static let communitiesTitle = LocalizedText("communities", "Gemeinschaften")
  static let tiesLegend = LocalizedText(
    "Larger names: more neighbors.", "Größere Namen: mehr Nachbarn.")
  static let weightKey = LocalizedText("weight %1", "Gewicht %1")
  static let arrowLegend = LocalizedText("Arrows: direction.", "Pfeile: Richtung.")
  static let negativeLegend = LocalizedText("Dashed lines: negative weight.", "Gestrichelte Linien: negatives Gewicht.")
  static let restOfNetwork = LocalizedText(
    "%1 more nodes and their ties (%2) are not drawn.",
    "%1 weitere Knoten und ihre Verbindungen (%2) sind nicht gezeichnet.")
  static let dotsLegend = LocalizedText(
    "Names: the %1 with the most neighbors. The others are dots, larger with more neighbors.",
    "Namen: die %1 mit den meisten Nachbarn. Die übrigen sind Punkte, größer mit mehr Nachbarn.")
  static let oneLoop = LocalizedText(
    "%1 tie of a node to itself is not drawn.", "%1 Verbindung eines Knotens mit sich selbst ist nicht gezeichnet.")
  package static let loops = LocalizedText(
    "%1 ties of nodes to themselves are not drawn.",
    "%1 Verbindungen von Knoten mit sich selbst sind nicht gezeichnet.")
  static let oneNode = LocalizedText("%1 node", "%1 Knoten")
  package static let nodes = LocalizedText("%1 nodes", "%1 Knoten")
  static let oneTie = LocalizedText("%1 tie", "%1 Verbindung")
  package static let ties = LocalizedText("%1 ties", "%1 Verbindungen")
  static let noNodes = LocalizedText("The network has no nodes.", "Das Netz hat keine Knoten.")
  static let oneNeighbor = LocalizedText("%1 neighbor", "%1 Nachbar")
  package static let neighbors = LocalizedText("%1 neighbors", "%1 Nachbarn")
  static let contactNodes = LocalizedText("Contacts", "Kontakte")
  static let channelNodes = LocalizedText("Channels", "Kanäle")
  static let oneCommunity = LocalizedText("%1 community", "%1 Gemeinschaft")
  package static let communities = LocalizedText("%1 communities", "%1 Gemeinschaften")
  static let noClearGroups = LocalizedText("no clear groups", "keine deutlichen Gruppen")
  static let modularityNote = LocalizedText("modularity %1", "Modularität %1")
  package static let communityOf = LocalizedText("Community %1 (%2 {2:node|nodes})", "Gemeinschaft %1 (%2 Knoten)")
  static let surroundingsTitle = LocalizedText(
    "who can be reached step by step", "wer Schritt für Schritt erreichbar ist")
  static let surroundingsNoteOne = LocalizedText("from %1 in one step", "von %1 in einem Schritt")
  static let surroundingsNote = LocalizedText("from %1 in up to %2 steps", "von %1 in bis zu %2 Schritten")
  static let startNode = LocalizedText("Start", "Anfang")
  static let stepOne = LocalizedText("Step %1 (%2 node)", "Schritt %1 (%2 Knoten)")
  static let stepMany = LocalizedText("Step %1 (%2 nodes)", "Schritt %1 (%2 Knoten)")
  static let fartherNodes = LocalizedText("Farther", "Weiter weg")
  static let otherCommunities = LocalizedText("Smaller communities", "Kleinere Gemeinschaften")
}
