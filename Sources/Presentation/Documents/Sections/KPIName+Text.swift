package import CampaignAnalysis
package import CampaignFigures

extension KPIName {
  /// The KPI's name in plain words.
  package var title: LocalizedText {
    switch self {
    case .reach: LocalizedText("Reach", "Reichweite")
    case .contactsGross: LocalizedText("Contacts, gross", "Kontakte, brutto")
    case .frequency: LocalizedText("Frequency", "Häufigkeit")
    case .foreignReach: LocalizedText("Reach in partners' channels", "Reichweite in Partnerkanälen")
    case .incrementalReach: LocalizedText("Incremental reach", "Zusätzliche Reichweite")
    case .synergy: LocalizedText("Synergy", "Synergie")
    case .takeovers: LocalizedText("Takeovers", "Übernahmen")
    case .newContacts: LocalizedText("New contacts", "Neue Kontakte")
    case .newTouchpoints: LocalizedText("New touchpoints", "Neue Kontaktpunkte")
    case .penetration: LocalizedText("Network penetration", "Netzwerkdurchdringung")
    case .activePartners: LocalizedText("Active partners", "Aktive Partner")
    case .interactions: LocalizedText("Interactions", "Interaktionen")
    case .engagementDepth: LocalizedText("Depth of engagement", "Tiefe der Beteiligung")
    case .engagementPerContact: LocalizedText("Interactions per contact", "Interaktionen je Kontakt")
    case .organicShares: LocalizedText("Organic shares", "Organisch geteilt")
    case .coCreationRate: LocalizedText("Co-creation", "Ko-Kreation")
    case .ambassadors: LocalizedText("Ambassadors", "Botschafter")
    case .reciprocity: LocalizedText("Reciprocity", "Gegenseitigkeit")
    case .relevantNewContacts: LocalizedText("Relevant new contacts", "Relevante neue Kontakte")
    case .stays: LocalizedText("Stays", "Bleibt")
    case .carriesOn: LocalizedText("Carries on", "Trägt weiter")
    case .joins: LocalizedText("Joins the network", "Schließt sich an")
    case .leads: LocalizedText("Leads", "Interessenten")
    case .customers: LocalizedText("Customers", "Kunden")
    case .visitorToLead: LocalizedText("Visitor to lead", "Besucher zu Interessent")
    case .leadToCustomer: LocalizedText("Lead to customer", "Interessent zu Kunde")
    case .visitorToCustomer: LocalizedText("Visitor to customer", "Besucher zu Kunde")
    case .pipeline: LocalizedText("Pipeline", "Aussichten")
    case .revenue: LocalizedText("Revenue", "Einnahmen")
    case .cost: LocalizedText("Cost", "Kosten")
    case .costPerContact: LocalizedText("Cost per contact", "Kosten je Kontakt")
    case .costPerLead: LocalizedText("Cost per lead", "Kosten je Interessent")
    case .costPerCustomer: LocalizedText("Cost per customer", "Kosten je Kunde")
    case .roi: LocalizedText("Return on investment", "Ertrag der Ausgaben")
    case .singleBrandCost: LocalizedText("Cost without the network", "Kosten ohne das Netzwerk")
    case .unaffordableContacts: LocalizedText("Unaffordable contacts", "Unerschwingliche Kontakte")
    }
  }

