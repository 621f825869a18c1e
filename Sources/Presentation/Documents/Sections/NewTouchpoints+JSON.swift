package import CampaignAnalysis
import CampaignModel

extension JSONWriter {
  /// The figures of new touchpoints, in the order of the document `touchpoints`.
  package mutating func touchpoints(_ figures: NewTouchpoints, ids: EncodedIDs) {
    member("history_days", figures.historyDays)
    member("new_contacts", figures.newContacts)
    object("new_touchpoints", isInline: true) { writer in
      writer.member("total", figures.newTouchpoints)
      writer.member("own", figures.own)
      writer.member("foreign", figures.foreign)
    }
    member("penetration", figures.penetration)
    object("first_contact_mix", isInline: true) { writer in
      for kind in FirstContactClass.allCases { writer.member(kind.name, figures.firstContactMix[kind.rawValue]) }
    }
    member("relevant_new_contacts", figures.relevantNewContacts)
    member("single_brand_cost", figures.singleBrandCost)
    member("unaffordable_contacts", figures.unaffordableContacts)
    rows("introduced_by", figures.introducedBy) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.member("new_touchpoints", row.newTouchpoints)
      writer.member("new_contacts", row.newContacts)
    }
    rows("by_brand", figures.byBrand) { writer, row in
      writer.member("brand", encoded: ids.partners[row.brand])
      writer.member("total", row.total)
      writer.member("own", row.own)
      writer.member("foreign", row.foreign)
    }
    rows("by_channel", figures.byChannel) { writer, row in
      writer.member("channel", encoded: ids.channels[row.channel])
      writer.member("new_touchpoints", row.newTouchpoints)
      writer.member("new_contacts", row.newContacts)
    }
    touchpointLists(figures, ids: ids)
    unknown(figures.unknown)
  }

  private mutating func touchpointLists(_ figures: NewTouchpoints, ids: EncodedIDs) {
    rows("by_medium", figures.byMedium) { writer, row in
      writer.member("medium", row.medium)
      writer.member("new_touchpoints", row.newTouchpoints)
      writer.member("new_contacts", row.newContacts)
    }
    rows("by_week", figures.byWeek) { writer, row in
      writer.member("week", row.week)
      writer.member("start", row.start)
      writer.member("new_contacts", row.newContacts)
      writer.member("new_touchpoints", row.newTouchpoints)
    }
    rows("audience_penetration", figures.audiencePenetration) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.proportion(row.share)
    }
  }
}
