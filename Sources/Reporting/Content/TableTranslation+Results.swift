import Drawing
import Presentation

extension TableTranslation {
  /// Texts of the tables on KPIs, cooperation, funnel, attribution and journeys, in German by their English.
  package static let results: [String: String] = kpis.merging(cooperation) { first, _ in first }
    .merging(transactions) { first, _ in first }.merging(plans) { first, _ in first }

  private static let kpis: [String: String] = [
    "KPIs": "Kennzahlen", "Level": "Stufe", "KPI": "Kennzahl", "Target": "Ziel", "Due": "Fällig",
    "Attained": "Erreicht",
    "Status": "Stand", "met": "erreicht", "missed": "verfehlt", "on track": "auf Kurs", "behind": "im Rückstand",
    "not yet known": "noch nicht bekannt", "Interaction": "Interaktion", "Transaction": "Transaktion",
    "KPIs side by side": "Kennzahlen nebeneinander", "Change": "Änderung", "in percent": "in Prozent",
    "Each change is against the campaign to its left.": "Jede Änderung gegenüber der Kampagne links davon.",
    "Contacts, gross": "Kontakte, brutto", "Reach in partners' channels": "Reichweite in Partnerkanälen",
    "Active partners": "Aktive Partner", "Interactions": "Interaktionen",
    "Depth of engagement": "Tiefe der Beteiligung",
    "Interactions per contact": "Interaktionen je Kontakt", "Co-creation": "Ko-Kreation", "Ambassadors": "Botschafter",
    "Reciprocity": "Gegenseitigkeit", "Stays": "Bleibt", "Carries on": "Trägt weiter",
    "Joins the network": "Schließt sich an", "Leads": "Interessenten", "Customers": "Kunden",
    "Visitor to lead": "Besucher zu Interessent", "Lead to customer": "Interessent zu Kunde",
    "Visitor to customer": "Besucher zu Kunde", "Pipeline": "Aussichten", "Revenue": "Einnahmen", "Cost": "Kosten",
    "Cost per contact": "Kosten je Kontakt", "Cost per lead": "Kosten je Interessent",
    "Cost per customer": "Kosten je Kunde", "Return on investment": "Ertrag der Ausgaben",
    "Contacts touched at least once.": "Mindestens einmal berührte Kontakte.",
    "Touches, repeats included.": "Berührungen, auch wiederholte.",
    "Contacts touched in a channel of someone else than the brand.":
      "Kontakte, die in einem Kanal berührt wurden, der nicht der Marke gehört.",
    "Reach of all channels for each contact reached in own ones.":
      "Reichweite aller Kanäle je Kontakt, der in eigenen erreicht wurde.",
    "Contents in unpaid channels of partners.": "Inhalte in unbezahlten Kanälen von Partnern.",
    "Participants that carried, authored or gave something.": "Teilnehmer, die etwas trugen, verfassten oder gaben.",
    "Touches in which a contact did something.": "Berührungen, bei denen ein Kontakt etwas tat.",
    "How much of themselves people put in, 0 to 5.": "Wie viel Menschen von sich einbringen, 0 bis 5.",
    "Interactions for each contact reached.": "Interaktionen je erreichtem Kontakt.",
    "Times that someone shared in unpaid channels.": "Wie oft jemand in unbezahlten Kanälen teilte.",
    "Contents made by two authors or more.": "Inhalte von zwei oder mehr Verfassern.",
    "Contacts that referred a new contact.": "Kontakte, die einen neuen Kontakt warben.",
    "Gestures between partners that were answered within 30 days.":
      "Gesten zwischen Partnern, die binnen 30 Tagen erwidert wurden.",
    "New contacts that are marked as relevant.": "Neue Kontakte, die als relevant markiert sind.",
    "New contacts active after the end, so far.": "Bisher nach dem Ende aktive neue Kontakte.",
    "New contacts that share, contribute or refer after the end.":
      "Neue Kontakte, die nach dem Ende teilen, beitragen oder empfehlen.",
    "New contacts active at two partners or more after the end.":
      "Neue Kontakte, die nach dem Ende bei zwei oder mehr Partnern aktiv sind.",
    "Contacts that became a lead.": "Kontakte, die Interessenten wurden.",
    "Contacts that ordered, booked, donated or subscribed.":
      "Kontakte, die bestellten, buchten, spendeten oder abonnierten.",
    "Leads of contacts reached.": "Interessenten von erreichten Kontakten.",
    "Leads that are customers.": "Interessenten, die Kunden sind.",
    "Customers of contacts reached.": "Kunden von erreichten Kontakten.", "Value of leads.": "Wert der Interessenten.",
    "Value of orders, bookings, donations and subscriptions.":
      "Wert von Bestellungen, Buchungen, Spenden und Abonnements.",
    "Recorded cost of touches.": "Verzeichnete Kosten von Berührungen.",
    "Cost for each contact reached.": "Kosten je erreichtem Kontakt.", "Cost for each lead.": "Kosten je Interessent.",
    "Cost for each customer.": "Kosten je Kunde.",
    "Revenue less cost, for each unit of cost.": "Einnahmen abzüglich Kosten, je Einheit der Kosten.",
    "What the relevant new contacts would have cost alone.":
      "Was die relevanten neuen Kontakte allein gekostet hätten.",
  ]

