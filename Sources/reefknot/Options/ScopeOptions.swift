import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading

/// What is measured: campaigns or a window, and which touches of them.
struct ScopeOptions: ParsableArguments {
  @Option(help: "The campaign, or several: a,b. (default: the dataset's only one)")
  var campaign: String?

  @Flag(help: "Every campaign of the dataset.")
  var all = false

  @Option(help: "Only touches at or after this date or time; without a campaign, the window's start.")
  var from: String?

  @Option(help: "Only touches before this date or time; without a campaign, the window's end.")
  var until: String?

  @Option(help: "Only touches of at least this level: reach, interaction or transaction.")
  var level: Level?

  @Option(help: "Only touches in channels of this medium.")
  var medium: String?

  @Option(help: "Only contacts of this segment.")
  var segment: String?

  mutating func validate() throws {
    if all, campaign != nil { throw ValidationError("--all and --campaign exclude each other.") }
    for text in [from, until] {
      if let text, LocalClock.utc.instant(of: text) == nil {
        throw ValidationError("\"\(text)\" is not a date or time such as 2025-03-01 or 2025-03-01T09:30:00Z.")
      }
    }
  }

  /// Whether campaigns were named.
  var names: Bool { all || campaign != nil }

  /// Whether anything was asked for.
  var isGiven: Bool {
    names || hasFilter
  }

  /// Whether touches are chosen by more than campaigns.
  var hasFilter: Bool { from != nil || until != nil || level != nil || medium != nil || segment != nil }

  /// Whether several campaigns were asked for.
  var isList: Bool { all || campaign?.contains(",") == true }

  /// The scopes in the order asked for.
  func scopes(in dataset: Dataset) throws -> [Scope] {
    let filter = try filter(in: dataset)
    if all, !dataset.campaigns.isEmpty {
      return dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset, filter: filter) }
    }
    if let campaign {
      return try campaign.split(separator: ",").map { id in
        let id = String(id).trimmed
        guard let index = dataset.campaigns.firstIndex(where: { $0.id == id }) else {
          throw CommandFailure.usage(
            Suggestion.message("campaign", id, known: dataset.campaigns.map(\.id), option: "--campaign"))
        }
        return Scope(campaign: index, of: dataset, filter: filter)
      }
    }
    if dataset.campaigns.count == 1 {
      return [Scope(campaign: 0, of: dataset, filter: filter)]
    }
    guard dataset.campaigns.isEmpty || from != nil || until != nil else {
      let ids = Suggestion.list(dataset.campaigns.map(\.id))
      throw CommandFailure.usage("the dataset has several campaigns: choose --campaign ID or --all (\(ids))")
    }
    return [Scope(windowOf: dataset, filter: filter)]
  }

  /// The filter that the options ask for.
  func filter(in dataset: Dataset) throws -> Filter {
    let clock = LocalClock(name: dataset.settings.timeZone) ?? .utc
    let filter = Filter(
      from: from.flatMap(clock.instant), until: until.flatMap(clock.instant), level: level, medium: medium,
      segment: segment)
    if let from = filter.from, let until = filter.until, until < from {
      throw CommandFailure.usage("--until lies before --from")
    }
    if let medium {
      let media = Set(dataset.channels.compactMap(\.medium)).sorted()
      guard media.contains(medium) else {
        throw CommandFailure.usage(Suggestion.message("medium", medium, known: media, option: "--medium"))
      }
    }
    if let segment {
      let segments = dataset.contacts.segments.categories.sorted()
      guard segments.contains(segment) else {
        throw CommandFailure.usage(Suggestion.message("segment", segment, known: segments, option: "--segment"))
      }
    }
    return filter
  }
}
