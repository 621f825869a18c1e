package import CampaignFigures

/// The catalog of how partners work together, and how deeply contacts take part (<doc:Metrics#Cooperation>).
package enum CooperationFigures {
  package static let activePartners = Figure<Cooperation>(
    "active_partners", ("Active partners", "Aktive Partner"),
    (
      "Participants that carried, authored or gave something.", "Teilnehmer, die etwas trugen, verfassten oder gaben."
    ), share: \.activePartners
  ).aboutPartners
  static let active = Figure<Cooperation>("active", ("Active", "Aktiv"), unit: .list) {
    .list($0.activePartnerList.map { .partner($0) })
  }
  package static let coCreationRate = Figure<Cooperation>(
    "co_creation_rate", ("Co-creation", "Ko-Kreation"),
    ("Contents made by two authors or more.", "Inhalte von zwei oder mehr Verfassern."), share: \.coCreationRate
  ).aboutPartners
  package static let interactions = Figure<Cooperation>(
    "interactions", ("Interactions", "Interaktionen"),
    ("Touches in which a contact did something.", "Berührungen, bei denen ein Kontakt etwas tat."),
    count: \.interactions)
  package static let engagementDepth = Figure<Cooperation>(
    "engagement_depth", ("Depth of engagement", "Tiefe der Beteiligung"),
    ("How much of themselves people put in, 0 to 5.", "Wie viel Menschen von sich einbringen, 0 bis 5."),
    number: \.engagementDepth)
  package static let engagementPerContact = Figure<Cooperation>(
    "engagement_per_contact", ("Interactions per contact", "Interaktionen je Kontakt"),
    ("Interactions for each contact reached.", "Interaktionen je erreichtem Kontakt."),
    number: \.engagementPerContact)
  package static let interactionsPerPartner = Figure<Cooperation>(
    "interactions_per_partner", ("Interactions per active partner", "Interaktionen je aktivem Partner"),
    (
      "Interactions for each active partner, to compare campaigns of few and of many.",
      "Interaktionen je aktivem Partner, um Kampagnen weniger und vieler zu vergleichen."
    ), unit: .ratio
  ) { $0.interactionsPerPartner.map { .number($0) } }.unknown(with: activePartners, interactions)
  package static let reciprocity = Figure<Cooperation>(
    "reciprocity", ("Reciprocity", "Gegenseitigkeit"),
    (
      "Gestures between partners that were answered within 30 days.",
      "Gesten zwischen Partnern, die binnen 30 Tagen erwidert wurden."
    ), share: \.reciprocity.answered
  ).aboutPartners
  package static let medianDaysToAnswer = Figure<Cooperation>(
    "median_days_to_answer", ("Days to answer", "Tage bis zur Antwort"),
    (
      "Half of the answered gestures were answered sooner.",
      "Die Hälfte der erwiderten Gesten wurde schneller erwidert."
    ), number: \.reciprocity.medianDaysToAnswer)
  package static let sectors = Figure<Cooperation>(
    "sector_diversity.sectors", ("Sectors", "Branchen"),
    ("Distinct sectors of active partners.", "Verschiedene Branchen aktiver Partner."), unit: .count
  ) { $0.sectors.map { .count($0) } }.listed("sectors")
  package static let sectorDiversity = Figure<Cooperation>(
    "sector_diversity.shannon", ("Diversity of sectors", "Vielfalt der Branchen"),
    (
      "Shannon's H in nats: 0 for a single sector, more for many of equal weight.",
      "Shannons H in Nat: 0 bei einer einzigen Branche, mehr bei vielen von gleichem Gewicht."
    ), number: \.sectorDiversity
  ).listed("sector_diversity")
  static let diversity = FigureObject<Cooperation, Cooperation>(
    "sector_diversity", isInline: true, of: { $0 }, [.figure(sectors), .figure(sectorDiversity)])
  package static let ambassadorCount = Figure<Cooperation>(
    "ambassador_count", ("Ambassadors", "Botschafter"),
    ("Contacts that referred a new contact.", "Kontakte, die einen neuen Kontakt warben."), count: \.ambassadorCount
  ).listed("ambassadors")

  package static let ambassadors = FigureList<Cooperation, [Ambassador]>(
    "ambassadors", ("Ambassadors", "Botschafter"),
    (
      "Contacts that referred new ones: themselves, and through those they brought.",
      "Kontakte, die neue warben: selbst, und durch die, die sie brachten."
    ), rows: { $0.ambassadors },
    [
      .figure(Figure("ambassadors.contact", ("Contact", "Kontakt"), unit: .contact) { .contact($0.contact) }.subject),
      .figure(Figure("ambassadors.direct", ("Referred", "Geworben"), unit: .count) { .count($0.direct) }),
      .figure(Figure("ambassadors.reached", ("Through chains", "Über Ketten"), unit: .count) { .count($0.reached) }),
    ])

  private static let members: [FigureMember<Cooperation>] = [
    .figure(activePartners), .figure(active), .figure(coCreationRate), .figure(interactions),
    .figure(engagementDepth), .figure(engagementPerContact), .figure(interactionsPerPartner), .figure(reciprocity),
    .figure(medianDaysToAnswer), .object(diversity), .figure(ambassadorCount), .list(ambassadors),
  ]
  package static let section = FigureSection<Cooperation>(
    definedUnder: "Cooperation", members,
    tables: [
      .figures(
        .init(
          "cooperation", ("Cooperation", "Zusammenarbeit"),
          ("How partners and contacts take part.", "Wie Partner und Kontakte teilnehmen."), of: members)),
      .list(ambassadors),
    ])
}

extension Cooperation {
  package static var catalog: FigureSection<Cooperation> { CooperationFigures.section }
}
