package import CampaignFigures
import Drawing
import Presentation

extension LocalizedText {
  static let campaignsCompared = LocalizedText("%1 campaigns compared", "%1 Kampagnen im Vergleich")
  static let comparisonTitle = LocalizedText("The campaigns side by side", "Die Kampagnen nebeneinander")
  static let comparisonNote = LocalizedText(
    "Contacts are counted anew in each campaign; columns cannot be added up.",
    "Kontakte werden in jeder Kampagne neu gezählt; die Spalten lassen sich nicht addieren.")
  static let campaignColumn = LocalizedText("Campaign", "Kampagne")
  static let startColumn = LocalizedText("Start", "Beginn")
  static let daysColumn = LocalizedText("Days", "Tage")
  static let contentsTitle = LocalizedText("Contents", "Inhalt")
  static let warningsTitle = LocalizedText("Before you read on", "Vor dem Lesen")

  // Warnings.
  static let shortHistory = LocalizedText(
    "The data begin only %1 {1:day|days} before the campaign: contacts from earlier times may count as new.",
    "Die Daten beginnen erst %1 {1:Tag|Tage} vor der Kampagne: Kontakte aus früheren Zeiten können als neu zählen.")
  static let noHistory = LocalizedText(
    "The data begin after the campaign did: contacts from earlier times count as new.",
    "Die Daten beginnen erst nach der Kampagne: Kontakte aus früheren Zeiten zählen als neu.")
  static let noTouchesCell = LocalizedText("no touches", "keine Berührungen")
  static let noTouches = LocalizedText(
    "The data hold no touch of this campaign, so that nothing of it can be measured: its dates are in campaigns.csv, the touches in touchpoints.csv.",
    "Die Daten enthalten keine Berührung dieser Kampagne, sodass nichts von ihr gemessen werden kann: Ihre Tage stehen in campaigns.csv, die Berührungen in touchpoints.csv."
  )
  static let noFilteredTouches = LocalizedText(
    "No touch of this campaign passes the filter, so that there is nothing to show; see “How the figures were made” at the end.",
    "Keine Berührung dieser Kampagne kommt durch den Filter, sodass nichts zu zeigen ist; siehe „Wie die Zahlen entstanden“ am Ende."
  )
  static let stillRunning = LocalizedText(
    "The campaign had not ended when observation stopped: who stays is not known yet.",
    "Die Kampagne war am Ende der Beobachtung noch nicht zu Ende: Wer bleibt, ist noch nicht bekannt.")
  static let shortObservation = LocalizedText(
    "Only %1 {1:day after the end is|days after the end are} observed, fewer than the %2 after which a contact counts as silent: who is lost is not known yet.",
    "Erst %1 {1:Tag nach dem Ende ist|Tage nach dem Ende sind} beobachtet, weniger als die %2, nach denen ein Kontakt als verstummt gilt: Wer verloren ist, ist noch nicht bekannt."
  )
  package static let filtered = LocalizedText(
    "These figures are filtered; see “How the figures were made” at the end.",
    "Diese Zahlen sind gefiltert; siehe „Wie die Zahlen entstanden“ am Ende.")
  static let withoutContents = LocalizedText(
    "There are no contents (contents.csv): whose message a touch carried is not known, and figures of own and foreign are left out.",
    "Es gibt keine Inhalte (contents.csv): Wessen Botschaft eine Berührung trug, ist nicht bekannt; Zahlen zu eigen und fremd fehlen."
  )
  static let oneRowAfter = LocalizedText(
    "%1 row dated after the end of observation is left out.",
    "%1 Zeile mit einem Datum nach dem Ende der Beobachtung ist weggelassen.")
  static let rowsAfter = LocalizedText(
    "%1 rows dated after the end of observation are left out.",
    "%1 Zeilen mit einem Datum nach dem Ende der Beobachtung sind weggelassen.")
  static let smallGroups = LocalizedText(
    "Counts of fewer than %1 contacts are withheld.", "Anzahlen von weniger als %1 Kontakten sind zurückgehalten.")

