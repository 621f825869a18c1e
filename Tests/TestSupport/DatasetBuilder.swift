public import CampaignModel

/// Puts small datasets together in memory, by id, row by row as files would hold them.
///
/// Partners, contacts and the like are numbered in the order in which they are first named.
///
/// ```swift
/// var builder = DatasetBuilder()
/// builder.channel("letter", owner: "bakery", medium: "newsletter")
/// builder.campaign("spring", from: 0, to: 30)
/// builder.content("recipe", brands: ["mill", "bakery"], campaign: "spring")
/// builder.touch(1.5, "ada", "letter", "click", content: "recipe")
/// let dataset = builder.build()
/// ```
public struct DatasetBuilder {
  public var name = "test"
  public var settings = Settings()
  public var kinds = KindTable.standard
  public private(set) var partners: [Partner] = []
  public private(set) var channels: [Channel] = []
  public private(set) var campaigns: [Campaign] = []
  public private(set) var contents: [Content] = []
  public private(set) var rows: [TouchLog.Row] = []
  public private(set) var ties: [Tie] = []
  public private(set) var exchanges: [Exchange] = []
  public private(set) var targets: [Target] = []
  public private(set) var assessments: [Assessment] = []
  public private(set) var plan: [PlanItem] = []
  public private(set) var contactIDs: [String] = []

  private var contactNumbers: [String: Int] = [:]
  private var isRelevant: [Bool?] = []
  private var isHeldOut: [Bool?] = []
  private var segments: [String?] = []

  public init() {}

  /// The number of a partner; a new one where the id is new.
  @discardableResult
  public mutating func partner(_ id: String, sector: String? = nil, stage: String? = nil) -> Int {
    if let index = partners.firstIndex(where: { $0.id == id }) {
      if let sector { partners[index].sector = sector }
      if let stage { partners[index].stage = stage }
      return index
    }
    partners.append(Partner(id: id, sector: sector, stage: stage))
    return partners.count - 1
  }

  /// The number of a contact; a new one where the id is new.
  @discardableResult
  public mutating func contact(
    _ id: String, relevant: Bool? = nil, segment: String? = nil, heldOut: Bool? = nil
  ) -> Int {
    let index = contactNumbers[id] ?? contactIDs.count
    if index == contactIDs.count {
      contactNumbers[id] = index
      contactIDs.append(id)
      isRelevant.append(nil)
      isHeldOut.append(nil)
      segments.append(nil)
    }
    if let relevant { isRelevant[index] = relevant }
    if let segment { segments[index] = segment }
    if let heldOut { isHeldOut[index] = heldOut }
    return index
  }

  /// Adds a channel.
  @discardableResult
  public mutating func channel(
    _ id: String, owner: String, medium: String? = nil, paid: Bool? = nil, audience: Double? = nil
  ) -> Int {
    channels.append(Channel(id: id, owner: partner(owner), medium: medium, paid: paid, audience: audience))
    return channels.count - 1
  }

  /// Adds a campaign; `start` and `end` in days after 2025-01-01.
  @discardableResult
  public mutating func campaign(
    _ id: String, from start: Double, to end: Double, endIsDate: Bool = false, leads: [String] = [],
    budget: Double? = nil
  ) -> Int {
    let leads = leads.map { partner($0) }
    campaigns.append(
      Campaign(
        id: id, start: .day(start), end: .day(end), endIsDate: endIsDate, leads: leads, budget: budget))
    return campaigns.count - 1
  }

  /// Adds a content. An author that is no partner yet counts as someone else.
  @discardableResult
  public mutating func content(
    _ id: String, brands: [String], campaign: String? = nil, authors: [String] = [], format: String? = nil
  ) -> Int {
    let brands = brands.map { partner($0) }
    let authors = authors.map { author in
      partners.firstIndex { $0.id == author }.map { Content.Author.partner($0) } ?? .other(author)
    }
    contents.append(
      Content(
        id: id, brands: brands, campaign: campaign.map { campaignIndex($0) }, authors: authors, format: format))
    return contents.count - 1
  }

  /// Adds a touch of a contact in a channel, `day` days after 2025-01-01.
  public mutating func touch(
    _ day: Double, _ contact: String, _ channel: String, _ kind: String, content: String? = nil,
    value: Double? = nil, cost: Double? = nil
  ) {
    touch(at: .day(day), contact, channel, kind, content: content, value: value, cost: cost)
  }

