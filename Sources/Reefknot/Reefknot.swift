/// Everything that a Swift program needs of Reefknot: `import Reefknot` brings the public declarations of the modules
/// below, from reading a dataset over its figures to pictures and reports.
///
/// A module that is imported alone, such as `GraphAlgorithms`, costs less to build and brings fewer names.
@_exported public import CampaignAnalysis
@_exported public import CampaignData
@_exported public import CampaignFigures
@_exported public import CampaignGeneration
@_exported public import CampaignModel
@_exported public import Drawing
@_exported public import FileReading
@_exported public import GraphAlgorithms
@_exported public import GraphData
@_exported public import GraphStructures
@_exported public import GraphvizRendering
@_exported public import Networks
@_exported public import Presentation
@_exported public import Randomness
@_exported public import Reporting
