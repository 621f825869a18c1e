import Randomness

/// What is published: contents of campaigns and of daily business, and the channels that carry them.
struct Contents {
  struct Content {
    let id: [UInt8]
    let title: String
    let format: String
    let brands: [Int]
    /// Ids of partners and contacts.
    let authors: [String]
    let campaign: Int?
    /// Day of publication.
    let published: Int
    /// Channels that carry it, ascending.
    let carriers: [Int]
    /// Carriers for which it was not planned.
    let unplanned: Set<Int>
    /// Channels it was planned for that never carry it.
    let missed: [Int]
  }

  /// Sorted by the day of publication.
  let all: [Content]

  init(
    _ options: GenerationOptions, network: PartnerNetwork, campaigns: [Campaign],
    random: inout Xoshiro256
  ) {
    var drafts: [(published: Int, campaign: Int?, brands: [Int], carriers: [Int])] = []
    for (number, campaign) in campaigns.enumerated() {
      let people = campaign.participants
      for _ in 0..<min(400, 6 + 2 * people.count) {
        // Most of it comes early; half of the first week's is there on the first day.
        let published =
          campaign.window.lowerBound
          + min(random.draw(below: campaign.window.count), random.draw(below: campaign.window.count))
        let brands = Self.distinct(
          [1, 1, 1, 2, 2, 3][random.draw(below: 6)], of: people, random: &random)
        let owners = Self.distinct(
          2 + random.draw(below: max(1, min(40, people.count / 2))), of: people, random: &random)
        let channels = owners.flatMap { owner in
          network.partners[owner].channels.filter { _ in random.chance(70) }
        }
        drafts.append((published, number, brands, channels))
      }
      // One content of all is in every participant's channels from the first day on.
      drafts.append(
        (
          campaign.window.lowerBound, number, Self.distinct(2, of: people, random: &random),
          people.flatMap { network.partners[$0].channels }
        ))
    }
    let ordinary = min(4000, network.partners.count * (options.days / 14 + 1))
    for number in 0..<ordinary {
      let owner = number % network.partners.count
      var brands = [owner]
      if random.chance(20) {
        let other = random.draw(below: network.partners.count)
        if other != owner { brands.append(other) }
      }
      let published =
        options.days * (number / network.partners.count) / (ordinary / network.partners.count + 1)
      drafts.append((published + random.draw(below: 10), nil, brands, network.partners[owner].channels))
    }
    let order = drafts.indices.sorted { (drafts[$0].published, $0) < (drafts[$1].published, $1) }
    let contactIds = ContactIds(count: options.contacts)
    all = order.enumerated().map { number, draft in
      let draft = drafts[draft]
      var authors = draft.brands.prefix(2).map { network.partners[$0].id }
      if random.chance(35) {
        authors.append(
          network.partners[
            random.element(
              of: campaigns.isEmpty ? draft.brands : campaigns[draft.campaign ?? 0].participants)
          ].id)
      }
      if random.chance(20) { authors.append(contactIds.text(random.draw(below: options.contacts))) }
      var seen: Set<String> = []
      authors = random.chance(8) ? [] : authors.filter { seen.insert($0).inserted }
      let carriers = draft.carriers.sorted()
      let unplanned = Set(carriers.filter { _ in random.chance(12) })
      return Content(
        id: Array(("x" + padded(number + 1, 4)).utf8),
        title: Self.title(number, campaign: draft.campaign.map { campaigns[$0].name }),
        format: random.element(of: Vocabulary.formats), brands: draft.brands, authors: authors,
        campaign: draft.campaign, published: draft.published, carriers: carriers,
        unplanned: unplanned,
        missed: random.chance(30)
          ? [random.draw(below: network.channels.count)].filter { !carriers.contains($0) } : [])
    }
  }

  private static func distinct(_ count: Int, of items: [Int], random: inout Xoshiro256) -> [Int] {
    var rest = items
    var chosen: [Int] = []
    while chosen.count < count, !rest.isEmpty {
      chosen.append(rest.remove(at: random.draw(below: rest.count)))
    }
    return chosen
  }

  private static func title(_ number: Int, campaign: String?) -> String {
    let topic = Vocabulary.topics[number % Vocabulary.topics.count]
    let round = number / Vocabulary.topics.count
    return (campaign.map { $0 + ": " } ?? "") + topic + (round > 0 ? " (\(round + 1))" : "")
  }
}
