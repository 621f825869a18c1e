package import CampaignFigures
import CampaignModel

/// The catalog of visitors, leads, customers and money (<doc:Metrics#Funnel>).
package enum FunnelFigures {
  package static let visitors = Figure<Funnel.Figures>(
    "visitors", ("Visitors", "Besucher"),
    ("Contacts touched at least once.", "Mindestens einmal berührte Kontakte."), count: \.visitors)
  package static let leads = Figure<Funnel.Figures>(
    "leads", ("Leads", "Interessenten"), ("Contacts that became a lead.", "Kontakte, die Interessenten wurden."),
    count: \.leads)
  package static let customers = Figure<Funnel.Figures>(
    "customers", ("Customers", "Kunden"),
    (
      "Contacts that ordered, booked, donated or subscribed.",
      "Kontakte, die bestellten, buchten, spendeten oder abonnierten."
    ), count: \.customers)
  package static let visitorToLead = Figure<Funnel.Figures>(
    "visitor_to_lead", ("Visitor to lead", "Besucher zu Interessent"),
    ("Leads of contacts reached.", "Interessenten von erreichten Kontakten."), share: \.visitorToLead)
  package static let leadToCustomer = Figure<Funnel.Figures>(
    "lead_to_customer", ("Lead to customer", "Interessent zu Kunde"),
    ("Leads that are customers.", "Interessenten, die Kunden sind."), share: \.leadToCustomer)
  package static let visitorToCustomer = Figure<Funnel.Figures>(
    "visitor_to_customer", ("Visitor to customer", "Besucher zu Kunde"),
    ("Customers of contacts reached.", "Kunden von erreichten Kontakten."), share: \.visitorToCustomer)
  package static let pipeline = Figure<Funnel.Figures>(
    "pipeline", ("Pipeline", "Aussichten"), ("Value of leads.", "Wert der Interessenten."), money: \.pipeline
  ).interval(in: \.intervals)
  package static let revenue = Figure<Funnel.Figures>(
    "revenue", ("Revenue", "Einnahmen"),
    (
      "Value of orders, bookings, donations and subscriptions.",
      "Wert von Bestellungen, Buchungen, Spenden und Abonnements."
    ), money: \.revenue
  ).interval(in: \.intervals)
  package static let cost = Figure<Funnel.Figures>(
    "cost", ("Cost", "Kosten"), ("Recorded cost of touches.", "Verzeichnete Kosten von Berührungen."), money: \.cost
  ).lessIsBetter.interval(in: \.intervals)
  package static let costCoverage = Figure<Funnel.Figures>(
    "cost_coverage", ("Touches with a cost", "Berührungen mit Kosten"),
    ("The others record none.", "Die anderen verzeichnen keine."), share: \.costCoverage)
  package static let costPerContact = Figure<Funnel.Figures>(
    "cost_per_contact", ("Cost per contact", "Kosten je Kontakt"),
    ("Cost for each contact reached.", "Kosten je erreichtem Kontakt."), money: \.costPerContact
  ).lessIsBetter.interval(in: \.intervals)
  package static let costPerLead = Figure<Funnel.Figures>(
    "cost_per_lead", ("Cost per lead", "Kosten je Interessent"),
    ("Cost for each lead.", "Kosten je Interessent."), money: \.costPerLead
  ).lessIsBetter.interval(in: \.intervals)
  package static let costPerCustomer = Figure<Funnel.Figures>(
    "cost_per_customer", ("Cost per customer", "Kosten je Kunde"),
    ("Cost for each customer.", "Kosten je Kunde."), money: \.costPerCustomer
  ).lessIsBetter.interval(in: \.intervals)
  package static let roi = Figure<Funnel.Figures>(
    "roi", ("Return on investment", "Ertrag der Ausgaben"),
    ("Revenue less cost, for each unit of cost.", "Einnahmen abzüglich Kosten, je Einheit der Kosten."), number: \.roi
  ).interval(in: \.intervals)

  /// Every figure of the whole or of a row, in the order of the document.
  package static let all: [Figure<Funnel.Figures>] = [
    visitors, leads, customers, visitorToLead, leadToCustomer, visitorToCustomer, pipeline, revenue, cost,
    costCoverage, costPerContact, costPerLead, costPerCustomer, roi,
  ]

  /// What intervals of a bootstrap are for.
  static let resampled = [pipeline, revenue, cost, costPerContact, costPerLead, costPerCustomer, roi]

  static let firstRowStays = Figure<Funnel>(
    "first_row_stays", FirstInRanking.title,
    (
      "Share of 200 resamplings of the contacts in which the row with most visitors still has them.",
      "Anteil von 200 Ziehungen der Kontakte, in denen die Zeile mit den meisten Besuchern sie behält."
    ), fraction: \.firstRowStays
  ).absent(.empty)

  package static let section = FigureSection<Funnel>(
    definedUnder: "Funnel",
    [
      .object(FigureObject("total", of: { $0.total }, all.map { .figure($0) })),
      .figure(Figure("by", ("By", "Nach"), unit: .text) { $0.by.map { .text($0.rawValue) } }), .list(stages),
      .figures([firstRowStays], where: { $0.total.intervals != nil }),
    ],
    tables: [
      .figures(
        .init(
          "funnel", ("Funnel", "Trichter"),
          ("From the first contact to the customer.", "Vom ersten Kontakt bis zum Kunden."),
          all.map(\.ofTotal) + [firstRowStays])), .list(stages), .list(money),
    ])
}

