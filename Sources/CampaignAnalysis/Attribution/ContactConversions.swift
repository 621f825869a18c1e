import CampaignModel
import LogScanning

/// A contact's conversions with their paths, and its refunds with the conversions that they take back.
///
/// A path holds the touches of other kinds since the previous conversion that lie within the lookback, whether or not
/// these are in scope (<doc:Metrics#Attribution>). Filled anew for each contact, so that its arrays are made once.
struct ContactConversions: Sendable {
  /// A conversion or a refund, in the order of ``TransactionOrder``.
  struct Event: Sendable {
    /// Position of the touch in the log.
    var position: Int
    /// Its own time, in milliseconds.
    var time: Int64
    /// Whether it is in scope.
    var isCounted: Bool
    var isRefund: Bool
    /// Its path in ``ContactConversions/steps``; that of the conversion a refund takes back, where that one is in scope.
    /// Empty for what nothing led to.
    var steps: Range<Int>
  }

  private(set) var events: [Event] = []
  /// The steps of all paths.
  private(set) var steps: [ConversionPath.Step] = []
  /// The null path: empty where there is none.
  private(set) var nullPath = ConversionPath()

  /// By kind, whether its touches are conversions.
  let isConversion: [Bool]
  private let isTransaction: [Bool]
  private let lookback: Int64
  private let start: Int64
  private let end: Int64
  private let values: SparseColumn
  private var path = ConversionPath()

  /// - Parameter campaignTest: that of the scope without its filter; filters choose conversions, never the touches of
  ///   paths.
  init(_ campaignTest: ScopeTest, options: AttributionOptions, in dataset: Dataset) {
    isConversion = dataset.kinds.flags(of: Set(options.conversionKinds))
    isTransaction = dataset.kinds.kinds.map { $0.level == .transaction }
    let days = options.lookbackDays ?? dataset.settings.attributionLookbackDays
    lookback = Int64(days) * Instant.millisecondsPerDay
    start = campaignTest.start
    end = campaignTest.end
    values = dataset.log.values
  }

  /// Turns to the contact that the order has loaded.
  ///
  /// - Parameter isCounted: by place in the order, whether the touch is in scope.
  mutating func load(
    _ history: borrowing ContactHistory, _ order: borrowing TransactionOrder, isCounted: [Bool], _ groups: TouchGroups
  ) {
    events.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    var pathStart = 0
    var nullStart = 0
    var previous: Event?
    for place in order.positions.indices where isConversion[history.touches[order.positions[place]].kind] {
      let position = order.positions[place]
      let time = history.touches[position].milliseconds
      if isRefund(history.touches[position], at: position) {
        guard isCounted[place] else { continue }
        let path = previous.flatMap { $0.isCounted ? $0.steps : nil } ?? 0..<0
        events.append(Event(position: position, time: time, isCounted: true, isRefund: true, steps: path))
        continue
      }
      let event = Event(
        position: position, time: time, isCounted: isCounted[place], isRefund: false,
        steps: isCounted[place] ? addPath(before: place, from: pathStart, history, order, groups) : 0..<0)
      events.append(event)
      previous = event
      pathStart = place + 1
      if event.isCounted { nullStart = place + 1 }
    }
    nullPath.removeAll()
    for place in nullStart..<order.positions.count { appendToNullPath(order.positions[place], history, groups) }
  }

  /// Turns to a contact without any transaction, which has a null path at most.
  mutating func load(withoutTransactions history: borrowing ContactHistory, _ groups: TouchGroups) {
    events.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    nullPath.removeAll()
    for position in history.all { appendToNullPath(position, history, groups) }
  }

  /// Whether a touch is a transaction that takes money back.
  func isRefund(_ touch: Touch, at position: Int) -> Bool {
    isTransaction[touch.kind] && values[position].map { $0 < 0 } ?? false
  }

  private mutating func addPath(
    before conversion: Int, from first: Int, _ history: borrowing ContactHistory, _ order: borrowing TransactionOrder,
    _ groups: TouchGroups
  ) -> Range<Int> {
    path.removeAll()
    let earliest = order.times[conversion] - lookback
    for place in first..<conversion where order.times[place] >= earliest {
      let position = order.positions[place]
      let touch = history.touches[position]
      guard !isConversion[touch.kind], !isRefund(touch, at: position) else { continue }
      path.append(group: groups.number(of: touch), time: order.times[place])
    }
    let count = steps.count
    steps.append(contentsOf: path.steps)
    return count..<steps.count
  }

  private mutating func appendToNullPath(_ position: Int, _ history: borrowing ContactHistory, _ groups: TouchGroups) {
    let touch = history.touches[position]
    guard touch.milliseconds >= start, touch.milliseconds < end, !isConversion[touch.kind],
      !isRefund(touch, at: position)
    else { return }
    nullPath.append(group: groups.number(of: touch), time: touch.milliseconds)
  }
}
