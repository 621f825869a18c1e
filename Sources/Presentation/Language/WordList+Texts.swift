extension WordList {
  /// English, German and what a translator has to know, with tabs between. Taken from the code by WordListTests.
  static let texts = """
    The scope has no conversions.	Der Ausschnitt hat keine Abschlüsse.
    No conversion has a path.	Kein Abschluss hat einen Weg.
    Conversions	Abschlüsse
    Touches of kind %1.	Berührungen der Art %1.
    Value	Wert
    What they record.	Was sie verzeichnen.
    With a path	Mit einem Weg
    Touches within %1 days led to them.	Berührungen binnen %1 Tagen führten zu ihnen.
    Ways still open	Offene Wege
    Contacts touched after their last conversion, or without one: their last touches have led to none.	Kontakte, die nach ihrem letzten Abschluss oder ohne einen berührt wurden: Diese Berührungen führten zu keinem.
    unattributed	nicht zugerechnet
    Share of 200 resamplings of the contacts in which the row with most linear credit still has it.	Anteil von 200 Ziehungen der Kontakte, in denen die Zeile mit dem größten linearen Anteil ihn behält.
    By	Nach
    Days looked back	Tage zurück
    Kinds of conversions	Arten von Abschlüssen
    What credit is shared out for.	Wofür Anteile vergeben werden.
    Group	Gruppe
    Lost without it	Ohne ihn verloren
    Opens	Eröffnet
    Carries	Trägt
    Closes	Schließt ab
    Alone	Allein
    Roles	Rollen
    Where on the way to a conversion each one stood.	Wo auf dem Weg zum Abschluss jeder stand.
    Conversions by %1	Abschlüsse nach %1
    Value by %1	Wert nach %1
    Credit for what came before each conversion; repeats in a row count once. Each column adds up to the whole.	Anteile für das, was jedem Abschluss vorausging; Wiederholungen in Folge zählen einmal. Jede Spalte ergibt das Ganze.
    First	Erste
    Last	Letzte
    Linear	Linear
    Position	Position
    Time decay	Zeitverfall
    Shapley	Shapley
    Markov	Markow
    Among all	Unter allen
    The same, looked at together with all other rows (Benjamini-Hochberg).	Dasselbe, zusammen mit allen anderen Zeilen betrachtet (Benjamini-Hochberg).
    Nobody takes part.	Niemand nimmt teil.
    No partner is active.	Kein Partner ist aktiv.
    No content of the campaign has an author.	Kein Inhalt der Kampagne hat eine Autorin oder einen Autor.
    contents.csv names no authors.	contents.csv nennt keine Autorinnen und Autoren.
    There are no interactions.	Es gibt keine Interaktionen.
    No active partner's sector is known.	Von keinem aktiven Partner ist die Branche bekannt.
    No gesture of the window is at least 30 days old.	Keine Geste des Fensters ist mindestens 30 Tage alt.
    Active partners	Aktive Partner
    Participants that carried, authored or gave something.	Teilnehmer, die etwas trugen, verfassten oder gaben.
    Active	Aktiv
    Co-creation	Ko-Kreation
    Contents made by two authors or more.	Inhalte von zwei oder mehr Verfassern.
    Interactions	Interaktionen
    Touches in which a contact did something.	Berührungen, bei denen ein Kontakt etwas tat.
    Depth of engagement	Tiefe der Beteiligung
    How much of themselves people put in, 0 to 5.	Wie viel Menschen von sich einbringen, 0 bis 5.
    Interactions per contact	Interaktionen je Kontakt
    Interactions for each contact reached.	Interaktionen je erreichtem Kontakt.
    Interactions per active partner	Interaktionen je aktivem Partner
    Interactions for each active partner, to compare campaigns of few and of many.	Interaktionen je aktivem Partner, um Kampagnen weniger und vieler zu vergleichen.
    Reciprocity	Gegenseitigkeit
    Gestures between partners that were answered within 30 days.	Gesten zwischen Partnern, die binnen 30 Tagen erwidert wurden.
    Days to answer	Tage bis zur Antwort
    Half of the answered gestures were answered sooner.	Die Hälfte der erwiderten Gesten wurde schneller erwidert.
    Sectors	Branchen
    Distinct sectors of active partners.	Verschiedene Branchen aktiver Partner.
    Diversity of sectors	Vielfalt der Branchen
    Shannon's H in nats: 0 for a single sector, more for many of equal weight.	Shannons H in Nat: 0 bei einer einzigen Branche, mehr bei vielen von gleichem Gewicht.
    Ambassadors	Botschafter
    Contacts that referred a new contact.	Kontakte, die einen neuen Kontakt warben.
    Contacts that referred new ones: themselves, and through those they brought.	Kontakte, die neue warben: selbst, und durch die, die sie brachten.
    Contact	Kontakt
    Referred	Geworben
    Through chains	Über Ketten
    Cooperation	Zusammenarbeit
    How partners and contacts take part.	Wie Partner und Kontakte teilnehmen.
    contents.csv is missing or has no row, so that it is not known whose message a touch carried.	contents.csv fehlt oder hat keine Zeile; so ist nicht bekannt, wessen Botschaft eine Berührung trug.	Why figures that need own and foreign are null in a dataset without any content (<doc:Metrics#Unknown-figures>).
    It had not begun when observation stopped.	Am Ende der Beobachtung hatte der Zeitraum nicht begonnen.
    No lead records a value.	Kein Interessent verzeichnet einen Wert.
    No order, booking, donation or subscription records a value.	Keine Bestellung, Buchung, Spende und kein Abonnement verzeichnet einen Wert.
    There are no customers.	Es gibt keine Kunden.
    The cost is 0.	Die Kosten sind 0.
    It takes both a cost and a revenue.	Sie braucht Kosten und Einnahmen.
    There are no leads.	Es gibt keine Interessenten.
    No touch records a cost.	Keine Berührung verzeichnet Kosten.
    Visitors	Besucher
    Contacts touched at least once.	Mindestens einmal berührte Kontakte.
    Leads	Interessenten
    Contacts that became a lead.	Kontakte, die Interessenten wurden.
    Customers	Kunden
    Contacts that ordered, booked, donated or subscribed.	Kontakte, die bestellten, buchten, spendeten oder abonnierten.
    Visitor to lead	Besucher zu Interessent
    Leads of contacts reached.	Interessenten von erreichten Kontakten.
    Lead to customer	Interessent zu Kunde
    Leads that are customers.	Interessenten, die Kunden sind.
    Visitor to customer	Besucher zu Kunde
    Customers of contacts reached.	Kunden von erreichten Kontakten.
    Pipeline	Aussichten
    Value of leads.	Wert der Interessenten.
    Revenue	Einnahmen
    Value of orders, bookings, donations and subscriptions.	Wert von Bestellungen, Buchungen, Spenden und Abonnements.
    Cost	Kosten
    Recorded cost of touches.	Verzeichnete Kosten von Berührungen.
    Touches with a cost	Berührungen mit Kosten
    The others record none.	Die anderen verzeichnen keine.
    Cost per contact	Kosten je Kontakt
    Cost for each contact reached.	Kosten je erreichtem Kontakt.
    Cost per lead	Kosten je Interessent
    Cost for each lead.	Kosten je Interessent.
    Cost per customer	Kosten je Kunde
    Cost for each customer.	Kosten je Kunde.
    Return on investment	Ertrag der Ausgaben
    Revenue less cost, for each unit of cost.	Einnahmen abzüglich Kosten, je Einheit der Kosten.
    Share of 200 resamplings of the contacts in which the row with most visitors still has them.	Anteil von 200 Ziehungen der Kontakte, in denen die Zeile mit den meisten Besuchern sie behält.
    Funnel	Trichter
    From the first contact to the customer.	Vom ersten Kontakt bis zum Kunden.
    Funnel by %1	Trichter nach %1
    Contacts are counted anew in each row, so that rows do not add up to the whole.	Kontakte sind in jeder Zeile neu gezählt, sodass die Zeilen nicht das Ganze ergeben.
    Money by %1	Geld nach %1
    What each row cost and brought, on one scale.	Was jede Zeile kostete und brachte, auf einer Skala.
    First row stays first	Erste Zeile bleibt die erste
    Returning contacts	Wiederkehrende Kontakte
    Touched on two days or more.	An zwei oder mehr Tagen berührt.
    One-time contacts	Einmalige Kontakte
    Touched on one day alone.	Nur an einem Tag berührt.
    Bounce	Absprung
    Contacts with a single touch.	Kontakte mit einer einzigen Berührung.
    Visits	Besuche
    Touches of kind visit.	Berührungen der Art visit.
    Unique visits	Verschiedene Besucher
    Contacts with such a touch.	Kontakte mit einer solchen Berührung.
    Net promoter score	Weiterempfehlung (NPS)
    100 × (share of answers 9-10 − share of answers 0-6).	100 × (Anteil der Antworten 9-10 − Anteil der Antworten 0-6).
    Answers to it	Antworten darauf
    Touches of kind nps with a value.	Berührungen der Art nps mit einem Wert.
    Journeys	Wege
    How contacts fare on their way.	Wie es Kontakten auf ihrem Weg ergeht.
    Nobody gave a rating.	Niemand gab eine Bewertung.
    Tenth of the way	Zehntel des Wegs
    Mean rating	Mittlere Bewertung
    Ratings	Bewertungen
    Where ratings fall	Wo Bewertungen fallen
    Stretches along which the mean falls.	Strecken, auf denen das Mittel fällt.
    From	Von
    To	Bis
    Change	Änderung
    Emotion curve	Stimmungskurve
    Mean rating by tenth of each contact's way; it falls nowhere.	Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt nirgends.
    from tenth %1 to %2 (%3)	von Zehntel %1 bis %2 (%3)
    Mean rating by tenth of each contact's way; it falls %1.	Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts; sie fällt %1.
    No touch of kind rating records a value.	Keine Berührung der Art rating verzeichnet einen Wert.
    No touch of kind nps records a value.	Keine Berührung der Art nps verzeichnet einen Wert.
    It would tell, by itself or beside what it is now, of fewer contacts than minimum_group.	Es würde für sich oder neben dem heutigen Wert von weniger Kontakten als minimum_group erzählen.
    Targets are held against figures of the whole campaign, without a filter.	Ziele werden an Zahlen der ganzen Kampagne gemessen, ohne Filter.
    No touch is counted here, so that nothing was measured.	Hier zählt keine Berührung: Gemessen wurde nichts.	Why nothing is known of a scope without touches.
    The partner took part in no campaign.	Der Partner nahm an keiner Kampagne teil.
    The second year is not over.	Das zweite Jahr ist nicht vorbei.
    No exchange of money or hours records a value.	Kein Austausch von Geld oder Stunden verzeichnet einen Wert.
    Comparisons	Vergleiche
    Give and take	Geben und Nehmen
    Contacts that each side touched in its channels about the other, and the knot this makes.	Kontakte, die jede Seite in ihren Kanälen mit der anderen berührte, und welcher Knoten daraus wird.
    The intervals bear out %1 of %2 knots.	Die Intervalle stützen %1 von %2 Knoten.
    A	A
    B	B
    Direction	Richtung
    A gives B	A gibt B
    B gives A	B gibt A
    Balance	Bilanz
    Balance at least	Bilanz mindestens
    Balance at most	Bilanz höchstens
    Conclusive	Schlüssig
    Whether the interval of the balance bears the knot out.	Ob das Intervall der Bilanz den Knoten stützt.
    Knot	Knoten
    Gives more	Gibt mehr
    both alike	beide gleich
    Shared contacts	Gemeinsame Kontakte
    Gestures	Gesten
    How similar the two are, and how many of their gestures were answered.	Wie ähnlich sich die beiden sind, und wie viele ihrer Gesten erwidert wurden.
    Answered gestures	Erwiderte Gesten
    Barometer	Barometer
    0 to 100; what nobody assessed is derived from the data.	0 bis 100; was niemand beurteilte, ist aus den Daten abgeleitet.
    Structure	Struktur
    Social	Sozial
    Performance	Leistung
    Derived	Abgeleitet
    Maturity	Reife
    Views	Ansichten
    differ	verschieden
    %1 comparisons: about %2 would look conclusive by chance.	%1 Vergleiche: etwa %2 sähen zufällig schlüssig aus.
    Trust transfer	Übertragenes Vertrauen
    Whether contacts that know the first partner respond better to the second when they meet it there.	Ob Kontakte, die den ersten Partner kennen, besser auf den zweiten ansprechen, wenn sie ihn dort treffen.
    To	Zu
    Endorsed	Empfohlen
    Not endorsed	Nicht empfohlen
    Lift	Faktor
    Difference	Differenz
    By chance	Durch Zufall
    How likely a difference at least this large is if there were none.	Wie wahrscheinlich ein mindestens so großer Unterschied ist, wenn es keinen gäbe.
    none	keiner
    unclear	unklar
    one-sided	einseitig
    reef	Kreuzknoten
    granny	Altweiberknoten
    horizontal	horizontal
    vertical	vertikal
    diagonal	diagonal
    structure	Struktur
    social	Sozial
    performance	Leistung
    contact	Kontakt
    trial	Erprobung
    established	gefestigt
    mature	reif
    Of some partnerships fewer than two scales are known.	Von manchen Partnerschaften sind weniger als zwei Skalen bekannt.
    New touchpoints of the last 30 days before observation stopped are not judged.	Neue Kontaktpunkte der letzten 30 Tage vor dem Ende der Beobachtung werden nicht beurteilt.
    plan.csv is missing.	plan.csv fehlt.
    Nobody was reached in own channels.	In eigenen Kanälen wurde niemand erreicht.
    %1 of %2 days had not begun when observation stopped.	%1 von %2 Tagen hatten am Ende der Beobachtung nicht begonnen.
    Brand	Marke
    Only touches about this brand count.	Nur Berührungen mit dieser Marke zählen.
    Reach	Reichweite
    Contacts touched, each counted once.	Berührte Kontakte, jeder einmal gezählt.
    Touches	Berührungen
    Every touch counts.	Jede Berührung zählt.
    Frequency	Häufigkeit
    Touches per contact reached.	Berührungen je erreichtem Kontakt.
    Reach in own channels	Reichweite in eigenen Kanälen
    Contacts with a touch in a channel of the brand itself.	Kontakte mit einer Berührung in einem Kanal der Marke selbst.
    Reach in partners' channels	Reichweite in Kanälen von Partnern
    Contacts with a touch in another's channel.	Kontakte mit einer Berührung im Kanal eines anderen.
    Reach in both	Reichweite in beiden
    Contacts with an own and a foreign touch.	Kontakte mit einer eigenen und einer fremden Berührung.
    Incremental reach	Zusätzliche Reichweite
    Contacts that only partners' channels reached.	Kontakte, die nur Kanäle von Partnern erreichten.
    Synergy	Synergie
    Reach divided by reach in own channels.	Reichweite geteilt durch die Reichweite in eigenen Kanälen.
    Takeovers	Übernahmen
    Pairs of content and unpaid partner channel that carried it.	Paare aus Inhalt und unbezahltem Partnerkanal, der ihn trug.
    Organic shares	Organisch geteilt
    Touches of kind share in unpaid channels.	Berührungen der Art share in unbezahlten Kanälen.
    Contacts	Kontakte
    At least	Mindestens
    First carrier stays first	Erster Träger bleibt Erster
    Share of 200 resamplings of the contacts in which the carrier that reached most still does.	Anteil von 200 Ziehungen der Kontakte, in denen der Träger mit der größten Reichweite sie behält.
    Whom the campaign touched, and how often.	Wen die Kampagne berührte, und wie oft.
    How often contacts were touched	Wie oft Kontakte berührt wurden
    Contacts touched exactly so many times, and at least so many times.	Kontakte, die genau so oft und die mindestens so oft berührt wurden.
    10 or more	10 oder mehr
    Who reached whom	Wer wen erreichte
    Per owner of channels. A share divides each contact evenly among the owners that reached it.	Je Besitzer von Kanälen. Ein Anteil teilt jeden Kontakt gleichmäßig unter den Besitzern auf, die ihn erreichten.
    Only here	Nur hier
    Beyond own channels	Über eigene Kanäle hinaus
    Shapley share	Shapley-Anteil
    A partner's fair part of the reach: each contact is divided evenly among the partners that reached it.	Der faire Anteil eines Partners: Jeder Kontakt wird gleichmäßig auf die Partner verteilt, die ihn erreichten.
    Stacked reach	Gestapelte Reichweite
    What each carrier adds to those above it.	Was jeder Träger zu denen darüber hinzufügt.
    Adds	Zusätzlich
    Together	Zusammen
    Reach by number of carriers	Reichweite nach Zahl der Träger
    What so many carriers reach on average, whichever they are.	Was so viele Träger im Mittel erreichen, gleich welche.
    Carriers	Träger
    Average reach	Mittlere Reichweite
    Who was reached by exactly whom	Wer von genau wem erreicht wurde
    Contacts by the exact set of partners that reached them; the rows add up to the reach.	Kontakte nach der genauen Menge der Partner, die sie erreichten; die Zeilen ergeben die Reichweite.
    Partners	Partner
    Contacts in common	Gemeinsame Kontakte
    Jaccard: contacts in common, of contacts of either.	Jaccard: gemeinsame Kontakte, von den Kontakten eines der beiden.
    and partner	und Partner
    Jaccard	Jaccard
    Reach day by day	Reichweite Tag für Tag
    Contacts reached up to the end of each day since the start, and how far each was observed.	Kontakte, die bis zum Ende jedes Tages seit Beginn erreicht wurden, und wie weit jeder beobachtet wurde.
    Observed	Beobachtet
    Reach of each channel	Reichweite je Kanal
    Contacts the campaign reached in a channel, and their share of its stated audience.	Kontakte, die die Kampagne in einem Kanal erreichte, und ihr Anteil an dessen angegebenem Publikum.
    Channel	Kanal
    Partner	Partner
    Audience	Publikum
    Share	Anteil
    One of the two groups is empty.	Eine der beiden Gruppen ist leer.
    One of the two groups is empty, or all or none have the outcome.	Eine der beiden Gruppen ist leer, oder alle oder keine haben das Ergebnis.
    Held out and touched all the same	Ferngehalten und dennoch berührt
    Held-out contacts that it touched all the same: %1.	Ferngehaltene, die sie dennoch berührte: %1.
    What the campaign brought about	Was die Kampagne bewirkte
    Contacts drawn by lot: those it could address, and those it was kept away from, touched or not.	Ausgeloste Kontakte: die sie ansprechen konnte, und die von ihr ferngehalten wurden, berührt oder nicht.
    Outcome	Ergebnis
    Addressed	Ansprechbar
    Held out	Ferngehalten
    Lift	Wirkung
    Lift at least	Wirkung mindestens
    Lift at most	Wirkung höchstens
    Detectable	Nachweisbar
    Customer	Kauft
    contacts.csv says of no contact whether it was held out.	contacts.csv sagt von keinem Kontakt, ob er ferngehalten wurde.
    Only new contacts have a fair baseline: contacts that came first elsewhere.	Nur neue Kontakte haben eine faire Vergleichskohorte: Kontakte, die anderswo zuerst kamen.
    The cohort is empty.	Die Kohorte ist leer.
    Observation stopped less than %1 days (activity_gap_days) after the end.	Die Beobachtung endete weniger als %1 Tage (activity_gap_days) nach dem Ende.
    Observation stopped before it could be known.	Die Beobachtung endete, ehe sie bekannt sein konnte.
    Observation stopped before that day.	Die Beobachtung endete vor diesem Tag.
    A cohort is empty, or nobody of the baseline was lost.	Eine Kohorte ist leer, oder niemand der Vergleichskohorte ging verloren.
    A cohort is empty.	Eine Kohorte ist leer.
    Fewer than five contacts of a cohort would be expected to fall silent.	Weniger als fünf Kontakte einer Kohorte müssten verstummen.
    Nobody was first touched in the window outside the campaign.	Niemand wurde im Fenster zuerst außerhalb der Kampagne berührt.
    Cohort	Kohorte
    Campaign ended	Ende der Kampagne
    What comes after this counts as afterwards.	Was danach kommt, zählt als danach.
    Observed until	Beobachtet bis
    Up to when the data are complete.	Bis wann die Daten vollständig sind.
    Days observed	Beobachtete Tage
    Whole days from the end to there.	Ganze Tage vom Ende bis dahin.
    Stay	Bleiben
    With an interaction after the end, in any channel about anything.	Mit einer Interaktion nach dem Ende, in irgendeinem Kanal zu irgendetwas.
    Carry on	Tragen weiter
    Who shared, mentioned, contributed or referred after the end.	Wer nach dem Ende teilte, erwähnte, beitrug oder weiterempfahl.
    Join the network	Schließen sich an
    Active after the end in channels of two partners or more.	Nach dem Ende in Kanälen von zwei oder mehr Partnern aktiv.
    Lost	Verloren
    Without an interaction after the end, so far.	Bisher ohne Interaktion nach dem Ende.
    New contacts of the campaign.	Neue Kontakte der Kampagne.
    Contacts the campaign reached.	Kontakte, die die Kampagne erreichte.
    Retention	Verbleib
    What became of the contacts after the campaign's end.	Was nach dem Ende der Kampagne aus den Kontakten wurde.
    Compared with contacts won elsewhere	Verglichen mit anderswo gewonnenen Kontakten
    The baseline cohort.	Die Vergleichskohorte.
    Who is active when	Wer wann aktiv ist
    Within the days since the row above, at any time from the day on, and on the day itself.	In den Tagen seit der Zeile darüber, irgendwann ab dem Tag und am Tag selbst.
    Up to the day	Bis zum Tag
    From the day on	Ab dem Tag
    On the day	Am Tag
    Who keeps whom	Wer wen behält
    By the partner in whose channel a contact first met the campaign.	Nach dem Partner, in dessen Kanal ein Kontakt der Kampagne zuerst begegnete.
    Stay here	Bleiben hier
    Only elsewhere	Nur anderswo
    How likely a difference at least this large from the rest of the cohort is if there were none.	Wie wahrscheinlich ein mindestens so großer Unterschied zum Rest der Kohorte ist, wenn es keinen gäbe.
    Who stays, by first contact	Wer bleibt, nach Erstkontakt
    By what the contact first met: a paid channel, joint content, an own or a partner's channel.	Danach, was der Kontakt zuerst traf: einen bezahlten Kanal, gemeinsamen Inhalt, einen eigenen oder einen Partnerkanal.
    Partners that go on	Partner, die weitermachen
    Participants that carried a content or gave an exchange within so many days after the end.	Teilnehmer, die binnen so vieler Tage nach dem Ende einen Inhalt trugen oder etwas gaben.
    The log has no touches before the start.	Das Log hat keine Berührungen vor dem Beginn.
    Observation stopped less than %1 days after the end.	Die Beobachtung endete weniger als %1 Tage nach dem Ende.
    There is no fair baseline, or fewer than five contacts of a cohort would be expected to fall silent.	Es gibt keine faire Vergleichskohorte, oder weniger als fünf Kontakte einer Kohorte müssten verstummen.
    With all history there is.	Mit der ganzen Vorgeschichte.
    New with half the history	Neu bei halber Vorgeschichte
    Contacts that would count as new if the first half of the history were not known.	Kontakte, die als neu gälten, wäre die erste Hälfte der Vorgeschichte nicht bekannt.
    Activity gap in days	Aktivitätslücke in Tagen
    As set	Wie eingestellt
    %1 contacts are new; with half the history it would be %2.	%1 Kontakte sind neu; bei halber Vorgeschichte wären es %2.
    Other activity gaps	Andere Aktivitätslücken
    How long contacts stay if so many days of silence count as the end, and whether they differ from the baseline.	Wie lange Kontakte bleiben, wenn so viele stille Tage als Ende gelten, und ob sie sich vom Vergleich unterscheiden.
    Within the first %1 days (restricted mean).	In den ersten %1 Tagen (eingeschränktes Mittel).
    Median stay in days	Median des Verbleibs in Tagen
    After so many days half have fallen silent.	Nach so vielen Tagen ist die Hälfte verstummt.
    Mean stay in days	Mittlerer Verbleib in Tagen
    How long they stay	Wie lange sie bleiben
    Share of the cohort still active so many days after the end.	Anteil der Kohorte, der so viele Tage nach dem Ende noch aktiv ist.
    At risk	Unter Beobachtung
    Still active	Noch aktiv
    Fell silent	Verstummt
    Out of sight	Aus dem Blick
    How long the baseline stays	Wie lange die Vergleichskohorte bleibt
    Share of the contacts won elsewhere still active so many days after the end.	Anteil der anderswo gewonnenen Kontakte, der so viele Tage nach dem Ende noch aktiv ist.
    Baseline cohort	Vergleichskohorte
    Contacts first touched in the same window outside of the campaign, whatever came later.	Im selben Zeitraum außerhalb der Kampagne erstmals berührte Kontakte, was immer danach kam.
    Of the baseline, without an interaction after the end.	Von den verglichenen, ohne Interaktion nach dem Ende.
    Lost less than the baseline	Weniger verloren als der Vergleich
    How much smaller the cohort's loss is, relative to the baseline's: a comparison, no effect.	Um wie viel kleiner der Verlust der Kohorte ist, relativ zum Vergleich: ein Unterschied, keine Wirkung.
    Difference of loss rates	Differenz der Verlustraten
    The cohort's minus the baseline's.	Die der Kohorte minus die des Vergleichs.
    Degrees of freedom	Freiheitsgrade
    Log-rank χ²	Log-Rank χ²
    Test of whether both fall silent at the same pace.	Test, ob beide gleich schnell verstummen.
    Probability by chance	Wahrscheinlichkeit durch Zufall
    Of a difference at least this large if there were none.	Eines mindestens so großen Unterschieds, wenn es keinen gäbe.
    There is nobody to reach.	Es ist niemand zu erreichen.
    No touch of the campaign records a cost.	Keine Berührung der Kampagne verzeichnet Kosten.
    %1 of %2 carriers record no cost; a budget takes them for free.	%1 von %2 Trägern verzeichnen keine Kosten; ein Budget nimmt sie umsonst.
    The campaign is not over, or nothing is observed after it.	Die Kampagne ist nicht zu Ende, oder nichts ist danach beobachtet.
    %1 of %2 rows count fewer contacts than minimum_group, or would let such a count be worked out.	%1 von %2 Zeilen zählen weniger Kontakte als minimum_group, oder eine solche Zahl ließe sich aus ihnen errechnen.
    Paid channel	Bezahlter Kanal
    Joint content of two brands or more	Gemeinsamer Inhalt von zwei oder mehr Marken
    Own channel	Eigener Kanal
    Partner's channel	Kanal eines Partners
    contacts.csv says of no contact whether it is relevant.	contacts.csv sagt von keinem Kontakt, ob er relevant ist.
    cost_per_contact is not set in reefknot.yaml.	cost_per_contact ist in reefknot.yaml nicht gesetzt.
    The campaign has no budget in campaigns.csv.	Die Kampagne hat in campaigns.csv kein Budget.
    %1 of %2 weeks had not begun when observation stopped.	%1 von %2 Wochen hatten am Ende der Beobachtung nicht begonnen.
    The scope has no new touchpoints.	Der Ausschnitt hat keine neuen Kontaktpunkte.
    The log has no touches.	Das Log hat keine Berührungen.
    New contacts	Neue Kontakte
    Contacts whose very first touch is the campaign's.	Kontakte, deren allererste Berührung zur Kampagne gehört.
    New touchpoints	Neue Kontaktpunkte
    Pairs of contact and brand that met here for the first time.	Paare aus Kontakt und Marke, die sich hier zum ersten Mal begegneten.
    of them own	davon eigene
    They met in a channel of the brand itself.	Sie begegneten sich in einem Kanal der Marke selbst.
    of them foreign	davon fremde
    They met in a partner's channel.	Sie begegneten sich im Kanal eines Partners.
    Network penetration	Netzwerkdurchdringung
    How many of the new touchpoints partners brought about.	Wie viele der neuen Kontaktpunkte Partner herstellten.
    Relevant new contacts	Relevante neue Kontakte
    New contacts that are marked as relevant in contacts.csv.	Neue Kontakte, die in contacts.csv als relevant markiert sind.
    Cost without the network	Kosten ohne das Netzwerk
    What the relevant new contacts would have cost in single-brand marketing.	Was die relevanten neuen Kontakte im Einzelmarketing gekostet hätten.
    Unaffordable contacts	Unerschwingliche Kontakte
    Relevant new contacts beyond what the budget would have bought alone.	Relevante neue Kontakte über das hinaus, was das Budget allein gekauft hätte.
    Days of history	Tage Vorgeschichte
    Recorded before the start; with few, contacts from earlier times may count as new.	Vor dem Beginn aufgezeichnet; bei wenigen können frühere Kontakte als neu zählen.
    New contacts and touchpoints	Neue Kontakte und Kontaktpunkte
    Whom the campaign met for the first time.	Wem die Kampagne zum ersten Mal begegnete.
    How new contacts came	Wie neue Kontakte kamen
    New contacts by their very first touch.	Neue Kontakte nach ihrer allerersten Berührung.
    Who introduced them	Wer den Kontakt herstellte
    New touchpoints and contacts by the partner in whose channel they first met another's message.	Neue Kontaktpunkte und Kontakte nach dem Partner, in dessen Kanal sie zuerst der Botschaft eines anderen begegneten.
    New touchpoints by brand	Neue Kontaktpunkte nach Marke
    Contacts each brand met for the first time.	Kontakte, denen jede Marke zum ersten Mal begegnete.
    Own	Eigene
    Foreign	Fremde
    New touchpoints by channel	Neue Kontaktpunkte nach Kanal
    Where they met first, own or foreign.	Wo sie sich zuerst begegneten, eigen oder fremd.
    New touchpoints by medium	Neue Kontaktpunkte nach Medium
    In what kind of channel they met first.	In welcher Art von Kanal sie sich zuerst begegneten.
    Medium	Medium
    New by week	Neu je Woche
    Weeks of seven days from the start, and how far each was observed.	Wochen zu sieben Tagen ab Beginn, und wie weit jede beobachtet wurde.
    Week	Woche
    Starts	Beginnt
    How much of each audience took part	Wie viel von jedem Publikum teilnahm
    Contacts the campaign touched in a partner's channels, of those ever touched there before its end.	Kontakte, die die Kampagne in den Kanälen eines Partners berührte, von allen dort je vor ihrem Ende berührten.
    Touched	Berührt
    First contact	Erstkontakt
    Day	Tag
    whole	ganz
    in part	teilweise
    not yet	noch nicht
    none given	ohne Angabe
    not known	nicht bekannt
    Format	Format
    Reach together	Gemeinsame Reichweite
    Overlap	Überschneidung
    A guess: if independent	Geraten: wenn unabhängig
    Contacts that any of these partners reached.	Kontakte, die irgendeiner dieser Partner erreichte.
    Contacts that each of these partners reached.	Kontakte, die jeder dieser Partner erreichte.
    What the reach would be if who is in one audience said nothing about the others. Audiences of partners are seldom so.	Was die Reichweite wäre, wenn die Zugehörigkeit zu einem Publikum nichts über die anderen sagte. So sind Publika von Partnern selten.
    sure bounds from totals	sichere Schranken aus Summen
    estimated from sketches	aus Skizzen geschätzt
    private overlap, exact	verdeckter Abgleich, exakt
    95 % interval	95-%-Intervall
    It counts fewer contacts than minimum_group, or would let such a count be worked out.	Sie zählt weniger Kontakte als minimum_group, oder eine solche Zahl ließe sich aus ihr errechnen.
    It counts fewer contacts than minimum_group, %1.	Sie zählt weniger Kontakte als minimum_group, %1.
    Nobody was reached.	Niemand wurde erreicht.
    It is too large for a number.	Sie ist zu groß für eine Zahl.
    It is not known.	Sie ist nicht bekannt.
    Fewer than two rows are ranked.	Weniger als zwei Zeilen haben eine Reihenfolge.
    No conversion records a value.	Kein Abschluss verzeichnet einen Wert.
    More than %1 pairs of owners have contacts in common.	Mehr als %1 Paare von Besitzern haben gemeinsame Kontakte.
    exchanges.csv is missing.	exchanges.csv fehlt.
    ties.csv is missing.	ties.csv fehlt.
    The campaign had not ended when observation stopped.	Die Kampagne war am Ende der Beobachtung nicht zu Ende.
    More than half of the cohort did not lapse.	Mehr als die Hälfte der Kohorte verstummte nicht.
    Observation stopped less than %1 days after the last day.	Die Beobachtung endete weniger als %1 Tage nach dem letzten Tag.
    What totals say for sure	Was Summen sicher sagen
    Each bar spans what the figure can be, by the totals that partners delivered.	Jeder Balken reicht über alles, was die Zahl nach den gelieferten Summen sein kann.
    Contacts reached, day by day	Erreichte Kontakte, Tag für Tag
    Different contacts reached up to the end of each day.	Verschiedene Kontakte, erreicht bis zum Ende jedes Tages.
    The curve rises to %1 distinct contacts within %2 days.	Die Kurve steigt auf %1 verschiedene Kontakte in %2 Tagen.
    Shaded: observed in part, so far.	Getönt: bisher nur teilweise beobachtet.
    Who adds what to the reach	Wer was zur Reichweite beiträgt
    Strong: contacts that no partner above had reached. Dots: what as many partners reach on average over all orders.	Kräftig: Kontakte, die kein Partner darüber erreicht hatte. Punkte: was so viele Partner im Mittel erreichen.
    %1 carriers together reach %2 contacts; each bar shows what one adds to those above it.	%1 Träger erreichen zusammen %2 Kontakte; jeder Balken zeigt, was einer zu denen darüber hinzufügt.
    %1 carriers reach %2 contacts on average	%1 Träger erreichen im Mittel %2 Kontakte
    How long contacts stay active	Wie lange Kontakte aktiv bleiben
    Share still active so many days after the end, estimated after Kaplan and Meier; band: 95 % interval.	Anteil, der so viele Tage nach dem Ende noch aktiv ist, nach Kaplan und Meier; Band: 95-%-Intervall.
    Half of the contacts have fallen silent after %1 days.	Nach %1 Tagen ist die Hälfte der Kontakte verstummt.
    More than half of the contacts are still active at the end of the curve.	Am Ende der Kurve ist noch mehr als die Hälfte der Kontakte aktiv.
    Day %1: %2 (%3)	Tag %1: %2 (%3)
    the campaign's contacts	Kontakte der Kampagne
    contacts won elsewhere	anderswo gewonnene Kontakte
    What contacts did after the end	Was Kontakte nach dem Ende taten
    Shares of the contacts followed; lines: 95 % intervals.	Anteile der verfolgten Kontakte; Linien: 95-%-Intervalle.
    Lost, won elsewhere	Verloren, anderswo
    What brought the new contacts	Was die neuen Kontakte brachte
    paid channel	bezahlter Kanal
    joint content	gemeinsamer Inhalt
    own channel	eigener Kanal
    a partner's channel	Kanal eines Partners
    Own channels and channels of others	Eigene Kanäle und Kanäle anderer
    only in own channels	nur in eigenen Kanälen
    in both	in beiden
    only in channels of others	nur in Kanälen anderer
    New contacts and touchpoints, week by week	Neue Kontakte und Kontaktpunkte je Woche
    By the week of their first touch, from the campaign's start.	Nach der Woche ihrer ersten Berührung, ab Beginn der Kampagne.
    Weeks: %1; the highest bar is %2.	Wochen: %1; der höchste Balken ist %2.
    new touchpoints	neue Kontaktpunkte
    new contacts	neue Kontakte
    Visitors, leads, customers	Besucher, Interessenten, Kunden
    In percent: of all visitors.	In Prozent: von allen Besuchern.
    Conversions credited	Zugerechnete Abschlüsse
    Far apart marks show a channel that opens rather than closes, or the other way round.	Weit auseinander liegende Zeichen zeigen einen Kanal, der eher eröffnet als schließt, oder umgekehrt.
    %1 conversions, shared out by three models.	%1 Abschlüsse, verteilt nach drei Modellen.
    linear	linear
    first touch	erste Berührung
    last	letzte
    Ratings along the way	Bewertungen auf dem Weg
    Mean rating by tenth of each contact's way through the campaign.	Mittlere Bewertung nach Zehnteln des Wegs jedes Kontakts durch die Kampagne.
    Targets	Ziele
    Bar: how much of the target was attained when it was due. Line: the target. Numbers: attained / target (≤: at most).	Balken: wie viel vom Ziel bei Fälligkeit erreicht war. Strich: das Ziel. Zahlen: erreicht / Ziel (≤: höchstens).
    target	Ziel
    target: %1	Ziel: %1
    %1 of the target	%1 des Ziels
    partners and contacts in common	Partner und gemeinsame Kontakte
    %1 {1:partner|partners} reached %2 {2:contact|contacts}, %3	%1 Partner {1:erreichte|erreichten} %2 {2:Kontakt|Kontakte}, %3
    Area of a circle: contacts reached (the number). Width of a line: contacts in common. Colors: sectors.	Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte. Farben: Branchen.
    Area of a circle: contacts reached (the number). Width of a line: contacts in common.	Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte.
    %1 weaker tie is not drawn.	%1 schwächere Verbindung ist nicht gezeichnet.
    %1 weaker ties are not drawn.	%1 schwächere Verbindungen sind nicht gezeichnet.
    %1 more {1:partner|partners}	%1 {1:weiterer|weitere} Partner
    %1 {1:contact|contacts} reached	%1 {1:erreichter Kontakt|erreichte Kontakte}
    %1 {1:contact|contacts} in common	%1 {1:gemeinsamer Kontakt|gemeinsame Kontakte}
    who carries whose message	wer wessen Botschaft trägt
    %1 {1:brand|brands}, %2 {2:channel|channels} of others, %3 {3:contact|contacts} that met a brand in a channel not its own	%1 {1:Marke|Marken}, %2 {2:Kanal|Kanäle} anderer, %3 {3:Kontakt|Kontakte}, die eine Marke in fremdem Kanal trafen
    Left: brands. Right: channels of other partners. Height of a band: contacts that met the brand there; who met it in several channels is in several bands. The numbers count each contact once.	Links: Marken. Rechts: Kanäle anderer Partner. Höhe eines Bands: Kontakte, die der Marke dort begegneten; wer ihr in mehreren Kanälen begegnete, ist in mehreren Bändern. Die Zahlen zählen jeden Kontakt einmal.
    %1 more {1:brand|brands}	%1 weitere {1:Marke|Marken}
    %1 more {1:channel|channels}	%1 {1:weiterer Kanal|weitere Kanäle}
    of %1 · %2	von %1 · %2
    No brand was carried in a channel of others	Keine Marke wurde in einem Kanal anderer getragen
    who stays after the end	wer nach dem Ende bleibt
    %1 {1:contact|contacts} followed from the end (%2), observed for %3 {3:day|days} so far	%1 {1:Kontakt|Kontakte} ab dem Ende (%2), bisher %3 {3:Tag|Tage} beobachtet
    A bar: the contacts that a partner acquired, by what they did after the end. Beside it: how many stayed, of whom carried on or joined others.	Ein Balken: die Kontakte, die ein Partner gewann, nach dem, was sie nach dem Ende taten. Daneben: wie viele blieben; wie viele weitertrugen oder sich anderen anschlossen.
    %1 of %2 stayed, %3 carried on, %4 joined	%1 von %2 geblieben, %3 weitergetragen, %4 angeschlossen
    %1 more partners are not drawn: of their %2 contacts %3 stayed.	%1 weitere Partner sind nicht gezeichnet: Von ihren %2 Kontakten blieben %3.
    stayed, in the partner's own channels too	geblieben, auch in eigenen Kanälen
    stayed, only with other partners	geblieben, nur bei anderen Partnern
    %1 {1:contact|contacts}; parts %2	%1 {1:Kontakt|Kontakte}; Teile %2
    Stayed	Geblieben
    Carried on	Weitergetragen
    Joined	Angeschlossen
    %1 {1:contact|contacts}	%1 {1:Kontakt|Kontakte}
    Partners gathered in the dashed mark have no lines.	Partner in der gestrichelten Zusammenfassung haben keine Linien.
    %1 line finds no way past the others' marks and is not drawn.	%1 Linie findet keinen Weg an den Zeichen anderer vorbei und ist nicht gezeichnet.
    %1 lines find no way past the others' marks and are not drawn.	%1 Linien finden keinen Weg an den Zeichen anderer vorbei und sind nicht gezeichnet.
    Not drawn: %1.	Nicht gezeichnet: %1.
    %1 {1:contact|contacts} given	%1 {1:gegebener Kontakt|gegebene Kontakte}
    who reached whom together	wer wen gemeinsam erreichte
    A column: contacts reached by exactly the partners with a dot; blue by one alone, orange by several. Left: all contacts that a partner reached.	Eine Spalte: Kontakte, die genau die Partner mit Punkt erreichten; blau einer allein, orange mehrere. Links: alle Kontakte, die ein Partner erreichte.
    %1 smaller {1:column|columns}	%1 kleinere {1:Spalte|Spalten}
    %1 {1:column|columns} with few contacts {1:is|are} withheld.	%1 {1:Spalte|Spalten} mit wenigen Kontakten {1:ist|sind} zurückgehalten.
    Above: all contacts that a partner reached. Below: contacts reached by exactly the partners with a dot below their number; blue by one alone, orange by several.	Oben: alle Kontakte, die ein Partner erreichte. Unten: Kontakte, die genau die Partner mit Punkt unter ihrer Nummer erreichten; blau einer allein, orange mehrere.
    %1 smaller {1:row|rows}	%1 kleinere {1:Zeile|Zeilen}
    %1 {1:row|rows} with few contacts {1:is|are} withheld.	%1 {1:Zeile|Zeilen} mit wenigen Kontakten {1:ist|sind} zurückgehalten.
    who gives whom contacts	wer wem Kontakte gibt
    %1 partners that gave or got, %2	%1 Partner, die gaben oder bekamen, %2
    Row: who gives. Column, by the row's number: who gets. Darker: more contacts.	Zeile: wer gibt. Spalte, mit der Nummer der Zeile: wer bekommt. Dunkler: mehr Kontakte.
    contacts in common before, during and after	gemeinsame Kontakte davor, währenddessen und danach
    Contacts reached: %1	Erreichte Kontakte: %1
    Area of a circle: contacts reached (the number). Width of a line: contacts in common. Each stretch is at most as long as the campaign; all its touches count.	Kreisfläche: erreichte Kontakte (die Zahl). Linienbreite: gemeinsame Kontakte. Jeder Abschnitt ist höchstens so lang wie die Kampagne; alle seine Berührungen zählen.
    %1, in part: %2	%1, teilweise: %2
    %1: not yet known	%1: noch nicht bekannt
    Before	Davor
    During	Währenddessen
    After	Danach
    who reaches one contact	wer einen Kontakt erreicht
    %1: %2 {2:touch|touches} by %3 {3:partner|partners}, %4 to %5	%1: %2 {2:Berührung|Berührungen} durch %3 Partner, %4 bis %5
    %1: no touch	%1: keine Berührung
    A bar: from the first touch in a partner's channels to the last.	Ein Balken: von der ersten Berührung in den Kanälen eines Partners bis zur letzten.
    reached only	nur erreicht
    interacted	interagiert
    bought	gekauft
    touches: %1	Berührungen: %1
    %1 more warm {1:way|ways}	%1 {1:weiterer warmer Weg|weitere warme Wege}
    Warm ways over ties between contacts	Warme Wege über Verbindungen zwischen Kontakten
    No other contact of a partner leads here.	Kein anderer Kontakt eines Partners führt hierher.
    Without ties.csv only direct touches are known.	Ohne ties.csv sind nur direkte Berührungen bekannt.
    trust %1	Vertrauen %1
    how partners are tied	wie Partner verknüpft sind
    %1 partnership,	%1 Partnerschaft,
    %1 partnerships,	%1 Partnerschaften,
    Width of a line: contacts given in both directions. An arrow points from the side that gives more.	Linienbreite: in beide Richtungen gegebene Kontakte. Ein Pfeil geht von der Seite aus, die mehr gibt.
    %1 other partnership is not drawn.	%1 weitere Partnerschaft ist nicht gezeichnet.
    %1 other partnerships are not drawn.	%1 weitere Partnerschaften sind nicht gezeichnet.
    Reef knot, double: both give	Kreuzknoten, doppelt: beide geben
    Granny knot, dashed: uneven	Altweiberknoten, gestrichelt: ungleich
    Thief knot, dotted: one-sided	Diebesknoten, gepunktet: einseitig
    Unclear: too few contacts	Unklar: zu wenige Kontakte
    Withheld: few contacts	Zurückgehalten: wenige Kontakte
    Its counts could be chance.	Ihre Zahlen können Zufall sein.
    A question mark: the counts are too small to tell this knot from another.	Ein Fragezeichen: Die Zahlen sind zu klein, um diesen Knoten von einem anderen zu unterscheiden.
    Not configured: without contents.csv it is not known who spoke about whom.	Nicht eingerichtet: Ohne contents.csv ist nicht bekannt, wer über wen sprach.
    %1 gives %2: %3 {3:contact|contacts}	%1 gibt %2: %3 {3:Kontakt|Kontakte}
    No partner gave another one contacts.	Kein Partner gab einem anderen Kontakte.
    who is tied to whom	wer mit wem verbunden ist
    communities	Gemeinschaften
    Larger names: more neighbors.	Größere Namen: mehr Nachbarn.
    weight %1	Gewicht %1
    Arrows: direction.	Pfeile: Richtung.
    Dashed lines: negative weight.	Gestrichelte Linien: negatives Gewicht.
    %1 more nodes and their ties (%2) are not drawn.	%1 weitere Knoten und ihre Verbindungen (%2) sind nicht gezeichnet.
    Names: the %1 with the most neighbors. The others are dots, larger with more neighbors.	Namen: die %1 mit den meisten Nachbarn. Die übrigen sind Punkte, größer mit mehr Nachbarn.
    %1 tie of a node to itself is not drawn.	%1 Verbindung eines Knotens mit sich selbst ist nicht gezeichnet.
    %1 ties of nodes to themselves are not drawn.	%1 Verbindungen von Knoten mit sich selbst sind nicht gezeichnet.
    %1 node	%1 Knoten
    %1 nodes	%1 Knoten
    %1 tie	%1 Verbindung
    %1 ties	%1 Verbindungen
    The network has no nodes.	Das Netz hat keine Knoten.
    %1 neighbor	%1 Nachbar
    %1 neighbors	%1 Nachbarn
    Channels	Kanäle
    %1 community	%1 Gemeinschaft
    %1 communities	%1 Gemeinschaften
    no clear groups	keine deutlichen Gruppen
    modularity %1	Modularität %1
    Community %1 (%2 {2:node|nodes})	Gemeinschaft %1 (%2 Knoten)
    who can be reached step by step	wer Schritt für Schritt erreichbar ist
    from %1 in one step	von %1 in einem Schritt
    from %1 in up to %2 steps	von %1 in bis zu %2 Schritten
    Start	Anfang
    Step %1 (%2 node)	Schritt %1 (%2 Knoten)
    Step %1 (%2 nodes)	Schritt %1 (%2 Knoten)
    Farther	Weiter weg
    Smaller communities	Kleinere Gemeinschaften
    Members are single contacts: minimum_group hides them.	Mitglieder sind einzelne Kontakte: minimum_group verbirgt sie.
    %1 of %2 rows are about a single contact each: minimum_group hides them.	%1 von %2 Zeilen erzählen von je einem Kontakt: minimum_group verbirgt sie.
    %1 nodes cannot be reached from the seeds.	%1 Knoten sind von den Ausgangsknoten aus nicht zu erreichen.
    %1 nodes have too few ties for the measure.	%1 Knoten haben zu wenige Verbindungen für das Maß.
    Of a network of more than %1 ties it is measured on request only.	In einem Netz von mehr als %1 Verbindungen wird sie nur auf Wunsch gemessen.
    There are too few nodes for a tie.	Es gibt zu wenige Knoten für eine Verbindung.
    The ties have no direction.	Die Verbindungen haben keine Richtung.
    There are no arcs.	Es gibt keine Pfeile.
    Too few ties join nodes with a sector, or all have one.	Zu wenige Verbindungen verbinden Knoten mit einer Branche, oder alle haben dieselbe.
    No node has a sector.	Kein Knoten hat eine Branche.
    There are no ties, or all degrees are alike.	Es gibt keine Verbindungen, oder alle Grade sind gleich.
    There are no paths of two ties.	Es gibt keine Wege aus zwei Verbindungen.
    There are no nodes.	Es gibt keine Knoten.
    ties.csv is missing: only direct ways are known.	ties.csv fehlt: Nur direkte Wege sind bekannt.
    Severity	Schwere
    Where	Wo
    What	Was
    Count	Anzahl
    error	Fehler
    warning	Warnung
    note	Hinweis
    %1 error	%1 Fehler
    %1 errors	%1 Fehler
    %1 warning	%1 Warnung
    %1 warnings	%1 Warnungen
    %1 note	%1 Hinweis
    %1 notes	%1 Hinweise
    level %1	Stufe %1
    medium %1	Medium %1
    segment %1	Segment %1
    %1 to before %2 (%3)	%1 bis vor %2 (%3)
    %1 until %2 (%3)	%1 bis %2 (%3)
     · no conversion	 · kein Abschluss
    Step	Schritt
    When	Wann
    %1 on %2%3	%1 am %2%3
    In %1. Share of the credit by step; Markov looks at all paths: what would be lost without the %2.	In %1. Anteil am Verdienst je Schritt; Markow betrachtet alle Wege: was ohne %2 verloren ginge.
    Communities	Gemeinschaften
    Groups with more ties within than across.	Gruppen mit mehr Verbindungen innen als nach außen.
    Modularity	Modularität
    Weight within them beyond what chance would put there.	Gewicht in ihnen über das hinaus, was der Zufall dorthin brächte.
    Nodes	Knoten
    Ties	Verbindungen
    Ties between different nodes.	Verbindungen zwischen verschiedenen Knoten.
    Communities by %1	Gemeinschaften nach %1
    How well the network falls into groups.	Wie gut das Netz in Gruppen zerfällt.
    Sizes	Größen
    The groups, largest first, with their share of all ties' weight.	Die Gruppen, größte zuerst, mit ihrem Anteil am Gewicht aller Verbindungen.
    Community	Gemeinschaft
    Size	Größe
    Weight within	Gewicht innen
    First members	Erste Mitglieder
    Members	Mitglieder
    Each node and the community it belongs to.	Jeder Knoten und die Gemeinschaft, zu der er gehört.
    Node	Knoten
    Name	Name
    Touches of the contact in scope.	Berührungen des Kontakts im betrachteten Ausschnitt.
    First touch	Erste Berührung
    The earliest of them.	Die früheste davon.
    Last touch	Letzte Berührung
    The latest of them.	Die späteste davon.
    Highest level	Höchste Stufe
    How far it went.	Wie weit er ging.
    Segment	Segment
    Its segment.	Sein Segment.
    Sector	Branche
    Its sector.	Seine Branche.
    Ties to	Verbindungen zu
    Contacts it has a tie to.	Kontakte, zu denen er eine Verbindung hat.
    Ties from	Verbindungen von
    Contacts that have a tie to it.	Kontakte, die eine Verbindung zu ihm haben.
    The contact	Der Kontakt
    What is known of it.	Was von ihm bekannt ist.
    Level	Stufe
    Who reaches it	Wer ihn erreicht
    Partners whose channels touched it, and how far it went there.	Partner, deren Kanäle ihn berührten, und wie weit er dort ging.
    The channels it was touched in.	Die Kanäle, in denen er berührt wurde.
    Warm ways to it	Warme Wege zu ihm
    The shortest and the most trusted chain of ties from a partner's contacts; no ties: it reaches it itself.	Die kürzeste und die vertrauteste Kette von Verbindungen ab den Kontakten eines Partners; keine Verbindung: er erreicht ihn selbst.
    Shortest	Kürzester
    Trust	Vertrauen
    Most trusted	Vertrautester
    Ties; arcs where they have a direction.	Verbindungen; Pfeile, wo sie eine Richtung haben.
    Density	Dichte
    Ties of all that could be.	Verbindungen von allen möglichen.
    Arcs returned	Erwiderte Pfeile
    Arcs whose reverse is there too, of all arcs.	Pfeile, deren Gegenrichtung es auch gibt, von allen Pfeilen.
    Pairs tied both ways	Beidseitig verbundene Paare
    Of all pairs that are tied at all.	Von allen überhaupt verbundenen Paaren.
    Assortativity by sector	Assortativität nach Branche
    Whether ties join nodes of one sector more than chance would, -1 to 1.	Ob Verbindungen Knoten einer Branche öfter verbinden als der Zufall, -1 bis 1.
    Assortativity by degree	Assortativität nach Grad
    Whether nodes with many ties are tied to each other, -1 to 1.	Ob Knoten mit vielen Verbindungen miteinander verbunden sind, -1 bis 1.
    Transitivity	Transitivität
    Paths of two ties that a third one closes.	Wege aus zwei Verbindungen, die eine dritte schließt.
    Components	Komponenten
    Parts that hang together, directions aside.	Zusammenhängende Teile, von Richtungen abgesehen.
    Its nodes.	Ihre Knoten.
    Strong components	Starke Komponenten
    Parts where every node reaches every other.	Teile, in denen jeder Knoten jeden anderen erreicht.
    Isolates	Einzelne
    Nodes without a tie.	Knoten ohne Verbindung.
    Articulation points	Gelenkpunkte
    Nodes without which a part falls apart.	Knoten, ohne die ein Teil zerfällt.
    Bridges	Brücken
    Ties without which a part falls apart.	Verbindungen, ohne die ein Teil zerfällt.
    The network	Das Netz
    Figures of the network as a whole.	Zahlen des Netzes als Ganzes.
    Largest component	Größte Komponente
    Nodes of the network.	Knoten des Netzes.
    partners tied by contacts in common	Partner nach gemeinsamen Kontakten
    partners tied by give and take	Partner nach Geben und Nehmen
    contacts tied to each other	miteinander verbundene Kontakte
    contacts and channels	Kontakte und Kanäle
    Rank	Rang
    Degree	Grad
    Strength	Stärke
    PageRank	PageRank
    Personalised PageRank	Persönlicher PageRank
    Betweenness	Betweenness
    Closeness	Nähe
    Harmonic	Harmonische Nähe
    Eigenvector	Eigenvektor
    Authority	Autorität
    Core	Kern
    Clustering	Clusterkoeffizient
    Triangles	Dreiecke
    Constraint	Constraint
    Effective size	Effektive Größe
    Component size	Größe der Komponente
    Nodes with the same label	Knoten mit derselben Marke
    Strong component size	Größe der starken Komponente
    Articulation	Gelenk
    Hops	Schritte
    Distance	Entfernung
    By 	Nach 
    Hub	Verteiler
    Component	Komponente
    Label	Marke
    How many ties a node has.	Wie viele Verbindungen ein Knoten hat.
    What its ties weigh together.	Was seine Verbindungen zusammen wiegen.
    How likely a random walk along the ties is found there.	Wie wahrscheinlich ein zufälliger Gang entlang der Verbindungen dort ist.
    How likely a random walk that starts at the seeds is found there.	Wie wahrscheinlich ein zufälliger Gang, der bei den Ausgangsknoten beginnt, dort ist.
    How many of the shortest paths between others pass through it.	Wie viele der kürzesten Wege zwischen anderen durch ihn führen.
    How near it is to those it reaches, 0 to 1.	Wie nahe er denen ist, die er erreicht, 0 bis 1.
    The sum of 1/distance to those it reaches.	Die Summe von 1/Entfernung zu denen, die er erreicht.
    How well it is tied to the well tied.	Wie gut er mit den gut Verbundenen verbunden ist.
    Authorities are pointed to by good hubs, hubs point to good authorities.	Auf Autoritäten zeigen gute Verteiler, Verteiler zeigen auf gute Autoritäten.
    The largest k such that it is in a part where everyone has at least k ties.	Das größte k, sodass er in einem Teil ist, in dem alle mindestens k Verbindungen haben.
    Of the pairs of its neighbors, the share that is tied.	Von den Paaren seiner Nachbarn der Anteil, der verbunden ist.
    How many triangles it is a corner of.	Von wie vielen Dreiecken er eine Ecke ist.
    How far its ties lead back to the same few (Burt).	Wie weit seine Verbindungen zu denselben wenigen zurückführen (Burt).
    Its ties without the redundant ones (Burt).	Seine Verbindungen ohne die überflüssigen (Burt).
    Nodes of the part that it hangs together with.	Knoten des Teils, mit dem er zusammenhängt.
    Nodes with the label that its neighbors gave it, round by round; a label is a node's id.	Knoten mit der Marke, die seine Nachbarn ihm Runde für Runde gaben; eine Marke ist die id eines Knotens.
    Nodes that it reaches and that reach it.	Knoten, die er erreicht und die ihn erreichen.
    1 where its part falls apart without it, and the bridges at it.	1, wo sein Teil ohne ihn zerfällt, und die Brücken an ihm.
    Steps from the nearest seed.	Schritte vom nächsten Ausgangsknoten.
    Length of the shortest path from the nearest seed.	Länge des kürzesten Wegs vom nächsten Ausgangsknoten.
    %1 within %2	%1 in höchstens %2
    %1 reached, the start left out.	Erreichte %1, ohne den Anfang.
    Ties without a time	Verbindungen ohne Zeit
    Paths in order of time cannot use them.	Wege in der Ordnung der Zeit können sie nicht nutzen.
    the channels of %1	den Kanälen von %1
    %1 by %2	%1 über %2
    , in order of time	, in der Ordnung der Zeit
    From %1%2 · 	Von %1%2 · 
    Reach over ties	Reichweite über Verbindungen
    Who can be reached in so many steps.	Wer in so vielen Schritten erreichbar ist.
    %1 that take exactly so many steps, and up to there.	%1 in genau so vielen Schritten, und bis dahin.
    So far	Bisher
    Without %1	Ohne %1
    With %1	Mit %1
    Contacts touched; lost are those whom nobody else reached.	Berührte Kontakte; verloren sind die, die sonst niemand erreichte.
    Contacts whose first touch is in the campaign.	Kontakte, deren erste Berührung in der Kampagne ist.
    Pairs of contact and brand that met first there.	Paare aus Kontakt und Marke, die sich dort zuerst begegneten.
    Contacts that stay	Kontakte, die bleiben
    New contacts active after the end, in channels that are left.	Nach dem Ende aktive neue Kontakte, in verbleibenden Kanälen.
    Ties by contacts in common	Verbindungen durch gemeinsame Kontakte
    What would be lost	Was verloren ginge
    The campaign measured again without their channels, which fall silent after its end too.	Die Kampagne noch einmal gemessen ohne ihre Kanäle, die auch nach dem Ende schweigen.
    Figure	Zahl
    With	Mit
    Without	Ohne
    What remains connected	Was verbunden bleibt
    Partners tied by the contacts that both reached.	Partner, verbunden durch die Kontakte, die beide erreichten.
    Before	Vorher
    After	Nachher
    Contacts its channels touched before the end, the campaign aside.	Kontakte, die seine Kanäle vor dem Ende außerhalb der Kampagne berührten.
    Reached anyway	Ohnehin erreicht
    Those whom the campaign reached.	Die, die die Kampagne erreichte.
    Could be added	Könnten dazukommen
    Those whom it did not.	Die, die sie nicht erreichte.
    Relevant ones	Relevante
    Relevant contacts among those that could be added.	Relevante Kontakte unter denen, die dazukommen könnten.
    Contacts of the campaign.	Kontakte der Kampagne.
    Reach with it	Reichweite mit ihm
    At most, if its whole audience were reached.	Höchstens, wenn sein ganzes Publikum erreicht würde.
    What it could add	Was er hinzufügen könnte
    The most that its past audience could bring.	Das meiste, was sein bisheriges Publikum bringen könnte.
    New touchpoints it could bring	Neue Kontaktpunkte, die er bringen könnte
    Contacts of its audience that never met the brand.	Kontakte seines Publikums, die der Marke nie begegneten.
    Whose contacts it shares	Wessen Kontakte er teilt
    Contacts of its audience that a carrier reached.	Kontakte seines Publikums, die ein Träger erreichte.
    %1 of the mix	%1 der Mischung
    Distinct contacts of the chosen partners.	Verschiedene Kontakte der gewählten Partner.
    %1 of all	%1 aller
    Distinct contacts of all carriers.	Verschiedene Kontakte aller Träger.
    What the chosen ones cost.	Was die gewählten kosten.
    Bound	Schranke
    No choice within the limits has more contacts than this.	Keine Wahl innerhalb der Grenzen hat mehr Kontakte als diese.
    Certified share	Verbürgter Anteil
    At least this share of the best possible.	Mindestens dieser Anteil des Bestmöglichen.
    Stacked	Gestapelt
    Partners that together have the most contacts.	Partner, die zusammen die meisten Kontakte haben.
    What each adds to those before it, and what it has of theirs.	Was jeder zu denen davor hinzufügt, und was er von ihren hat.
    Paid twice	Doppelt bezahlt
    Not chosen	Nicht gewählt
    The other carriers.	Die übrigen Träger.
    Step by step	Schritt für Schritt
    The best mix	Die beste Mischung
    Takes part	Nimmt teil
    Whether it is a participant.	Ob er Teilnehmer ist.
    Reach of its channels	Reichweite seiner Kanäle
    Contacts that no brand reached in a channel of its own.	Kontakte, die keine Marke in einem eigenen Kanal erreichte.
    Share of the reach	Anteil an der Reichweite
    Each contact divided evenly among the owners that reached it.	Jeder Kontakt gleichmäßig auf die Besitzer verteilt, die ihn erreichten.
    Audience touched	Berührtes Publikum
    Of all ever touched in its channels before the end.	Von allen, die je vor dem Ende in seinen Kanälen berührt wurden.
    Introduced touchpoints	Hergestellte Kontaktpunkte
    Others' new touchpoints whose first touch was in its channels.	Neue Kontaktpunkte anderer, deren erste Berührung in seinen Kanälen war.
    Introduced contacts	Vermittelte Kontakte
    Acquired contacts	Gewonnene Kontakte
    New contacts that came by it.	Neue Kontakte, die über ihn kamen.
    of them stayed	davon geblieben
    Active after the end.	Nach dem Ende aktiv.
    Met at partners	Bei Partnern begegnet
    New touchpoints of its own message in partners' channels.	Neue Kontaktpunkte der eigenen Botschaft in Kanälen von Partnern.
    At a glance	Auf einen Blick
    What the partner brings, and what it gets.	Was der Partner bringt, und was er bekommt.
    Gives and takes	Gibt und nimmt
    Contacts touched in its channels about the other, and in the other's channels about it.	Kontakte, die in seinen Kanälen mit dem anderen berührt wurden, und in dessen Kanälen mit ihm.
    Gives	Gibt
    Takes	Nimmt
    The second year pays.	Das zweite Jahr lohnt sich.
    The second year does not pay.	Das zweite Jahr lohnt sich nicht.
    Whether the second year pays is not yet known.	Ob sich das zweite Jahr lohnt, ist noch nicht bekannt.
    Payback	Amortisation
    Value credited to its channels against what it gave, per year since its first campaign. %1	Seinen Kanälen zugerechneter Wert gegen das, was er gab, je Jahr seit seiner ersten Kampagne. %1
    Year	Jahr
    Benefit	Nutzen
    Invest	Einsatz
    Pays	Lohnt sich
    Over	Vorbei
    Contacts touched in its channels.	In seinen Kanälen berührte Kontakte.
    Contacts that no other owner reached.	Kontakte, die kein anderer Besitzer erreichte.
    New contacts that it introduced to others.	Neue Kontakte, die er anderen vermittelte.
    Plan by partner	Plan nach Partner
    Plan by channel	Plan nach Kanal
    Plan	Plan
    What was planned for which channel, and when it was first there.	Was für welchen Kanal geplant war, und wann es dort zuerst war.
    Content	Inhalt
    Due	Fällig
    State	Stand
    First there	Zuerst dort
    How many of the planned contents stand how.	Wie viele der geplanten Inhalte wie stehen.
    For	Für
    Unplanned	Ungeplant
    Contents of the campaign in channels for which they were not planned.	Inhalte der Kampagne in Kanälen, für die sie nicht geplant waren.
    The partner's own reach may be 0.	Die eigene Reichweite des Partners kann 0 sein.
    Why at least so many	Warum mindestens so viele
    Delivered figures, each taken so many times, that count nobody more than once: together %1 contacts.	Gelieferte Zahlen, jede so oft genommen, die niemanden mehr als einmal zählen: zusammen %1 Kontakte.
    Why at most so many	Warum höchstens so viele
    Delivered figures, each taken so many times, that count everybody at least once: together %1 contacts.	Gelieferte Zahlen, jede so oft genommen, die alle mindestens einmal zählen: zusammen %1 Kontakte.
    Times	Mal
    Line	Zeile
    Of	Von
    Makes	Macht
    For sure	Sicher
    By formulas alone	Allein aus Formeln
    Joint reach from totals	Gemeinsame Reichweite aus Summen
    What {1:the one delivered figure says|%1 delivered figures say} for sure: no better bounds follow.	Was {1:die eine gelieferte Zahl sicher sagt|%1 gelieferte Zahlen sicher sagen}: Bessere Schranken folgen nicht daraus.
    What {1:the one delivered figure says|%1 delivered figures say} for sure of all together: no row names a partner.	Was {1:die eine gelieferte Zahl|%1 gelieferte Zahlen} sicher über alle zusammen {1:sagt|sagen}: Keine Zeile nennt einen Partner.
    What %1 delivered figures say for sure, by closed formulas: there are too many partners or figures for the best possible bounds.	Was %1 gelieferte Zahlen sicher sagen, nach geschlossenen Formeln: Für die bestmöglichen Schranken sind es zu viele Partner oder Zahlen.
    What to ask for next	Wonach als Nächstes zu fragen ist
    Overlaps that nobody delivered, and how far apart the bounds of the reach would be if one were in the middle of what it can be.	Überschneidungen, die niemand lieferte, und wie weit die Schranken der Reichweite auseinander wären, wenn eine in der Mitte dessen läge, was sie sein kann.
    Not known then	Dann unbekannt
    Less than now	Weniger als jetzt
    Contacts that only these partners reached.	Kontakte, die nur diese Partner erreichten.
    Partner by partner	Partner für Partner
    What each partner reached, alone and beside the others.	Was jeder Partner erreichte, allein und neben den anderen.
    All %1 figures can hold together	Alle %1 Zahlen können zugleich gelten
    Of %1 figures these cannot hold together	Von %1 Zahlen können diese nicht zugleich gelten
    Delivered	Geliefert
    Source	Quelle
    No fewer figures contradict each other. At least one of them is wrong, or counts something else.	Weniger Zahlen widersprechen sich nicht. Mindestens eine davon ist falsch oder zählt etwas anderes.
    Without any one of them the others can hold. At least one of them is wrong, or counts something else.	Ohne eine davon können die übrigen gelten. Mindestens eine davon ist falsch oder zählt etwas anderes.
    Contacts offered	Angebotene Kontakte
    Contacts answered	Kontakte der Antwort
    Private overlap	Verdeckter Abgleich
    How many contacts both lists have, and nothing else. Offer %1, answer %2.	Wie viele Kontakte beide Listen haben, und sonst nichts. Angebot %1, Antwort %2.
    Estimate	Schätzung
    Joint reach from sketches	Gemeinsame Reichweite aus Skizzen
    Estimates from samples of hashes. What fewer than %1 hashes tell is not shown.	Schätzungen aus Stichproben von Hashwerten. Was weniger als %1 Hashwerte sagen, wird nicht gezeigt.
    Overlaps	Überschneidungen
    What each adds to those before it, the largest gain first.	Was jeder denen vor ihm hinzufügt, der größte Gewinn zuerst.
    So far	Bis hier
    A figure counts fewer contacts than minimum_group, %1, and this one would tell it.	Eine Zahl zählt weniger Kontakte als minimum_group, %1, und diese verriete sie.
    It comes from fewer than %1 hashes.	Sie kommt aus weniger als %1 Hashwerten.
    Its sector alone	Seine Branche allein
    shared	geteilt
    Whether no other partner has it.	Ob kein anderer Partner sie hat.
    Who asks	Wer fragt
    The partner that looks for others.	Der Partner, der andere sucht.
    Would-be partners	Mögliche Partner
    Each side brings the contacts that the other has not reached.	Jede Seite bringt die Kontakte, die die andere nicht erreicht hat.
    Shared	Gemeinsam
    Brings	Bringt
    Offer	Angebot
    New sector	Neue Branche
    New stage	Neue Stufe
    nothing to give	nichts zu geben
    too few to tell	zu wenige
    even	ausgeglichen
    lopsided: brings more	ungleich: bringt mehr
    lopsided: takes more	ungleich: nimmt mehr
    one-sided: only brings	einseitig: bringt nur
    one-sided: only takes	einseitig: nimmt nur
    The earlier report does not have it.	Der frühere Bericht enthält es nicht.
    The earlier report does not know it.	Der frühere Bericht kennt es nicht.
    The earlier report has it in another currency.	Der frühere Bericht hat es in einer anderen Währung.
    %1 · %2	%1 · %2
    Formulas, rules and sources: Metrics, “%1”, in the documentation of Reefknot.	Formeln, Regeln und Quellen: Metrics, „%1“, in der Dokumentation von Reefknot.
    Meaning	Bedeutung
    Unit	Einheit
    number	Anzahl
    ratio	Verhältnis
    share of counts	Anteil an einer Anzahl
    share	Anteil
    percentage points	Prozentpunkte
    money	Geld
    interval	Intervall
    date	Datum
    names	Namen
    word	Wort
    yes or no	ja oder nein
    KPI	Kennzahl
    Now	Jetzt
    Earlier	Früher
    in percent	in Prozent
    Changes of shares in percentage points; without intervals, for the two windows have time in common.	Änderungen von Anteilen in Prozentpunkten; ohne Intervalle, denn die beiden Zeiträume überschneiden sich.
    Changes of shares in percentage points, with their 95 % interval; one that does not hold 0 is beyond chance.	Änderungen von Anteilen in Prozentpunkten, mit ihrem 95-%-Intervall; eines ohne die 0 geht über den Zufall hinaus.
    How many stay, carry on or join grows with the days observed after the end: %1 earlier, %2 now.	Wie viele bleiben, weitertragen oder sich anschließen, wächst mit den nach dem Ende beobachteten Tagen: früher %1, jetzt %2.
    How many stay, carry on or join grows with the days observed after the end, which the earlier report does not tell.	Wie viele bleiben, weitertragen oder sich anschließen, wächst mit den nach dem Ende beobachteten Tagen, die der frühere Bericht nicht nennt.
    Compared with %1	Verglichen mit %1
    No touch of %1 is counted, so that nothing can be compared but how contents were made.	Von %1 zählt keine Berührung: Vergleichbar ist nur, wie Inhalte entstanden.
    Target	Ziel
    When due	Bei Fälligkeit
    Attained	Erreicht
    Status	Stand
    KPIs side by side	Kennzahlen nebeneinander
    How many stay, carry on or join grows with the days observed after the end, from left to right: %1.	Wie viele bleiben, weitertragen oder sich anschließen, wächst mit den nach dem Ende beobachteten Tagen, von links nach rechts: %1.
    Targets are left out: they are held against the whole campaign, without a filter.	Ziele sind weggelassen: Sie gelten für die ganze Kampagne, ohne Filter.
    Without a target: %1.	Ohne Ziel: %1.
    Each change is against the campaign to its left; that of a share is in percentage points.	Jede Änderung gegenüber der Kampagne links davon; die eines Anteils in Prozentpunkten.
    Transactions of %1 {1:day|days} after the end count; %2 of them {2:is|are} observed.	Es zählen auch Abschlüsse aus %1 {1:Tag|Tagen} nach dem Ende; davon {2:ist|sind} %2 beobachtet.
    Customers and revenue grow with the observed ones of the %1 days after the end whose transactions count: %2.	Kunden und Einnahmen wachsen mit den beobachteten der %1 Tage nach dem Ende, deren Abschlüsse zählen: %2.
    Can these figures be trusted	Kann man diesen Zahlen trauen
    What was left out or is doubtful; what is not listed was looked for and not found.	Was fehlt oder zweifelhaft ist; was hier nicht steht, wurde gesucht und nicht gefunden.
    Found	Gefunden
    What it means	Was es heißt
    %1: %2 of %3	%1: %2 von %3
     (%1)	 (%1)
    %1. %2	%1. %2
    Transactions left out	Ausgelassene Abschlüsse
    Transactions after the end	Abschlüsse nach dem Ende
    Repeated rows	Wiederholte Zeilen
    Repeated transactions	Wiederholte Abschlüsse
    Refunds	Erstattungen
    Kinds without a time of day	Arten ohne Uhrzeit
    Touches long after all others	Berührungen lange nach allen anderen
    Touches long before all others	Berührungen lange vor allen anderen
    Contacts not in contacts.csv	Kontakte, die in contacts.csv fehlen
    Paid touches with a cost	Bezahlte Berührungen mit Kosten
    Knots that are not settled	Unentschiedene Knoten
    New contacts after a short history	Neue Kontakte nach kurzer Vorgeschichte
    They came before the campaign's touch or carry another campaign's content: no customer, revenue or conversion has them.	Sie kamen vor der Berührung der Kampagne oder tragen Inhalte einer anderen: Kunden, Einnahmen und Abschlüsse zählen sie nicht.
    No customer, revenue or conversion has them; conversion_days_after_end in reefknot.yaml counts them.	Kunden, Einnahmen und Abschlüsse zählen sie nicht; conversion_days_after_end in reefknot.yaml nimmt sie auf.
    They equal an earlier row in every column and count again in touches, frequency and sums; remove them if they were exported twice.	Sie gleichen einer früheren Zeile in jeder Spalte und zählen in Berührungen, Häufigkeit und Summen erneut; doppelt exportierte gehören entfernt.
    They count again in revenue and conversions; remove them if they were exported twice.	Sie zählen in Einnahmen und Abschlüssen erneut; doppelt exportierte gehören entfernt.
    They lower revenue and credit and make no customer.	Sie mindern Einnahmen und Zurechnung und machen niemanden zum Kunden.
    They stand at the end of their day; what came first on that day is not known.	Sie stehen am Ende ihres Tages; was an dem Tag zuerst kam, ist nicht bekannt.
    Without observed_until in reefknot.yaml they set the end of observation, and with it who stays; look for a wrong year.	Ohne observed_until in reefknot.yaml bestimmen sie das Ende der Beobachtung und damit, wer bleibt; vielleicht stimmt das Jahr nicht.
    They make the history look longer than it is, so that contacts count as new; look for a wrong year.	Sie lassen die Vorgeschichte länger aussehen, als sie ist, sodass Kontakte als neu zählen; vielleicht stimmt das Jahr nicht.
    They have no segment, sector or relevance: such figures leave them out.	Sie haben weder Segment noch Branche noch Relevanz: Solche Zahlen lassen sie aus.
    Cost and return know only touches that record a cost.	Kosten und Ertrag kennen nur Berührungen, die Kosten verzeichnen.
    Their interval allows another knot too: read them as a hint.	Ihr Intervall lässt auch einen anderen Knoten zu: Sie sind nur ein Hinweis.
    The data begin less than 90 days before the start, or after it: some of them may be old acquaintances.	Die Daten beginnen weniger als 90 Tage vor dem Start oder erst danach: Manche von ihnen sind vielleicht alte Bekannte.
    Interaction	Interaktion
    Transaction	Transaktion
    reach	Reichweite
    interaction	Interaktion
    transaction	Transaktion
    met	erreicht
    missed	verfehlt
    on track	auf Kurs
    behind	im Rückstand
    Done	Erledigt
    Late	Verspätet
    Missed	Verfehlt
    Open	Offen
    done	erledigt
    late	verspätet
    open	offen
    1,234.5	1.234,5	How the number 1,234.5 is written: what stands before 234 and before 5 stands so in all numbers.
    %1%	%1\u{A0}%	A number in percent, on pages.
    %1 %2 %3	%1. %2 %3	Day, month in words and year.
    %1 %2	%1. %2	Day and month in a short word, on axes.
    %1 to %2	%1 bis %2
    %1 points	%1 Punkte	Percentage points.
    none, begins %1 days late	keine, beginnt %1 Tage zu spät	In place of days that something begins before, where it begins so many days after.
    under %1	unter %1
    at least %1	mindestens %1
    %1 (%2 of %3)	%1 (%2 von %3)
    … %1 more rows	… %1 weitere Zeilen
    %1 more row is left out.	%1 weitere Zeile ist weggelassen.
    %1 more rows are left out.	%1 weitere Zeilen sind weggelassen.
    withheld	zurückgehalten
    undefined	nicht definiert
    not yet known	noch nicht bekannt
    not configured	nicht eingestellt
    yes	ja
    no	nein
    sector unknown	Branche unbekannt
    other sectors	andere Branchen
    January	Januar
    February	Februar
    March	März
    April	April
    May	Mai
    June	Juni
    July	Juli
    August	August
    September	September
    October	Oktober
    November	November
    December	Dezember
    Jan	Jan.
    Feb	Feb.
    Mar	März
    Apr	Apr.
    Jun	Juni
    Jul	Juli
    Aug	Aug.
    Sep	Sept.
    Oct	Okt.
    Nov	Nov.
    Dec	Dez.
    No touch lies in this window, so that there is nothing to measure.	In diesem Zeitraum liegt keine Berührung: Es gibt nichts zu messen.
    Not configured, as the dataset lacks what they need: %1.	Nicht eingestellt, da dem Datensatz fehlt, was sie brauchen: %1.
    %1 row holds nothing but 0.	%1 Zeile enthält nur 0.
    All %1 rows hold nothing but 0.	Alle %1 Zeilen enthalten nur 0.
    Of %1 KPIs that are known both times %2 rose and %3 fell.	Von %1 Kennzahlen, die beide Male bekannt sind, stiegen %2 und fielen %3.
    Both cover time in common, so that the same contacts are in both and no interval can be told.	Beide haben Zeit gemeinsam, sodass dieselben Kontakte in beiden sind und kein Intervall angegeben werden kann.
    No share changed beyond chance.	Kein Anteil änderte sich über den Zufall hinaus.
    Beyond chance changed: %1.	Über den Zufall hinaus änderten sich: %1.
    %1: %2	%1: %2
    %1: %2 (%3)	%1: %2 (%3)
    , observed for %1 {1:day|days} after the end, now for %2	, nach dem Ende %1 {1:Tag|Tage} beobachtet, jetzt %2
    All KPIs	Alle Kennzahlen
    Every figure by level, reach, interaction and transaction, with its target where one was set.	Jede Zahl nach Stufe, Reichweite, Interaktion und Transaktion, mit ihrem Ziel, wo eines gesetzt war.
    Partnerships	Partnerschaften
    Who gives, who takes, and what holds?	Wer gibt, wer nimmt, und was hält?
    Of %1 {1:partnership|partnerships} %2 {2:is a reef knot|are reef knots}, in which both give alike, %3 granny {3:knot|knots} and %4 one-sided.	Von %1 {1:Partnerschaft|Partnerschaften} {2:ist|sind} %2 Kreuzknoten, bei denen beide ähnlich viel geben, %3 Altweiberknoten und %4 einseitig.
    The {1:knot of the one partnership is|knots of all %1 partnerships are} withheld.	{1:Der Knoten der einen Partnerschaft ist|Die Knoten aller %1 Partnerschaften sind} zurückgehalten.
    The {1:knot of one partnership is|knots of %1 are} withheld.	{1:Der Knoten einer Partnerschaft ist|Die Knoten von %1 sind} zurückgehalten.
    The counts bear these knots out.	Die Zahlen stützen diese Knoten.
    The counts bear out %1 of {2:this one knot|these %2 knots}; the others could be chance.	Die Zahlen stützen %1 von {2:diesem einen|diesen %2} Knoten; die anderen können Zufall sein.
    No two partners dealt with each other.	Keine zwei Partner hatten miteinander zu tun.
    Who gave whom contacts is not known without contents.csv.	Wer wem Kontakte gab, ist ohne contents.csv nicht bekannt.
    How partnerships are tied	Wie Partnerschaften geknüpft sind
    Judged by the contacts that each side touched in its channels about the other.	Beurteilt nach den Kontakten, die jede Seite in ihren Kanälen mit der anderen berührte.
    From contacts to customers	Von Kontakten zu Kunden
    What did the campaign bring, and what did it cost?	Was brachte die Kampagne, und was kostete sie?
    %1 of %2 {2:contact|contacts} reached (%3) became {1:a customer|customers}.	%1 von %2 {2:erreichtem Kontakt|erreichten Kontakten} (%3) {1:wurde Kunde|wurden Kunden}.
    Nobody became a lead or a customer, and no money is recorded.	Niemand wurde Interessent oder Kunde, und es ist kein Geld verzeichnet.
    No conversion is recorded, so that there is none to credit to channels.	Es ist kein Abschluss verzeichnet, also auch keiner den Kanälen zuzurechnen.
    What led to conversions	Was zu Abschlüssen führte
    Which channels open, carry and close the ways to a conversion? Each model shares out the same conversions over what a contact met before: first and last touch, even shares, ends first, recent first, or what removing a channel would cost. Repeats of one channel in a row count once. The models split credit; none shows what caused a conversion.	Welche Kanäle eröffnen, tragen und schließen die Wege zum Abschluss? Jedes Modell verteilt dieselben Abschlüsse auf das, was ein Kontakt vorher traf: erste und letzte Berührung, gleiche Teile, die Enden zuerst, das Jüngste zuerst oder was ohne einen Kanal verloren ginge. Wiederholungen eines Kanals in Folge zählen einmal. Die Modelle teilen zu; was einen Abschluss verursachte, zeigt keines.
    On the way	Auf dem Weg
    Who comes back, who recommends, and where do ratings fall?	Wer kommt wieder, wer empfiehlt weiter, und wo fallen die Bewertungen?
    Who was to communicate what on which channel, and what happened?	Wer sollte was auf welchem Kanal mitteilen, und was geschah?
    How the planned contents stand	Wie die geplanten Inhalte stehen
    in time	rechtzeitig
    What the words mean	Was die Wörter bedeuten
    The terms of this report, as its figures use them.	Die Begriffe dieses Berichts, wie seine Zahlen sie verwenden.
    A person or organization that is touched.	Eine Person oder Organisation, die berührt wird.
    Touch	Berührung
    One contact met one channel once.	Ein Kontakt begegnete einmal einem Kanal.
    A place where content meets contacts: a newsletter, feed, event or shop. It belongs to one partner.	Ein Ort, an dem Inhalte Kontakten begegnen: Newsletter, Feed, Veranstaltung, Laden. Er gehört einem Partner.
    A partner whose message a content carries.	Ein Partner, dessen Botschaft ein Inhalt trägt.
    Own and of others	Eigen und fremd
    A touch about a brand is own in a channel of that brand, else it happened in a channel of others.	Eine Berührung mit einer Marke ist eigen in einem Kanal dieser Marke, sonst geschah sie in einem Kanal anderer.
    The contacts that are followed after the campaign's end.	Die Kontakte, die nach dem Ende der Kampagne verfolgt werden.
    Falling silent	Verstummen
    No interaction for as many days as the dataset's settings say; when it began is the end of activity.	Keine Interaktion für so viele Tage, wie der Datensatz einstellt; ihr Beginn ist das Ende der Aktivität.
    Contacts won elsewhere	Anderswo gewonnene Kontakte
    First touched in the same time outside of the campaign, whatever came later: the baseline of comparison.	Zur selben Zeit außerhalb der Kampagne erstmals berührt, was immer danach kam: die Vergleichsgruppe.
    The range that would hold the true share in 95 of 100 such campaigns.	Der Bereich, der in 95 von 100 solchen Kampagnen den wahren Anteil enthielte.
    Withheld	Zurückgehalten
    Counts so few contacts that it might tell who they are.	Zählt so wenige Kontakte, dass sie erkennbar sein könnten.
    %1 campaigns compared	%1 Kampagnen im Vergleich
    The campaigns side by side	Die Kampagnen nebeneinander
    Contacts are counted anew in each campaign; columns cannot be added up.	Kontakte werden in jeder Kampagne neu gezählt; die Spalten lassen sich nicht addieren.
    Campaign	Kampagne
    Start	Beginn
    Days	Tage
    Contents	Inhalt
    Before you read on	Vor dem Lesen
    The data begin only %1 {1:day|days} before the campaign: contacts from earlier times may count as new.	Die Daten beginnen erst %1 {1:Tag|Tage} vor der Kampagne: Kontakte aus früheren Zeiten können als neu zählen.
    The data begin after the campaign did: contacts from earlier times count as new.	Die Daten beginnen erst nach der Kampagne: Kontakte aus früheren Zeiten zählen als neu.
    no touches	keine Berührungen
    The data hold no touch of this campaign, so that nothing of it can be measured: its dates are in campaigns.csv, the touches in touchpoints.csv.	Die Daten enthalten keine Berührung dieser Kampagne, sodass nichts von ihr gemessen werden kann: Ihre Tage stehen in campaigns.csv, die Berührungen in touchpoints.csv.
    No touch of this campaign passes the filter, so that there is nothing to show; see “How the figures were made” at the end.	Keine Berührung dieser Kampagne kommt durch den Filter, sodass nichts zu zeigen ist; siehe „Wie die Zahlen entstanden“ am Ende.
    The campaign had not ended when observation stopped: who stays is not known yet.	Die Kampagne war am Ende der Beobachtung noch nicht zu Ende: Wer bleibt, ist noch nicht bekannt.
    Only %1 {1:day after the end is|days after the end are} observed, fewer than the %2 after which a contact counts as silent: who is lost is not known yet.	Erst %1 {1:Tag nach dem Ende ist|Tage nach dem Ende sind} beobachtet, weniger als die %2, nach denen ein Kontakt als verstummt gilt: Wer verloren ist, ist noch nicht bekannt.
    These figures are filtered; see “How the figures were made” at the end.	Diese Zahlen sind gefiltert; siehe „Wie die Zahlen entstanden“ am Ende.
    There are no contents (contents.csv): whose message a touch carried is not known, and figures of own and foreign are left out.	Es gibt keine Inhalte (contents.csv): Wessen Botschaft eine Berührung trug, ist nicht bekannt; Zahlen zu eigen und fremd fehlen.
    %1 row dated after the end of observation is left out.	%1 Zeile mit einem Datum nach dem Ende der Beobachtung ist weggelassen.
    %1 rows dated after the end of observation are left out.	%1 Zeilen mit einem Datum nach dem Ende der Beobachtung sind weggelassen.
    Counts of fewer than %1 contacts are withheld.	Anzahlen von weniger als %1 Kontakten sind zurückgehalten.
    %1 {1:touch|touches}, %2 per contact	%1 {1:Berührung|Berührungen}, %2 je Kontakt
    %1 times the reach of own channels	das %1-Fache der Reichweite eigener Kanäle
    %1 in own channels, %2 in channels of others	%1 in eigenen Kanälen, %2 in Kanälen anderer
    Lost less than elsewhere	Weniger verloren als anderswo
    Lost more than elsewhere	Mehr verloren als anderswo
    Lost as elsewhere, as far as can be told	Verloren wie anderswo, soweit erkennbar
    The loss against that of contacts won elsewhere at the same time; these groups were not drawn by lot.	Der Verlust gegenüber zur selben Zeit anderswo gewonnenen Kontakten; diese Gruppen wurden nicht ausgelost.
    %1 of %2	%1 von %2
    95 % interval %1	95-%-Intervall %1
    Whom did the campaign meet for the first time, and who introduced them?	Wem begegnete die Kampagne zum ersten Mal, und wer stellte den Kontakt her?
    %1 of %2 new touchpoints (%3) came about in channels of other partners.	%1 von %2 neuen Kontaktpunkten (%3) entstanden in Kanälen anderer Partner.
    Most were introduced by %1: %2.	Die meisten stellte %1 her: %2.
    Whom did the campaign touch, and what did each partner add?	Wen berührte die Kampagne, und was trug jeder Partner bei?
    %1 of %2 {2:contact|contacts} {1:was|were} reached only in channels of other partners; together that is %3 times the reach of own channels.	%1 von %2 {2:Kontakt|Kontakten} {1:wurde|wurden} nur in Kanälen anderer Partner erreicht; zusammen ist das das %3-Fache der Reichweite eigener Kanäle.
    The largest carrier is %1 with %2 {2:contact|contacts}.	Der größte Träger ist %1 mit %2 {2:Kontakt|Kontakten}.
    The network: contacts in common	Das Netzwerk: gemeinsame Kontakte
    Partners that reach the same people stand near each other.	Partner, die dieselben Menschen erreichen, stehen nahe beieinander.
    Who carries whose message	Wer wessen Botschaft trägt
    From each brand through the channels of other partners to the contacts reached there.	Von jeder Marke durch die Kanäle anderer Partner zu den dort erreichten Kontakten.
    Who stays	Wer bleibt
    What became of the new contacts after the campaign's end?	Was wurde nach dem Ende der Kampagne aus den neuen Kontakten?
    What became of the contacts reached after the campaign's end?	Was wurde nach dem Ende der Kampagne aus den erreichten Kontakten?
    %1 of %2 (%3) {1:was|were} active again within the %4 {4:day|days} observed since.	%1 von %2 (%3) {1:war|waren} {4:an dem seither beobachteten Tag|in den seither beobachteten %4 Tagen} wieder aktiv.
    Half had fallen silent after %1 {1:day|days}, where a silence of %2 {2:day|days} (activity_gap_days) counts as one.	Nach %1 {1:Tag|Tagen} war die Hälfte verstummt; als verstummt gilt, wer %2 {2:Tag|Tage} (activity_gap_days) schweigt.
    These contacts usually pause longer: nine in ten pauses in the data last up to %1 {1:day|days}.	Diese Kontakte machen meist längere Pausen: Neun von zehn Pausen in den Daten dauern bis zu %1 {1:Tag|Tage}.
    From partners to what became of contacts	Von Partnern zum Verbleib der Kontakte
    Each partner's contacts, by the channel in which they first met the campaign, and what they did after its end.	Die Kontakte jedes Partners, nach dem Kanal ihrer ersten Begegnung mit der Kampagne, und was sie danach taten.
    How the figures were made	Wie die Zahlen entstanden
    Every count is a count of different contacts and exact; totals are counted anew, never added up.	Jede Anzahl zählt verschiedene Kontakte und ist genau; Summen sind neu gezählt, nie addiert.
    Every figure, defined	Jede Zahl, erklärt
    What each figure of the tables counts or divides, section by section.	Was jede Zahl der Tabellen zählt oder teilt, Abschnitt für Abschnitt.
    Dataset	Datensatz
    Size	Umfang
    %1 {1:touch|touches} of %2 {2:contact|contacts}, %3 {3:partner|partners} with %4 {4:channel|channels}	%1 {1:Berührung|Berührungen} von %2 {2:Kontakt|Kontakten}, %3 Partner mit %4 {4:Kanal|Kanälen}
    Time zone	Zeitzone
    Days of silence that end a contact's activity	Tage Stille, die Aktivität beenden
    Filter	Filter
    touches from %1	Berührungen ab %1
    touches before %1	Berührungen vor %1
    level at least %1	Stufe mindestens %1
    Intervals	Intervalle
    95 %: Wilson's for shares, Newcombe's for differences, log-log limits for survival curves	95 %: nach Wilson für Anteile, nach Newcombe für Differenzen, log-log-Grenzen für Überlebenskurven
    Made with	Erstellt mit
    Made on	Erstellt am
    The campaign reached %1 {1:contact|contacts}, %2 of them for the first time, with %3 {3:touch|touches}.	Die Kampagne erreichte mit %3 {3:Berührung|Berührungen} %1 {1:Kontakt|Kontakte}, davon %2 zum ersten Mal.
    The campaign reached %1 {1:contact|contacts} with %2 {2:touch|touches}.	Die Kampagne erreichte mit %2 {2:Berührung|Berührungen} %1 {1:Kontakt|Kontakte}.
    %1 reached the most: %2 of %3.	Am meisten erreichte %1: %2 von %3.
    %1 reached the most: %2. Together with %3 and %4 that is %5 of %6.	Am meisten erreichte %1: %2. Mit %3 und %4 zusammen sind es %5 von %6.
    %1 of %2 {2:contact|contacts} (%3) came through partners alone: {1:it|they} met a brand only in channels of others.	%1 von %2 {2:Kontakt|Kontakten} (%3) {1:kam|kamen} allein durch Partner: {1:Er begegnete|Sie begegneten} einer Marke nur in Kanälen anderer.
    No contact was reached in channels of other partners alone.	Kein Kontakt wurde allein in Kanälen anderer Partner erreicht.
    Of %2 {2:contact|contacts} followed after the end, %1 stayed (%3; 95 % interval %4): active again in the %5 {5:day|days} observed since.	Von %2 nach dem Ende verfolgten {2:Kontakt|Kontakten} {1:blieb|blieben} %1 (%3; 95-%-Intervall %4): wieder aktiv {5:am einen seither beobachteten Tag|in den %5 seither beobachteten Tagen}.
    Who stays is not known yet: too few days after the end are observed.	Wer bleibt, ist noch nicht bekannt: Es sind zu wenige Tage nach dem Ende beobachtet.
    Of these contacts fewer were lost than of those won elsewhere: by %1 percentage points (95 % interval %2 to %3); the two groups were not drawn by lot.	Von diesen Kontakten gingen weniger verloren als von anderswo gewonnenen: um %1 Prozentpunkte (95-%-Intervall %2 bis %3); die beiden Gruppen wurden nicht ausgelost.
    Of these contacts more were lost than of those won elsewhere: by %1 percentage points (95 % interval %2 to %3); the two groups were not drawn by lot.	Von diesen Kontakten gingen mehr verloren als von anderswo gewonnenen: um %1 Prozentpunkte (95-%-Intervall %2 bis %3); die beiden Gruppen wurden nicht ausgelost.
    Whether more or fewer were lost than of the contacts won elsewhere cannot be told: the difference is %1 percentage points (95 % interval %2 to %3).	Ob mehr oder weniger verloren gingen als von anderswo gewonnenen Kontakten, lässt sich nicht sagen: Der Unterschied ist %1 Prozentpunkte (95-%-Intervall %2 bis %3).
    %1 of %2 {2:target is|targets are} met, none is missed.	%1 von %2 {2:Ziel ist|Zielen sind} erreicht, keines ist verfehlt.
    %1 of %2 {2:target is|targets are} met.	%1 von %2 {2:Ziel ist|Zielen sind} erreicht.
    Missed, with the share attained: %1.	Verfehlt, mit dem erreichten Anteil: %1.
    Behind, with the share attained so far: %1.	Im Rückstand, mit dem bisher erreichten Anteil: %1.
    %1 and %2 more	%1 und %2 weitere
    %1 partnership is more one-sided than chance would make it.	%1 Partnerschaft ist einseitiger, als der Zufall sie machen würde.
    %1 partnerships are more one-sided than chance would make them.	%1 Partnerschaften sind einseitiger, als der Zufall sie machen würde.
    Most of all: %1 gave %2 %3 {3:contact|contacts} and got %4.	Am meisten: %1 gab %2 %3 {3:Kontakt|Kontakte} und bekam %4.
    Tables: %1	Tabellen: %1
    Table: %1	Tabelle: %1
    Show one partner	Einen Partner zeigen
    all	alle
    Filter rows	Zeilen filtern
    Copy	Kopieren
    Copied	Kopiert
    Larger	Größer
    Smaller	Kleiner
    This partner took no part in the campaign.	Dieser Partner nahm an der Kampagne nicht teil.
    Its channels reached %1 of the campaign's %2 contacts.	Seine Kanäle erreichten %1 der %2 Kontakte der Kampagne.
    It introduced %1 new contacts to others.	Er vermittelte anderen %1 neue Kontakte.
    %1 of its %2 new touchpoints came about in channels of other partners.	%1 seiner %2 neuen Kontaktpunkte entstanden in Kanälen anderer Partner.
    Of the %2 contacts that came by it %1 stayed.	Von den %2 Kontakten, die über ihn kamen, blieben %1.
    Of its %1 knots with other partners %2 are reef knots, %3 granny knots, %4 one-sided.	Von seinen %1 Knoten mit anderen Partnern sind %2 Kreuzknoten, %3 Altweiberknoten, %4 einseitig.
    whole campaign: %1	ganze Kampagne: %1
    In figures	In Zahlen
    What it gave and got, partner by partner, and when taking part paid.	Was er gab und bekam, Partner für Partner, und wann die Teilnahme sich auszahlte.
    Reached	Erreicht
    Contacts that no other partner reached.	Kontakte, die kein anderer Partner erreichte.
    Brought to others	Anderen vermittelt
    Got from others	Von anderen bekommen
    New touchpoints of its own message in channels of others.	Neue Kontaktpunkte der eigenen Botschaft in Kanälen anderer.
    New contacts that came by it and were active after the end.	Neue Kontakte, die über ihn kamen und nach dem Ende aktiv waren.
    What partners' totals say	Was die Summen der Partner sagen
    From figures that partners delivered, not counted contact by contact: each figure is surely within these bounds.	Aus Zahlen, die Partner lieferten, nicht Kontakt für Kontakt gezählt: Jede Zahl liegt sicher in diesen Grenzen.
    From partners' totals, without their contacts	Aus Summen der Partner, ohne ihre Kontakte
    Together %2 partners reached %1 contacts, as far as their totals say.	Zusammen erreichten %2 Partner %1 Kontakte, soweit ihre Summen es sagen.
    %1 reached the most that nobody else reached: %2 contacts.	%1 erreichte die meisten, die sonst niemand erreichte: %2 Kontakte.
    The overlap of %1 and %2 would tell most: it would narrow the reach from within %3 contacts to within about %4.	Die Überschneidung von %1 und %2 würde am meisten sagen: Sie würde die Reichweite von %3 Kontakten Spielraum auf etwa %4 eingrenzen.
    No touch of this campaign is in the data; what follows comes from totals that partners delivered.	Von dieser Kampagne sind keine Kontakte in den Daten; das Folgende stammt aus Summen, die Partner lieferten.
    0.0\" points\"	0.0\" Punkte\"	The number format of percentage points.
    count	Anzahl
    of	von
    from	von
    to	bis
    """
}
