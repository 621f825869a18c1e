package import CampaignFigures
import Presentation

extension LocalizedText {
  static let partnersTitle = LocalizedText("partners and contacts in common", "Partner und gemeinsame Kontakte")
  static let partnersNote = LocalizedText(
    "%1 {1:partner|partners} reached %2 {2:contact|contacts}, %3",
    "%1 Partner {1:erreichte|erreichten} %2 {2:Kontakt|Kontakte}, %3")
  static let partnersLegend = LocalizedText(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common. Colors: sectors.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte. Farben: Branchen.")
  static let plainPartnersLegend = LocalizedText(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte.")
  static let oneWeakerTie = LocalizedText(
    "%1 weaker tie is not drawn.", "%1 schwächere Verbindung ist nicht gezeichnet.")
  static let weakerTies = LocalizedText(
    "%1 weaker ties are not drawn.", "%1 schwächere Verbindungen sind nicht gezeichnet.")
  static let morePartners = LocalizedText("%1 more {1:partner|partners}", "%1 {1:weiterer|weitere} Partner")
  static let contactsReached = LocalizedText(
    "%1 {1:contact|contacts} reached", "%1 {1:erreichter Kontakt|erreichte Kontakte}")
  static let contactsInCommon = LocalizedText(
    "%1 {1:contact|contacts} in common", "%1 {1:gemeinsamer Kontakt|gemeinsame Kontakte}")

  static let flowTitle = LocalizedText("who carries whose message", "wer wessen Botschaft trägt")
  static let flowNote = LocalizedText(
    "%1 {1:brand|brands}, %2 {2:channel|channels} of others, %3 {3:contact|contacts} that met a brand in a channel not its own",
    "%1 {1:Marke|Marken}, %2 {2:Kanal|Kanäle} anderer, %3 {3:Kontakt|Kontakte}, die eine Marke in fremdem Kanal trafen")
  static let flowLegend = LocalizedText(
    "Left: brands. Right: channels of other partners. Height of a band: contacts that met the brand there; who met it in several channels is in several bands. The numbers count each contact once.",
    "Links: Marken. Rechts: Kanäle anderer Partner. Höhe eines Bands: Kontakte, die der Marke dort begegneten; wer ihr in mehreren Kanälen begegnete, ist in mehreren Bändern. Die Zahlen zählen jeden Kontakt einmal."
  )
  static let moreBrands = LocalizedText("%1 more {1:brand|brands}", "%1 weitere {1:Marke|Marken}")
  static let moreChannels = LocalizedText("%1 more {1:channel|channels}", "%1 {1:weiterer Kanal|weitere Kanäle}")
  static let channelOf = LocalizedText("of %1 · %2", "von %1 · %2")
  static let noForeignContact = LocalizedText(
    "No brand was carried in a channel of others", "Keine Marke wurde in einem Kanal anderer getragen")

  static let retentionTitle = LocalizedText("who stays after the end", "wer nach dem Ende bleibt")
  static let retentionNote = LocalizedText(
    "%1 {1:contact|contacts} followed from the end (%2), observed for %3 {3:day|days} so far",
    "%1 {1:Kontakt|Kontakte} ab dem Ende (%2), bisher %3 {3:Tag|Tage} beobachtet")
  static let retentionLegend = LocalizedText(
    "A bar: the contacts that a partner acquired, by what they did after the end. Beside it: how many stayed, of whom carried on or joined others.",
    "Ein Balken: die Kontakte, die ein Partner gewann, nach dem, was sie nach dem Ende taten. Daneben: wie viele blieben; wie viele weitertrugen oder sich anderen anschlossen."
  )
  static let retentionRow = LocalizedText(
    "%1 of %2 stayed, %3 carried on, %4 joined", "%1 von %2 geblieben, %3 weitergetragen, %4 angeschlossen")
  static let restOfRetention = LocalizedText(
    "%1 more partners are not drawn: of their %2 contacts %3 stayed.",
    "%1 weitere Partner sind nicht gezeichnet: Von ihren %2 Kontakten blieben %3.")
  static let keptPart = LocalizedText("stayed, in the partner's own channels too", "geblieben, auch in eigenen Kanälen")
  static let passedOnPart = LocalizedText("stayed, only with other partners", "geblieben, nur bei anderen Partnern")
  static let partsUnknown = LocalizedText(
    "%1 {1:contact|contacts}; parts %2", "%1 {1:Kontakt|Kontakte}; Teile %2")
  package static let stayed = LocalizedText("Stayed", "Geblieben")
  package static let carriedOn = LocalizedText("Carried on", "Weitergetragen")
  package static let joined = LocalizedText("Joined", "Angeschlossen")
  package static let lost = LocalizedText("Lost", "Verloren")
  static let cohortLine = LocalizedText("%1 {1:contact|contacts}", "%1 {1:Kontakt|Kontakte}")

  static let restWithoutLines = LocalizedText(
    "Partners gathered in the dashed mark have no lines.",
    "Partner in der gestrichelten Zusammenfassung haben keine Linien.")
  static let oneLineWithoutWay = LocalizedText(
    "%1 line finds no way past the others' marks and is not drawn.",
    "%1 Linie findet keinen Weg an den Zeichen anderer vorbei und ist nicht gezeichnet.")
  static let linesWithoutWay = LocalizedText(
    "%1 lines find no way past the others' marks and are not drawn.",
    "%1 Linien finden keinen Weg an den Zeichen anderer vorbei und sind nicht gezeichnet.")
  static let notDrawn = LocalizedText("Not drawn: %1.", "Nicht gezeichnet: %1.")
  static let contactsGivenBothWays = LocalizedText(
    "%1 {1:contact|contacts} given", "%1 {1:gegebener Kontakt|gegebene Kontakte}")

  static let overlapTitle = LocalizedText("who reached whom together", "wer wen gemeinsam erreichte")
  static let overlapLegend = LocalizedText(
    "A column: contacts reached by exactly the partners with a dot; blue by one alone, orange by several. Left: all contacts that a partner reached.",
    "Eine Spalte: Kontakte, die genau die Partner mit Punkt erreichten; blau einer allein, orange mehrere. Links: alle Kontakte, die ein Partner erreichte."
  )
  static let moreRegions = LocalizedText("%1 smaller {1:column|columns}", "%1 kleinere {1:Spalte|Spalten}")
  static let withheldRegions = LocalizedText(
    "%1 {1:column|columns} with few contacts {1:is|are} withheld.",
    "%1 {1:Spalte|Spalten} mit wenigen Kontakten {1:ist|sind} zurückgehalten.")

  static let overlapTallLegend = LocalizedText(
    "Above: all contacts that a partner reached. Below: contacts reached by exactly the partners with a dot below their number; blue by one alone, orange by several.",
    "Oben: alle Kontakte, die ein Partner erreichte. Unten: Kontakte, die genau die Partner mit Punkt unter ihrer Nummer erreichten; blau einer allein, orange mehrere."
  )
  static let moreRegionRows = LocalizedText("%1 smaller {1:row|rows}", "%1 kleinere {1:Zeile|Zeilen}")
  static let withheldRegionRows = LocalizedText(
    "%1 {1:row|rows} with few contacts {1:is|are} withheld.",
    "%1 {1:Zeile|Zeilen} mit wenigen Kontakten {1:ist|sind} zurückgehalten.")

  static let matrixTitle = LocalizedText("who gives whom contacts", "wer wem Kontakte gibt")
  static let matrixNote = LocalizedText("%1 partners that gave or got, %2", "%1 Partner, die gaben oder bekamen, %2")
  static let matrixLegend = LocalizedText(
    "Row: who gives. Column, by the row's number: who gets. Darker: more contacts.",
    "Zeile: wer gibt. Spalte, mit der Nummer der Zeile: wer bekommt. Dunkler: mehr Kontakte.")

  static let timelineTitle = LocalizedText(
    "contacts in common before, during and after", "gemeinsame Kontakte davor, währenddessen und danach")
  static let timelineNote = LocalizedText("Contacts reached: %1", "Erreichte Kontakte: %1")
  static let timelineLegend = LocalizedText(
    "Area of a circle: contacts reached (the number). Width of a line: contacts in common. Each stretch is at most as long as the campaign; all its touches count.",
    "Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte. Jeder Abschnitt ist höchstens so lang wie die Kampagne; alle seine Berührungen zählen."
  )
  static let phaseInPart = LocalizedText("%1, in part: %2", "%1, teilweise: %2")
  static let phaseUnknown = LocalizedText("%1: not yet known", "%1: noch nicht bekannt")
  static let beforePhase = LocalizedText("Before", "Davor")
  static let duringPhase = LocalizedText("During", "Währenddessen")
  static let afterPhase = LocalizedText("After", "Danach")

  static let contactTitle = LocalizedText("who reaches one contact", "wer einen Kontakt erreicht")
  static let contactNote = LocalizedText(
    "%1: %2 {2:touch|touches} by %3 {3:partner|partners}, %4 to %5",
    "%1: %2 {2:Berührung|Berührungen} durch %3 Partner, %4 bis %5")
  static let contactUntouched = LocalizedText("%1: no touch", "%1: keine Berührung")
  static let contactLegend = LocalizedText(
    "A bar: from the first touch in a partner's channels to the last.",
    "Ein Balken: von der ersten Berührung in den Kanälen eines Partners bis zur letzten.")
  static let levelsReached = [
    LocalizedText("reached only", "nur erreicht"), LocalizedText("interacted", "interagiert"),
    LocalizedText("bought", "gekauft"),
  ]
  static let touchCount = LocalizedText("touches: %1", "Berührungen: %1")
  static let moreWays = LocalizedText("%1 more warm {1:way|ways}", "%1 {1:weiterer warmer Weg|weitere warme Wege}")
  static let warmWays = LocalizedText(
    "Warm ways over ties between contacts", "Warme Wege über Verbindungen zwischen Kontakten")
  static let noWarmWays = LocalizedText(
    "No other contact of a partner leads here.", "Kein anderer Kontakt eines Partners führt hierher.")
  static let noTiesTable = LocalizedText(
    "Without ties.csv only direct touches are known.", "Ohne ties.csv sind nur direkte Berührungen bekannt.")
  static let trustOfWay = LocalizedText("trust %1", "Vertrauen %1")
}
