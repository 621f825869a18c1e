extension Dataset {
  /// Number of touches, wherever they were counted.
  public var touchCount: Int { counted?.summary.touchCount ?? log.count }

  /// Number of contacts, wherever they were counted.
  public var contactCount: Int { counted?.summary.contactCount ?? contacts.count }

  /// Times of the earliest and latest touch, wherever they were counted; nil without a touch.
  public var logSpan: ClosedRange<Instant>? {
    guard counted != nil || wholeSpan != nil else { return log.span }
    guard let span = counted?.summary.span ?? wholeSpan, let end = settings.lastObserved else {
      return counted?.summary.span ?? wholeSpan
    }
    return span.lowerBound <= end ? span.lowerBound...min(span.upperBound, end) : nil
  }
}