  /// One sentence on what it means.
  package var meaning: LocalizedText {
    switch self {
    case .reach: LocalizedText("Contacts touched at least once.", "Mindestens einmal berührte Kontakte.")
    case .contactsGross: LocalizedText("Touches, repeats included.", "Berührungen, auch wiederholte.")
    case .frequency: LocalizedText("Touches per contact reached.", "Berührungen je erreichtem Kontakt.")
    case .foreignReach:
      LocalizedText(
        "Contacts touched in a channel of someone else than the brand.",
        "Kontakte, die in einem Kanal berührt wurden, der nicht der Marke gehört.")
    case .incrementalReach:
      LocalizedText(
        "Contacts that only partners' channels reached.", "Kontakte, die nur Kanäle von Partnern erreichten.")
    case .synergy:
      LocalizedText(
        "Reach of all channels for each contact reached in own ones.",
        "Reichweite aller Kanäle je Kontakt, der in eigenen erreicht wurde.")
    case .takeovers:
      LocalizedText("Contents in unpaid channels of partners.", "Inhalte in unbezahlten Kanälen von Partnern.")
    case .newContacts:
      LocalizedText(
        "Contacts whose very first touch is the campaign's.",
        "Kontakte, deren allererste Berührung zur Kampagne gehört.")
    case .newTouchpoints:
      LocalizedText(
        "Pairs of contact and brand that met here for the first time.",
        "Paare aus Kontakt und Marke, die sich hier zum ersten Mal begegneten.")
    case .penetration:
      LocalizedText(
        "How many of the new touchpoints partners brought about.",
        "Wie viele der neuen Kontaktpunkte Partner herstellten.")
    case .activePartners:
      LocalizedText(
        "Participants that carried, authored or gave something.", "Teilnehmer, die etwas trugen, verfassten oder gaben."
      )
    case .interactions:
      LocalizedText("Touches in which a contact did something.", "Berührungen, bei denen ein Kontakt etwas tat.")
    case .engagementDepth:
      LocalizedText("How much of themselves people put in, 0 to 5.", "Wie viel Menschen von sich einbringen, 0 bis 5.")
    case .engagementPerContact:
      LocalizedText("Interactions for each contact reached.", "Interaktionen je erreichtem Kontakt.")
    case .organicShares:
      LocalizedText("Times that someone shared in unpaid channels.", "Wie oft jemand in unbezahlten Kanälen teilte.")
    case .coCreationRate:
      LocalizedText("Contents made by two authors or more.", "Inhalte von zwei oder mehr Verfassern.")
    case .ambassadors:
      LocalizedText("Contacts that referred a new contact.", "Kontakte, die einen neuen Kontakt warben.")
    case .reciprocity:
      LocalizedText(
        "Gestures between partners that were answered within 30 days.",
        "Gesten zwischen Partnern, die binnen 30 Tagen erwidert wurden.")
    case .relevantNewContacts:
      LocalizedText("New contacts that are marked as relevant.", "Neue Kontakte, die als relevant markiert sind.")
    case .stays:
      LocalizedText("New contacts active after the end, so far.", "Bisher nach dem Ende aktive neue Kontakte.")
    case .carriesOn:
      LocalizedText(
        "New contacts that share, contribute or refer after the end.",
        "Neue Kontakte, die nach dem Ende teilen, beitragen oder empfehlen.")
    case .joins:
      LocalizedText(
        "New contacts active at two partners or more after the end.",
        "Neue Kontakte, die nach dem Ende bei zwei oder mehr Partnern aktiv sind.")
    case .leads: LocalizedText("Contacts that became a lead.", "Kontakte, die Interessenten wurden.")
    case .customers:
      LocalizedText(
        "Contacts that ordered, booked, donated or subscribed.",
        "Kontakte, die bestellten, buchten, spendeten oder abonnierten.")
    case .visitorToLead: LocalizedText("Leads of contacts reached.", "Interessenten von erreichten Kontakten.")
    case .leadToCustomer: LocalizedText("Leads that are customers.", "Interessenten, die Kunden sind.")
    case .visitorToCustomer: LocalizedText("Customers of contacts reached.", "Kunden von erreichten Kontakten.")
    case .pipeline: LocalizedText("Value of leads.", "Wert der Interessenten.")
    case .revenue:
      LocalizedText(
        "Value of orders, bookings, donations and subscriptions.",
        "Wert von Bestellungen, Buchungen, Spenden und Abonnements.")
    case .cost: LocalizedText("Recorded cost of touches.", "Verzeichnete Kosten von Berührungen.")
    case .costPerContact: LocalizedText("Cost for each contact reached.", "Kosten je erreichtem Kontakt.")
    case .costPerLead: LocalizedText("Cost for each lead.", "Kosten je Interessent.")
    case .costPerCustomer: LocalizedText("Cost for each customer.", "Kosten je Kunde.")
    case .roi:
      LocalizedText("Revenue less cost, for each unit of cost.", "Einnahmen abzüglich Kosten, je Einheit der Kosten.")
    case .singleBrandCost:
      LocalizedText(
        "What the relevant new contacts would have cost alone.",
        "Was die relevanten neuen Kontakte allein gekostet hätten.")
    case .unaffordableContacts:
      LocalizedText(
        "Relevant new contacts beyond what the budget would have bought alone.",
        "Relevante neue Kontakte über das hinaus, was das Budget allein gekauft hätte.")
    }
  }
}
