/// What is wrong with bytes that should hold tallies.
package struct TallyFault: Error, Hashable {
  /// A clause that goes on after a file's name, such as `is cut short`.
  package let reason: String

  package init(_ reason: String) { self.reason = reason }

  package static let cutShort = TallyFault("is cut short")
  package static let isOfOtherShape = TallyFault(
    "holds counts of another shape than this dataset and these options ask for")
}
