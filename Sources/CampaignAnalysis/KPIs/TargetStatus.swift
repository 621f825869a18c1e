import CampaignFigures
public import CampaignModel

/// How a figure stands against its target (<doc:Metrics#Targets>).
public struct TargetStatus: Hashable, Sendable {
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Attained.
    case met
    /// Not attained, and due.
    case missed
    /// Not yet due, and at least as far as time has come.
    case onTrack = "on_track"
    /// Not yet due, and not as far as time has come.
    case behind
  }

  /// The planned figure.
  public var target: Double
  /// By when; nil where the target has no date.
  public var due: Instant?
  /// Whether `due` was given as a date: the day before that midnight.
  public var dueIsDate: Bool
  /// The figure as it stood when the target was due, or where that is still to come, stands now; what came after the due
  /// date mends no missed target. Nil where it is unknown.
  public var valueAtDue: Double?
  /// Value at due / target, or target / value at due where less is better; nil when the figure is unknown or the divisor
  /// is 0.
  public var attainment: Double?
  /// Nil when the attainment is unknown, or not met and without a date. Where less is better, nothing at all meets it.
  public var state: State?

  /// Takes out the figure, and what tells it.
  mutating func withholdValue() {
    valueAtDue = nil
    attainment = nil
  }

  /// Returns nil for a target without a value.
  ///
  /// - Parameters:
  ///   - valueAtDue: the figure as of the due date, or nil when it is unknown.
  ///   - isLessBetter: whether the target is an upper bound.
  ///   - start: from when time counts towards the due date: the campaign's start.
  init?(_ target: Target, valueAtDue: Double?, isLessBetter: Bool, start: Instant, observedUntil: Instant?) {
    guard let value = target.value else { return nil }
    self.target = value
    due = target.due
    dueIsDate = target.dueIsDate
    self.valueAtDue = valueAtDue
    guard let valueAtDue else { return }
    let (top, bottom) = isLessBetter ? (value, valueAtDue) : (valueAtDue, value)
    guard bottom != 0 else {
      if isLessBetter { state = .met }
      return
    }
    let attained = top / bottom
    attainment = attained
    if FigureOrder.isAtMost(1, attained) {
      state = .met
    } else if let due = target.due, let observedUntil {
      let elapsed = Double(observedUntil.milliseconds - start.milliseconds)
      let planned = Double(due.milliseconds - start.milliseconds)
      if observedUntil >= due {
        state = .missed
      } else {
        state = FigureOrder.isAtMost(elapsed / planned, attained) ? .onTrack : .behind
      }
    }
  }
}
