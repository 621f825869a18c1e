package import CampaignAnalysis
package import CampaignModel

extension JSONWriter {
  /// Partnerships and cooperation, in the order of the document `partnerships`.
  package mutating func partnerships(
    _ figures: Partnerships, _ cooperation: Cooperation?, ids: EncodedIDs, in dataset: Dataset
  ) {
    list("partnerships", figures.pairs) { writer, pair in
      writer.item { writer in writer.partnership(pair, ids: ids) }
    }
    member("comparisons", figures.comparisons)
    if let cooperation { object("cooperation") { $0.cooperation(cooperation, ids: ids, in: dataset) } }
    unknown(figures.unknown + (cooperation?.unknown ?? []))
  }

  /// One pair of partners.
  package mutating func partnership(_ pair: Partnerships.Pair, ids: EncodedIDs) {
    member("a", encoded: ids.partners[pair.a])
    member("b", encoded: ids.partners[pair.b])
    member("direction", pair.direction?.rawValue)
    member("a_to_b", pair.aToB)
    member("b_to_a", pair.bToA)
    member("balance", pair.balance)
    member("knot", pair.knot?.rawValue)
    if let side = pair.givesMore { member("gives_more", encoded: ids.partners[side]) } else { null("gives_more") }
    member("shared_contacts", pair.sharedContacts)
    member("reciprocity", pair.reciprocity.answered)
    member("median_days_to_answer", pair.reciprocity.medianDaysToAnswer)
    object("barometer", isInline: true) { writer in
      writer.member("structure", pair.barometer.structure)
      writer.member("social", pair.barometer.social)
      writer.member("performance", pair.barometer.performance)
      writer.list("derived", pair.barometer.derived, isInline: true) { $0.item($1.rawValue) }
      writer.member("maturity", pair.barometer.maturity?.rawValue)
      writer.member("views_differ", pair.barometer.viewsDiffer)
    }
    rows("trust", pair.trust) { writer, trust in
      writer.member("from", encoded: ids.partners[trust.from])
      writer.member("to", encoded: ids.partners[trust.to])
      writer.member("endorsed", trust.endorsed)
      writer.member("unendorsed", trust.unendorsed)
      writer.member("lift", trust.lift)
      writer.member("difference", trust.difference?.difference)
      writer.member("low", trust.difference?.low)
      writer.member("high", trust.difference?.high)
      writer.member("conclusive", trust.isConclusive)
    }
  }

  private mutating func cooperation(_ figures: Cooperation, ids: EncodedIDs, in dataset: Dataset) {
    member("active_partners", figures.activePartners)
    list("active", figures.activePartnerList, isInline: true) { $0.item(encoded: ids.partners[$1]) }
    member("co_creation_rate", figures.coCreationRate)
    member("interactions", figures.interactions)
    member("engagement_depth", figures.engagementDepth)
    member("engagement_per_contact", figures.engagementPerContact)
    member("reciprocity", figures.reciprocity.answered)
    member("median_days_to_answer", figures.reciprocity.medianDaysToAnswer)
    object("sector_diversity", isInline: true) { writer in
      writer.member("sectors", figures.sectors)
      writer.member("shannon", figures.sectorDiversity)
    }
    member("ambassador_count", figures.ambassadorCount)
    rows("ambassadors", figures.ambassadors) { writer, ambassador in
      writer.member("contact", dataset.contacts.ids[ambassador.contact])
      writer.member("direct", ambassador.direct)
      writer.member("reached", ambassador.reached)
    }
  }
}
