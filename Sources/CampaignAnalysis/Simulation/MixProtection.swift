import CampaignModel
import LogScanning

/// Withholds small counts of a best mix, together with those of reach that they follow from.
struct MixProtection {
  private let sets: CarrierSets
  private let group: MinimumGroup
  /// What the counts of this goal are called, so that those of reach are the figures of `reach` themselves.
  private let prefix: String
  private let total: String
  private var system = CountSystem()
  /// The carriers of each region, and its name; empty where there are too many to check one by one.
  private var regions: [(partners: Set<Int>, name: String)] = []

  init(_ sets: CarrierSets, _ order: PartnerOrder, _ scope: Scope, _ options: BestMixOptions, in dataset: Dataset) {
    self.sets = sets
    group = MinimumGroup(of: dataset)
    prefix = options.goal == .reach ? "" : "mix."
    total = options.goal == .reach ? "reach" : "new_contacts.available"
    guard group.isAsked else { return }
    system = CountSystem(of: scope, in: dataset, threads: options.threads)
    guard sets.regions.all.count <= Reach.maximumRegionsChecked else { return }
    regions = sets.regions.all.indices.map { index in
      var partners: [Int] = []
      sets.regions.forEachRank(of: index) { partners.append(order.partners[$0]) }
      let names = partners.sorted().map(String.init).joined(separator: ",")
      return (Set(partners), "\(prefix)region:\(names)")
    }
  }

  /// Takes out what is withheld of a mix.
  ///
  /// - Parameter stack: the carriers in the order in which they are stacked.
  mutating func withhold(_ mix: inout BestMix, _ order: PartnerOrder, stack: [Int]) {
    guard group.isAsked else { return }
    add(mix)
    addStack(mix, stack)
    system.protect(group)
    mix.available = system.shown(mix.available, total)
    mix.covered = mix.chosen.isEmpty ? mix.covered : system.shown(mix.covered, "mix.cumulative:\(mix.chosen.count - 1)")
    for index in mix.chosen.indices {
      withhold(&mix.chosen[index])
      mix.chosen[index].cumulative = system.shown(mix.chosen[index].cumulative, "mix.cumulative:\(index)")
    }
    for index in mix.others.indices { withhold(&mix.others[index]) }
    mix.others =
      mix.others.filter { $0.contacts != nil }
      + mix.others.filter { $0.contacts == nil }.sorted { order.rank[$0.partner] < order.rank[$1.partner] }
    let all = mix.chosen + mix.others
    mix.unknown.addWithheld("available", if: mix.available == nil)
    mix.unknown.addWithheld("covered", if: mix.covered == nil)
    mix.unknown.addWithheld("chosen.gain", mix.chosen.count { $0.gain == nil }, of: mix.chosen.count)
    mix.unknown.addWithheld("chosen.cumulative", mix.chosen.count { $0.cumulative == nil }, of: mix.chosen.count)
    mix.unknown.addWithheld("contacts", all.count { $0.contacts == nil }, of: all.count)
    mix.unknown.addWithheld("exclusive", all.count { $0.exclusive == nil }, of: all.count)
    mix.unknown.addWithheld("shapley", all.count { $0.shapley == nil }, of: all.count)
    mix.unknown.addWithheld("stacked", all.count { $0.stacked == nil }, of: all.count)
    guard
      mix.covered == nil || mix.chosen.contains(where: { $0.gain == nil })
        || all.contains(where: { $0.contacts == nil })
    else { return }
    // The bound is made of the gains that are left.
    mix.upperBound = nil
    mix.guarantee = nil
    mix.unknown.addWithheld("upper_bound", if: true)
    mix.unknown.addWithheld("guarantee", if: true)
  }

  private mutating func add(_ mix: BestMix) {
    let counts = zip(regions, sets.regions.all).map { system.add($0.name, $1.contacts) }
    let whole = system.add(total, mix.available ?? 0)
    if !regions.isEmpty { system.sum(whole, of: counts) }
    func sum(_ variable: Int, _ isPart: (Set<Int>) -> Bool) {
      guard !regions.isEmpty else { return }
      system.sum(variable, of: counts.indices.filter { isPart(regions[$0].partners) }.map { counts[$0] })
    }
    for entry in mix.chosen + mix.others {
      let partner = entry.partner
      sum(system.add("\(prefix)carriers:\(partner)", entry.contacts ?? 0)) { $0.contains(partner) }
      sum(system.add("\(prefix)exclusive:\(partner)", entry.exclusive ?? 0)) { $0 == [partner] }
      system.add("\(prefix)stacked:\(partner)", entry.stacked ?? 0)
    }
    let stack = (mix.chosen + mix.others).map { system.add("\(prefix)stacked:\($0.partner)", 0) }
    if !stack.isEmpty { system.sum(whole, of: stack) }
    var before: (sum: Int, partners: Set<Int>)?
    for (index, entry) in mix.chosen.enumerated() {
      let partner = entry.partner
      let gain = system.add("mix.gain:\(partner)", entry.gain ?? 0)
      let cumulative = system.add("mix.cumulative:\(index)", entry.cumulative ?? 0)
      system.sum(cumulative, of: [gain] + (before.map { [$0.sum] } ?? []))
      let overlap = system.add("mix.overlap:\(partner)", entry.overlap ?? 0)
      system.sum(system.add("\(prefix)carriers:\(partner)", 0), of: [gain, overlap])
      let earlier = before?.partners ?? []
      sum(gain) { $0.contains(partner) && $0.isDisjoint(with: earlier) }
      before = (cumulative, earlier.union([partner]))
    }
  }

  /// As long as the choice follows the stack, its gains and sums are those of the stack.
  private mutating func addStack(_ mix: BestMix, _ stack: [Int]) {
    for (index, entry) in mix.chosen.enumerated() {
      guard index < stack.count, stack[index] == entry.partner else { return }
      system.same(
        system.add("mix.gain:\(entry.partner)", 0), system.add("\(prefix)stacked:\(entry.partner)", 0))
      if prefix.isEmpty, let sum = system.variable(named: "stacked.cumulative:\(index)") {
        system.same(system.add("mix.cumulative:\(index)", 0), sum)
      }
    }
  }

  private func withhold(_ entry: inout BestMix.Choice) {
    let partner = entry.partner
    entry.contacts = system.shown(entry.contacts, "\(prefix)carriers:\(partner)")
    entry.exclusive = system.shown(entry.exclusive, "\(prefix)exclusive:\(partner)")
    entry.stacked = system.shown(entry.stacked, "\(prefix)stacked:\(partner)")
    entry.gain = system.shown(entry.gain, "mix.gain:\(partner)")
    entry.overlap = system.shown(entry.overlap, "mix.overlap:\(partner)")
    if entry.overlap == nil || entry.contacts == nil { entry.overlapCost = nil }
    let isHidden =
      regions.isEmpty || regions.contains { $0.partners.contains(partner) && system.isWithheld($0.name) }
    if isHidden || entry.contacts == nil { entry.shapley = nil }
  }
}
