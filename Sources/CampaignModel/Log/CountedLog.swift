/// A log whose touches were counted elsewhere: what is known of it as a whole, and what was counted, as bytes.
///
/// A dataset with one has no touches, and of contacts only those that the counts name.
package struct CountedLog: Sendable {
  package var summary: LogSummary
  /// What was counted, by a key that says what.
  package var entries: [String: [UInt8]]
  /// How the log at hand differs from the one that was read, in front of every key; empty where it does not.
  package var variation = ""

  package init(summary: LogSummary, entries: [String: [UInt8]]) {
    self.summary = summary
    self.entries = entries
  }
}

/// What is known of a log as a whole.
package struct LogSummary: Hashable, Sendable {
  package var touchCount: Int
  /// Contacts with a touch, listed, or tied.
  package var contactCount: Int
  /// Times of the earliest and latest touch; nil for an empty log.
  package var span: ClosedRange<Instant>?
  /// Whether anyone is known to be relevant or not, and whether there was a draw by lot.
  package var hasRelevance: Bool
  package var hasHoldout: Bool
  /// Segments that occur, ascending.
  package var segments: [String]
  /// Per table, rows dated after `observed_until`.
  package var rowsAfterObservation: [Table: Int]

  package init(
    touchCount: Int, contactCount: Int, span: ClosedRange<Instant>?, hasRelevance: Bool, hasHoldout: Bool,
    segments: [String], rowsAfterObservation: [Table: Int]
  ) {
    self.touchCount = touchCount
    self.contactCount = contactCount
    self.span = span
    self.hasRelevance = hasRelevance
    self.hasHoldout = hasHoldout
    self.segments = segments
    self.rowsAfterObservation = rowsAfterObservation
  }
}
