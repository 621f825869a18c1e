public import CampaignModel
import LogScanning

/// A conversion of one contact, with where each share of its credit comes from.
public struct ConversionExplanation: Hashable, Sendable {
  /// A step on the way to the conversion.
  public struct Step: Hashable, Sendable {
    public var group: Group
    /// When the group was met, the last time of neighboring repeats.
    public var time: Instant
    /// Share of the credit by ``AttributionModel``, in its order; nil under Markov, which looks at all paths.
    public var shares: [Double?]
  }

  public var time: Instant
  /// Index of the channel in which it happened.
  public var channel: Int
  /// Index of the kind.
  public var kind: Int
  /// Index of the content, or nil.
  public var content: Int?
  /// In the dataset's currency; nil where none is recorded.
  public var value: Double?
  /// Whether it is a refund: no conversion, but its value is taken back by the shares of the one before.
  public var isRefund: Bool
  /// In order of time; empty for what is unattributed.
  public var steps: [Step]
}

/// Explains every conversion of a contact in a scope, and every refund, in the order in which they follow on paths.
/// O(touches of the contact).
///
/// - Parameter contact: index of the contact.
public func explainConversions(
  of contact: Int, in dataset: Dataset, scope: Scope, options: AttributionOptions = AttributionOptions()
) -> [ConversionExplanation] {
  let slice = dataset.log.slice(of: contact)
  guard !slice.isEmpty else { return [] }
  let measured = MeasuredScope(scope, in: dataset)
  let groups = TouchGroups(options.by, in: dataset)
  var history = ContactHistory(dataset, tables: TouchTables(dataset))
  history.load(contact, at: slice)
  history.selectTouches(in: measured.campaignTest, measured.transactions, contacts: dataset.contacts)
  var journey = ContactConversions(measured.campaignTest, options: options, in: dataset)
  journey.load(history, isCounted: history.isTransactionCounted, groups)
  return journey.events.filter(\.isCounted).map { event in
    let touch = dataset.log.touches[event.position]
    return ConversionExplanation(
      time: touch.time, channel: touch.channel, kind: touch.kind, content: touch.content,
      value: dataset.log.values[event.position], isRefund: event.isRefund,
      steps: ConversionExplanation.shares(journey.steps[event.steps], groups))
  }
}

extension ConversionExplanation {
  fileprivate static func shares(_ path: ArraySlice<ConversionPath.Step>, _ groups: TouchGroups) -> [Step] {
    guard !path.isEmpty else { return [] }
    var credit = PathCredit(groupCount: groups.count)
    credit.load(path)
    return path.indices.map { index in
      Step(
        group: groups.groups[path[index].group], time: Instant(milliseconds: path[index].time),
        shares: AttributionModel.allCases.map { $0 == .markov ? nil : credit.share(of: index - path.startIndex, $0) })
    }
  }
}
