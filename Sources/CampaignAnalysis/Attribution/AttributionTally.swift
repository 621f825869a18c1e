import CampaignModel
import LogScanning

/// Follows every contact's way to its conversions in one scope, and shares out their credit.
struct AttributionTally: ContactTally {
  /// How often a group stood where in a path.
  struct Roles: Hashable, Sendable {
    var introducer = 0
    var influencer = 0
    var closer = 0
    var solo = 0

    mutating func merge(_ other: Roles) {
      introducer += other.introducer
      influencer += other.influencer
      closer += other.closer
      solo += other.solo
    }
  }

  /// The models that look at one path alone.
  static let pathModels = AttributionModel.allCases.filter { $0 != .markov }

  let groups: TouchGroups
  let paths: PathFinder
  private(set) var roles: [Roles]
  private(set) var chain: MarkovChain
  private(set) var conversions = 0
  private(set) var unattributed = 0
  private(set) var nullPaths = 0
  /// Per group and model, credit for conversions and for value; then the totals.
  private var sums: ExactSums

  private let values: SparseColumn
  private var path = ConversionPath()

  init(_ scope: ScopeTest, options: AttributionOptions, in dataset: Dataset) {
    groups = TouchGroups(options.by, in: dataset)
    paths = PathFinder(scope, options: options, in: dataset)
    roles = [Roles](repeating: Roles(), count: groups.count)
    chain = MarkovChain(groupCount: groups.count)
    sums = ExactSums(count: groups.count * AttributionTally.pathModels.count * 2 + 2)
    values = dataset.log.values
  }

  /// Credit for conversions of a group under a model of ``pathModels``.
  func conversions(of group: Int, model: Int) -> Double { sums[(group * Self.pathModels.count + model) * 2] }

  /// Credit for value of a group under a model of ``pathModels``.
  func value(of group: Int, model: Int) -> Double { sums[(group * Self.pathModels.count + model) * 2 + 1] }

  /// Value of all conversions.
  var value: Double { sums[sums.count - 2] }

  /// Value of the conversions without a path.
  var unattributedValue: Double { sums[sums.count - 1] }

  mutating func add(_ history: borrowing ContactHistory) {
    var next = 0
    var pathStart = history.all.lowerBound
    var nullStart = history.all.lowerBound
    for position in history.all where paths.isConversion[history.touches[position].kind] {
      while next < history.scopedTouches.count, history.scopedTouches[next] < position { next += 1 }
      if next < history.scopedTouches.count, history.scopedTouches[next] == position {
        paths.find(&path, before: position, from: pathStart, history, groups)
        addConversion(value: values[position] ?? 0)
        nullStart = position + 1
      }
      pathStart = position + 1
    }
    paths.findNull(&path, from: nullStart, history, groups)
    guard !path.steps.isEmpty else { return }
    nullPaths += 1
    chain.add(path, isConversion: false)
  }

  private mutating func addConversion(value: Double) {
    conversions += 1
    sums.add(value, to: sums.count - 2)
    guard !path.steps.isEmpty else {
      unattributed += 1
      sums.add(value, to: sums.count - 1)
      return
    }
    chain.add(path, isConversion: true)
    let credit = PathCredit(path)
    let last = path.steps.count - 1
    for (index, step) in path.steps.enumerated() {
      for (number, model) in Self.pathModels.enumerated() {
        let share = credit.share(of: index, model)
        let place = (step.group * Self.pathModels.count + number) * 2
        sums.add(share, to: place)
        sums.add(share * value, to: place + 1)
      }
      if last == 0 {
        roles[step.group].solo += 1
      } else if index == 0 {
        roles[step.group].introducer += 1
      } else if index == last {
        roles[step.group].closer += 1
      } else {
        roles[step.group].influencer += 1
      }
    }
  }

  mutating func merge(_ other: AttributionTally) {
    for index in roles.indices { roles[index].merge(other.roles[index]) }
    chain.merge(other.chain)
    conversions += other.conversions
    unattributed += other.unattributed
    nullPaths += other.nullPaths
    sums.merge(other.sums)
  }
}

/// Finds the touches that led to a conversion, or to none.
struct PathFinder: Sendable {
  /// By kind.
  let isConversion: [Bool]
  private let lookback: Int64
  private let start: Int64
  private let end: Int64

  init(_ scope: ScopeTest, options: AttributionOptions, in dataset: Dataset) {
    isConversion = dataset.kinds.flags(of: Set(options.conversionKinds))
    let days = options.lookbackDays ?? dataset.settings.attributionLookbackDays
    lookback = Int64(days) * Instant.millisecondsPerDay
    start = scope.start
    end = scope.end
  }

  /// The path of a conversion: the touches since `from`, the place after the previous conversion, that lie within the
  /// lookback.
  func find(
    _ path: inout ConversionPath, before conversion: Int, from first: Int, _ history: borrowing ContactHistory,
    _ groups: TouchGroups
  ) {
    path.removeAll()
    let earliest = history.touches[conversion].milliseconds - lookback
    for position in first..<conversion where history.touches[position].milliseconds >= earliest {
      path.append(
        group: groups.number(of: history.touches[position]), time: history.touches[position].milliseconds)
    }
  }

  /// The null path: the touches since `from` within the window, of any campaign, that are no conversions.
  func findNull(
    _ path: inout ConversionPath, from first: Int, _ history: borrowing ContactHistory, _ groups: TouchGroups
  ) {
    path.removeAll()
    for position in first..<history.all.upperBound {
      let touch = history.touches[position]
      if touch.milliseconds >= end { return }
      guard touch.milliseconds >= start, !isConversion[touch.kind] else { continue }
      path.append(group: groups.number(of: touch), time: touch.milliseconds)
    }
  }
}
