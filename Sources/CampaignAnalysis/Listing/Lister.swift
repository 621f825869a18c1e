import CampaignModel

/// Finds what one named count counts.
struct Lister {
  let name: String
  let scope: Scope
  let options: AnalysisOptions
  let dataset: Dataset

  /// Looks for the name among the counts of one tally, then of another.
  func list<Tally, Other>(
    _ definitions: [CountDefinition<Tally>], template: Tally, or others: [CountDefinition<Other>], _ other: Other,
    test: ScopeTest
  ) throws(ListingError) -> Listing {
    do throws(ListingError) {
      return try list(definitions, template: template, test: test)
    } catch {
      guard case .unknownName(_, let known) = error else { throw error }
      do throws(ListingError) {
        return try list(others, template: other, test: test)
      } catch {
        guard case .unknownName(_, let more) = error else { throw error }
        throw .unknownName(name, known: known + more)
      }
    }
  }

  func list<Tally>(
    _ definitions: [CountDefinition<Tally>], template: Tally, test: ScopeTest
  ) throws(ListingError) -> Listing {
    let (definition, keyText) = try find(definitions)
    let key = try CountKeys(dataset: dataset, scope: scope, options: options).resolve(keyText, of: definition)
    try checkShown(definition, key)
    let search = Search(
      definition: definition, key: key, template: template,
      campaignTest: ScopeTest(scope, in: dataset, filtered: false))
    var history = ContactHistory(dataset, tables: TouchTables(dataset))
    var contacts: [Int] = []
    var entries: [Listing.Entry] = []
    for contact in 0..<dataset.contacts.count {
      let slice = dataset.log.slice(of: contact)
      guard !slice.isEmpty else { continue }
      history.turn(to: contact, at: slice)
      history.select(test, contacts: dataset.contacts)
      guard search.count(history) > 0 else { continue }
      contacts.append(contact)
      if definition.unit != .contacts { entries += search.entries(of: history) }
    }
    return Listing(name: name, items: items(definition.unit, contacts, entries))
  }

  /// The definition of a name, and the text of its key. `days.30.bracket` is `days.bracket` with the key 30.
  private func find<Tally>(
    _ definitions: [CountDefinition<Tally>]
  ) throws(ListingError) -> (CountDefinition<Tally>, String?) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var base = parts.first ?? ""
    var key = parts.count > 1 ? parts[1] : nil
    let steps = base.split(separator: ".")
    if steps.count == 3, steps[0] == "days", key == nil {
      base = "days.\(steps[2])"
      key = String(steps[1])
    }
    guard let definition = definitions.first(where: { $0.name == base }) else {
      throw .unknownName(name, known: definitions.map(\.pattern))
    }
    return (definition, key)
  }

  /// A count that is not shown is not listed either.
  private func checkShown<Tally>(_ definition: CountDefinition<Tally>, _ key: [Int]) throws(ListingError) {
    let minimum = dataset.settings.minimumGroup
    var wider = options
    if minimum > 1 { wider.sections = Set(Section.allCases) }
    let figures = measureUnprotected(dataset, scopes: [scope], options: wider)[0]
    // Whose cohort it is, is known from the start; what became of it, only later.
    let isAlwaysKnown = ["cohort_size", "by_partner", "by_first_contact", "baseline.cohort_size"]
    if options.sections.contains(.retention), !isAlwaysKnown.contains(definition.name) {
      let entry = figures.retention?.unknown.first { entry in
        entry.state == .incomplete && paths(of: definition, key).contains(entry.figure)
      }
      if let entry { throw .notShown(name, entry.state) }
    }
    guard minimum > 1 else { return }
    let system = figures.countSystem(fewerThan: minimum, in: dataset)
    // What the system does not know, such as a single day of a curve, cannot be shown to be safe.
    if system.isWithheld(variable(of: definition, key)) ?? (definition.unit != .placements) {
      throw .notShown(name, .withheld)
    }
  }

  /// Where `unknown` may name the count.
  private func paths<Tally>(of definition: CountDefinition<Tally>, _ key: [Int]) -> [String] {
    if case .day = definition.key {
      let figure = definition.name.split(separator: ".")[1]
      return ["days.\(options.retention.days[key[0]]).\(figure)", "retention"]
    }
    return [definition.name == "by_partner.lost" ? "lost" : definition.name, "retention"]
  }

  /// Counts that bear another name among those that are protected together.
  private static let synonyms = [
    "penetration": "new_touchpoints.foreign", "total": "reach", "visitors": "funnel.visitors",
    "leads": "funnel.leads", "customers": "funnel.customers", "lead_to_customer": "funnel.lead_to_customer",
  ]

  /// What the count is called among those that are protected together.
  private func variable<Tally>(of definition: CountDefinition<Tally>, _ key: [Int]) -> String {
    switch definition.key {
    case .none:
      return Lister.synonyms[definition.name] ?? definition.name
    case .set: return Reach.name(of: Reach.Region(partners: key, contacts: nil))
    case .pair:
      let rank = PartnerOrder(dataset).rank
      let pair = key.sorted { rank[$0] < rank[$1] }
      return "\(definition.name):\(pair[0]),\(pair[1])"
    case .medium: return "\(definition.name):\(dataset.channels[key[0]].medium ?? "")"
    default: return "\(definition.name):\(key[0])"
    }
  }

  private func items<Tally>(
    _ unit: CountDefinition<Tally>.Unit, _ contacts: [Int], _ entries: [Listing.Entry]
  ) -> Listing.Items {
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
private struct Search<Tally: ContactTally> {
  let definition: CountDefinition<Tally>
  let key: [Int]
  /// A tally that has counted nothing yet.
  let template: Tally
  let campaignTest: ScopeTest

  func count(_ history: ContactHistory) -> Int {
    var tally = template
    tally.addWhole(history, campaignTest)
    return definition.count(tally, key)
  }

  /// The touches, or first meetings, of a contact that count.
  func entries(of history: ContactHistory) -> [Listing.Entry] {
    if definition.unit == .meetings {
      return history.firstMeetings.compactMap { meeting in
        var single = history
        single.firstMeetings = [meeting]
        guard count(single) > 0 else { return nil }
        return Listing.Entry(contact: history.contact, position: meeting.position, brand: meeting.partner)
      }
    }
    return history.members.compactMap { position in
      var single = history
      single.members = [position]
      return count(single) > 0 ? Listing.Entry(contact: history.contact, position: position) : nil
    }
  }
}
