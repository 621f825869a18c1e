public import CampaignModel

/// What would-be partnerships would bring and take, before there are any (a screening view).
///
/// Everything follows from who reached whom in the scope: a side brings the contacts that the other has not reached.
public struct Screening: Sendable {
  /// A partner with what the network would gain by it.
  public struct Offer: Hashable, Sendable {
    public var partner: Int
    /// Contacts touched in its channels.
    public var audience: Int
    /// Those that no other owner of channels reached.
    public var exclusive: Int
    /// Its sector, where no other partner of the network has it.
    public var newSector: String?
    /// Its stage, where no other partner of the network has it.
    public var newStage: String?
  }

  /// A partner that might be taken on.
  public struct Candidate: Hashable, Sendable {
    public var offer: Offer
    public var direction: PartnershipDirection?
    /// Contacts reached by both.
    public var shared: Int
    /// Contacts that it reached and the asking partner did not.
    public var brings: Int
    /// Contacts that the asking partner reached and it did not.
    public var takes: Int
    /// (brings − takes) / (brings + takes), in [−1, 1]; nil when neither would bring any.
    public var balance: Double?
    /// The knot that this would make.
    public var knot: Knot
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
///   - candidates: those it asks about, other than itself. The network they are held against is every partner but
///     the candidates.
public func screen(
  _ candidates: [Int], for partner: Int, in dataset: Dataset, scope: Scope, threads: Int = 1
) -> Screening {
  let figures = analyze(dataset, scopes: [scope], options: AnalysisOptions(sections: [.reach], threads: threads))
  let regions = figures[0].reach?.regions ?? []
  let order = PartnerOrder(dataset)
  let network = dataset.partners.indices.filter { !candidates.contains($0) }
  func offer(_ asked: Int) -> Screening.Offer {
    let others = network.filter { $0 != asked }
    let (sector, stage) = (dataset.partners[asked].sector, dataset.partners[asked].stage)
    return Screening.Offer(
      partner: asked, audience: contacts(in: regions) { $0.contains(asked) },
      exclusive: contacts(in: regions) { $0 == [asked] },
      newSector: others.contains { dataset.partners[$0].sector == sector } ? nil : sector,
      newStage: others.contains { dataset.partners[$0].stage == stage } ? nil : stage)
  }
  let rows = candidates.map { candidate in
    let brings = contacts(in: regions) { $0.contains(candidate) && !$0.contains(partner) }
    let takes = contacts(in: regions) { $0.contains(partner) && !$0.contains(candidate) }
    return Screening.Candidate(
      offer: offer(candidate), direction: PartnershipDirection(dataset.partners[candidate], dataset.partners[partner]),
      shared: contacts(in: regions) { $0.contains(candidate) && $0.contains(partner) }, brings: brings, takes: takes,
      balance: brings + takes > 0 ? Double(brings - takes) / Double(brings + takes) : nil, knot: Knot(brings, takes))
  }
  return Screening(
    scope: scope, asking: offer(partner),
    candidates: rows.sorted {
      $0.brings != $1.brings
        ? $0.brings > $1.brings : order.rank[$0.offer.partner] < order.rank[$1.offer.partner]
    }, unknown: [])
}

/// Contacts of the regions whose owners fit.
private func contacts(in regions: [Reach.Region], where isCounted: ([Int]) -> Bool) -> Int {
  regions.reduce(0) { $0 + (isCounted($1.partners) ? $1.contacts ?? 0 : 0) }
}
