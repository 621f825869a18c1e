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
struct Referrals: Sendable {
  /// Who refers which new contact, each pair once.
  private(set) var pairs: [(from: Int, to: Int)] = []

  /// Collects the referrals. O(ties).
  init(_ test: ScopeTest, in dataset: Dataset) {
    var index = PairIndex()
    for tie in dataset.ties where tie.kind == "refers" && tie.from != tie.to {
      guard let time = tie.time?.milliseconds, time >= test.start, time < test.end,
        Referrals.isNew(tie.to, test, dataset)
      else { continue }
      let before = index.count
      if index.number(tie.from, tie.to) == before { pairs.append((tie.from, tie.to)) }
    }
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
    var referred: [Int: [Int]] = [:]
    for pair in pairs { referred[pair.from, default: []].append(pair.to) }
    let referrers = referred.keys.sorted()
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

extension Referrals {
  /// The pairs by the contacts' ids, each after its number of bytes: the only contacts that a tally names.
  mutating func code(_ coder: inout TallyCoder, ids: TextColumn) throws(TallyFault) {
    let known = pairs
    let texts = try coder.texts {
      known.map { pair in
        var writer = TallyWriter()
        writer.write(ids.utf8(of: pair.from))
        writer.write(ids.utf8(of: pair.to))
        return writer.bytes
      }
    }
    guard let texts else { return }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    for contact in 0..<ids.count { numbers[ids.utf8(of: contact)] = contact }
    pairs = []
    for text in texts {
      let (from, to) = try Referrals.ids(in: text)
      guard let from = numbers[from], let to = numbers[to] else {
        throw TallyFault("holds a tie of a contact that is not known")
      }
      pairs.append((from, to))
    }
  }

  /// The ids of both ends of a referral, as a tally holds it.
  static func ids(in text: [UInt8]) throws(TallyFault) -> (from: ArraySlice<UInt8>, to: ArraySlice<UInt8>) {
    var reader = TallyReader(text[...])
    let ends = (from: try reader.text(), to: try reader.text())
    guard reader.isAtEnd else { throw TallyFault("holds a tie that is not one") }
    return ends
  }
}
