package import CampaignAnalysis
import CampaignModel

extension JSONWriter {
  /// The figures of reach, in the order of the document `reach`.
  package mutating func reach(_ figures: Reach, ids: EncodedIDs) {
    if let brand = figures.brand { member("brand", encoded: ids.partners[brand]) } else { null("brand") }
    member("reach", figures.reach)
    member("contacts_gross", figures.contactsGross)
    member("frequency", figures.frequency)
    list("frequency_distribution", figures.frequencyDistribution, isInline: true) { $0.item($1) }
    list("k_plus", figures.kPlus, isInline: true) { $0.item($1) }
    member("own", figures.own)
    member("foreign", figures.foreign)
    member("total", figures.reach)
    member("duplicated", figures.duplicated)
    member("incremental", figures.incremental)
    member("synergy", figures.synergy)
    member("takeovers", figures.takeovers)
    member("organic_shares", figures.organicShares)
    rows("carriers", figures.carriers) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.member("reach", row.reach)
      writer.member("exclusive", row.exclusive)
      writer.member("incremental_over_own", row.incrementalOverOwn)
      writer.member("shapley", row.shapley)
    }
    rows("stacked", figures.stacked) { writer, row in
      writer.member("partner", encoded: ids.partners[row.partner])
      writer.member("gain", row.gain)
      writer.member("cumulative", row.cumulative)
    }
    rows("random_order_curve", figures.randomOrderCurve) { writer, row in
      writer.member("carriers", row.carriers)
      writer.member("reach", row.reach)
    }
    let isPretty = isPretty
    list("regions") { separator, deliver in
      var lines = RegionLines(figures.regions, ids, isPretty: isPretty, separator: separator)
      while lines.fill() { deliver(lines.bytes) }
    }
    rows("overlap", figures.overlap) { writer, row in
      writer.member("a", encoded: ids.partners[row.a])
      writer.member("b", encoded: ids.partners[row.b])
      writer.member("contacts", row.contacts)
      writer.member("jaccard", row.jaccard)
    }
    rows("reach_curve", figures.reachCurve) { writer, row in
      writer.member("day", row.day)
      writer.member("reach", row.reach)
    }
    unknown(figures.unknown)
  }
}
