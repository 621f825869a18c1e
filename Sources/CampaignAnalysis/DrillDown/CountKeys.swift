import CampaignModel
import LogScanning

/// Turns the key of a count's name into indices.
struct CountKeys {
  let dataset: Dataset
  let scope: Scope
  let options: AnalysisOptions

  /// - Throws: ``ListingError/unknownKey(_:pattern:known:)`` when the key is not there, or there though none belongs.
  func resolve<Counts>(_ text: String?, of definition: CountDefinition<Counts>) throws(ListingError) -> [Int] {
    let text = text ?? ""
    let found: [Int]?
    switch definition.key {
    case .none: found = text.isEmpty ? [] : nil
    case .partner: found = partner(text).map { [$0] }
    case .stackedPartner: found = partner(text).flatMap(stack)
    case .pair:
      found = partners(text)
      if found?.count != 2 { throw unknown(text, definition) }
    case .set: found = partners(text)
    case .channel: found = dataset.channels.firstIndex { $0.id == text }.map { [$0] }
    case .medium:
      let channels = dataset.channels.indices.filter { (dataset.channels[$0].medium ?? "") == text }
      found = channels.isEmpty ? nil : channels
    case .contactClass: found = FirstContactClass.allCases.first { $0.name == text }.map { [$0.rawValue] }
    case .number: found = Int(text).flatMap { $0 >= 0 && $0 < 1_000_000 ? [$0] : nil }
    case .day: found = Int(text).flatMap { options.retention.days.firstIndex(of: $0) }.map { [$0] }
    }
    guard let found else { throw unknown(text, definition) }
    return found
  }

  private func unknown<Counts>(_ text: String, _ definition: CountDefinition<Counts>) -> ListingError {
    let known: [String]
    switch definition.key {
    case .partner, .stackedPartner, .pair, .set: known = dataset.partners.map(\.id)
    case .channel: known = dataset.channels.map(\.id)
    case .medium: known = Set(dataset.channels.map { $0.medium ?? "" }).sorted()
    case .contactClass: known = FirstContactClass.allCases.map(\.name)
    case .day: known = options.retention.days.map(String.init)
    case .none, .number: known = []
    }
    return .unknownKey(text, pattern: definition.pattern, known: known)
  }

  private func partner(_ id: some StringProtocol) -> Int? { dataset.partners.firstIndex { $0.id == id } }

  /// Distinct partners joined by `+`; an id that itself holds a `+` is found too.
  private func partners(_ text: String) -> [Int]? {
    if let single = partner(text) { return [single] }
    for split in text.indices where text[split] == "+" {
      guard let first = partner(text[..<split]), let rest = partners(String(text[text.index(after: split)...])) else {
        continue
      }
      return rest.contains(first) ? nil : [first] + rest
    }
    return nil
  }

  /// A carrier, followed by all that are stacked before it.
  private func stack(_ partner: Int) -> [Int]? {
    var options = options
    options.sections = [.reach]
    let stacked = measureUnprotected(dataset, scopes: [scope], options: options)[0].reach?.stacked.map(\.partner) ?? []
    return stacked.firstIndex(of: partner).map { [partner] + stacked[..<$0] }
  }
}
