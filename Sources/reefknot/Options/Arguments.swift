public import ArgumentParser
public import CampaignAnalysis
public import CampaignModel
public import GraphvizRendering
public import Reports

extension Level: ExpressibleByArgument {
  /// Reads the identifier of a level, in any case.
  public init?(argument: String) { self.init(name: argument.lowercased()) }

  public static var allValueStrings: [String] { Level.allCases.map(\.name) }
}

extension RetentionOptions.Cohort: ExpressibleByArgument {}

extension Grouping: ExpressibleByArgument {}

extension CampaignDiagram: ExpressibleByArgument {}

extension DiagramTheme: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension ReportOptions.Theme: ExpressibleByArgument {}

extension PictureFormat: ExpressibleByArgument {}
