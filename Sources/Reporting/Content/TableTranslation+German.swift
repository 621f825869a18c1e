import Drawing
import Presentation

extension TableTranslation {
  /// Headings, notes and labels of tables in German, by their English text; `%1` stands for a number in it.
  package static let german: [String: String] = touchpoints.merging(reach) { first, _ in first }
    .merging(retention) { first, _ in first }.merging(results) { first, _ in first }

  private static let touchpoints: [String: String] = [
    "New contacts and touchpoints": "Neue Kontakte und Kontaktpunkte",
    "Whom the campaign met for the first time.": "Wem die Kampagne zum ersten Mal begegnete.",
    "Figure": "Zahl", "Value": "Wert", "95 % interval": "95-%-Intervall",
    "New contacts": "Neue Kontakte",
    "Contacts whose very first touch is the campaign's.": "Kontakte, deren allererste Berührung zur Kampagne gehört.",
    "New touchpoints": "Neue Kontaktpunkte",
    "Pairs of contact and brand that met here for the first time.":
      "Paare aus Kontakt und Marke, die sich hier zum ersten Mal begegneten.",
    "of them own": "davon eigene",
    "They met in a channel of the brand itself.": "Sie begegneten sich in einem Kanal der Marke selbst.",
    "of them foreign": "davon fremde",
    "They met in a partner's channel.": "Sie begegneten sich im Kanal eines Partners.",
    "Network penetration": "Netzwerkdurchdringung",
    "How many of the new touchpoints partners brought about.":
      "Wie viele der neuen Kontaktpunkte Partner herstellten.",
    "Relevant new contacts": "Relevante neue Kontakte",
    "New contacts that are marked as relevant in contacts.csv.":
      "Neue Kontakte, die in contacts.csv als relevant markiert sind.",
    "Cost without the network": "Kosten ohne das Netzwerk",
    "What the relevant new contacts would have cost in single-brand marketing.":
      "Was die relevanten neuen Kontakte im Einzelmarketing gekostet hätten.",
    "Unaffordable contacts": "Unerschwingliche Kontakte",
    "Relevant new contacts beyond what the budget would have bought alone.":
      "Relevante neue Kontakte über das hinaus, was das Budget allein gekauft hätte.",
    "Days of history": "Tage Vorgeschichte",
    "Recorded before the start; with few, contacts from earlier times may count as new.":
      "Vor dem Beginn aufgezeichnet; bei wenigen können frühere Kontakte als neu zählen.",
    "How new contacts came": "Wie neue Kontakte kamen",
    "New contacts by their very first touch.": "Neue Kontakte nach ihrer allerersten Berührung.",
    "First contact": "Erstkontakt", "Paid channel": "Bezahlter Kanal",
    "Joint content of two brands or more": "Gemeinsamer Inhalt von zwei oder mehr Marken",
    "ads": "bezahlt", "joint": "gemeinsam", "own": "eigen", "partner": "bei Partnern",
    "Own channel": "Eigener Kanal", "Partner's channel": "Kanal eines Partners",
    "Who introduced them": "Wer den Kontakt herstellte",
    "New touchpoints and contacts by the partner in whose channel they first met another's message.":
      "Neue Kontaktpunkte und Kontakte nach dem Partner, in dessen Kanal sie zuerst der Botschaft eines anderen begegneten.",
    "Partner": "Partner", "Name": "Name", "Brand": "Marke", "Channel": "Kanal", "Medium": "Medium",
    "New touchpoints by brand": "Neue Kontaktpunkte nach Marke",
    "Contacts each brand met for the first time.": "Kontakte, denen jede Marke zum ersten Mal begegnete.",
    "Own": "Eigene", "Foreign": "Fremde",
    "New touchpoints by channel": "Neue Kontaktpunkte nach Kanal",
    "Where they met first, own or foreign.": "Wo sie sich zuerst begegneten, eigen oder fremd.",
    "New touchpoints by medium": "Neue Kontaktpunkte nach Medium",
    "In what kind of channel they met first.": "In welcher Art von Kanal sie sich zuerst begegneten.",
    "none given": "ohne Angabe",
    "New by week": "Neu je Woche", "Weeks of seven days from the start.": "Wochen zu sieben Tagen ab Beginn.",
    "Week": "Woche", "Starts": "Beginnt",
    "How much of each audience took part": "Wie viel von jedem Publikum teilnahm",
    "Contacts the campaign touched in a partner's channels, of those ever touched there before its end.":
      "Kontakte, die die Kampagne in den Kanälen eines Partners berührte, von allen dort je vor ihrem Ende berührten.",
    "Touched": "Berührt",
  ]

