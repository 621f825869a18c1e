public import CampaignFigures
public import CampaignModel

/// What a count counts, one by one (<doc:Metrics#Counting>).
public struct Listing: Sendable {
  /// A touch behind a count of touches or of pairs.
  public struct Entry: Hashable, Sendable {
    /// The contact's number.
    public var contact: Int
    /// Position of the touch in the log.
    public var position: Int
    /// The brand that was met, where pairs of contact and brand are counted.
    public var brand: Int?
  }

  /// What is listed.
  public enum Items: Sendable {
    /// Numbers of contacts, by id.
    case contacts([Int])
    /// Touches, by time, then by contact's id and row.
    case touches([Entry])
  }

  /// The count's name as asked for.
  public var name: String
  public var items: Items

  package init(name: String, items: Items) {
    self.name = name
    self.items = items
  }

  /// The count itself.
  public var count: Int {
    switch items {
    case .contacts(let contacts): contacts.count
    case .touches(let entries): entries.count
    }
  }
}

/// Why a count cannot be opened.
public enum ListingError: Error, Hashable, Sendable {
  /// No count has this name; the names there are.
  case unknownName(String, known: [String])
  /// The name needs a key of another kind, such as a partner's id; the pattern, and keys there are.
  case unknownKey(String, pattern: String, known: [String])
  /// The count is not known, or must not be shown.
  case notShown(String, UnknownFigure.State)
}

/// Lists what a count of one scope counts.
///
/// Each contact is counted alone by the very tally that counts all of them, so a list cannot disagree with its count.
/// O(touches + contacts × partners) time.
///
/// - Parameters:
///   - name: the figure's name, with a key after a colon where it is a list's: `stays`, `introduced_by:p01`,
///     `region:p01+p02`, `days.30.bracket`.
///   - section: the analysis the figure belongs to: touchpoints, reach, retention, partnerships
///     (with cooperation), funnel (with journeys) or attribution.
/// - Throws: ``ListingError``.
public func drillDown(
  into name: String, of section: Section, _ scope: Scope, in dataset: Dataset,
  options: AnalysisOptions = AnalysisOptions()
) throws(ListingError) -> Listing {
  var options = options
  options.sections = [section]
  let counting = Registry.analyses.filter { $0.document == section }
  // The section's own counts come first.
  let ordered = counting.filter { $0.section == section } + counting.filter { $0.section != section }
  var known: [String] = []
  for type in ordered {
    do throws(ListingError) {
      return try openCount(name, type.init(dataset, options), scope, options, dataset)
    } catch {
      guard case .unknownName(_, let names) = error else { throw error }
      known += names
    }
  }
  throw .unknownName(name, known: known)
}

private func openCount(
  _ name: String, _ analysis: some Analysis, _ scope: Scope, _ options: AnalysisOptions, _ dataset: Dataset
) throws(ListingError) -> Listing {
  try CountSearch(
    name: name, analysis: analysis, scope: MeasuredScope(scope, in: dataset), options: options, dataset: dataset
  ).listing()
}
