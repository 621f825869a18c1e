public import CampaignFigures
public import CampaignModel
import LogScanning

/// What a partner whose past audience is in the data could add to a campaign.
///
/// It is the most it could: everyone its channels touched before the campaign's end, apart from the campaign itself.
public struct WithPartner: Sendable {
  /// What it could bring one brand.
  public struct BrandGain: Hashable, Sendable {
    /// Index of the brand.
    public var brand: Int
    /// Contacts of the audience that never met the brand before the campaign's end.
    public var newTouchpoints: Int?
  }

  /// Contacts of its audience that a carrier of the campaign reached.
  public struct Overlap: Hashable, Sendable {
    /// Index of the carrier.
    public var partner: Int
    public var contacts: Int?
  }

  public var scope: Scope
  /// Index of the partner.
  public var partner: Int
  /// Contacts touched in its channels before the campaign's end, touches of the campaign aside; nil when withheld.
  public var audience: Int?
  /// Those that the campaign reached anyway.
  public var shared: Int?
  /// Those that it did not: what the reach could grow by.
  public var added: Int?
  /// The campaign's reach as it was, and with the partner.
  public var reach: Int?
  public var reachWith: Int?
  /// Relevant contacts among those added.
  public var addedRelevant: Int?
  /// Brands of the campaign other than the partner itself, most new touchpoints first, then by id.
  public var byBrand: [BrandGain]
  /// Carriers with a part of the audience, most contacts first, then by id.
  public var overlap: [Overlap]
  public var unknown: [UnknownFigure]
}

/// Measures what a partner could add to a scope. One pass over the log.
///
/// Brands are those that touches of T(K) are about. With a `minimum_group` small counts are withheld, the campaign's
/// own together with those of its reach.
public func simulate(with partner: Int, in dataset: Dataset, scope: Scope, threads: Int = 1) -> WithPartner {
  var tally = WithPartnerTally(partner, scope, dataset)
  for contact in 0..<dataset.contacts.count { tally.add(contact, dataset) }
  var system = CountSystem(of: scope, in: dataset, threads: threads)
  let audience = system.add(CountName.audience, tally.audience)
  let shared = system.add(CountName.shared, tally.shared)
  let added = system.add(CountName.added, tally.added)
  system.add(CountName.relevant, tally.relevant)
  system.sum(audience, of: [shared, added])
  system.sum(
    system.add(CountName.reach, tally.reach + tally.added),
    of: [system.add(ReachFigures.reach.count, tally.reach), added])
  system.nest(CountName.relevant, in: CountName.added)
  for brand in tally.brands {
    system.add(CountName.brand[brand], tally.newTouchpoints[brand])
    system.nest(CountName.brand[brand], in: CountName.audience)
  }
  for owner in tally.overlap.indices {
    system.add(CountName.overlap[owner], tally.overlap[owner])
    system.nest(CountName.overlap[owner], in: CountName.shared)
    system.nest(CountName.overlap[owner], in: ReachFigures.carrierReach.count[owner])
  }
  system.protect(MinimumGroup(of: dataset))
  let order = PartnerOrder(dataset)
  var result = WithPartner(
    scope: scope, partner: partner, audience: system.shown(tally.audience, CountName.audience),
    shared: system.shown(tally.shared, CountName.shared), added: system.shown(tally.added, CountName.added),
    reach: system.shown(tally.reach, ReachFigures.reach.count),
    reachWith: system.shown(tally.reach + tally.added, CountName.reach),
    addedRelevant: system.shown(tally.relevant, CountName.relevant), byBrand: [], overlap: [], unknown: [])
  result.byBrand = tally.brands.map {
    WithPartner.BrandGain(brand: $0, newTouchpoints: system.shown(tally.newTouchpoints[$0], CountName.brand[$0]))
  }.sortedByMainFigure(\.newTouchpoints) { order.rank[$0.brand] < order.rank[$1.brand] }
  result.overlap = tally.overlap.indices.filter { tally.overlap[$0] > 0 }.map {
    WithPartner.Overlap(partner: $0, contacts: system.shown(tally.overlap[$0], CountName.overlap[$0]))
  }.sortedByMainFigure(\.contacts) { order.rank[$0.partner] < order.rank[$1.partner] }
  result.nameUnknown()
  return result
}

