import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation

extension CampaignReport {
  /// What happened in a campaign, in five to seven sentences: each says figures of the report, shares with their interval,
  /// and none says why, for only a holdout drawn by lot could.
  func summary(of entry: ScopeFigures) -> [String] {
    [
      whatHappened(entry), throughWhom(entry), whatPartnersAdded(entry), whoStayed(entry), against(entry),
      targets(entry),
      whatToLookAt(entry),
    ].compactMap(\.self)
  }

  private func whatHappened(_ entry: ScopeFigures) -> String? {
    guard let reach = entry.reach, let total = reach.reach else { return nil }
    guard let new = entry.touchpoints?.newContacts else {
      return localizer(.happenedWithoutNew, localizer.number(total), localizer.count(reach.contactsGross))
    }
    return localizer(
      .happened, localizer.number(total), localizer.number(new), localizer.count(reach.contactsGross))
  }

  private func throughWhom(_ entry: ScopeFigures) -> String? {
    guard let reach = entry.reach, let total = reach.reach, let first = reach.stacked.first, let gain = first.gain
    else { return nil }
    let name = LabelText.isolated(partner(first.partner))
    guard reach.stacked.count > 3, let three = reach.stacked[2].cumulative else {
      return localizer(.throughOne, name, localizer.number(gain), localizer.number(total))
    }
    let others = reach.stacked[1...2].map { LabelText.isolated(partner($0.partner)) }
    return localizer(
      .throughThree, name, localizer.number(gain), others[0], others[1], localizer.number(three),
      localizer.number(total))
  }

  private func whatPartnersAdded(_ entry: ScopeFigures) -> String? {
    guard let reach = entry.reach, let total = reach.reach, let incremental = reach.incremental, total > 0 else {
      return nil
    }
    guard incremental > 0 else { return localizer(.partnersAddedNobody) }
    return localizer(
      .partnersAdded, localizer.number(incremental), localizer.number(total),
      localizer.percent(Double(incremental) / Double(total)))
  }

  private func whoStayed(_ entry: ScopeFigures) -> String? {
    guard let retention = entry.retention else { return nil }
    guard let stays = retention.stays, let rate = stays.rate else {
      return retention.unknown.contains { $0.state == .incomplete } ? localizer(.stayNotKnown) : nil
    }
    let interval = stays.low.flatMap { low in stays.high.map { localizer.interval(low, $0) } } ?? ""
    return localizer(
      .stayed, localizer.number(stays.count), localizer.number(stays.of), localizer.percent(rate), interval,
      localizer.number(retention.observedDays))
  }

  /// The loss beside contacts won elsewhere.
  private func against(_ entry: ScopeFigures) -> String? {
    guard let baseline = entry.retention?.baseline, let difference = baseline.difference else { return nil }
    func points(_ share: Double) -> String { localizer.number(share * 100, decimals: 1) }
    if difference.low <= 0, difference.high >= 0 {
      return localizer(
        .lossLikeElsewhere, points(difference.difference), points(difference.low), points(difference.high))
    }
    // "Fewer" says the sign, so that the numbers bear none.
    return difference.difference < 0
      ? localizer(
        .lossBelowElsewhere, points(-difference.difference), points(-difference.high), points(-difference.low))
      : localizer(.lossAboveElsewhere, points(difference.difference), points(difference.low), points(difference.high))
  }

  private func targets(_ entry: ScopeFigures) -> String? {
    guard let kpis = kpis(of: entry) else { return nil }
    let judged = kpis.entries.filter { $0.target?.state != nil }
    guard !judged.isEmpty else { return nil }
    let met = judged.count { $0.target?.state == .met }
    let missed = worst(judged, .missed).map { localizer(.targetsMissed, $0) }
    let behind = worst(judged, .behind).map { localizer(.targetsBehind, $0) }
    guard missed != nil || behind != nil else {
      return localizer(.targetsHeld, localizer.number(met), localizer.number(judged.count))
    }
    return [localizer(.targetsMet, localizer.number(met), localizer.number(judged.count)), missed, behind]
      .compactMap(\.self).joined(separator: " ")
  }

  /// The KPIs whose targets stand so, with what was attained, the least first; nil for none.
  private func worst(_ judged: [KPIs.Entry], _ state: TargetStatus.State) -> String? {
    let entries = judged.filter { $0.target?.state == state }.enumerated().sorted {
      ($0.element.target?.attainment ?? 0, $0.offset) < ($1.element.target?.attainment ?? 0, $1.offset)
    }
    guard !entries.isEmpty else { return nil }
    let names = entries.prefix(4).map { _, entry in
      let attained = entry.target?.attainment.map { " (\(localizer.percent($0)))" } ?? ""
      return localizer(entry.kpi.title) + attained
    }
    let list = names.joined(separator: ", ")
    let rest = entries.count - names.count
    return rest > 0 ? localizer(.andMore, list, localizer.number(rest)) : list
  }

  /// The strongest partnership that is one-sided beyond chance.
  private func whatToLookAt(_ entry: ScopeFigures) -> String? {
    let pairs = entry.partnerships?.pairs.filter { $0.knot == .oneSided && $0.isConclusive == true } ?? []
    guard let first = pairs.first, let there = first.aToB, let back = first.bToA else { return nil }
    let (giver, taker) = there >= back ? (first.a, first.b) : (first.b, first.a)
    return localizer(
      count: pairs.count, one: .lookAtOneSided, many: .lookAtManySided
    ) + " "
      + localizer(
        .lookAtFirst, LabelText.isolated(partner(giver)), LabelText.isolated(partner(taker)),
        localizer.number(max(there, back)), localizer.number(min(there, back)))
  }
}