  // Headline figures.
  static let touchesDetail = LocalizedText(
    "%1 {1:touch|touches}, %2 per contact", "%1 {1:Berührung|Berührungen}, %2 je Kontakt")
  static let synergyDetail = LocalizedText(
    "%1 times the reach of own channels", "das %1-Fache der Reichweite eigener Kanäle")
  static let ownForeignDetail = LocalizedText(
    "%1 in own channels, %2 in channels of others", "%1 in eigenen Kanälen, %2 in Kanälen anderer")
  static let lostLessCard = LocalizedText("Lost less than elsewhere", "Weniger verloren als anderswo")
  static let lostMoreCard = LocalizedText("Lost more than elsewhere", "Mehr verloren als anderswo")
  static let lostAlikeCard = LocalizedText(
    "Lost as elsewhere, as far as can be told", "Verloren wie anderswo, soweit erkennbar")
  static let lossDifferenceMeaning = LocalizedText(
    "The loss against that of contacts won elsewhere at the same time; these groups were not drawn by lot.",
    "Der Verlust gegenüber zur selben Zeit anderswo gewonnenen Kontakten; diese Gruppen wurden nicht ausgelost.")
  static let ofDetail = LocalizedText("%1 of %2", "%1 von %2")
  static let intervalDetail = LocalizedText("95 % interval %1", "95-%-Intervall %1")

  // Sections.
  static let touchpointsLead = LocalizedText(
    "Whom did the campaign meet for the first time, and who introduced them?",
    "Wem begegnete die Kampagne zum ersten Mal, und wer stellte den Kontakt her?")
  static let penetrationLead = LocalizedText(
    "%1 of %2 new touchpoints (%3) came about in channels of other partners.",
    "%1 von %2 neuen Kontaktpunkten (%3) entstanden in Kanälen anderer Partner.")
  static let introducerLead = LocalizedText(
    "Most were introduced by %1: %2.", "Die meisten stellte %1 her: %2.")
  static let reachSection = LocalizedText("Reach", "Reichweite")
  static let reachLead = LocalizedText(
    "Whom did the campaign touch, and what did each partner add?",
    "Wen berührte die Kampagne, und was trug jeder Partner bei?")
  static let incrementalLead = LocalizedText(
    "%1 of %2 {2:contact|contacts} {1:was|were} reached only in channels of other partners; together that is %3 times the reach of own channels.",
    "%1 von %2 {2:Kontakt|Kontakten} {1:wurde|wurden} nur in Kanälen anderer Partner erreicht; zusammen ist das das %3-Fache der Reichweite eigener Kanäle."
  )
  static let largestCarrierLead = LocalizedText(
    "The largest carrier is %1 with %2 {2:contact|contacts}.",
    "Der größte Träger ist %1 mit %2 {2:Kontakt|Kontakten}.")
  static let networkTitle = LocalizedText("The network: contacts in common", "Das Netzwerk: gemeinsame Kontakte")
  static let networkCaption = LocalizedText(
    "Partners that reach the same people stand near each other.",
    "Partner, die dieselben Menschen erreichen, stehen nahe beieinander.")
  static let flowFigureTitle = LocalizedText("Who carries whose message", "Wer wessen Botschaft trägt")
  static let flowCaption = LocalizedText(
    "From each brand through the channels of other partners to the contacts reached there.",
    "Von jeder Marke durch die Kanäle anderer Partner zu den dort erreichten Kontakten.")
  static let retentionSection = LocalizedText("Who stays", "Wer bleibt")
  static let retentionLead = LocalizedText(
    "What became of the new contacts after the campaign's end?",
    "Was wurde nach dem Ende der Kampagne aus den neuen Kontakten?")
  static let retentionLeadReached = LocalizedText(
    "What became of the contacts reached after the campaign's end?",
    "Was wurde nach dem Ende der Kampagne aus den erreichten Kontakten?")
  static let staysLead = LocalizedText(
    "%1 of %2 (%3) {1:was|were} active again within the %4 {4:day|days} observed since.",
    "%1 von %2 (%3) {1:war|waren} {4:an dem seither beobachteten Tag|in den seither beobachteten %4 Tagen} wieder aktiv."
  )
  static let medianLead = LocalizedText(
    "Half had fallen silent after %1 {1:day|days}, where a silence of %2 {2:day|days} (activity_gap_days) counts as one.",
    "Nach %1 {1:Tag|Tagen} war die Hälfte verstummt; als verstummt gilt, wer %2 {2:Tag|Tage} (activity_gap_days) schweigt."
  )
  static let rhythmLead = LocalizedText(
    "These contacts usually pause longer: nine in ten pauses in the data last up to %1 {1:day|days}.",
    "Diese Kontakte machen meist längere Pausen: Neun von zehn Pausen in den Daten dauern bis zu %1 {1:Tag|Tage}.")
  static let retentionFigureTitle = LocalizedText(
    "From partners to what became of contacts", "Von Partnern zum Verbleib der Kontakte")
  static let retentionCaption = LocalizedText(
    "Each partner's contacts, by the channel in which they first met the campaign, and what they did after its end.",
    "Die Kontakte jedes Partners, nach dem Kanal ihrer ersten Begegnung mit der Kampagne, und was sie danach taten.")

