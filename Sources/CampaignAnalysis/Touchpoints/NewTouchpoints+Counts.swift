import CampaignFigures
import CampaignModel
import LogScanning

extension NewTouchpoints {
  /// Turns the counts of a pass into figures. O(partners + channels + weeks).
  init(_ tally: NewTouchpointsTally, scope: Scope, dataset: Dataset) {
    self.scope = scope
    historyDays = dataset.logSpan.map {
      Double(scope.start.milliseconds - $0.lowerBound.milliseconds) / Double(Instant.millisecondsPerDay)
    }
    newContacts = tally.newContacts
    let total = tally.own + tally.foreign
    let hasContents = dataset.tellsOwnFromForeign
    newTouchpoints = total
    own = hasContents ? tally.own : nil
    foreign = hasContents ? tally.foreign : nil
    penetration = hasContents ? Proportion(tally.foreign, of: total) : nil
    firstContactMix = FirstContactClass.allCases.map { hasContents || $0 == .ads ? tally.mix[$0.rawValue] : nil }
    relevantNewContacts = dataset.contacts.hasRelevance ? tally.relevantNewContacts : nil
    unknown = []
    singleBrandCost = nil
    unaffordableContacts = nil
    introducedBy = hasContents ? NewTouchpoints.introductions(tally, dataset) : []
    byBrand = NewTouchpoints.brandCounts(tally, dataset)
    byChannel = NewTouchpoints.channelCounts(tally, dataset)
    byMedium = NewTouchpoints.mediumCounts(tally, dataset)
    byWeek = NewTouchpoints.weeks(tally, scope, dataset)
    let touched = tally.touchedByOwner
    audiencePenetration = PartnerOrder(dataset).sorted(
      dataset.partners.indices.filter { touched[$0] > 0 }, by: { touched[$0] }
    ).map { AudienceShare(partner: $0, share: Proportion(touched[$0], of: tally.audienceByOwner[$0])) }
    addCosts(dataset)
    addUnknown(hasContents: hasContents)
  }

  private static func weeks(_ tally: NewTouchpointsTally, _ scope: Scope, _ dataset: Dataset) -> [WeekCount] {
    let blocks = TimeBlocks(ofDays: 7, in: scope, of: dataset)
    return tally.contactsByWeek.indices.map { week in
      let hasBegun = blocks.hasBegun(week)
      return WeekCount(
        week: week, start: Instant(milliseconds: blocks.start(of: week)), isComplete: blocks.isComplete(week),
        hasBegun: hasBegun, newContacts: hasBegun ? tally.contactsByWeek[week] : nil,
        newTouchpoints: hasBegun ? tally.touchpointsByWeek[week] : nil)
    }
  }

  private mutating func addCosts(_ dataset: Dataset) {
    guard let relevant = relevantNewContacts else {
      let reason = LocalizedText(
        "contacts.csv says of no contact whether it is relevant.",
        "contacts.csv sagt von keinem Kontakt, ob er relevant ist.")
      for figure in ["relevant_new_contacts", "single_brand_cost", "unaffordable_contacts"] {
        unknown.append(UnknownFigure(figure, .notConfigured, reason))
      }
      return
    }
    guard let price = dataset.settings.costPerContact else {
      let reason = LocalizedText(
        "cost_per_contact is not set in reefknot.yaml.", "cost_per_contact ist in reefknot.yaml nicht gesetzt.")
      unknown.append(UnknownFigure(TouchpointFigures.singleBrandCost, .notConfigured, reason))
      unknown.append(UnknownFigure(TouchpointFigures.unaffordableContacts, .notConfigured, reason))
      return
    }
    singleBrandCost = Double(relevant) * price
    guard let budget = scope.campaign.flatMap({ dataset.campaigns[$0].budget }) else {
      unknown.append(
        UnknownFigure(
          TouchpointFigures.unaffordableContacts, .notConfigured,
          LocalizedText(
            "The campaign has no budget in campaigns.csv.", "Die Kampagne hat in campaigns.csv kein Budget.")))
      return
    }
    let affordable = (budget / price).rounded(.down)
    unaffordableContacts = affordable >= Double(relevant) ? 0 : relevant - max(0, Int(affordable))
  }

