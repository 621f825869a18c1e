import CampaignFigures
import CampaignModel
import LogScanning

extension Retention {
  /// Turns the counts of a pass into figures.
  init(_ tally: RetentionTally, scope: Scope, options: RetentionOptions, dataset: Dataset) {
    let clock = tally.clock
    let cohort = tally.total.cohort
    self.scope = scope
    self.options = options
    cohortSize = cohort
    ended = scope.end
    observedUntil = dataset.observedUntil
    endIsDate = dataset.endIsDate(of: scope)
    observedUntilIsDate = dataset.settings.observedUntilIsDate
    observedDays = clock.observedDays
    let isOver = clock.isOver
    stays = isOver ? Proportion(tally.total.stays, of: cohort) : nil
    carriesOn = isOver ? Proportion(tally.total.carriesOn, of: cohort) : nil
    joins = isOver ? Proportion(tally.total.joins, of: cohort) : nil
    lost = clock.isGapObserved ? Proportion(cohort - tally.total.stays, of: cohort) : nil
    days = Retention.days(tally, options)
    byPartner = Retention.partnerGroups(tally, dataset)
    // Without any content, own and foreign cannot be told apart, nor who published something.
    let hasContents = dataset.tellsOwnFromForeign
    byFirstContact = hasContents ? Retention.classGroups(tally) : []
    partnerRetention = hasContents ? Retention.partnerActivity(tally, scope, options, dataset) : []
    survival = Retention.survival(tally.lifetimes, clock, horizon: options.days.last ?? 0)
    baseline = options.cohort == .new ? Retention.baseline(tally, options) : nil
    holdout = tally.holdout.map { Holdout($0, clock) }
    unknown = []
    sensitivity = tally.sensitivity.map {
      Sensitivity($0, stays: stays, options: options, settings: dataset.settings)
    }
    compareStays()
    addUnknown(clock, hasContents: hasContents)
  }

  private static func days(_ tally: RetentionTally, _ options: RetentionOptions) -> [Day] {
    let clock = tally.clock
    let cohort = tally.total.cohort
    return options.days.indices.map { index in
      let day = options.days[index]
      let start = clock.instant(after: day)
      func known(_ isKnown: Bool, _ count: Int) -> Proportion? {
        clock.isOver && isKnown ? Proportion(count, of: cohort) : nil
      }
      return Day(
        day: day, bracket: known(clock.observedUntil >= start, tally.bracket[index]),
        unbounded: known(clock.observedUntil > start, tally.unbounded[index]),
        nthDay: known(clock.observedUntil >= clock.instant(after: day + 1), tally.nthDay[index]))
    }
  }

  private static func partnerGroups(_ tally: RetentionTally, _ dataset: Dataset) -> [PartnerGroup] {
    let isOver = tally.clock.isOver
    let groups = tally.byPartner
    return PartnerOrder(dataset).sorted(
      groups.indices.filter { groups[$0].cohort > 0 }, by: { groups[$0].cohort }
    ).map { partner in
      let group = groups[partner]
      return PartnerGroup(
        partner: partner, cohort: group.cohort, stays: isOver ? group.stays : nil, kept: isOver ? group.kept : nil,
        passedOn: isOver ? group.stays - group.kept : nil, carriesOn: isOver ? group.carriesOn : nil,
        joins: isOver ? group.joins : nil,
        lost: tally.clock.isGapObserved ? group.cohort - group.stays : nil)
    }
  }

  private static func classGroups(_ tally: RetentionTally) -> [ClassGroup] {
    let groups = tally.byClass
    return FirstContactClass.allCases.filter { groups[$0.rawValue].cohort > 0 }
      .sorted {
        let (left, right) = (groups[$0.rawValue].cohort, groups[$1.rawValue].cohort)
        return left != right ? left > right : $0.name < $1.name
      }
      .map {
        let group = groups[$0.rawValue]
        return ClassGroup(firstContact: $0, cohort: group.cohort, stays: tally.clock.isOver ? group.stays : nil)
      }
  }

  private static func partnerActivity(
    _ tally: RetentionTally, _ scope: Scope, _ options: RetentionOptions, _ dataset: Dataset
  ) -> [PartnerActivity] {
    let clock = tally.clock
    let participants = Participants.flags(of: scope.campaign, isCarrier: tally.isCarrier, in: dataset)
    var firstSign = tally.firstPublication
    for exchange in dataset.exchanges where exchange.time.milliseconds >= clock.end {
      firstSign[exchange.from] = min(firstSign[exchange.from], exchange.time.milliseconds)
    }
    let whole = participants.count { $0 }
    return options.days.map { day in
      let until = clock.instant(after: day)
      guard clock.isOver, clock.observedUntil >= until else { return PartnerActivity(day: day, active: nil) }
      let active = participants.indices.count { participants[$0] && firstSign[$0] < until }
      return PartnerActivity(day: day, active: Proportion(complete: active, of: whole))
    }
  }

  static func survival(_ lifetimes: Lifetimes, _ clock: RetentionClock, horizon: Int) -> Survival? {
    guard clock.isGapObserved else { return nil }
    let curve = KaplanMeier(lifetimes)
    let isKnown = clock.observedUntil - clock.gap >= clock.instant(after: horizon)
    let hasMean = isKnown && lifetimes.count > 0
    return Survival(
      median: curve.median, restrictedMean: hasMean ? curve.restrictedMean(to: horizon) : nil,
      medianLow: curve.medianInterval.low, medianHigh: curve.medianInterval.high,
      restrictedMeanInterval: hasMean ? curve.restrictedMeanInterval(to: horizon) : nil, curve: curve)
  }

  private static func baseline(_ tally: RetentionTally, _ options: RetentionOptions) -> Baseline {
    let clock = tally.clock
    var baseline = Baseline(cohortSize: tally.baseline.cohort)
    guard clock.isGapObserved else { return baseline }
    let lost = Proportion(tally.baseline.cohort - tally.baseline.stays, of: tally.baseline.cohort)
    let cohortLost = Proportion(tally.total.cohort - tally.total.stays, of: tally.total.cohort)
    baseline.lost = lost
    if let rate = lost.rate, rate > 0, let cohortRate = cohortLost.rate {
      baseline.lossChange = (rate - cohortRate) / rate
    }
    baseline.difference = RateDifference(cohortLost, minus: lost)
    baseline.logRank = LogRank(tally.lifetimes, tally.baselineLifetimes).flatMap { $0.isReliable ? $0 : nil }
    baseline.survival = survival(tally.baselineLifetimes, clock, horizon: options.days.last ?? 0)
    return baseline
  }
}
