package import CampaignModel
import LogScanning

/// Whether any touch lies in the window of a scope, whatever it is about.
struct WindowTally: CodedCounts {
  private(set) var hasTouches = false

  static func key(of scope: Scope) -> String { "touches in \(scope.tallyKey)" }

  /// O(touches) time where there are none in it.
  static func count(_ dataset: Dataset, scope: Scope) -> WindowTally {
    var tally = WindowTally()
    if let counted = dataset.counted(key(of: scope), into: tally) { return counted }
    guard let span = dataset.log.span else { return tally }
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    guard end > span.lowerBound, start <= span.upperBound else { return tally }
    tally.hasTouches = dataset.log.touches.contains { $0.time >= start && $0.time < end }
    return tally
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    var marks = [hasTouches]
    try coder.marks(&marks)
    hasTouches = marks[0]
  }
}

extension Dataset {
  /// Whether any touch lies in a scope's window.
  package func hasTouches(in scope: Scope) -> Bool { WindowTally.count(self, scope: scope).hasTouches }
}
