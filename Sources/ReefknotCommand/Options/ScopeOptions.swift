import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading
import Presentation

/// What is measured: campaigns or a window, and which touches of them.
struct ScopeOptions: ParsableArguments {
  @Option(help: "The campaign, by id or name, or several: a,b. (default: the dataset's only one)")
  var campaign: String?

  @Flag(help: "Every campaign of the dataset.")
  var all = false

  @Flag(name: .customLong("no-campaign"), help: "No campaign but a window of the whole log, from --from until --until.")
  var noCampaign = false

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
    guard [all, campaign != nil, noCampaign].count(where: { $0 }) <= 1 else {
      throw ValidationError("--all, --campaign and --no-campaign exclude each other.")
    }
    _ = try campaign?.listed(of: "--campaign")
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
    names || noCampaign || hasFilter
  }

  /// Whether touches are chosen by more than campaigns.
  var hasFilter: Bool { from != nil || until != nil || level != nil || medium != nil || segment != nil }

  /// Whether several campaigns were asked for.
  var isList: Bool { all || campaign?.contains(",") == true }

  /// The scopes in the order asked for.
  func scopes(in dataset: Dataset) throws -> [Scope] { try scopes(in: dataset, filter(in: dataset)) }

  /// The scopes of which parts of a log are tallied: all campaigns unless some are named. A part need not have anybody of
  /// the segment asked for.
  func scopes(ofPart dataset: Dataset) throws -> [Scope] {
    var part = self
    part.segment = nil
    var filter = try part.filter(in: dataset)
    filter.segment = segment
    part.all = !noCampaign && campaign == nil && !dataset.campaigns.isEmpty
    return try part.scopes(in: dataset, filter)
  }

  private func scopes(in dataset: Dataset, _ filter: Filter) throws -> [Scope] {
    if all, !dataset.campaigns.isEmpty { return try scopes(of: Array(dataset.campaigns.indices), dataset, filter) }
    if let campaign {
      return try scopes(of: campaign.listed.map { try dataset.campaign($0, option: "--campaign") }, dataset, filter)
    }
    if noCampaign { return [try window(of: dataset, filter)] }
    if dataset.campaigns.count == 1 { return try scopes(of: [0], dataset, filter) }
    guard dataset.campaigns.isEmpty || from != nil || until != nil else {
      let ids = Suggestion.list(dataset.campaigns.map(\.id))
      throw CommandFailure.usage("the dataset has several campaigns: choose --campaign ID or --all (\(ids))")
    }
    return [try window(of: dataset, filter)]
  }

  /// The campaigns or window named, else the whole log.
  func orWholeLog(in dataset: Dataset) throws -> [Scope] {
    try names ? scopes(in: dataset) : [window(of: dataset, filter(in: dataset))]
  }

  /// The window asked for, or the whole log, which begins and ends with its touches.
  private func window(of dataset: Dataset, _ filter: Filter) throws -> Scope {
    guard dataset.touchCount > 0 || filter.from != nil && filter.until != nil else {
      throw CommandFailure(
        .badData,
        "touchpoints.csv: there is no touch, so that there is no window to measure: name a campaign, or --from and --until"
      )
    }
    return Scope(windowOf: dataset, filter: filter)
  }

  /// The scopes of campaigns, whose window must have something in common with the one asked for.
  private func scopes(of campaigns: [Int], _ dataset: Dataset, _ filter: Filter) throws -> [Scope] {
    for index in campaigns {
      let campaign = dataset.campaigns[index]
      let isAfter = filter.from.map { $0 >= campaign.end } ?? false
      let isBefore = filter.until.map { $0 <= campaign.start } ?? false
      guard isAfter || isBefore else { continue }
      throw CommandFailure(
        try dataset.isSilent(in: filter) ? .badData : .usage,
        "\(isAfter ? "--from" : "--until") \((isAfter ? from : until) ?? "") lies "
          + "\(isAfter ? "after the end" : "before the start") of campaign \(campaign.id.withoutControls): no touch can be "
          + "in that window; --no-campaign asks for a window of the whole log")
    }
    return campaigns.map { Scope(campaign: $0, of: dataset, filter: filter) }
  }

  /// The filter that the options ask for.
  func filter(in dataset: Dataset) throws -> Filter {
    let clock = LocalClock(name: dataset.settings.timeZone) ?? .utc
    func instant(_ text: String?, _ option: String) throws -> Instant? {
      guard let text else { return nil }
      if let instant = clock.instant(of: text) { return instant }
      throw CommandFailure.usage("\(option) \(text) lies out of the years 0001 to 9999 where clocks show UTC")
    }
    let filter = try Filter(
      from: instant(from, "--from"), until: instant(until, "--until"), level: level, medium: medium, segment: segment)
    if let from = filter.from, let until = filter.until, until <= from {
      throw CommandFailure.usage("--until lies \(until == from ? "at" : "before") --from: no touch is in between")
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

extension Dataset {
  /// The index of a campaign, by id; or by its name, where one campaign alone bears it.
  func campaign(_ name: String, option: String) throws -> Int {
    if let index = campaigns.firstIndex(where: { $0.id == name }) { return index }
    let named = campaigns.indices.filter { campaigns[$0].name == name }
    if named.count == 1 { return named[0] }
    throw CommandFailure.usage(Suggestion.message("campaign", name, known: campaigns.map(\.id), option: option))
  }
}

extension Dataset {
  /// Whether a window lies within the log and holds no touch of anything: then it is the data that have nothing to say.
  fileprivate func isSilent(in window: Filter) throws -> Bool {
    guard let span = logSpan, counted == nil || parts != nil else { return false }
    let (from, until) = (window.from ?? span.lowerBound, window.until ?? span.upperBound)
    func isSilent(_ log: TouchLog) -> Bool { !log.touches.contains { from <= $0.time && $0.time < until } }
    guard span.lowerBound <= from, until <= span.upperBound else { return false }
    guard let parts else { return isSilent(log) }
    do {
      return try (0..<parts.count).allSatisfy { isSilent(try parts.dataset(ofPart: $0).log) }
    } catch let error as ReadingError {
      throw CommandFailure(error)
    }
  }
}