extension WithPartner {
  fileprivate mutating func nameUnknown() {
    let counts = [
      ("audience", audience), ("shared", shared), ("added", added), ("reach", reach), ("reach_with", reachWith),
      ("added_relevant", addedRelevant),
    ]
    for (name, count) in counts { unknown.addWithheld(named: name, if: count == nil) }
    unknown.addWithheld(
      named: "by_brand.new_touchpoints", byBrand.count { $0.newTouchpoints == nil }, of: byBrand.count)
    unknown.addWithheld(named: "overlap.contacts", overlap.count { $0.contacts == nil }, of: overlap.count)
  }
}

/// Counts, contact by contact, what a partner's audience and a campaign's have in common.
private struct WithPartnerTally {
  private(set) var audience = 0
  private(set) var shared = 0
  private(set) var added = 0
  private(set) var relevant = 0
  private(set) var reach = 0
  /// Brands that touches of T(K) are about, without the partner, by index.
  var brands: [Int] { isBrand.indices.filter { isBrand[$0] && $0 != partner } }
  /// Contacts of the audience by brand that they never met.
  var newTouchpoints: [Int] { met.map { audience - $0 } }
  private(set) var overlap: [Int]

  private let partner: Int
  private let test: ScopeTest
  private let tables: TouchTables
  private var isBrand: [Bool]
  /// Contacts of the audience that met each brand before the end.
  private var met: [Int]
  private var owners: StampSet
  private var known: StampSet

  init(_ partner: Int, _ scope: Scope, _ dataset: Dataset) {
    self.partner = partner
    test = ScopeTest(scope, in: dataset)
    tables = TouchTables(dataset)
    isBrand = [Bool](repeating: false, count: dataset.partners.count)
    overlap = [Int](repeating: 0, count: dataset.partners.count)
    met = overlap
    owners = StampSet(capacity: dataset.partners.count)
    known = owners
  }

  mutating func add(_ contact: Int, _ dataset: Dataset) {
    guard test.accepts(contact: contact, of: dataset.contacts) else { return }
    owners.removeAll()
    known.removeAll()
    var carriers: [Int] = []
    var familiar: [Int] = []
    var isAudience = false
    for position in dataset.log.slice(of: contact) {
      let touch = dataset.log.touches[position]
      guard touch.milliseconds < test.end else { break }
      let owner = tables.owner[touch.channel]
      let isMember = test.accepts(touch)
      if isMember, owners.insert(owner) { carriers.append(owner) }
      if !isMember, owner == partner { isAudience = true }
      tables.forEachBrand(of: touch) { brand in
        if isMember { isBrand[brand] = true }
        if known.insert(brand) { familiar.append(brand) }
      }
    }
    if !carriers.isEmpty { reach += 1 }
    guard isAudience else { return }
    audience += 1
    for brand in familiar { met[brand] += 1 }
    for owner in carriers where owner != partner { overlap[owner] += 1 }
    if carriers.isEmpty {
      added += 1
      if dataset.contacts.isRelevant(contact) { relevant += 1 }
    } else {
      shared += 1
    }
  }
}

extension CountName {
  // What a partner would add, by brand and by partner.
  fileprivate static let audience = CountName("with.audience")
  fileprivate static let shared = CountName("with.shared")
  fileprivate static let added = CountName("with.added")
  fileprivate static let relevant = CountName("with.relevant")
  fileprivate static let reach = CountName("with.reach")
  fileprivate static let brand = CountName("with.brand")
  fileprivate static let overlap = CountName("with.overlap")
}
