import CampaignModel

/// Decides for up to 64 scopes at once which of them a touch belongs to: one bit a scope.
///
/// The borders of all windows cut time into intervals; within one, a touch's scopes follow from a few look-ups.
struct ScopeMasks: Sendable {
  /// Starts and ends of all windows, ascending, each once. Interval i lies before border i.
  let borders: [Int64]
  /// Per interval, the scopes whose window, narrowed by their filter, holds it.
  let filteredWindow: [UInt64]
  /// Per interval, the scopes whose campaign's window holds it.
  let campaignWindow: [UInt64]
  /// Per content code, the scopes to whose campaign touches of that content belong.
  let content: [UInt64]
  /// Per channel, the scopes whose filter accepts it.
  let channel: [UInt64]
  /// Per kind, the scopes whose filter accepts it.
  let kind: [UInt64]

  /// The most scopes that one set of masks serves.
  static let maximumScopes = 64

  /// - Parameters:
  ///   - filtered: one test per scope.
  ///   - unfiltered: the same scopes without their filters.
  init(filtered: [ScopeTest], unfiltered: [ScopeTest]) {
    let borders = Set((filtered + unfiltered).flatMap { [$0.start, $0.end] }).sorted()
    func mask(_ tests: [ScopeTest], _ accepts: (ScopeTest) -> Bool) -> UInt64 {
      tests.indices.reduce(0) { $0 | (accepts(tests[$1]) ? 1 << UInt64($1) : 0) }
    }
    func windows(_ tests: [ScopeTest]) -> [UInt64] {
      // Interval i starts at border i − 1; the first lies before every window.
      [0] + borders.map { start in mask(tests) { $0.start <= start && start < $0.end } }
    }
    self.borders = borders
    filteredWindow = windows(filtered)
    campaignWindow = windows(unfiltered)
    content = filtered[0].acceptsContent.indices.map { code in mask(filtered) { $0.acceptsContent[code] } }
    channel = filtered[0].acceptsChannel.indices.map { channel in mask(filtered) { $0.acceptsChannel[channel] } }
    kind = filtered[0].acceptsKind.indices.map { kind in mask(filtered) { $0.acceptsKind[kind] } }
  }

  /// Number of intervals.
  var intervalCount: Int { borders.count + 1 }

  /// The interval of an instant, which is not before the interval given.
  @inline(__always) func interval(at milliseconds: Int64, from interval: Int) -> Int {
    var interval = interval
    while interval < borders.count, borders[interval] <= milliseconds { interval &+= 1 }
    return interval
  }

  /// The first interval that lies wholly at or after a border.
  func firstInterval(since border: Int64) -> Int { borders.count { $0 <= border } }
}
