import Reefknot

/// What a campaign's partners added, and the network as SVG.
func partnersOfFirstCampaign(in folder: String) throws -> (lines: [String], picture: [UInt8]) {
  let dataset = try readDataset(at: folder).dataset
  let view = CampaignDiagram.partners
  let figures = measure(dataset, scopes: [Scope(campaign: 0, of: dataset)], options: view.analysis)[0]
  let lines = (figures.reach?.carriers ?? []).map { carrier in
    let name = dataset.partners[carrier.partner].label
    return "\(name) reached \(carrier.reach ?? 0), \(carrier.exclusive ?? 0) of them alone"
  }
  let diagram = try view.document(of: figures, in: dataset, options: DiagramOptions(top: 12))
  return (lines, try Graphviz.render(diagram, as: .svg, engine: view.engine).bytes)
}
