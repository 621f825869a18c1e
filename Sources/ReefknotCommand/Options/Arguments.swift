public import ArgumentParser
public import CampaignAnalysis
public import CampaignModel
public import Drawing
public import GraphvizRendering
import Presentation
public import Reporting

extension Level: ExpressibleByArgument {
  /// Reads the identifier of a level, in any case.
  public init?(argument: String) { self.init(name: argument.lowercased()) }

  public static var allValueStrings: [String] { Level.allCases.map(\.name) }
}

extension RetentionOptions.Cohort: ExpressibleByArgument {}

extension Grouping: ExpressibleByArgument {}

/// A view that `diagram` draws: of a campaign, or of any network.
enum DiagramView: ExpressibleByArgument {
  case campaign(CampaignDiagram)
  case network(NetworkView)
  case contact

  init?(argument: String) {
    if let view = CampaignDiagram(named: argument) {
      self = .campaign(view)
    } else if let view = NetworkView(rawValue: argument) {
      self = .network(view)
    } else if argument == "contact" {
      self = .contact
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { all.map(\.name) }

  /// Every view with what it shows.
  private static let all =
    CampaignDiagram.allCases.map { (name: $0.name, summary: $0.summary) }
    + NetworkView.allCases.map { (name: $0.rawValue, summary: $0.summary) }
    + [(name: "contact", summary: "when each partner reached the contact --node, and warm ways to it")]

  /// The views as help lists them, one a line.
  static var help: String {
    let width = all.map(\.name.count).max() ?? 0
    return all.map { name, summary in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(summary)"
    }.joined(separator: "\n")
  }

  /// The names of the views in a sentence.
  static var sentence: String {
    allValueStrings.dropLast().joined(separator: ", ") + " or " + (allValueStrings.last ?? "") + "."
  }
}

extension DiagramTheme: ExpressibleByArgument {}

extension ReportOptions.Theme: ExpressibleByArgument {}

extension PictureFormat: ExpressibleByArgument {}

extension CampaignChart: ExpressibleByArgument {
  /// Reads the name of a chart, in any case, with hyphens or underscores.
  public init?(argument: String) { self.init(named: argument.lowercased()) }

  public static var allValueStrings: [String] { allCases.map(\.name) }
}