  private static let reach: [String: String] = [
    "Reach": "Reichweite", "Whom the campaign touched, and how often.": "Wen die Kampagne berührte, und wie oft.",
    "Only touches about this brand count.": "Nur Berührungen mit dieser Marke zählen.",
    "Contacts touched, each counted once.": "Berührte Kontakte, jeder einmal gezählt.",
    "Touches": "Berührungen", "Every touch counts.": "Jede Berührung zählt.",
    "Frequency": "Häufigkeit", "Touches per contact reached.": "Berührungen je erreichtem Kontakt.",
    "Reached in own channels": "In eigenen Kanälen erreicht",
    "Contacts with a touch in a channel of the brand itself.":
      "Kontakte mit einer Berührung in einem Kanal der Marke selbst.",
    "Reached in partners' channels": "In Kanälen von Partnern erreicht",
    "Contacts with a touch in another's channel.": "Kontakte mit einer Berührung im Kanal eines anderen.",
    "Reached in both": "In beiden erreicht",
    "Contacts with an own and a foreign touch.": "Kontakte mit einer eigenen und einer fremden Berührung.",
    "Incremental reach": "Zusätzliche Reichweite",
    "Contacts that only partners' channels reached.": "Kontakte, die nur Kanäle von Partnern erreichten.",
    "Synergy": "Synergie",
    "Reach divided by reach in own channels.": "Reichweite geteilt durch die Reichweite in eigenen Kanälen.",
    "Takeovers": "Übernahmen",
    "Pairs of content and unpaid partner channel that carried it.":
      "Paare aus Inhalt und unbezahltem Partnerkanal, der ihn trug.",
    "Organic shares": "Organisch geteilt",
    "Touches of kind share in unpaid channels.": "Berührungen der Art share in unbezahlten Kanälen.",
    "How often contacts were touched": "Wie oft Kontakte berührt wurden",
    "Contacts touched exactly so many times, and at least so many times.":
      "Kontakte, die genau so oft und die mindestens so oft berührt wurden.",
    "Contacts": "Kontakte", "At least": "Mindestens", "10 or more": "10 oder mehr",
    "Who reached whom": "Wer wen erreichte",
    "Per owner of channels. A share divides each contact evenly among the owners that reached it.":
      "Je Besitzer von Kanälen. Ein Anteil teilt jeden Kontakt gleichmäßig unter den Besitzern auf, die ihn erreichten.",
    "Only here": "Nur hier", "Beyond own channels": "Über eigene Kanäle hinaus", "Shapley share": "Shapley-Anteil",
    "Stacked reach": "Gestapelte Reichweite",
    "What each carrier adds to those above it.": "Was jeder Träger zu denen darüber hinzufügt.",
    "Adds": "Zusätzlich", "Together": "Zusammen",
    "Reach by number of carriers": "Reichweite nach Zahl der Träger",
    "What so many carriers reach on average, whichever they are.":
      "Was so viele Träger im Mittel erreichen, gleich welche.",
    "Carriers": "Träger", "Average reach": "Mittlere Reichweite",
    "Who was reached by exactly whom": "Wer von genau wem erreicht wurde",
    "Contacts by the exact set of partners that reached them; the rows add up to the reach.":
      "Kontakte nach der genauen Menge der Partner, die sie erreichten; die Zeilen ergeben die Reichweite.",
    "Partners": "Partner", "Contacts in common": "Gemeinsame Kontakte",
    "Jaccard: contacts in common, of contacts of either.":
      "Jaccard: gemeinsame Kontakte, von den Kontakten eines der beiden.",
    "and partner": "und Partner", "Jaccard": "Jaccard",
    "Reach day by day": "Reichweite Tag für Tag",
    "Contacts reached up to the end of each day since the start.":
      "Kontakte, die bis zum Ende jedes Tages seit Beginn erreicht wurden.",
    "Day": "Tag",
  ]

