import CampaignFigures
package import CampaignModel

extension Journeys {
  /// Adds every count of contacts with the sums that hold among them.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    guard let returning, let oneTime, let bounce else { return }
    let all = system.add(JourneyFigures.returning.count.whole, returning.of)
    if system.count(of: ReachFigures.reach.count) == returning.of {
      system.same(all, system.add(ReachFigures.reach.count, 0))
    }
    system.sum(
      all,
      of: [
        system.add(JourneyFigures.returning.count, returning.count),
        system.add(JourneyFigures.oneTime.count, oneTime.count),
      ])
    let bounced = system.add(JourneyFigures.bounce.count, bounce.count)
    system.sum(all, of: [bounced, system.add(JourneyFigures.bounce.count.rest, bounce.of - bounce.count)])
    if system.count(of: ReachFigures.frequencyDistribution.count[1]) == bounce.count {
      system.same(bounced, system.add(ReachFigures.frequencyDistribution.count[1], 0))
    }
    system.nest(JourneyFigures.bounce.count, in: JourneyFigures.oneTime.count)
    system.add(JourneyFigures.uniqueVisits.count, uniqueVisits ?? 0)
    system.nest(JourneyFigures.uniqueVisits.count, in: JourneyFigures.returning.count.whole)
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    returning = system.shown(returning, JourneyFigures.returning.count, of: JourneyFigures.returning.count.whole)
    oneTime = system.shown(oneTime, JourneyFigures.oneTime.count, of: JourneyFigures.returning.count.whole)
    bounce = system.shown(bounce, JourneyFigures.bounce.count, of: JourneyFigures.returning.count.whole)
    uniqueVisits = system.shown(uniqueVisits, JourneyFigures.uniqueVisits.count)
    if uniqueVisits == nil { visits = nil }
    withholdOpinions(suppression.group)
    unknown.addWithheld(JourneyFigures.returning, if: returning == nil)
    unknown.addWithheld(JourneyFigures.oneTime, if: oneTime == nil)
    unknown.addWithheld(JourneyFigures.bounce, if: bounce == nil)
    unknown.addWithheld(JourneyFigures.uniqueVisits, if: uniqueVisits == nil)
    unknown.addWithheld(JourneyFigures.visits, if: visits == nil)
  }

  /// Takes out what a small group of contacts thinks: no sum over the tenths is shown, so that each stands for itself.
  private mutating func withholdOpinions(_ group: MinimumGroup) {
    let hidden = emotionCurve.indices.filter { group.withholds(emotionCurve[$0].contacts) }
    for index in hidden {
      emotionCurve[index].ratings = nil
      emotionCurve[index].mean = nil
    }
    fallingStretches = Journeys.falls(emotionCurve)
    unknown.addWithheld(JourneyFigures.ratings, hidden.count, of: 10)
    unknown.addWithheld(JourneyFigures.mean, hidden.count, of: 10)
    guard group.withholds(answeringContacts) else { return }
    (nps, npsInterval, npsAnswers) = (nil, nil, nil)
    unknown.addWithheld(JourneyFigures.nps, if: true)
    unknown.addWithheld(JourneyFigures.npsAnswers, if: true)
  }
}