  private static let cooperation: [String: String] = [
    "Cooperation": "Zusammenarbeit", "How partners and contacts take part.": "Wie Partner und Kontakte teilnehmen.",
    "Days to answer": "Tage bis zur Antwort",
    "Half of the answered gestures were answered sooner.": "Die Hälfte der erwiderten Gesten wurde schneller erwidert.",
    "Sectors": "Branchen",
    "Distinct sectors of active partners.": "Verschiedene Branchen aktiver Partner.",
    "Diversity of sectors": "Vielfalt der Branchen",
    "Shannon's H in nats: 0 for a single sector, more for many of equal weight.":
      "Shannons H in Nat: 0 bei einer einzigen Branche, mehr bei vielen von gleichem Gewicht.",
    "Contacts that referred new ones: themselves, and through those they brought.":
      "Kontakte, die neue warben: selbst, und durch die, die sie brachten.",
    "Contact": "Kontakt", "Referred": "Geworben", "Through chains": "Über Ketten",
    "Give and take": "Geben und Nehmen",
    "Contacts that each side touched in its channels about the other, and the knot this makes.":
      "Kontakte, die jede Seite in ihren Kanälen mit der anderen berührte, und welcher Knoten daraus wird.",
    "A": "A", "B": "B", "A gives B": "A gibt B", "B gives A": "B gibt A", "Balance": "Bilanz", "Knot": "Knoten",
    "Gives more": "Gibt mehr", "Shared contacts": "Gemeinsame Kontakte", "Direction": "Richtung",
    "Answered gestures": "Erwiderte Gesten", "Gestures": "Gesten",
    "How similar the two are, and how many of their gestures were answered.":
      "Wie ähnlich sich die beiden sind, und wie viele ihrer Gesten erwidert wurden.", "none": "keiner",
    "unclear": "unklar", "one-sided": "einseitig",
    "reef": "Kreuzknoten", "granny": "Altweiberknoten", "both alike": "beide gleich", "not known": "nicht bekannt",
    "horizontal": "horizontal", "vertical": "vertikal", "diagonal": "diagonal",
    "Barometer": "Barometer",
    "0 to 100; what nobody assessed is derived from the data.":
      "0 bis 100; was niemand beurteilte, ist aus den Daten abgeleitet.",
    "Structure": "Struktur", "Social": "Sozial", "Performance": "Leistung", "Maturity": "Reife", "Views": "Ansichten",
    "Derived": "Abgeleitet", "contact": "Kontakt", "trial": "Erprobung", "established": "gefestigt", "mature": "reif",
    "differ": "verschieden", "structure": "Struktur", "social": "Sozial", "performance": "Leistung",
    "Trust transfer": "Übertragenes Vertrauen", "From": "Von", "To": "Zu", "Endorsed": "Empfohlen",
    "Not endorsed": "Nicht empfohlen", "Lift": "Faktor", "Difference": "Differenz", "Conclusive": "Schlüssig",
    "yes": "ja", "no": "nein",
  ]

