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
    links = tally.byLink.map { Link(brand: $0.key.brand, channel: $0.key.channel, contacts: $0.value) }
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
  /// Adds nothing: contacts are distinct in every count, and add up to nothing that is shown.
  package func add(to system: inout CountSystem, in dataset: Dataset) {}

  /// Takes out the counts of too few contacts.
  package mutating func withhold(_ suppression: Suppression) {
    let group = suppression.group
    contacts = group.shown(contacts)
    for index in brands.indices { brands[index].contacts = group.shown(brands[index].contacts) }
    for index in channels.indices { channels[index].contacts = group.shown(channels[index].contacts) }
    for index in links.indices { links[index].contacts = group.shown(links[index].contacts) }
    unknown.addWithheld(named: "contacts", if: contacts == nil)
    unknown.addWithheld(named: "brands.contacts", brands.count { $0.contacts == nil }, of: brands.count)
    unknown.addWithheld(named: "channels.contacts", channels.count { $0.contacts == nil }, of: channels.count)
    unknown.addWithheld(named: "links.contacts", links.count { $0.contacts == nil }, of: links.count)
    sort(suppression.dataset)
  }
}
