import CampaignFigures
import CampaignModel
import LogScanning

/// Finds what one named count of an analysis counts.
struct CountSearch<Counting: Analysis> {
  let name: String
  let analysis: Counting
  let scope: MeasuredScope
  /// With the only section asked for.
  let options: AnalysisOptions
  let dataset: Dataset

  typealias Definition = CountDefinition<Counting.Counts>

  /// - Throws: ``ListingError/unknownName(_:known:)`` where the analysis has no such count.
  func listing() throws(ListingError) -> Listing {
    let (definition, keyText) = try find()
    let key = try CountKeys(dataset: dataset, scope: scope.scope, options: options).resolve(keyText, of: definition)
    try checkShown(definition, key)
    let search = SingleCounts(
      definition: definition, key: key, template: analysis.tally(of: scope), campaignTest: scope.campaignTest)
    var history = ContactHistory(dataset, tables: TouchTables(dataset))
    var contacts: [Int] = []
    var entries: [Listing.Entry] = []
    for contact in 0..<dataset.contacts.count {
      history.load(contact, at: dataset.log.slice(of: contact))
      history.selectTouches(in: scope.test(of: analysis), scope.transactions, contacts: dataset.contacts)
      guard search.count(history) > 0 else { continue }
      contacts.append(contact)
      if definition.unit != .contacts { entries += search.entries(of: history) }
    }
    return Listing(name: name, items: items(definition.unit, contacts, entries))
  }

  /// The definition of the name, and the text of its key. `days.30.bracket` is `days.bracket` with the key 30.
  private func find() throws(ListingError) -> (Definition, String?) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var base = parts.first ?? ""
    var key = parts.count > 1 ? parts[1] : nil
    let steps = base.split(separator: ".")
    if steps.count == 3, steps[0] == "days", key == nil {
      base = "days.\(steps[2])"
      key = String(steps[1])
    }
    let counts = analysis.counts
    guard let definition = counts.first(where: { $0.name == base }) else {
      throw .unknownName(name, known: counts.map(\.pattern))
    }
    return (definition, key)
  }

  /// A count that is not shown is not listed either.
  private func checkShown(_ definition: Definition, _ key: [Int]) throws(ListingError) {
    let group = MinimumGroup(of: dataset)
    var wider = options
    wider.sections = group.isAsked ? nil : [Counting.section]
    let figures = measureUnprotected(dataset, scopes: [scope.scope], options: wider)[0]
    let names = analysis.unknownNames(of: definition, key)
    let unknown = figures[Counting.Figures.self]?.unknown ?? []
    let isUnknown = { (state: UnknownFigure.State) in state == .incomplete || state == .notConfigured }
    if let entry = unknown.first(where: { isUnknown($0.state) && names.contains($0.figure) }) {
      throw .notShown(name, entry.state)
    }
    guard group.isAsked else { return }
    let system = figures.countSystem(group, in: dataset)
    // What the system does not know, such as a single day of a curve, cannot be shown to be safe.
    if system.isWithheldIfCounted(suppressedName(of: definition, key)) ?? (definition.unit != .placements) {
      throw .notShown(name, .withheld)
    }
  }

  /// What the count is called among those that are protected together.
  private func suppressedName(of definition: Definition, _ key: [Int]) -> CountName {
    let name = definition.suppressedAs
    switch definition.key {
    case .none: return name
    case .set: return name[key.sorted()]
    case .pair:
      let rank = PartnerOrder(dataset).rank
      return name[key.sorted { rank[$0] < rank[$1] }]
    case .medium: return name[dataset.channels[key[0]].medium]
    default: return name[key[0]]
    }
  }

  private func items(_ unit: CountUnit, _ contacts: [Int], _ entries: [Listing.Entry]) -> Listing.Items {
    let ids = dataset.contacts.ids
    guard unit != .contacts else {
      return .contacts(contacts.map { (contact: $0, id: ids[$0]) }.sorted { $0.id < $1.id }.map(\.contact))
    }
    var sorted = entries.map { (entry: $0, id: ids[$0.contact], time: dataset.log.touches[$0.position].milliseconds) }
    sorted.sort { ($0.time, $0.id, $0.entry.position) < ($1.time, $1.id, $1.entry.position) }
    guard unit == .placements else { return .touches(sorted.map(\.entry)) }
    var seen: Set<[Int]> = []
    return .touches(
      sorted.map(\.entry).filter {
        let touch = dataset.log.touches[$0.position]
        return seen.insert([touch.contentOrZero, touch.channel]).inserted
      })
  }
}

/// Counts single contacts, and single touches of them, with a tally of their own.
private struct SingleCounts<Counts: Tally> {
  let definition: CountDefinition<Counts>
  let key: [Int]
  /// A tally that has counted nothing yet.
  let template: Counts
  let campaignTest: ScopeTest

  func count(_ history: ContactHistory) -> Int {
    var tally = template
    tally.addAlone(history, campaignTest)
    return definition.count(tally, key)
  }

  /// The touches, or the first touches about brands, of a contact that count.
  func entries(of history: ContactHistory) -> [Listing.Entry] {
    if definition.unit == .touchpoints {
      return history.firstTouchesByBrand.compactMap { first in
        var single = history
        single.firstTouchesByBrand = [first]
        guard count(single) > 0 else { return nil }
        return Listing.Entry(contact: history.contact, position: first.position, brand: first.partner)
      }
    }
    if definition.unit == .transactions { return transactions(of: history) }
    return history.scopedTouches.compactMap { position in
      var single = history
      single.scopedTouches = [position]
      return count(single) > 0 ? Listing.Entry(contact: history.contact, position: position) : nil
    }
  }

  /// The transactions of a contact that count: not all of them are among its touches in scope.
  private func transactions(of history: ContactHistory) -> [Listing.Entry] {
    guard var narrowed = template as? any TransactionTally else { return [] }
    return history.all.compactMap { position in
      narrowed.onlyTransaction = position
      guard var tally = narrowed as? Counts else { return nil }
      tally.addAlone(history, campaignTest)
      return definition.count(tally, key) > 0 ? Listing.Entry(contact: history.contact, position: position) : nil
    }
  }
}