  private mutating func addUnknown(hasContents: Bool) {
    let unbegun = byWeek.count { $0.newContacts == nil }
    if unbegun > 0 {
      let reason = LocalizedText(
        "%1 of %2 weeks had not begun when observation stopped.",
        "%1 von %2 Wochen hatten am Ende der Beobachtung nicht begonnen."
      ).filled(["\(unbegun)", "\(byWeek.count)"])
      for figure in [TouchpointFigures.weekContacts, TouchpointFigures.weekTouchpoints] {
        unknown.append(UnknownFigure(figure, .incomplete, reason))
      }
    }
    if !hasContents {
      unknown.addWithoutContents([TouchpointFigures.own, TouchpointFigures.foreign, TouchpointFigures.penetration])
      unknown.addWithoutContents(
        FirstContactClass.allCases.filter { $0 != .ads }.map { TouchpointFigures.firstContactMix[$0.rawValue] })
      unknown.addWithoutContents([
        TouchpointFigures.introducedBy, TouchpointFigures.brandOwn, TouchpointFigures.brandForeign,
      ])
    } else if penetration?.rate == nil {
      unknown.append(
        UnknownFigure(
          TouchpointFigures.penetration, .undefined,
          LocalizedText("The scope has no new touchpoints.", "Der Ausschnitt hat keine neuen Kontaktpunkte.")))
    }
    if historyDays == nil {
      unknown.append(
        UnknownFigure(
          TouchpointFigures.historyDays, .undefined,
          LocalizedText("The log has no touches.", "Das Log hat keine Berührungen.")))
    }
  }

  private static func introductions(_ tally: NewTouchpointsTally, _ dataset: Dataset) -> [Introduction] {
    let touchpoints = tally.introducedTouchpoints
    let partners = dataset.partners.indices.filter { touchpoints[$0] > 0 || tally.introducedContacts[$0] > 0 }
    return PartnerOrder(dataset).sorted(partners, by: { touchpoints[$0] }).map {
      Introduction(partner: $0, newTouchpoints: touchpoints[$0], newContacts: tally.introducedContacts[$0])
    }
  }

  private static func brandCounts(_ tally: NewTouchpointsTally, _ dataset: Dataset) -> [BrandCount] {
    let (total, own) = (tally.touchpointsByBrand, tally.ownByBrand)
    let hasContents = dataset.tellsOwnFromForeign
    return PartnerOrder(dataset).sorted(dataset.partners.indices.filter { total[$0] > 0 }, by: { total[$0] }).map {
      BrandCount(
        brand: $0, total: total[$0], own: hasContents ? own[$0] : nil,
        foreign: hasContents ? total[$0] - own[$0] : nil)
    }
  }

  private static func channelCounts(_ tally: NewTouchpointsTally, _ dataset: Dataset) -> [ChannelCount] {
    dataset.channels.indices
      .filter { tally.touchpointsByChannel[$0] > 0 || tally.contactsByChannel[$0] > 0 }
      .sorted {
        let (left, right) = (tally.touchpointsByChannel[$0], tally.touchpointsByChannel[$1])
        return left != right ? left > right : dataset.channels[$0].id < dataset.channels[$1].id
      }
      .map {
        ChannelCount(
          channel: $0, newTouchpoints: tally.touchpointsByChannel[$0], newContacts: tally.contactsByChannel[$0])
      }
  }

  private static func mediumCounts(_ tally: NewTouchpointsTally, _ dataset: Dataset) -> [MediumCount] {
    var counts: [String?: (touchpoints: Int, contacts: Int)] = [:]
    for (channel, row) in dataset.channels.enumerated() {
      counts[row.medium, default: (0, 0)].touchpoints += tally.touchpointsByChannel[channel]
      counts[row.medium, default: (0, 0)].contacts += tally.contactsByChannel[channel]
    }
    return counts.filter { $0.value != (0, 0) }
      .map { MediumCount(medium: $0.key, newTouchpoints: $0.value.touchpoints, newContacts: $0.value.contacts) }
      .sorted {
        let (left, right) = ($0.newTouchpoints ?? 0, $1.newTouchpoints ?? 0)
        return left != right ? left > right : ($0.medium ?? "") < ($1.medium ?? "")
      }
  }
}
