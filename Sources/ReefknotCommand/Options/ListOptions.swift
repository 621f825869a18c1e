import ArgumentParser
import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Networks
import Presentation

/// Opening a count.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Print the contacts or touches behind a count, one per line.",
      discussion: """
        The count's name, with a key after a colon for rows: \(TouchpointFigures.newContacts.id), \
        \(ReachFigures.exclusive.id):p01, \
        \(UnknownFigure.path(of: RetentionFigures.bracket.path, row: 30)).
        """,
      valueName: "name"))
  var list: String?
}

extension ListDocument {
  /// Opens a count of one scope.
  init(_ name: String, of section: Section, _ scope: Scope, in dataset: Dataset, options: AnalysisOptions) throws {
    do throws(ListingError) {
      let listing = try drillDown(into: name, of: section, scope, in: dataset, options: options)
      self.init(.dataset(dataset, scope), listing: listing)
    } catch {
      throw CommandFailure.usage(ListDocument.message(error))
    }
  }

  private static func message(_ error: ListingError) -> String {
    switch error {
    case .unknownName(let name, let known):
      let bases = known.map { String($0.prefix { $0 != ":" }) }
      let nearest = Suggestion.nearest(to: String(name.prefix { $0 != ":" }), among: bases)
      let patterns = nearest.compactMap { base in known.first { $0 == base || $0.hasPrefix("\(base):") } }
      return "--list: there is no count \"\(name.withoutControls)\"; nearest are \(patterns.joined(separator: ", "))"
        + "\n  all counts: \(known.joined(separator: ", "))"
    case .unknownKey(let key, let pattern, let known):
      let start = "--list: \"\(key.withoutControls)\" does not fit \(pattern)"
      return known.isEmpty
        ? start : "\(start); nearest are \(Suggestion.list(Suggestion.nearest(to: key, among: known)))"
    case .notShown(let name, let state):
      return "--list: \(name.withoutControls) is \(Localizer(.english).state(state)), so there is nothing to list"
    }
  }

  /// Writes the list in the format asked for.
  func write(_ format: OutputFormat, to output: ByteOutput) {
    switch format {
    case .table: writeText { output.write($0) }
    case .csv: writeCSV { output.write($0) }
    case .markdown: writeMarkdown { output.write($0) }
    case .json: writeJSON { output.write($0) }
    case .xlsx: output.fail(CommandFailure.usage("a list of ids is no workbook; --format csv opens in any sheet"))
    }
  }
}
