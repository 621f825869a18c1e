extension Phrase {
  static let glossarySection = Phrase("What the words mean", "Was die Wörter bedeuten")
  static let glossaryLead = Phrase(
    "The terms of this report, as its figures use them.",
    "Die Begriffe dieses Berichts, wie seine Zahlen sie verwenden.")

  /// Terms and what they mean, in the order of the report.
  static let glossary: [(term: Phrase, meaning: Phrase)] = [
    (
      Phrase("Contact", "Kontakt"),
      Phrase("A person or organization that is touched.", "Eine Person oder Organisation, die berührt wird.")
    ),
    (
      Phrase("Touch", "Berührung"),
      Phrase("One contact met one channel once.", "Ein Kontakt begegnete einmal einem Kanal.")
    ),
    (
      Phrase("Channel", "Kanal"),
      Phrase(
        "A place where content meets contacts: a newsletter, feed, event or shop. It belongs to one partner.",
        "Ein Ort, an dem Inhalte Kontakten begegnen: Newsletter, Feed, Veranstaltung, Laden. Er gehört einem Partner.")
    ),
    (
      Phrase("Brand", "Marke"),
      Phrase("A partner whose message a content carries.", "Ein Partner, dessen Botschaft ein Inhalt trägt.")
    ),
    (
      Phrase("Own and of others", "Eigen und fremd"),
      Phrase(
        "A touch about a brand is own in a channel of that brand, else it happened in a channel of others.",
        "Eine Berührung mit einer Marke ist eigen in einem Kanal dieser Marke, sonst geschah sie in einem Kanal anderer."
      )
    ),
    (
      Phrase("New contact", "Neuer Kontakt"),
      Phrase(
        "A contact whose very first touch in all data belongs to the campaign.",
        "Ein Kontakt, dessen allererste Berührung in allen Daten zur Kampagne gehört.")
    ),
    (
      Phrase("New touchpoint", "Neuer Kontaktpunkt"),
      Phrase(
        "A pair of contact and brand that met for the first time in the campaign.",
        "Ein Paar aus Kontakt und Marke, das sich in der Kampagne zum ersten Mal begegnete.")
    ),
    (
      Phrase("Network penetration", "Netzwerkdurchdringung"),
      Phrase(
        "New touchpoints in channels of others, of all new touchpoints.",
        "Neue Kontaktpunkte in Kanälen anderer, von allen neuen Kontaktpunkten.")
    ),
    (
      Phrase("Reach", "Reichweite"),
      Phrase("Contacts touched, each counted once.", "Berührte Kontakte, jeder einmal gezählt.")
    ),
    (
      Phrase("Synergy", "Synergie"),
      Phrase("Reach divided by the reach of own channels.", "Reichweite geteilt durch die Reichweite eigener Kanäle.")
    ),
    (
      Phrase("Shapley share", "Shapley-Anteil"),
      Phrase(
        "A partner's fair part of the reach: each contact is divided evenly among the partners that reached it.",
        "Der faire Anteil eines Partners: Jeder Kontakt wird gleichmäßig auf die Partner verteilt, die ihn erreichten.")
    ),
    (
      Phrase("Cohort", "Kohorte"),
      Phrase(
        "The contacts that are followed after the campaign's end.",
        "Die Kontakte, die nach dem Ende der Kampagne verfolgt werden.")
    ),
    (
      Phrase("Stayed", "Geblieben"),
      Phrase(
        "With at least one interaction after the end, in any channel, about anything.",
        "Mit mindestens einer Interaktion nach dem Ende, in irgendeinem Kanal, zu irgendetwas.")
    ),
    (
      Phrase("Carried on", "Weitergetragen"),
      Phrase(
        "Shared, mentioned, contributed or referred after the end.",
        "Nach dem Ende geteilt, erwähnt, beigetragen oder weiterempfohlen.")
    ),
    (
      Phrase("Joined", "Angeschlossen"),
      Phrase(
        "Active after the end in channels of two or more partners.",
        "Nach dem Ende in Kanälen von zwei oder mehr Partnern aktiv.")
    ),
    (
      Phrase("Falling silent", "Verstummen"),
      Phrase(
        "No interaction for as many days as the dataset's settings say; when it began is the end of activity.",
        "Keine Interaktion für so viele Tage, wie der Datensatz einstellt; ihr Beginn ist das Ende der Aktivität.")
    ),
    (
      Phrase("Contacts won elsewhere", "Anderswo gewonnene Kontakte"),
      Phrase(
        "First touched in the same time, and never reached by the campaign: the baseline of comparison.",
        "Zur selben Zeit erstmals berührt und nie von der Kampagne erreicht: die Vergleichsgruppe.")
    ),
    (
      Phrase("95 % interval", "95-%-Intervall"),
      Phrase(
        "The range that would hold the true share in 95 of 100 such campaigns.",
        "Der Bereich, der in 95 von 100 solchen Kampagnen den wahren Anteil enthielte.")
    ),
    (
      Phrase("Withheld", "Zurückgehalten"),
      Phrase(
        "Counts so few contacts that it might tell who they are.",
        "Zählt so wenige Kontakte, dass sie erkennbar sein könnten.")
    ),
  ]
}
