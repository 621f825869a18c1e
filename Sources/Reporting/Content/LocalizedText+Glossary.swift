import CampaignAnalysis
package import CampaignFigures
import Drawing
import Presentation

extension LocalizedText {
  static let glossarySection = LocalizedText("What the words mean", "Was die Wörter bedeuten")
  static let glossaryLead = LocalizedText(
    "The terms of this report, as its figures use them.",
    "Die Begriffe dieses Berichts, wie seine Zahlen sie verwenden.")

  /// A figure's name and meaning.
  private static func term(_ figure: Figure<some Any>) -> (term: LocalizedText, meaning: LocalizedText) {
    guard let meaning = figure.meaning else { preconditionFailure("The glossary tells of figures with a meaning.") }
    return (figure.title, meaning)
  }

  /// Terms and what they mean, in the order of the report.
  package static let glossary: [(term: LocalizedText, meaning: LocalizedText)] = [
    (
      LocalizedText("Contact", "Kontakt"),
      LocalizedText("A person or organization that is touched.", "Eine Person oder Organisation, die berührt wird.")
    ),
    (
      LocalizedText("Touch", "Berührung"),
      LocalizedText("One contact met one channel once.", "Ein Kontakt begegnete einmal einem Kanal.")
    ),
    (
      LocalizedText("Channel", "Kanal"),
      LocalizedText(
        "A place where content meets contacts: a newsletter, feed, event or shop. It belongs to one partner.",
        "Ein Ort, an dem Inhalte Kontakten begegnen: Newsletter, Feed, Veranstaltung, Laden. Er gehört einem Partner.")
    ),
    (
      LocalizedText("Brand", "Marke"),
      LocalizedText("A partner whose message a content carries.", "Ein Partner, dessen Botschaft ein Inhalt trägt.")
    ),
    (
      LocalizedText("Own and of others", "Eigen und fremd"),
      LocalizedText(
        "A touch about a brand is own in a channel of that brand, else it happened in a channel of others.",
        "Eine Berührung mit einer Marke ist eigen in einem Kanal dieser Marke, sonst geschah sie in einem Kanal anderer."
      )
    ),
    term(TouchpointFigures.newContacts),
    term(TouchpointFigures.newTouchpoints),
    term(TouchpointFigures.penetration),
    term(ReachFigures.reach),
    term(ReachFigures.synergy),
    term(ReachFigures.shapley),
    (
      LocalizedText("Cohort", "Kohorte"),
      LocalizedText(
        "The contacts that are followed after the campaign's end.",
        "Die Kontakte, die nach dem Ende der Kampagne verfolgt werden.")
    ),
    term(RetentionFigures.stays),
    term(RetentionFigures.carriesOn),
    term(RetentionFigures.joins),
    (
      LocalizedText("Falling silent", "Verstummen"),
      LocalizedText(
        "No interaction for as many days as the dataset's settings say; when it began is the end of activity.",
        "Keine Interaktion für so viele Tage, wie der Datensatz einstellt; ihr Beginn ist das Ende der Aktivität.")
    ),
    (
      LocalizedText("Contacts won elsewhere", "Anderswo gewonnene Kontakte"),
      LocalizedText(
        "First touched in the same time outside of the campaign, whatever came later: the baseline of comparison.",
        "Zur selben Zeit außerhalb der Kampagne erstmals berührt, was immer danach kam: die Vergleichsgruppe.")
    ),
    (
      LocalizedText(Interval.title),
      LocalizedText(
        "The range that would hold the true share in 95 of 100 such campaigns.",
        "Der Bereich, der in 95 von 100 solchen Kampagnen den wahren Anteil enthielte.")
    ),
    (
      LocalizedText("Withheld", "Zurückgehalten"),
      LocalizedText(
        "Counts so few contacts that it might tell who they are.",
        "Zählt so wenige Kontakte, dass sie erkennbar sein könnten.")
    ),
  ]
}
