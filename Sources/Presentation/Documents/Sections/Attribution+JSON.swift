package import CampaignAnalysis
package import CampaignModel

extension JSONWriter {
  /// Attribution, in the order of the document `attribution`.
  package mutating func attribution(_ figures: Attribution, in dataset: Dataset) {
    member("by", figures.options.by.rawValue)
    member("lookback_days", figures.lookbackDays)
    list("conversion_kinds", figures.options.conversionKinds, isInline: true) { $0.item($1) }
    member("conversions", figures.conversions)
    member("value", figures.value)
    object("unattributed", isInline: true) { writer in
      writer.member("conversions", figures.unattributedConversions)
      writer.member("value", figures.unattributedValue)
    }
    member("paths", figures.paths)
    member("null_paths", figures.nullPaths)
    rows("rows", figures.rows) { writer, row in
      writer.member("id", row.group.id(in: dataset))
      writer.object("conversions") { $0.credit(row.conversions) }
      writer.object("value") { $0.credit(row.value) }
      writer.member("removal_effect", row.removalEffect)
      writer.object("roles") { writer in
        writer.member("introducer", row.introducer)
        writer.member("influencer", row.influencer)
        writer.member("closer", row.closer)
        writer.member("solo", row.solo)
      }
    }
    unknown(figures.unknown)
  }

  private mutating func credit(_ credit: [Double]) {
    for (model, value) in zip(AttributionModel.allCases, credit) { member(model.rawValue, value) }
  }
}
