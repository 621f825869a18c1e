public import CampaignModel

/// Tells which of a contact's touches are transactions of a scope, X(K) (<doc:Metrics#Transactions>).
///
/// These are the transactions of T(K); those without content that follow in the window on a touch of T(K); and, as far
/// as `conversion_days_after_end` reaches, those with the campaign's content or without any that come after the end.
/// They are found for the whole campaign and then filtered as T(K) is.
@usableFromInline package struct TransactionTest: Sendable {
  /// Whether the scope's filter leaves anything out.
  @usableFromInline package let isNarrowed: Bool
  @usableFromInline let test: ScopeTest
  @usableFromInline let campaignTest: ScopeTest
  /// First millisecond after the days that still belong to the campaign.
  private let lateEnd: Int64
  private let filterStart: Int64
  private let filterEnd: Int64

  /// - Parameters:
  ///   - test: tells the touches in T(K).
  ///   - campaignTest: the same without the scope's filter.
  package init(_ scope: Scope, _ test: ScopeTest, _ campaignTest: ScopeTest, in dataset: Dataset) {
    self.test = test
    self.campaignTest = campaignTest
    let filter = scope.filter
    lateEnd = campaignTest.end + Int64(dataset.settings.conversionDaysAfterEnd) * Instant.millisecondsPerDay
    filterStart = filter.from?.milliseconds ?? .min
    filterEnd = filter.until?.milliseconds ?? .max
    isNarrowed = filter.from != nil || filter.until != nil || filter.level != nil || filter.medium != nil
  }

  /// Whether a touch is in T(K) before the filter.
  @inlinable package func isOfTouches(_ touch: Touch) -> Bool { campaignTest.accepts(touch) }

  /// Whether a touch of T(K) before the filter is in T(K).
  @inlinable package func accepts(_ touch: Touch) -> Bool { !isNarrowed || test.accepts(touch) }

  /// Whether a touch carries no content, or one of the campaign's.
  @inlinable package func isWithoutOtherContent(_ touch: Touch) -> Bool {
    touch.contentOrZero == 0 || !campaignTest.acceptsContent[0] && campaignTest.acceptsContent[touch.contentOrZero]
  }

  /// Finds the transactions of a contact that T(K) reached before the filter.
  ///
  /// - Parameters:
  ///   - isOfCampaign: gets, for each of the order's transactions, whether it is in X(K) before the filter.
  ///   - isCounted: gets the same after the filter.
  func find(
    in order: borrowing TransactionOrder, of touches: borrowing [Touch], _ isOfCampaign: inout [Bool],
    _ isCounted: inout [Bool]
  ) {
    // Place of the first touch of T(K): found when it is first asked for.
    var first: Int?
    for place in order.transactions {
      let touch = touches[order.positions[place]]
      var belongs = campaignTest.accepts(touch)
      if !belongs, touch.milliseconds >= campaignTest.start, touch.milliseconds < lateEnd {
        if touch.milliseconds >= campaignTest.end {
          belongs = isWithoutOtherContent(touch)
        } else if touch.contentOrZero == 0 {
          let known = first ?? order.positions.firstIndex { campaignTest.accepts(touches[$0]) } ?? .max
          first = known
          belongs = known < place
        }
      }
      isOfCampaign.append(belongs)
      isCounted.append(belongs && passesFilter(touch))
    }
  }

  private func passesFilter(_ touch: Touch) -> Bool {
    !isNarrowed
      || touch.milliseconds >= filterStart && touch.milliseconds < filterEnd && test.acceptsChannel[touch.channel]
        && test.acceptsKind[touch.kind]
  }
}