  // How the figures were made.
  static let methodSection = LocalizedText("How the figures were made", "Wie die Zahlen entstanden")
  static let methodLead = LocalizedText(
    "Every count is a count of different contacts and exact; totals are counted anew, never added up.",
    "Jede Anzahl zählt verschiedene Kontakte und ist genau; Summen sind neu gezählt, nie addiert.")
  static let definitionsSection = LocalizedText("Every figure, defined", "Jede Zahl, erklärt")
  static let definitionsLead = LocalizedText(
    "What each figure of the tables counts or divides, section by section.",
    "Was jede Zahl der Tabellen zählt oder teilt, Abschnitt für Abschnitt.")
  static let datasetFact = LocalizedText("Dataset", "Datensatz")
  static let rowsFact = LocalizedText("Size", "Umfang")
  static let rowsText = LocalizedText(
    "%1 {1:touch|touches} of %2 {2:contact|contacts}, %3 {3:partner|partners} with %4 {4:channel|channels}",
    "%1 {1:Berührung|Berührungen} von %2 {2:Kontakt|Kontakten}, %3 Partner mit %4 {4:Kanal|Kanälen}")
  static let timeZoneFact = LocalizedText("Time zone", "Zeitzone")
  static let gapFact = LocalizedText(
    "Days of silence that end a contact's activity", "Tage Stille, die Aktivität beenden")
  static let filterFact = LocalizedText("Filter", "Filter")
  static let filterFrom = LocalizedText("touches from %1", "Berührungen ab %1")
  static let filterUntil = LocalizedText("touches before %1", "Berührungen vor %1")
  static let filterLevel = LocalizedText("level at least %1", "Stufe mindestens %1")
  static let filterMedium = LocalizedText("medium %1", "Medium %1")
  static let filterSegment = LocalizedText("segment %1", "Segment %1")
  static let intervalsFact = LocalizedText("Intervals", "Intervalle")
  static let intervalsText = LocalizedText(
    "95 %: Wilson's for shares, Newcombe's for differences, log-log limits for survival curves",
    "95 %: nach Wilson für Anteile, nach Newcombe für Differenzen, log-log-Grenzen für Überlebenskurven")
  static let versionFact = LocalizedText("Made with", "Erstellt mit")
  static let madeFact = LocalizedText("Made on", "Erstellt am")
}