  private static let retention: [String: String] = [
    "Retention": "Verbleib",
    "What became of the contacts after the campaign's end.": "Was nach dem Ende der Kampagne aus den Kontakten wurde.",
    "Cohort": "Kohorte", "New contacts of the campaign.": "Neue Kontakte der Kampagne.",
    "Contacts the campaign reached.": "Kontakte, die die Kampagne erreichte.",
    "Campaign ended": "Ende der Kampagne",
    "What comes at or after this instant counts as afterwards.": "Was ab diesem Zeitpunkt kommt, zählt als danach.",
    "Observed until": "Beobachtet bis", "Up to when the data are complete.": "Bis wann die Daten vollständig sind.",
    "Days observed": "Beobachtete Tage", "Whole days from the end to there.": "Ganze Tage vom Ende bis dahin.",
    "Stay": "Bleiben",
    "With an interaction after the end, in any channel about anything.":
      "Mit einer Interaktion nach dem Ende, in irgendeinem Kanal zu irgendetwas.",
    "Carry on": "Tragen weiter",
    "Who shared, mentioned, contributed or referred after the end.":
      "Wer nach dem Ende teilte, erwähnte, beitrug oder weiterempfahl.",
    "Join the network": "Schließen sich an",
    "Active after the end in channels of two partners or more.":
      "Nach dem Ende in Kanälen von zwei oder mehr Partnern aktiv.",
    "Lost": "Verloren", "Without an interaction after the end, so far.": "Bisher ohne Interaktion nach dem Ende.",
    "Median stay in days": "Median des Verbleibs in Tagen",
    "After so many days half have fallen silent.": "Nach so vielen Tagen ist die Hälfte verstummt.",
    "Mean stay in days": "Mittlerer Verbleib in Tagen",
    "Within the first %1 days (restricted mean).": "In den ersten %1 Tagen (eingeschränktes Mittel).",
    "Who is active when": "Wer wann aktiv ist",
    "Within the days since the row above, at any time from the day on, and on the day itself.":
      "In den Tagen seit der Zeile darüber, irgendwann ab dem Tag und am Tag selbst.",
    "Up to the day": "Bis zum Tag", "From the day on": "Ab dem Tag", "On the day": "Am Tag",
    "Who keeps whom": "Wer wen behält",
    "By the partner in whose channel a contact first met the campaign.":
      "Nach dem Partner, in dessen Kanal ein Kontakt der Kampagne zuerst begegnete.",
    "Stay here": "Bleiben hier", "Only elsewhere": "Nur anderswo",
    "Who stays, by first contact": "Wer bleibt, nach Erstkontakt",
    "By what the contact first met: a paid channel, joint content, an own or a partner's channel.":
      "Danach, was der Kontakt zuerst traf: einen bezahlten Kanal, gemeinsamen Inhalt, einen eigenen oder einen Partnerkanal.",
    "Partners that go on": "Partner, die weitermachen",
    "Participants that carried a content or gave an exchange within so many days after the end.":
      "Teilnehmer, die binnen so vieler Tage nach dem Ende einen Inhalt trugen oder etwas gaben.",
    "Active": "Aktiv", "How long they stay": "Wie lange sie bleiben",
    "Share of the cohort still active so many days after the end.":
      "Anteil der Kohorte, der so viele Tage nach dem Ende noch aktiv ist.",
    "At risk": "Unter Beobachtung", "Fell silent": "Verstummt", "Out of sight": "Aus dem Blick",
    "Still active": "Noch aktiv",
    "Compared with contacts won elsewhere": "Verglichen mit anderswo gewonnenen Kontakten",
    "The baseline cohort.": "Die Vergleichskohorte.", "Baseline cohort": "Vergleichskohorte",
    "Contacts first touched in the same window whom the campaign never reached.":
      "Im selben Zeitraum erstmals berührte Kontakte, die die Kampagne nie erreichte.",
    "Of the baseline, without an interaction after the end.": "Von den verglichenen, ohne Interaktion nach dem Ende.",
    "Loss avoided": "Vermiedener Verlust",
    "How much smaller the cohort's loss is, relative to the baseline's.":
      "Um wie viel kleiner der Verlust der Kohorte ist, relativ zum Vergleich.",
    "Difference of loss rates": "Differenz der Verlustraten",
    "The cohort's minus the baseline's.": "Die der Kohorte minus die des Vergleichs.",
    "Log-rank χ²": "Log-Rank χ²",
    "Test of whether both fall silent at the same pace.": "Test, ob beide gleich schnell verstummen.",
    "Probability by chance": "Wahrscheinlichkeit durch Zufall",
    "Of a difference at least this large if there were none.":
      "Eines mindestens so großen Unterschieds, wenn es keinen gäbe.",
  ]
}
