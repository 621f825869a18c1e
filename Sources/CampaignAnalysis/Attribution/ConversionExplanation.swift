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
  /// In order of time; empty for an unattributed conversion.
  public var steps: [Step]
}

/// Explains every conversion of a contact in a scope, in order of time. O(touches of the contact).
///
/// - Parameter contact: index of the contact.
public func explainConversions(
  of contact: Int, in dataset: Dataset, scope: Scope, options: AttributionOptions = AttributionOptions()
) -> [ConversionExplanation] {
  let test = ScopeTest(scope, in: dataset)
  let groups = TouchGroups(options.by, in: dataset)
  let finder = PathFinder(test, options: options, in: dataset)
  let slice = dataset.log.slice(of: contact)
  guard !slice.isEmpty else { return [] }
  var history = ContactHistory(dataset, tables: TouchTables(dataset))
  history.load(contact, at: slice)
  history.selectTouches(in: test, contacts: dataset.contacts)
  let scopedTouches = Set(history.scopedTouches)
  var explanations: [ConversionExplanation] = []
  var pathStart = slice.lowerBound
  var path = ConversionPath()
  for position in slice where finder.isConversion[history.touches[position].kind] {
    if scopedTouches.contains(position) {
      finder.find(&path, before: position, from: pathStart, history, groups)
      let touch = history.touches[position]
      explanations.append(
        ConversionExplanation(
          time: touch.time, channel: touch.channel, kind: touch.kind, content: touch.content,
          value: dataset.log.values[position], steps: ConversionExplanation.steps(path, groups)))
    }
    pathStart = position + 1
  }
  return explanations
}

extension ConversionExplanation {
  fileprivate static func steps(_ path: ConversionPath, _ groups: TouchGroups) -> [Step] {
    guard !path.steps.isEmpty else { return [] }
    let credit = PathCredit(path)
    return path.steps.indices.map { index in
      Step(
        group: groups.groups[path.steps[index].group], time: Instant(milliseconds: path.steps[index].time),
        shares: AttributionModel.allCases.map { $0 == .markov ? nil : credit.share(of: index, $0) })
    }
  }
}
