public import ArgumentParser
public import CampaignAnalysis
import CampaignFigures
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
  /// A view of any network.
  enum OfNetwork: String, CaseIterable {
    case ties
    case communities
    case reach
  }

  case campaign(CampaignDiagram)
  case network(OfNetwork)

  init?(argument: String) {
    if let view = CampaignDiagram(rawValue: argument) {
      self = .campaign(view)
    } else if let view = OfNetwork(rawValue: argument) {
      self = .network(view)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    CampaignDiagram.allCases.map(\.rawValue) + OfNetwork.allCases.map(\.rawValue)
  }
}

extension DiagramTheme: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension ReportOptions.Theme: ExpressibleByArgument {}

extension PictureFormat: ExpressibleByArgument {}
