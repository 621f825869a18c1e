import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension JSONWriter {
  /// A share with its count, whole and interval; null when it is not known.
  package mutating func member(_ key: String, _ share: Proportion?) {
    begin(key)
    write(share)
  }

  mutating func write(_ share: Proportion?) {
    guard let share else { return null() }
    object(isInline: true) { $0.proportion(share) }
  }

  /// The members of a share: `count`, `of`, `rate`, `low`, `high`.
  package mutating func proportion(_ share: Proportion?) {
    let keys = JSONWriter.shareKeys
    begin(keys.count)
    write(share?.count)
    begin(keys.of)
    write(share?.of)
    begin(keys.rate)
    write(share?.rate)
    begin(keys.low)
    write(share?.low)
    begin(keys.high)
    write(share?.high)
  }

  private static let shareKeys = (
    count: JSONKey("count"), of: JSONKey("of"), rate: JSONKey("rate"), low: JSONKey("low"), high: JSONKey("high")
  )

  /// An instant in RFC 3339, UTC.
  package mutating func member(_ key: String, _ instant: Instant?) { member(key, instant.map(InstantText.rfc3339)) }

  /// The figures that cannot be given, and why, in English like all of a document for programs.
  package mutating func unknown(_ figures: [UnknownFigure]) {
    rows("unknown", figures) { writer, figure in
      writer.member("figure", figure.figure)
      writer.member("state", figure.state.rawValue)
      writer.member("reason", figure.reason[.english])
    }
  }

  /// What was measured: the campaign's id (null for a window of the log), its name, and the window and filter.
  package mutating func scope(_ scope: Scope, in dataset: Dataset) {
    let campaign = scope.campaign.map { dataset.campaigns[$0] }
    member("campaign", campaign?.id)
    member("name", campaign?.name)
    object("scope", isInline: true) { writer in
      writer.member("start", max(scope.start, scope.filter.from ?? scope.start))
      writer.member("end", min(scope.end, scope.filter.until ?? scope.end))
      writer.member("level", scope.filter.level?.name)
      writer.member("medium", scope.filter.medium)
      writer.member("segment", scope.filter.segment)
    }
  }
}
