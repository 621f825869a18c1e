import CampaignModel
import LogScanning

/// Counts who met whose message in whose channel in one scope, contact by contact.
struct FlowTally: ContactTally {
  var contacts = 0
  /// Contacts by brand.
  var byBrand: [Int]
  /// Contacts by channel.
  var byChannel: [Int]
  /// Contacts by brand and channel.
  var byLink: [Link: Int] = [:]

  /// A brand in a channel of somebody else.
  struct Link: Hashable, Sendable {
    var brand: Int
    var channel: Int
  }

  private var seenBrands: StampSet
  private var seenChannels: StampSet
  private var seenLinks: Set<Link> = []

  init(in dataset: Dataset) {
    byBrand = [Int](repeating: 0, count: dataset.partners.count)
    byChannel = [Int](repeating: 0, count: dataset.channels.count)
    seenBrands = StampSet(capacity: dataset.partners.count)
    seenChannels = StampSet(capacity: dataset.channels.count)
  }

  mutating func add(_ history: borrowing ContactHistory) {
    seenBrands.removeAll()
    seenChannels.removeAll()
    seenLinks.removeAll(keepingCapacity: true)
    for position in history.scopedTouches {
      let channel = history.touches[position].channel
      let owner = history.tables.owner[channel]
      history.tables.forEachBrand(of: history.touches[position]) { brand in
        guard brand != owner else { return }
        let link = Link(brand: brand, channel: channel)
        guard seenLinks.insert(link).inserted else { return }
        byLink[link, default: 0] += 1
        if seenBrands.insert(brand) { byBrand[brand] += 1 }
        if seenChannels.insert(channel) { byChannel[channel] += 1 }
      }
    }
    if !seenLinks.isEmpty { contacts += 1 }
  }

  mutating func merge(_ other: FlowTally) {
    contacts += other.contacts
    byBrand.add(other.byBrand)
    byChannel.add(other.byChannel)
    byLink.merge(other.byLink, uniquingKeysWith: +)
  }
}
