import CampaignFigures
package import CampaignModel

extension Journeys {
  /// Adds every count of contacts with the sums that hold among them.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    guard let returning, let oneTime, let bounce else { return }
    let all = system.add("journeys.reach", returning.of)
    if system.count(of: "reach") == returning.of { system.same(all, system.add("reach", 0)) }
    system.sum(
      all, of: [system.add("returning", returning.count), system.add("one_time", oneTime.count)])
    let bounced = system.add("bounce", bounce.count)
    system.sum(all, of: [bounced, system.add("bounce.rest", bounce.of - bounce.count)])
    if system.count(of: "frequency:1") == bounce.count { system.same(bounced, system.add("frequency:1", 0)) }
    system.add("unique_visits", uniqueVisits ?? 0)
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    returning = system.shown(returning, "returning", of: "journeys.reach")
    oneTime = system.shown(oneTime, "one_time", of: "journeys.reach")
    bounce = system.shown(bounce, "bounce", of: "journeys.reach")
    uniqueVisits = system.shown(uniqueVisits, "unique_visits")
    unknown.addWithheld("returning", if: returning == nil)
    unknown.addWithheld("one_time", if: oneTime == nil)
    unknown.addWithheld("bounce", if: bounce == nil)
    unknown.addWithheld("unique_visits", if: uniqueVisits == nil)
  }
}