  private static let transactions: [String: String] = [
    "Funnel": "Trichter", "From the first contact to the customer.": "Vom ersten Kontakt bis zum Kunden.",
    "Visitors": "Besucher", "Touches with a cost": "Berührungen mit Kosten",
    "The others record none.": "Die anderen verzeichnen keine.", "Funnel by medium": "Trichter nach Medium",
    "Funnel by channel": "Trichter nach Kanal", "Funnel by partner": "Trichter nach Partner",
    "Funnel by format": "Trichter nach Format", "Money by medium": "Geld nach Medium",
    "Money by channel": "Geld nach Kanal", "Money by partner": "Geld nach Partner",
    "Money by format": "Geld nach Format", "Format": "Format",
    "Contacts are counted anew in each row, so that rows do not add up to the whole.":
      "Kontakte sind in jeder Zeile neu gezählt, sodass die Zeilen nicht das Ganze ergeben.",
    "What each row cost and brought, on one scale.": "Was jede Zeile kostete und brachte, auf einer Skala.",
    "per contact": "je Kontakt", "per lead": "je Interessent", "per customer": "je Kunde", "Return": "Ertrag",
    "Conversions": "Abschlüsse", "What credit is shared out for.": "Wofür Anteile vergeben werden.", "Value": "Wert",
    "What they record.": "Was sie verzeichnen.", "With a path": "Mit einem Weg",
    "Touches within %1 days led to them.": "Berührungen binnen %1 Tagen führten zu ihnen.",
    "Paths without conversion": "Wege ohne Abschluss",
    "Contacts whose last touches led to none.": "Kontakte, deren letzte Berührungen zu keinem führten.",
    "Conversions by channel": "Abschlüsse nach Kanal", "Conversions by partner": "Abschlüsse nach Partner",
    "Conversions by medium": "Abschlüsse nach Medium", "Conversions by format": "Abschlüsse nach Format",
    "Value by channel": "Wert nach Kanal", "Value by partner": "Wert nach Partner",
    "Value by medium": "Wert nach Medium",
    "Value by format": "Wert nach Format",
    "Under each model the column adds up to the whole.": "Unter jedem Modell ergibt die Spalte das Ganze.",
    "First": "Erste", "Last": "Letzte", "Linear": "Linear", "Position": "Position", "Time decay": "Zeitverfall",
    "Shapley": "Shapley", "Markov": "Markow", "unattributed": "nicht zugerechnet", "Roles": "Rollen",
    "Where on the way to a conversion each one stood.": "Wo auf dem Weg zum Abschluss jeder stand.",
    "Opens": "Eröffnet", "Carries": "Trägt", "Closes": "Schließt ab", "Alone": "Allein",
    "Lost without it": "Ohne ihn verloren",
    "Journeys": "Wege", "How contacts fare on their way.": "Wie es Kontakten auf ihrem Weg ergeht.",
    "Returning contacts": "Wiederkehrende Kontakte",
    "Touched on two days or more.": "An zwei oder mehr Tagen berührt.", "One-time contacts": "Einmalige Kontakte",
    "Touched on one day alone.": "Nur an einem Tag berührt.", "Bounce": "Absprung",
    "Contacts with a single touch.": "Kontakte mit einer einzigen Berührung.", "Visits": "Besuche",
    "Touches of kind visit.": "Berührungen der Art visit.", "Unique visits": "Verschiedene Besucher",
    "Contacts with such a touch.": "Kontakte mit einer solchen Berührung.",
    "Net promoter score": "Weiterempfehlung (NPS)",
    "100 × (share of answers 9-10 − share of answers 0-6).":
      "100 × (Anteil der Antworten 9-10 − Anteil der Antworten 0-6).",
    "Answers to it": "Antworten darauf", "Touches of kind nps with a value.": "Berührungen der Art nps mit einem Wert.",
    "Emotion curve": "Stimmungskurve", "Tenth of the way": "Zehntel des Wegs", "Mean rating": "Mittlere Bewertung",
    "Ratings": "Bewertungen",
    "Mean rating by tenth of each contact's way; it falls nowhere.":
      "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt nirgends.",
  ]

  package static let plans: [String: String] = [
    "Plan": "Plan",
    "What was planned for which channel, and when it was first there.":
      "Was für welchen Kanal geplant war, und wann es dort zuerst war.",
    "Content": "Inhalt", "State": "Stand", "First there": "Zuerst dort", "done": "erledigt", "late": "verspätet",
    "open": "offen", "Done": "Erledigt", "Late": "Verspätet", "Missed": "Verfehlt", "Open": "Offen", "For": "Für",
    "Plan by partner": "Plan nach Partner", "Plan by channel": "Plan nach Kanal",
    "How many of the planned contents stand how.": "Wie viele der geplanten Inhalte wie stehen.",
    "Unplanned": "Ungeplant",
    "Contents of the campaign in channels for which they were not planned.":
      "Inhalte der Kampagne in Kanälen, für die sie nicht geplant waren.",
  ]

  /// Sentences that end in a list: how they begin, and the words of the list.
  static let beginnings: [(english: String, german: String, words: [(String, String)])] = [
    (
      "Without a target: ", "Ohne Ziel: ",
      [("reach", "Reichweite"), ("interaction", "Interaktion"), ("transaction", "Transaktion")]
    ),
    ("Touches of kind ", "Berührungen der Art ", []),
    (
      "Mean rating by tenth of each contact's way; it falls ",
      "Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt ",
      [("from tenth ", "von Zehntel "), (" to ", " bis ")]
    ),
    (
      "Whether contacts that know the first partner respond better to the second when they meet it there. ",
      "Ob Kontakte, die den ersten Partner kennen, besser auf den zweiten ansprechen, wenn sie ihn dort treffen. ",
      [
        (" comparisons: about ", " Vergleiche: etwa "),
        (" would look conclusive by chance.", " sähen zufällig schlüssig aus."),
      ]
    ),
  ]
}