  /// Adds a touch at an instant.
  public mutating func touch(
    at time: Instant, _ contact: String, _ channel: String, _ kind: String, content: String? = nil,
    value: Double? = nil, cost: Double? = nil
  ) {
    guard let kind = kinds.index(of: kind) else { preconditionFailure("There is no kind \(kind).") }
    let contact = self.contact(contact)
    let touch = Touch(
      time: time, channel: channelIndex(channel), content: content.map { contentIndex($0) }, kind: kind)
    rows.append(TouchLog.Row(contact: contact, touch: touch, value: value, cost: cost))
  }

  /// Adds a tie between two contacts.
  public mutating func tie(_ from: String, _ to: String, _ kind: String = "refers", day: Double? = nil) {
    let (from, to) = (contact(from), contact(to))
    ties.append(Tie(from: from, to: to, kind: kind, time: day.map { Instant.day($0) }))
  }

  /// Adds something that one partner gave another.
  public mutating func exchange(_ day: Double, _ from: String, _ to: String, _ kind: String, value: Double? = nil) {
    let (from, to) = (partner(from), partner(to))
    exchanges.append(Exchange(time: .day(day), from: from, to: to, kind: kind, value: value))
  }

  /// Adds one partner's view of a partnership.
  public mutating func assessment(
    _ from: String, _ to: String, day: Double, structure: Double? = nil, social: Double? = nil,
    performance: Double? = nil
  ) {
    let (from, to) = (partner(from), partner(to))
    assessments.append(
      Assessment(
        from: from, to: to, date: .day(day), structure: structure, social: social, performance: performance))
  }

  /// Adds a target of a campaign.
  public mutating func target(
    _ campaign: String, _ kpi: String, _ value: Double?, due: Double? = nil, dueIsDate: Bool = false
  ) {
    targets.append(
      Target(
        campaign: campaignIndex(campaign), kpi: kpi, value: value, due: due.map { Instant.day($0) },
        dueIsDate: dueIsDate))
  }

  /// Plans a content for a channel.
  public mutating func plan(_ content: String, _ channel: String, due: Double? = nil, dueIsDate: Bool = false) {
    plan.append(
      PlanItem(
        content: contentIndex(content), channel: channelIndex(channel), due: due.map { Instant.day($0) },
        dueIsDate: dueIsDate))
  }

  /// The dataset as it stands. Touches, ties and exchanges after `observed_until` are left out.
  public func build() -> Dataset {
    let limit = settings.lastObserved ?? Instant(milliseconds: .max)
    var tables: Set<Table> = [.channels, .touchpoints]
    let isFilled: [(Table, Bool)] = [
      (.partners, !partners.isEmpty), (.campaigns, !campaigns.isEmpty), (.contents, !contents.isEmpty),
      (.contacts, !contactIDs.isEmpty), (.ties, !ties.isEmpty), (.exchanges, !exchanges.isEmpty),
      (.targets, !targets.isEmpty), (.assessments, !assessments.isEmpty), (.plan, !plan.isEmpty),
    ]
    for (table, isFilled) in isFilled where isFilled { tables.insert(table) }
    let contacts = Contacts(
      ids: TextColumn(contactIDs), segments: CategoryColumn(segments), relevance: isRelevant,
      holdout: isHeldOut)
    return Dataset(
      name: name, settings: settings, kinds: kinds, partners: partners, channels: channels, campaigns: campaigns,
      contents: contents, contacts: contacts,
      log: TouchLog(rows.filter { $0.touch.time <= limit }, contactCount: contactIDs.count),
      ties: ties.filter { ($0.time ?? limit) <= limit }, exchanges: exchanges.filter { $0.time <= limit },
      targets: targets, assessments: assessments.filter { $0.date <= limit }, plan: plan, tables: tables)
  }

  private func campaignIndex(_ id: String) -> Int { index(campaigns.firstIndex { $0.id == id }, id) }
  private func channelIndex(_ id: String) -> Int { index(channels.firstIndex { $0.id == id }, id) }
  private func contentIndex(_ id: String) -> Int { index(contents.firstIndex { $0.id == id }, id) }

  private func index(_ index: Int?, _ id: String) -> Int {
    guard let index else { preconditionFailure("\(id) is named before it is added.") }
    return index
  }
}
