import CampaignModel
import LogScanning

/// Counts who met whose message in whose channel in one scope, contact by contact.
struct FlowTally: ContactTally {
  var contacts = 0
  /// Contacts by brand.
  var byBrand: [Int]
  /// Contacts by channel.
  var byChannel: [Int]
  /// Pairs of a brand and a channel of somebody else.
  var links = PairIndex()
  /// Contacts by link.
  var byLink: [Int] = []

  private var seenBrands: StampSet
  private var seenChannels: StampSet
  /// By link, the contact that was counted last, plus 1.
  var lastContact: [Int] = []

  init(in dataset: Dataset) {
    byBrand = [Int](repeating: 0, count: dataset.partners.count)
    byChannel = [Int](repeating: 0, count: dataset.channels.count)
    seenBrands = StampSet(capacity: dataset.partners.count)
    seenChannels = StampSet(capacity: dataset.channels.count)
  }

  mutating func add(_ history: borrowing ContactHistory) {
    seenBrands.removeAll()
    seenChannels.removeAll()
    var isReached = false
    for position in history.scopedTouches {
      let touch = history.touches[position]
      let content = touch.contentOrZero
      // Without content a touch is about the channel's owner.
      guard content > 0 else { continue }
      let owner = history.tables.owner[touch.channel]
      for index in history.tables.brandRange(ofContent: content) where history.tables.brands[index] != owner {
        isReached = true
        add(history.tables.brands[index], in: touch.channel, to: history.contact)
      }
    }
    if isReached { contacts += 1 }
  }

  private mutating func add(_ brand: Int, in channel: Int, to contact: Int) {
    let link = number(brand, channel)
    guard lastContact[link] != contact + 1 else { return }
    lastContact[link] = contact + 1
    byLink[link] += 1
    if seenBrands.insert(brand) { byBrand[brand] += 1 }
    if seenChannels.insert(channel) { byChannel[channel] += 1 }
  }

  mutating func merge(_ other: FlowTally) {
    contacts += other.contacts
    byBrand.add(other.byBrand)
    byChannel.add(other.byChannel)
    for (index, pair) in other.links.pairs.enumerated() {
      byLink[number(Int(pair.left), Int(pair.right))] += other.byLink[index]
    }
  }

  /// The number of a link, with a place for what is counted of it.
  private mutating func number(_ brand: Int, _ channel: Int) -> Int {
    let link = links.number(brand, channel)
    if link == byLink.count {
      byLink.append(0)
      lastContact.append(0)
    }
    return link
  }
}
