extension Journeys {
  /// Adds every count of contacts with the sums that hold among them.
  func add(to system: inout CountSystem) {
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
  mutating func withhold(_ system: CountSystem) {
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

extension Attribution {
  /// Adds the count of contacts; conversions and paths are counts of touches.
  func add(to system: inout CountSystem) { system.add("null_paths", nullPaths ?? 0) }

  /// Takes out what is withheld.
  mutating func withhold(_ system: CountSystem) {
    nullPaths = system.shown(nullPaths, "null_paths")
    unknown.addWithheld("null_paths", if: nullPaths == nil)
  }
}

extension Cooperation {
  /// Adds the count of contacts that brought others.
  func add(to system: inout CountSystem) { system.add("ambassadors", ambassadorCount ?? 0) }

  /// Takes out what is withheld: the list of ambassadors in any case, since each row is about a single contact.
  mutating func withhold(_ system: CountSystem) {
    ambassadorCount = system.shown(ambassadorCount, "ambassadors")
    unknown.addWithheld("ambassadors", if: ambassadorCount == nil || !ambassadors.isEmpty)
    ambassadors = []
    guard system.isWithheld("reach") == true, engagementPerContact != nil else { return }
    engagementPerContact = nil
    unknown.addWithheld("engagement_per_contact", if: true)
  }
}
