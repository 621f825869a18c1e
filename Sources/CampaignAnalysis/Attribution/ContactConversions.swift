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
  private let isConversion: [Bool]
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

  /// Whether touches of a kind are conversions.
  func isConversion(_ kind: Int) -> Bool { isConversion[kind] }

  /// Turns to a contact.
  ///
  /// - Parameter isCounted: of each transaction of the contact's order, whether it is in scope; empty for none.
  mutating func load(_ history: borrowing ContactHistory, isCounted: [Bool], _ groups: borrowing TouchGroups) {
    events.empty()
    steps.empty()
    nullPath.removeAll()
    // Without a conversion in scope, there is the null path at most.
    guard isCounted.contains(true) else {
      if history.order.positions.isEmpty {
        for position in history.all { appendToNullPath(position, history, groups) }
      } else {
        for position in history.order.positions { appendToNullPath(position, history, groups) }
      }
      return
    }
    let nullStart = loadEvents(history, isCounted: isCounted, groups)
    for position in history.order.positions[nullStart...] { appendToNullPath(position, history, groups) }
  }

  /// Finds the conversions and refunds of a contact with a transaction.
  ///
  /// - Returns: the place in the order behind the last conversion in scope.
  private mutating func loadEvents(
    _ history: borrowing ContactHistory, isCounted: [Bool], _ groups: borrowing TouchGroups
  ) -> Int {
    var pathStart = 0
    var nullStart = 0
    var previous: Event?
    var transaction = 0
    for place in history.order.positions.indices {
      let isTransaction =
        transaction < history.order.transactions.count && history.order.transactions[transaction] == place
      let isInScope = isTransaction && isCounted[transaction]
      if isTransaction { transaction += 1 }
      let position = history.order.positions[place]
      let touch = history.touches[position]
      guard isConversion[touch.kind] else { continue }
      if isRefund(touch, at: position) {
        guard isInScope else { continue }
        let path = previous.flatMap { $0.isCounted ? $0.steps : nil } ?? 0..<0
        events.append(Event(position: position, time: touch.milliseconds, isCounted: true, isRefund: true, steps: path))
        continue
      }
      let event = Event(
        position: position, time: touch.milliseconds, isCounted: isInScope, isRefund: false,
        steps: isInScope ? addPath(before: place, from: pathStart, history, groups) : 0..<0)
      events.append(event)
      previous = event
      pathStart = place + 1
      if event.isCounted { nullStart = place + 1 }
    }
    return nullStart
  }

  /// Whether a touch is a transaction that takes money back.
  func isRefund(_ touch: Touch, at position: Int) -> Bool {
    isTransaction[touch.kind] && values[position].map { $0 < 0 } ?? false
  }

  private mutating func addPath(
    before conversion: Int, from first: Int, _ history: borrowing ContactHistory, _ groups: borrowing TouchGroups
  ) -> Range<Int> {
    path.removeAll()
    let earliest = history.order.times[conversion] - lookback
    // Times in the order never fall.
    var start = conversion
    while start > first, history.order.times[start - 1] >= earliest { start -= 1 }
    for place in start..<conversion {
      let position = history.order.positions[place]
      let touch = history.touches[position]
      guard !isConversion[touch.kind], !isRefund(touch, at: position) else { continue }
      path.append(group: groups.number(of: touch), time: history.order.times[place])
    }
    let count = steps.count
    steps.append(contentsOf: path.steps)
    return count..<steps.count
  }

  private mutating func appendToNullPath(
    _ position: Int, _ history: borrowing ContactHistory, _ groups: borrowing TouchGroups
  ) {
    let touch = history.touches[position]
    guard touch.milliseconds >= start, touch.milliseconds < end, !isConversion[touch.kind],
      !isRefund(touch, at: position)
    else { return }
    nullPath.append(group: groups.number(of: touch), time: touch.milliseconds)
  }
}
