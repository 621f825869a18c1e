public import CampaignFigures
public import CampaignModel
import LogScanning

/// What would-be partnerships would bring and take, before there are any (a screening view).
///
/// Everything follows from who reached whom in the scope: a side brings the contacts that the other has not reached.
public struct Screening: Sendable {
  /// A partner with what the network would gain by it.
  public struct Offer: Hashable, Sendable {
    public var partner: Int
    /// Contacts touched in its channels.
    public var audience: Int?
    /// Those that no other owner of channels reached.
    public var exclusive: Int?
    /// Its sector, where no other has it, of the participants and of those compared.
    public var newSector: String?
    /// Its stage, where no other of them has it.
    public var newStage: String?
  }

  /// A partner that might be taken on.
  public struct Candidate: Hashable, Sendable {
    public var offer: Offer
    public var direction: PartnershipDirection?
    /// Contacts reached by both.
    public var shared: Int?
    /// Contacts that it reached and the asking partner did not.
    public var brings: Int?
    /// Contacts that the asking partner reached and it did not.
    public var takes: Int?
    /// (brings − takes) / (brings + takes), in [−1, 1]; nil when neither would bring any.
    public var balance: Double?
    /// The knot that this would make; nil when it is withheld.
    public var knot: Knot?
    /// Whether one side would bring far more than the other: one-sided or granny.
    public var isOneSided: Bool { knot == .oneSided || knot == .granny }
  }

  public var scope: Scope
  /// The partner that asks.
  public var asking: Offer
  /// Those it asks about, most contacts brought first, then by id.
  public var candidates: [Candidate]
  public var unknown: [UnknownFigure]
}

/// Compares would-be partners. One pass over the log.
///
/// - Parameters:
///   - partner: the one that asks.
///   - candidates: those it asks about, other than itself, each held against the participants and each other.
public func screen(
  _ candidates: [Int], for partner: Int, in dataset: Dataset, scope: Scope, threads: Int = 1
) -> Screening {
  let figures = measureUnprotected(
    dataset, scopes: [scope], options: AnalysisOptions(sections: [.reach], threads: threads))
  let regions = figures[0].reach.map { Array($0.regions) } ?? []
  let order = PartnerOrder(dataset)
  var isCarrier = [Bool](repeating: false, count: dataset.partners.count)
  for region in regions { for owner in region.partners { isCarrier[owner] = true } }
  let takesPart = Participants.flags(of: scope.campaign, isCarrier: isCarrier, in: dataset)
  let compared = Set(candidates).union([partner])
  let network = dataset.partners.indices.filter { takesPart[$0] || compared.contains($0) }
  func offer(_ asked: Int) -> Screening.Offer {
    let others = network.filter { $0 != asked }
    let (sector, stage) = (dataset.partners[asked].sector, dataset.partners[asked].stage)
    return Screening.Offer(
      partner: asked, audience: contactCount(in: regions) { $0.contains(asked) },
      exclusive: contactCount(in: regions) { $0 == [asked] },
      newSector: others.contains { dataset.partners[$0].sector == sector } ? nil : sector,
      newStage: others.contains { dataset.partners[$0].stage == stage } ? nil : stage)
  }
  let rows = candidates.map { candidate in
    let brings = contactCount(in: regions) { $0.contains(candidate) && !$0.contains(partner) }
    let takes = contactCount(in: regions) { $0.contains(partner) && !$0.contains(candidate) }
    return Screening.Candidate(
      offer: offer(candidate), direction: PartnershipDirection(dataset.partners[candidate], dataset.partners[partner]),
      shared: contactCount(in: regions) { $0.contains(candidate) && $0.contains(partner) }, brings: brings,
      takes: takes,
      balance: brings + takes > 0 ? Double(brings - takes) / Double(brings + takes) : nil, knot: Knot(brings, takes))
  }
  var screening = Screening(scope: scope, asking: offer(partner), candidates: rows, unknown: [])
  screening.withhold(MinimumGroup(of: dataset))
  screening.candidates = screening.candidates.sortedByMainFigure(\.brings) {
    order.rank[$0.offer.partner] < order.rank[$1.offer.partner]
  }
  return screening
}

extension Screening {
  /// Takes out counts of too few contacts, and whatever would let one be worked out.
  fileprivate mutating func withhold(_ group: MinimumGroup) {
    guard group.isAsked else { return }
    var system = CountSystem()
    let all = system.add(CountName.audience, asking.audience ?? 0)
    system.add(ReachFigures.exclusive.count, asking.exclusive ?? 0)
    for row in candidates {
      let key = row.offer.partner
      let shared = system.add(CountName.shared[key], row.shared ?? 0)
      system.sum(
        system.add(CountName.audience[key], row.offer.audience ?? 0),
        of: [shared, system.add(CountName.brings[key], row.brings ?? 0)])
      system.sum(all, of: [shared, system.add(CountName.takes[key], row.takes ?? 0)])
      system.add(ReachFigures.exclusive.count[key], row.offer.exclusive ?? 0)
      system.nest(ReachFigures.exclusive.count[key], in: CountName.brings[key])
      system.nest(ReachFigures.exclusive.count, in: CountName.takes[key])
    }
    system.protect(group)
    asking.audience = system.shown(asking.audience, CountName.audience)
    asking.exclusive = system.shown(asking.exclusive, ReachFigures.exclusive.count)
    for index in candidates.indices {
      let key = candidates[index].offer.partner
      candidates[index].offer.audience = system.shown(candidates[index].offer.audience, CountName.audience[key])
      candidates[index].offer.exclusive = system.shown(
        candidates[index].offer.exclusive, ReachFigures.exclusive.count[key])
      candidates[index].shared = system.shown(candidates[index].shared, CountName.shared[key])
      candidates[index].brings = system.shown(candidates[index].brings, CountName.brings[key])
      candidates[index].takes = system.shown(candidates[index].takes, CountName.takes[key])
      guard candidates[index].brings == nil || candidates[index].takes == nil else { continue }
      candidates[index].balance = nil
      candidates[index].knot = nil
    }
    unknown.addWithheld(named: "with.audience", if: asking.audience == nil)
    unknown.addWithheld(named: "with.exclusive", if: asking.exclusive == nil)
    unknown.addWithheld(
      named: "candidates.audience", candidates.count { $0.offer.audience == nil }, of: candidates.count)
    unknown.addWithheld(
      named: "candidates.exclusive", candidates.count { $0.offer.exclusive == nil }, of: candidates.count)
    unknown.addWithheld(named: "candidates.shared", candidates.count { $0.shared == nil }, of: candidates.count)
    unknown.addWithheld(named: "candidates.brings", candidates.count { $0.brings == nil }, of: candidates.count)
    unknown.addWithheld(named: "candidates.takes", candidates.count { $0.takes == nil }, of: candidates.count)
  }
}

/// Contacts of the regions whose owners fit.
private func contactCount(in regions: [Reach.Region], where isCounted: ([Int]) -> Bool) -> Int {
  regions.reduce(0) { $0 + (isCounted($1.partners) ? $1.contacts ?? 0 : 0) }
}

extension CountName {
  // What two partners would bring each other, by the one that is asked about.
  fileprivate static let audience = CountName("screening.audience")
  fileprivate static let shared = CountName("screening.shared")
  fileprivate static let brings = CountName("screening.brings")
  fileprivate static let takes = CountName("screening.takes")
}