extension FunnelFigures {
  /// The rows; as a table, the stages of the funnel.
  package static let stages = FigureList<Funnel, [Funnel.Row]>(
    "rows", title: { $0.title(LocalizedText("Funnel by %1", "Trichter nach %1")) },
    notes: { _ in
      [
        Sentence(
          LocalizedText(
            "Contacts are counted anew in each row, so that rows do not add up to the whole.",
            "Kontakte sind in jeder Zeile neu gezählt, sodass die Zeilen nicht das Ganze ergeben."))
      ]
    }, isInline: false, table: { "funnel_by_\($0.by?.rawValue ?? "")" }, rows: { $0.by == nil ? nil : $0.rows },
    unknown: { $0.figures.unknown },
    [
      .figure(Figure("rows.id", ("Group", "Gruppe"), unit: .text) { $0.group.value }.subject),
      .object(FigureObject("", of: { $0.figures }, all.map { .figure($0) })),
    ],
    columns: { columns($0, [visitors, leads, customers, visitorToLead, leadToCustomer, visitorToCustomer]) })

  static let money = FigureList<Funnel, [Funnel.Row]>(
    "money", title: { $0.title(LocalizedText("Money by %1", "Geld nach %1")) },
    notes: { _ in
      [
        Sentence(
          LocalizedText(
            "What each row cost and brought, on one scale.", "Was jede Zeile kostete und brachte, auf einer Skala."))
      ]
    }, table: { "money_by_\($0.by?.rawValue ?? "")" }, rows: { $0.by == nil ? nil : $0.rows },
    unknown: { $0.figures.unknown }, [],
    columns: {
      columns($0, [pipeline, revenue, cost, costPerContact, costPerLead, costPerCustomer, roi, costCoverage])
    })

  private static func columns(_ funnel: Funnel, _ figures: [Figure<Funnel.Figures>]) -> [Figure<Funnel.Row>] {
    let group = Figure<Funnel.Row>(
      "rows.\(funnel.by?.rawValue ?? "")", funnel.by?.term.title ?? .nothingGiven, nil, unit: .text
    ) { $0.group.value }
    return [group.subject.absent(.word(.nothingGiven))] + figures.map { $0.within { (row: Funnel.Row) in row.figures } }
  }
}

extension Figure where Result == Funnel.Figures {
  /// The figure of the whole.
  package var ofTotal: Figure<Funnel> { within { (funnel: Funnel) in funnel.total } }
}

extension Funnel {
  fileprivate func title(_ pattern: LocalizedText) -> LocalizedText { by?.filled(into: pattern) ?? pattern }
}

extension Funnel {
  package static var catalog: FigureSection<Funnel> { FunnelFigures.section }
}
