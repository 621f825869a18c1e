import CampaignFigures
package import CampaignModel
import LogScanning

extension Flow {
  /// Turns the counts of a scan into figures. O(links · log links).
  init(_ tally: FlowTally, scope: Scope, dataset: Dataset) {
    self.scope = scope
    contacts = tally.contacts
    brands = dataset.partners.indices.filter { tally.byBrand[$0] > 0 }
      .map { Brand(brand: $0, contacts: tally.byBrand[$0]) }
    channels = dataset.channels.indices.filter { tally.byChannel[$0] > 0 }
      .map { Channel(channel: $0, contacts: tally.byChannel[$0]) }
    links = zip(tally.links.pairs, tally.byLink).map {
      Link(brand: Int($0.left), channel: Int($0.right), contacts: $1)
    }
    unknown = []
    sort(dataset)
  }

  private mutating func sort(_ dataset: Dataset) {
    let partners = PartnerOrder(dataset).rank
    let ids = dataset.channels.map(\.id)
    brands = brands.sortedByMainFigure(\.contacts) { partners[$0.brand] < partners[$1.brand] }
    channels = channels.sortedByMainFigure(\.contacts) { ids[$0.channel] < ids[$1.channel] }
    links = links.sortedByMainFigure(\.contacts) {
      (partners[$0.brand], ids[$0.channel]) < (partners[$1.brand], ids[$1.channel])
    }
  }
}

extension Flow {
  /// Adds every count. Contacts are distinct in each, so that counts add up to none; but whoever is in a link is in its brand
  /// and its channel, and whoever is in these is in the whole.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    guard let contacts else { return }
    system.add(.flow, contacts)
    system.nest(.flow, in: ReachFigures.reach.count)
    for row in brands { addCount(row.contacts, .flowBrand[row.brand], within: [.flow], to: &system) }
    for row in channels {
      addCount(
        row.contacts, .flowChannel[row.channel], within: [.flow, ReachFigures.channelReach.count[row.channel]],
        to: &system)
    }
    for row in links {
      addCount(
        row.contacts, .flowLink[[row.brand, row.channel]],
        within: [.flowBrand[row.brand], .flowChannel[row.channel]], to: &system)
    }
  }

  private func addCount(_ count: Int?, _ name: CountName, within wholes: [CountName], to system: inout CountSystem) {
    system.add(name, count ?? 0)
    for whole in wholes { system.nest(name, in: whole) }
  }

  /// Takes out the counts of too few contacts, and those that would tell them.
  package mutating func withhold(_ suppression: Suppression) {
    guard contacts != nil else { return }
    let system = suppression.system
    contacts = system.shown(contacts, .flow)
    for index in brands.indices {
      brands[index].contacts = system.shown(brands[index].contacts, .flowBrand[brands[index].brand])
    }
    for index in channels.indices {
      channels[index].contacts = system.shown(channels[index].contacts, .flowChannel[channels[index].channel])
    }
    for index in links.indices {
      let link = links[index]
      links[index].contacts = system.shown(link.contacts, .flowLink[[link.brand, link.channel]])
    }
    unknown.addWithheld(named: "contacts", if: contacts == nil)
    unknown.addWithheld(named: "brands.contacts", brands.count { $0.contacts == nil }, of: brands.count)
    unknown.addWithheld(named: "channels.contacts", channels.count { $0.contacts == nil }, of: channels.count)
    unknown.addWithheld(named: "links.contacts", links.count { $0.contacts == nil }, of: links.count)
    sort(suppression.dataset)
  }
}

extension CountName {
  fileprivate static let flow = CountName("flow.contacts")
  fileprivate static let flowBrand = CountName("flow.brands")
  fileprivate static let flowChannel = CountName("flow.channels")
  fileprivate static let flowLink = CountName("flow.links")
}
