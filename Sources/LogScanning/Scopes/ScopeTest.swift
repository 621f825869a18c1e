public import CampaignModel

/// Decides quickly whether a touch belongs to a scope's T(K).
@usableFromInline package struct ScopeTest: Sendable {
  /// First millisecond of the window.
  @usableFromInline package let start: Int64
  /// First millisecond after the window.
  @usableFromInline package let end: Int64
  /// By content code (index plus 1, 0 for none): whether touches of that content belong to the campaign.
  @usableFromInline package let acceptsContent: [Bool]
  /// By channel: whether its medium passes the filter.
  @usableFromInline package let acceptsChannel: [Bool]
  /// By kind: whether its level passes the filter.
  @usableFromInline package let acceptsKind: [Bool]
  /// Code of the only segment that counts, or nil for every contact.
  private let segment: UInt32?
  /// Whether a segment is asked for that no contact has.
  private let rejectsAll: Bool

  /// - Parameter filtered: false to test for the campaign itself, without the scope's filter.
  package init(_ scope: Scope, in dataset: Dataset, filtered: Bool = true) {
    let filter = filtered ? scope.filter : Filter(segment: scope.filter.segment)
    start = max(scope.start, filter.from ?? scope.start).milliseconds
    end = min(scope.end, filter.until ?? scope.end).milliseconds
    let campaign = scope.campaign
    let hasContents = campaign != nil && dataset.contents.contains { $0.campaign == campaign }
    acceptsContent = [!hasContents] + dataset.contents.map { !hasContents || $0.campaign == campaign }
    acceptsChannel = dataset.channels.map { filter.medium == nil || $0.medium == filter.medium }
    acceptsKind = (0..<KindTable.maximumCount).map { kind in
      guard let level = filter.level, kind < dataset.kinds.kinds.count else { return true }
      return dataset.kinds.kinds[kind].level >= level
    }
    segment = filter.segment.flatMap { dataset.contacts.segments.code(of: $0) }
    rejectsAll = filter.segment != nil && segment == nil
  }

  /// Whether another scope asks for the same segment, or for none too.
  func asksForSameSegment(as other: ScopeTest) -> Bool {
    segment == other.segment && rejectsAll == other.rejectsAll
  }

  /// Whether the contact passes the scope's segment.
  package func accepts(contact: Int, of contacts: borrowing Contacts) -> Bool {
    guard !rejectsAll else { return false }
    guard let segment else { return true }
    return contacts.segments.code(ofRow: contact) == segment
  }

  /// Whether the touch belongs to T(K).
  @inlinable package func accepts(_ touch: Touch) -> Bool {
    touch.milliseconds >= start && touch.milliseconds < end && acceptsContent[touch.contentOrZero]
      && acceptsChannel[touch.channel] && acceptsKind[touch.kind]
  }
}
