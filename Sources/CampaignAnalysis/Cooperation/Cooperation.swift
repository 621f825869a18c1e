public import CampaignFigures
public import CampaignModel
import Foundation
import LogScanning

/// How partners work together in a campaign, and how deeply contacts take part (<doc:Metrics#Cooperation>).
///
/// A figure that is not exact is nil, and `unknown` says why.
public struct Cooperation: Sendable {
  public var scope: Scope
  /// Participants that carried a content in a channel of theirs, authored one or gave something, of all
  /// participants; a complete count.
  public var activePartners: Proportion?
  /// Indices of the active partners, by id.
  public var activePartnerList: [Int]
  /// Indices of the participants, by id.
  public var participants: [Int]
  /// Contents with two authors or more, of contents with an author; a complete count.
  public var coCreationRate: Proportion?
  /// Touches of level interaction or higher.
  public var interactions: Int?
  /// The contacts behind them.
  var interactingContacts: Int
  /// Mean depth of these.
  public var engagementDepth: Double?
  /// Interactions per contact reached.
  public var engagementPerContact: Double?
  /// Interactions per active partner; nil where one of both is not known, or no partner is active.
  public var interactionsPerPartner: Double? {
    guard let interactions, let active = activePartners?.count, active > 0 else { return nil }
    return Double(interactions) / Double(active)
  }
  /// Distinct known sectors of active partners.
  public var sectors: Int?
  /// Shannon's entropy of the sectors of active partners, in nats; nil when no sector is known.
  public var sectorDiversity: Double?
  /// Contacts that brought new ones; nil when it is withheld.
  public var ambassadorCount: Int?
  /// Contacts that brought new ones, most contacts reached first, then by direct ones, then by id.
  public var ambassadors: [Ambassador]
  /// Gestures between partners that were answered.
  public var reciprocity: Reciprocity
  public var unknown: [UnknownFigure]
}

extension Cooperation {
  /// Turns the counts of a pass, and the tables beside the log, into figures.
  init(_ tally: EngagementTally, scope: Scope, test: ScopeTest, dataset: Dataset) {
    self.scope = scope
    unknown = []
    let order = PartnerOrder(dataset)
    let takesPart = Participants.flags(of: scope.campaign, isCarrier: tally.isCarrier, in: dataset)
    let isActive = Cooperation.activity(tally, scope, test, dataset)
    let active = order.partners.filter { takesPart[$0] && isActive[$0] }
    participants = order.partners.filter { takesPart[$0] }
    // Without any content it is not known who carried one.
    let hasContents = dataset.tellsOwnFromForeign
    activePartnerList = hasContents ? active : []
    activePartners = hasContents ? Proportion(complete: active.count, of: participants.count) : nil
    coCreationRate = Cooperation.coCreation(scope, dataset)
    reciprocity = Gestures(from: test.start, until: test.end, in: dataset).reciprocity
    ambassadors = tally.referrals.ambassadors(in: dataset)
    ambassadorCount = ambassadors.count

    var count = 0
    var depth = 0.0
    for (index, kind) in dataset.kinds.kinds.enumerated() where kind.level >= .interaction {
      count += tally.touchesByKind[index]
      depth += Double(tally.touchesByKind[index]) * kind.depth
    }
    interactions = count
    interactingContacts = tally.interactingContacts
    engagementDepth = count > 0 ? depth / Double(count) : nil
    engagementPerContact = tally.reach > 0 ? Double(count) / Double(tally.reach) : nil

    let members = Dictionary(grouping: activePartnerList.compactMap { dataset.partners[$0].sector }, by: \.self)
      .mapValues(\.count)
    sectors = hasContents ? members.count : nil
    sectorDiversity = Cooperation.entropy(members.values.sorted())
    addUnknown(dataset)
  }

  /// Per partner, whether it did anything for the campaign in its window.
  private static func activity(
    _ tally: EngagementTally, _ scope: Scope, _ test: ScopeTest, _ dataset: Dataset
  ) -> [Bool] {
    var isActive = tally.carriesContent
    if scope.campaign != nil {
      for content in dataset.contents where content.campaign == scope.campaign {
        for case .partner(let author) in content.authors { isActive[author] = true }
      }
    }
    for exchange in dataset.exchanges
    where exchange.time.milliseconds >= test.start && exchange.time.milliseconds < test.end {
      isActive[exchange.from] = true
    }
    return isActive
  }

  private static func coCreation(_ scope: Scope, _ dataset: Dataset) -> Proportion {
    let authored = dataset.contents.filter {
      scope.campaign != nil && $0.campaign == scope.campaign && !$0.authors.isEmpty
    }
    return Proportion(complete: authored.count { $0.authors.count >= 2 }, of: authored.count)
  }

  /// Shannon's H = −Σ p ln p of some counts, in nats; nil when there are none.
  static func entropy(_ counts: [Int]) -> Double? {
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return nil }
    return counts.reduce(0.0) { sum, count in
      let share = Double(count) / total
      return share > 0 ? sum - share * log(share) : sum
    }
  }

  private mutating func addUnknown(_ dataset: Dataset) {
    if !dataset.tellsOwnFromForeign {
      unknown.addWithoutContents([CooperationFigures.activePartners, CooperationFigures.diversity])
    } else if activePartners?.rate == nil {
      unknown.append(
        UnknownFigure(
          CooperationFigures.activePartners, .undefined, LocalizedText("Nobody takes part.", "Niemand nimmt teil.")))
    } else if interactionsPerPartner == nil {
      unknown.append(
        UnknownFigure(
          CooperationFigures.interactionsPerPartner, .undefined,
          LocalizedText("No partner is active.", "Kein Partner ist aktiv.")))
    }
    if coCreationRate?.rate == nil {
      let hasAuthors = dataset.contents.contains { !$0.authors.isEmpty }
      unknown.append(
        UnknownFigure(
          CooperationFigures.coCreationRate, hasAuthors ? .undefined : .notConfigured,
          hasAuthors
            ? LocalizedText(
              "No content of the campaign has an author.", "Kein Inhalt der Kampagne hat eine Autorin oder einen Autor."
            )
            : LocalizedText(
              "contents.csv names no authors.", "contents.csv nennt keine Autorinnen und Autoren.")))
    }
    if engagementDepth == nil {
      unknown.append(
        UnknownFigure(
          CooperationFigures.engagementDepth, .undefined,
          LocalizedText("There are no interactions.", "Es gibt keine Interaktionen.")))
    }
    if engagementPerContact == nil {
      unknown.append(UnknownFigure(CooperationFigures.engagementPerContact, .undefined, .nobodyReached))
    }
    if sectorDiversity == nil, dataset.tellsOwnFromForeign {
      unknown.append(
        UnknownFigure(
          CooperationFigures.diversity, .notConfigured,
          LocalizedText(
            "No active partner's sector is known.", "Von keinem aktiven Partner ist die Branche bekannt.")))
    }
    if reciprocity.answered?.rate == nil {
      let hasExchanges = dataset.tables.contains(.exchanges)
      unknown.append(
        UnknownFigure(
          CooperationFigures.reciprocity, hasExchanges ? .undefined : .notConfigured,
          hasExchanges
            ? LocalizedText(
              "No gesture of the window is at least 30 days old.",
              "Keine Geste des Fensters ist mindestens 30 Tage alt.") : .noExchanges))
    }
  }
}
