import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// What the views of a campaign have in common: the scope, and the frame around every drawing.
struct DiagramDrawing: DiagramFrame {
  let name: String
  let scope: Scope
  let dataset: Dataset
  let options: DiagramOptions
  let engine: LayoutEngine
  let localizer: Localizer
  let colors: DiagramColors

  init(name: String, scope: Scope, dataset: Dataset, options: DiagramOptions, engine: LayoutEngine) {
    self.name = name
    self.scope = scope
    self.dataset = dataset
    self.options = options
    self.engine = engine
    localizer = Localizer(options.language, timeZone: dataset.settings.timeZone)
    colors = DiagramColors.of(options.theme)
  }

  var subjectLabel: String { dataset.label(of: scope) }

  /// The class of what is some partners' own, by which a page can single one out.
  func pick(_ partners: [Int]) -> DOTAttributes {
    ["class": .verbatim("pick " + partners.map { "p\($0)" }.joined(separator: " "))]
  }

  /// The name under which a partner stands in the document.
  func partnerNode(_ partner: Int) -> String { "partner:\(dataset.partners[partner].id)" }
}

extension Dataset {
  /// The campaign's name, or the dataset's for a window.
  func label(of scope: Scope) -> String { scope.campaign.map { campaigns[$0].label } ?? name }
}
