import CampaignModel

extension Flow {
  /// Turns the counts of a pass into figures. O(links · log links).
  init(_ tally: FlowTally, scope: Scope, dataset: Dataset) {
    func shown(_ count: Int) -> Int? { count > 0 && count < dataset.settings.minimumGroup ? nil : count }
    self.scope = scope
    contacts = shown(tally.contacts)
    let partners = PartnerOrder(dataset)
    brands = partners.sorted(
      dataset.partners.indices.filter { tally.byBrand[$0] > 0 }, by: { tally.byBrand[$0] }
    ).map { Brand(brand: $0, contacts: shown(tally.byBrand[$0])) }
    channels = dataset.channels.indices.filter { tally.byChannel[$0] > 0 }
      .sorted {
        let (left, right) = (tally.byChannel[$0], tally.byChannel[$1])
        return left != right ? left > right : dataset.channels[$0].id < dataset.channels[$1].id
      }
      .map { Channel(channel: $0, contacts: shown(tally.byChannel[$0])) }
    links = tally.byLink
      .sorted {
        guard $0.value == $1.value else { return $0.value > $1.value }
        guard $0.key.brand == $1.key.brand else { return partners.rank[$0.key.brand] < partners.rank[$1.key.brand] }
        return dataset.channels[$0.key.channel].id < dataset.channels[$1.key.channel].id
      }
      .map { Link(brand: $0.key.brand, channel: $0.key.channel, contacts: shown($0.value)) }
  }
}
