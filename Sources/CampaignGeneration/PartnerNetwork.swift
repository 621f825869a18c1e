import CampaignModel
import Randomness

/// The partners and their channels: who they are, when they take part, and how traffic falls on them.
///
/// Partners belong to communities of interest. Their sizes fall off as 1/(rank), so that a few partners
/// have most of the audience.
struct PartnerNetwork {
  struct Partner {
    let id: String
    let name: String
    let sector: String
    let stage: String
    /// Day number, negative before the dataset's first day.
    let joined: Int
    /// Day number, if the partner leaves before the end.
    let left: Int?
    let community: Int
    let size: Int
    let channels: [Int]
    /// Draws one of `channels` by its index in that array.
    let channelChoice: WeightedChoice

    func takesPart(on day: Int) -> Bool {
      joined <= day && day < left ?? .max
    }
  }

  struct Channel {
    let id: [UInt8]
    let owner: Int
    let medium: Medium
  }

  let partners: [Partner]
  let channels: [Channel]
  /// Draws any partner by size.
  let anyPartner: WeightedChoice
  /// Draws one of a community's partners by size, as an index into `members` of that community.
  let fromCommunity: [WeightedChoice]
  let members: [[Int]]

  init(_ options: GenerationOptions, random: inout Xoshiro256) {
    let count = options.partners
    let communities = max(1, (count + 3) / 4)
    var partners: [Partner] = []
    var channels: [Channel] = []
    for index in 0..<count {
      let size = 1_000_000 / (index + 2)
      let sector = Vocabulary.sectors[(index + index / 10) % Vocabulary.sectors.count]
      let media = Self.media(index: index, size: size, random: &random)
      let owned = media.indices.map { channels.count + $0 }
      for medium in media {
        channels.append(
          Channel(
            id: Array(("h" + padded(channels.count + 1, 3)).utf8), owner: index, medium: medium))
      }
      partners.append(
        Partner(
          id: "p" + padded(index + 1, 2), name: Self.name(index, sector: sector), sector: sector,
          stage: random.element(of: Vocabulary.stages),
          joined: Self.joined(index, of: count, days: options.days, random: &random),
          left: index == count - 2 && count >= 8 ? options.days - options.days / 10 : nil,
          community: index % communities, size: size, channels: owned,
          channelChoice: WeightedChoice(media.map { $0.traffic })))
    }
    self.partners = partners
    self.channels = channels
    anyPartner = WeightedChoice(partners.map { $0.size })
    members = (0..<communities).map { community in
      partners.indices.filter { partners[$0].community == community }
    }
    fromCommunity = members.map { list in WeightedChoice(list.map { partners[$0].size }) }
  }

  /// Two to six media, the first of them never one for weekends only.
  private static func media(index: Int, size: Int, random: inout Xoshiro256) -> [Medium] {
    var media: [Medium] = [[.newsletter, .website, .instagram, .shop][index % 4]]
    let wanted = min(6, 2 + (size > 120_000 ? 2 : 0) + random.draw(below: 2))
    while media.count < wanted {
      let candidate = random.element(of: Medium.allCases)
      if !media.contains(candidate) { media.append(candidate) }
    }
    return media
  }

  private static func joined(_ index: Int, of count: Int, days: Int, random: inout Xoshiro256)
    -> Int
  {
    let founded = -30 - random.draw(below: 900)
    // Every eighth partner joins while the data run.
    return index % 8 == 5 ? days / 4 + random.draw(below: max(1, days / 4)) : founded
  }

  private static func name(_ index: Int, sector: String) -> String {
    let beginnings = Vocabulary.partnerBeginnings
    let endings = Vocabulary.partnerEndings[sector] ?? []
    let round = index / beginnings.count
    let ending = endings[(index / 10) % endings.count]
    return beginnings[index % beginnings.count] + " " + ending + (round > 1 ? " \(round)" : "")
  }

  /// `partners.csv`.
  func partnerTable(start: CivilDate) -> TableBuffer {
    var table = TableBuffer("partners.csv", header: "id,name,sector,stage,joined,left")
    for partner in partners {
      table.row([
        partner.id, partner.name, partner.sector, partner.stage,
        start.advanced(by: partner.joined).description,
        partner.left.map { start.advanced(by: $0).description } ?? "",
      ])
    }
    return table
  }

  /// `channels.csv`. The audience is what its owner says of the channel, not what is counted.
  func channelTable(contacts: Int, random: inout Xoshiro256) -> TableBuffer {
    var table = TableBuffer("channels.csv", header: "id,owner,name,medium,paid,audience")
    let whole = partners.reduce(0) { $0 + $1.size }
    for channel in channels {
      let owner = partners[channel.owner]
      let audience =
        contacts * (owner.size / 1000) / (whole / 1000) * random.within(60...220) / 100 + 10
      table.row([
        String(decoding: channel.id, as: UTF8.self), owner.id,
        owner.name + " " + channel.medium.title,
        channel.medium.name, channel.medium == .ads ? "true" : "false", String(audience),
      ])
    }
    return table
  }
}

/// `value` with zeros in front up to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
