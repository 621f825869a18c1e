package import CampaignModel

/// The fewest contacts that a count may tell of (<doc:Metrics#Small-groups>).
package struct MinimumGroup: Hashable, Sendable {
  package let minimum: Int

  /// - Parameter minimum: counts from 1 to below this are withheld; 0 or 1 withholds nothing.
  package init(_ minimum: Int) { self.minimum = minimum }

  /// Withholds nothing.
  package static let none = MinimumGroup(0)

  /// That of a dataset's settings.
  package init(of dataset: Dataset) { self.init(dataset.settings.minimumGroup) }

  /// Whether anything may have to be withheld.
  package var isAsked: Bool { minimum > 1 }

  /// Whether a count of contacts is too small to be shown. 0 never is.
  package func withholds(_ count: Int) -> Bool { count > 0 && count < minimum }

  /// The count, or nil where it is too small to be shown.
  package func shown(_ count: Int?) -> Int? { count.flatMap { withholds($0) ? nil : $0 } }
}
