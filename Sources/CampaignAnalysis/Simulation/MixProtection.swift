import CampaignFigures
import CampaignModel
import LogScanning

/// Withholds small counts of a best mix, together with those of reach that they follow from.
struct MixProtection {
  private let sets: CarrierSets
  private let group: MinimumGroup
  private let names: MixNames
  private var system = CountSystem()
  /// The carriers of each region, and its name; empty where there are too many to check one by one.
  private var regions: [(partners: Set<Int>, name: CountName)] = []

  init(_ sets: CarrierSets, _ order: PartnerOrder, _ scope: Scope, _ options: BestMixOptions, in dataset: Dataset) {
    self.sets = sets
    group = MinimumGroup(of: dataset)
    names = MixNames(isOfReach: options.goal == .reach)
    guard group.isAsked else { return }
    system = CountSystem(of: scope, in: dataset, threads: options.threads)
    guard sets.regions.all.count <= Reach.maximumRegionsChecked else { return }
    regions = sets.regions.all.indices.map { index in
      var partners: [Int] = []
      sets.regions.forEachRank(of: index) { partners.append(order.partners[$0]) }
      return (Set(partners), names.of(CountName(region: partners)))
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
    mix.available = system.shown(mix.available, names.total)
    mix.covered =
      mix.chosen.isEmpty ? mix.covered : system.shown(mix.covered, MixNames.cumulative[mix.chosen.count - 1])
    for index in mix.chosen.indices {
      withhold(&mix.chosen[index])
      mix.chosen[index].cumulative = system.shown(mix.chosen[index].cumulative, MixNames.cumulative[index])
    }
    for index in mix.others.indices { withhold(&mix.others[index]) }
    let sums = CumulativeCounts.thinned(mix.chosen.map(\.cumulative), atLeast: group.minimum)
    for index in mix.chosen.indices {
      mix.chosen[index].cumulative = sums[index]
      if sums[index] == nil || index > 0 && sums[index - 1] == nil { mix.chosen[index].gain = nil }
    }
    mix.others =
      mix.others.filter { $0.contacts != nil }
      + mix.others.filter { $0.contacts == nil }.sorted { order.rank[$0.partner] < order.rank[$1.partner] }
    let all = mix.chosen + mix.others
    mix.unknown.addWithheld(named: "available", if: mix.available == nil)
    mix.unknown.addWithheld(named: "covered", if: mix.covered == nil)
    mix.unknown.addWithheld(named: "chosen.gain", mix.chosen.count { $0.gain == nil }, of: mix.chosen.count)
    mix.unknown.addWithheld(named: "chosen.cumulative", mix.chosen.count { $0.cumulative == nil }, of: mix.chosen.count)
    mix.unknown.addWithheld(named: "contacts", all.count { $0.contacts == nil }, of: all.count)
    mix.unknown.addWithheld(named: "exclusive", all.count { $0.exclusive == nil }, of: all.count)
    mix.unknown.addWithheld(named: "shapley", all.count { $0.shapley == nil }, of: all.count)
    mix.unknown.addWithheld(named: "stacked", all.count { $0.stacked == nil }, of: all.count)
    guard
      mix.covered == nil || mix.chosen.contains(where: { $0.gain == nil })
        || all.contains(where: { $0.contacts == nil })
    else { return }
    // The bound is made of the gains that are left.
    mix.upperBound = nil
    mix.guarantee = nil
    mix.unknown.addWithheld(named: "upper_bound", if: true)
    mix.unknown.addWithheld(named: "guarantee", if: true)
  }

  private mutating func add(_ mix: BestMix) {
    let counts = zip(regions, sets.regions.all).map { system.add($0.name, $1.contacts) }
    let whole = system.add(names.total, mix.available ?? 0)
    if !regions.isEmpty { system.sum(whole, of: counts) }
    func sum(_ variable: Int, _ isPart: (Set<Int>) -> Bool) {
      guard !regions.isEmpty else { return }
      system.sum(variable, of: counts.indices.filter { isPart(regions[$0].partners) }.map { counts[$0] })
    }
    for entry in mix.chosen + mix.others {
      let partner = entry.partner
      sum(system.add(names.of(ReachFigures.carrierReach.count[partner]), entry.contacts ?? 0)) { $0.contains(partner) }
      sum(system.add(names.of(ReachFigures.exclusive.count[partner]), entry.exclusive ?? 0)) { $0 == [partner] }
      system.add(names.of(ReachFigures.gain.count[partner]), entry.stacked ?? 0)
    }
    let stack = (mix.chosen + mix.others).map { system.add(names.of(ReachFigures.gain.count[$0.partner]), 0) }
    if !stack.isEmpty { system.sum(whole, of: stack) }
    var before: (sum: Int, partners: Set<Int>)?
    for (index, entry) in mix.chosen.enumerated() {
      let partner = entry.partner
      let gain = system.add(MixNames.gain[partner], entry.gain ?? 0)
      let cumulative = system.add(MixNames.cumulative[index], entry.cumulative ?? 0)
      system.sum(cumulative, of: [gain] + (before.map { [$0.sum] } ?? []))
      let overlap = system.add(MixNames.overlap[partner], entry.overlap ?? 0)
      system.sum(system.add(names.of(ReachFigures.carrierReach.count[partner]), 0), of: [gain, overlap])
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
        system.add(MixNames.gain[entry.partner], 0), system.add(names.of(ReachFigures.gain.count[entry.partner]), 0))
      if names.isOfReach, let sum = system.variable(named: ReachFigures.cumulative.count[index]) {
        system.same(system.add(MixNames.cumulative[index], 0), sum)
      }
    }
  }

  private func withhold(_ entry: inout BestMix.Choice) {
    let partner = entry.partner
    entry.contacts = system.shown(entry.contacts, names.of(ReachFigures.carrierReach.count[partner]))
    entry.exclusive = system.shown(entry.exclusive, names.of(ReachFigures.exclusive.count[partner]))
    entry.stacked = system.shown(entry.stacked, names.of(ReachFigures.gain.count[partner]))
    entry.gain = system.shown(entry.gain, MixNames.gain[partner])
    entry.overlap = system.shown(entry.overlap, MixNames.overlap[partner])
    if entry.overlap == nil || entry.contacts == nil { entry.overlapCost = nil }
    let isHidden =
      regions.isEmpty || regions.contains { $0.partners.contains(partner) && system.isWithheld($0.name) }
    if isHidden || entry.contacts == nil { entry.shapley = nil }
  }
}

/// What the counts of a mix are called: those of the goal reach are the figures of reach themselves.
private struct MixNames {
  let isOfReach: Bool

  static let gain = CountName("mix.gain")
  static let cumulative = CountName("mix.cumulative")
  static let overlap = CountName("mix.overlap")

  /// Contacts of all carriers.
  var total: CountName { isOfReach ? ReachFigures.reach.count : CountName("mix.available") }

  /// A count of reach, or its likeness for another goal.
  func of(_ name: CountName) -> CountName {
    isOfReach ? name : CountName("mix.\(name.figure)", name.part, name.key)
  }
}
