import CampaignModel
import LogScanning

/// A contact that brought new contacts of a campaign by referring them (<doc:Metrics#Ambassadors>).
public struct Ambassador: Hashable, Sendable {
  /// Index of the contact.
  public var contact: Int
  /// New contacts that it referred itself.
  public var direct: Int
  /// New contacts that it referred itself, or that were referred by one it brought, and so on.
  public var reached: Int
}

/// The referrals of new contacts within a scope: ties of kind refers, dated in the window, to a new contact other
/// than the one that refers.
struct Referrals {
  /// Contacts that refer, ascending.
  private(set) var referrers: [Int] = []
  /// Per referrer, the new contacts it refers, each once.
  private var referred: [Int: [Int]] = [:]

  /// Collects the referrals. O(ties).
  init(_ test: ScopeTest, in dataset: Dataset) {
    var pairs = PairIndex()
    for tie in dataset.ties where tie.kind == "refers" && tie.from != tie.to {
      guard let time = tie.time?.milliseconds, time >= test.start, time < test.end,
        Referrals.isNew(tie.to, test, dataset)
      else { continue }
      let before = pairs.count
      if pairs.number(tie.from, tie.to) == before { referred[tie.from, default: []].append(tie.to) }
    }
    referrers = referred.keys.sorted()
  }

  /// Whether a contact's first touch of all is in T(K).
  private static func isNew(_ contact: Int, _ test: ScopeTest, _ dataset: Dataset) -> Bool {
    let slice = dataset.log.slice(of: contact)
    return !slice.isEmpty && test.accepts(contact: contact, of: dataset.contacts)
      && test.accepts(dataset.log.touches[slice.lowerBound])
  }

  /// Each referrer with what it brought, most contacts reached first, then most direct ones, then by id.
  ///
  /// O(referrals reached from each referrer).
  func ambassadors(in dataset: Dataset) -> [Ambassador] {
    var seen = StampSet(capacity: dataset.contacts.count)
    let all = referrers.map { referrer in
      seen.removeAll()
      _ = seen.insert(referrer)
      var found = referred[referrer, default: []].filter { seen.insert($0) }
      let direct = found.count
      var next = 0
      while next < found.count {
        for contact in referred[found[next], default: []] where seen.insert(contact) { found.append(contact) }
        next += 1
      }
      return (id: dataset.contacts.ids[referrer], Ambassador(contact: referrer, direct: direct, reached: found.count))
    }
    return all.sorted {
      ($1.1.reached, $1.1.direct, $0.id) < ($0.1.reached, $0.1.direct, $1.id)
    }.map(\.1)
  }
}
