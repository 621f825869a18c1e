extension Phrase {
  static let campaignsCompared = Phrase("%1 campaigns compared", "%1 Kampagnen im Vergleich")
  static let comparisonTitle = Phrase("The campaigns side by side", "Die Kampagnen nebeneinander")
  static let comparisonNote = Phrase(
    "Contacts are counted anew in each campaign; columns cannot be added up.",
    "Kontakte werden in jeder Kampagne neu gezählt; die Spalten lassen sich nicht addieren.")
  static let campaignColumn = Phrase("Campaign", "Kampagne")
  static let startColumn = Phrase("Start", "Beginn")
  static let daysColumn = Phrase("Days", "Tage")
  static let contentsTitle = Phrase("Contents", "Inhalt")
  static let warningsTitle = Phrase("Before you read on", "Vor dem Lesen")
  static let oneMoreRow = Phrase("%1 more row is left out.", "%1 weitere Zeile ist weggelassen.")
  static let moreRows = Phrase("%1 more rows are left out.", "%1 weitere Zeilen sind weggelassen.")
  static let shareCell = Phrase("%1 (%2 of %3)", "%1 (%2 von %3)")
  static let pictureNotDrawn = Phrase("This diagram could not be drawn.", "Dieses Diagramm ließ sich nicht zeichnen.")

  // Warnings.
  static let shortHistory = Phrase(
    "The data begin only %1 days before the campaign: contacts from earlier times may count as new.",
    "Die Daten beginnen erst %1 Tage vor der Kampagne: Kontakte aus früheren Zeiten können als neu zählen.")
  static let stillRunning = Phrase(
    "The campaign had not ended when observation stopped: who stays is not known yet.",
    "Die Kampagne war am Ende der Beobachtung noch nicht zu Ende: Wer bleibt, ist noch nicht bekannt.")
  static let shortObservation = Phrase(
    "Only %1 days after the end are observed, fewer than the %2 after which a contact counts as silent: who is lost is not known yet.",
    "Erst %1 Tage nach dem Ende sind beobachtet, weniger als die %2, nach denen ein Kontakt als verstummt gilt: Wer verloren ist, ist noch nicht bekannt."
  )
  static let filtered = Phrase(
    "These figures are filtered; see “How the figures were made” at the end.",
    "Diese Zahlen sind gefiltert; siehe „Wie die Zahlen entstanden“ am Ende.")
  static let oneRowAfter = Phrase(
    "%1 row dated after the end of observation is left out.",
    "%1 Zeile mit einem Datum nach dem Ende der Beobachtung ist weggelassen.")
  static let rowsAfter = Phrase(
    "%1 rows dated after the end of observation are left out.",
    "%1 Zeilen mit einem Datum nach dem Ende der Beobachtung sind weggelassen.")
  static let smallGroups = Phrase(
    "Counts of fewer than %1 contacts are withheld.", "Anzahlen von weniger als %1 Kontakten sind zurückgehalten.")

  // Headline figures.
  static let reachCard = Phrase("Reach", "Reichweite")
  static let reachMeaning = Phrase(
    "So many different contacts met the campaign at least once.",
    "So viele verschiedene Kontakte begegneten der Kampagne mindestens einmal.")
  static let touchesDetail = Phrase("%1 touches, %2 per contact", "%1 Berührungen, %2 je Kontakt")
  static let incrementalCard = Phrase("Reached only by others", "Nur über andere erreicht")
  static let incrementalMeaning = Phrase(
    "So many contacts would have been missed without the channels of other partners.",
    "So viele Kontakte wären ohne die Kanäle anderer Partner nicht erreicht worden.")
  static let synergyDetail = Phrase("%1 times the reach of own channels", "das %1-Fache der Reichweite eigener Kanäle")
  static let newContactsCard = Phrase("New contacts", "Neue Kontakte")
  static let newContactsMeaning = Phrase(
    "So many contacts met the network for the very first time in this campaign.",
    "So viele Kontakte begegneten dem Netzwerk in dieser Kampagne zum allerersten Mal.")
  static let newTouchpointsCard = Phrase("New touchpoints", "Neue Kontaktpunkte")
  static let newTouchpointsMeaning = Phrase(
    "So many times a contact met a brand it had not met before.",
    "So oft begegnete ein Kontakt einer Marke, die er noch nicht kannte.")
  static let ownForeignDetail = Phrase(
    "%1 in own channels, %2 in channels of others", "%1 in eigenen Kanälen, %2 in Kanälen anderer")
  static let penetrationCard = Phrase("Network penetration", "Netzwerk\u{AD}durchdringung")
  static let penetrationMeaning = Phrase(
    "Share of the new touchpoints that partners brought about for each other.",
    "Anteil der neuen Kontaktpunkte, die Partner füreinander herstellten.")
  static let staysCard = Phrase("Stayed", "Geblieben")
  static let staysMeaning = Phrase(
    "Share of the contacts followed that were active again after the end, so far.",
    "Anteil der verfolgten Kontakte, die nach dem Ende wieder aktiv waren, bisher.")
  static let joinsCard = Phrase("Joined the network", "Dem Netzwerk angeschlossen")
  static let joinsMeaning = Phrase(
    "Share that was active after the end in channels of two or more partners.",
    "Anteil, der nach dem Ende in Kanälen von zwei oder mehr Partnern aktiv war.")
  static let lostCard = Phrase("Lost", "Verloren")
  static let lostMeaning = Phrase(
    "Share without any interaction after the end, so far.", "Anteil ohne jede Interaktion nach dem Ende, bisher.")
  static let lossChangeCard = Phrase("Loss avoided", "Vermiedener Verlust")
  static let lossChangeMeaning = Phrase(
    "How much smaller the loss is than among contacts won elsewhere at the same time.",
    "Um wie viel kleiner der Verlust ist als bei zur selben Zeit anderswo gewonnenen Kontakten.")
  static let differenceDetail = Phrase(
    "%1 percentage points (95 % interval %2 to %3)", "%1 Prozentpunkte (95-%-Intervall %2 bis %3)")
  static let ofDetail = Phrase("%1 of %2", "%1 von %2")
  static let intervalDetail = Phrase("95 % interval %1", "95-%-Intervall %1")

  // Sections.
  static let touchpointsSection = Phrase("New touchpoints", "Neue Kontaktpunkte")
  static let touchpointsLead = Phrase(
    "Whom did the campaign meet for the first time, and who introduced them?",
    "Wem begegnete die Kampagne zum ersten Mal, und wer stellte den Kontakt her?")
  static let penetrationLead = Phrase(
    "%1 of %2 new touchpoints (%3) came about in channels of other partners.",
    "%1 von %2 neuen Kontaktpunkten (%3) entstanden in Kanälen anderer Partner.")
  static let introducerLead = Phrase(
    "Most were introduced by %1: %2.", "Die meisten stellte %1 her: %2.")
  static let reachSection = Phrase("Reach", "Reichweite")
  static let reachLead = Phrase(
    "Whom did the campaign touch, and what did each partner add?",
    "Wen berührte die Kampagne, und was trug jeder Partner bei?")
  static let incrementalLead = Phrase(
    "%1 of %2 contacts were reached only in channels of other partners; together that is %3 times the reach of own channels.",
    "%1 von %2 Kontakten wurden nur in Kanälen anderer Partner erreicht; zusammen ist das das %3-Fache der Reichweite eigener Kanäle."
  )
  static let largestCarrierLead = Phrase(
    "The largest carrier is %1 with %2 contacts.", "Der größte Träger ist %1 mit %2 Kontakten.")
  static let networkTitle = Phrase("The network: contacts in common", "Das Netzwerk: gemeinsame Kontakte")
  static let networkCaption = Phrase(
    "Partners that reach the same people stand near each other.",
    "Partner, die dieselben Menschen erreichen, stehen nahe beieinander.")
  static let flowFigureTitle = Phrase("Who carries whose message", "Wer wessen Botschaft trägt")
  static let flowCaption = Phrase(
    "From each brand through the channels of other partners to the contacts reached there.",
    "Von jeder Marke durch die Kanäle anderer Partner zu den dort erreichten Kontakten.")
  static let retentionSection = Phrase("Who stays", "Wer bleibt")
  static let retentionLead = Phrase(
    "What became of the new contacts after the campaign's end?",
    "Was wurde nach dem Ende der Kampagne aus den neuen Kontakten?")
  static let retentionLeadReached = Phrase(
    "What became of the contacts reached after the campaign's end?",
    "Was wurde nach dem Ende der Kampagne aus den erreichten Kontakten?")
  static let staysLead = Phrase(
    "%1 of %2 (%3) were active again within the %4 days observed since.",
    "%1 von %2 (%3) waren in den seither beobachteten %4 Tagen wieder aktiv.")
  static let medianLead = Phrase(
    "Half had fallen silent after %1 days.", "Nach %1 Tagen war die Hälfte verstummt.")
  static let retentionFigureTitle = Phrase(
    "From partners to what became of contacts", "Von Partnern zum Verbleib der Kontakte")
  static let retentionCaption = Phrase(
    "Each partner's contacts, by the channel in which they first met the campaign, and what they did after its end.",
    "Die Kontakte jedes Partners, nach dem Kanal ihrer ersten Begegnung mit der Kampagne, und was sie danach taten.")

  // How the figures were made.
  static let methodSection = Phrase("How the figures were made", "Wie die Zahlen entstanden")
  static let methodLead = Phrase(
    "Every count is a count of different contacts and exact; totals are counted anew, never added up.",
    "Jede Anzahl zählt verschiedene Kontakte und ist genau; Summen sind neu gezählt, nie addiert.")
  static let datasetFact = Phrase("Dataset", "Datensatz")
  static let rowsFact = Phrase("Size", "Umfang")
  static let rowsText = Phrase(
    "%1 touches of %2 contacts, %3 partners with %4 channels",
    "%1 Berührungen von %2 Kontakten, %3 Partner mit %4 Kanälen")
  static let observedFact = Phrase("Observed until", "Beobachtet bis")
  static let timeZoneFact = Phrase("Time zone", "Zeitzone")
  static let gapFact = Phrase("Days of silence that end a contact's activity", "Tage Stille, die Aktivität beenden")
  static let filterFact = Phrase("Filter", "Filter")
  static let filterFrom = Phrase("touches from %1", "Berührungen ab %1")
  static let filterUntil = Phrase("touches before %1", "Berührungen vor %1")
  static let filterLevel = Phrase("level at least %1", "Stufe mindestens %1")
  static let filterMedium = Phrase("medium %1", "Medium %1")
  static let filterSegment = Phrase("segment %1", "Segment %1")
  static let intervalsFact = Phrase("Intervals", "Intervalle")
  static let intervalsText = Phrase(
    "95 %: Wilson's for shares, Newcombe's for differences, log-log limits for survival curves",
    "95 %: nach Wilson für Anteile, nach Newcombe für Differenzen, log-log-Grenzen für Überlebenskurven")
  static let versionFact = Phrase("Made with", "Erstellt mit")
  static let madeFact = Phrase("Made on", "Erstellt am")
}
