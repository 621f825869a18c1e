package import CampaignModel

extension CountSystem {
  /// The counts of a scope's touchpoints, reach and retention, together with which those of another analysis are
  /// protected; none where nothing is to be withheld.
  package init(of scope: Scope, in dataset: Dataset, threads: Int) {
    self.init()
    guard MinimumGroup(of: dataset).isAsked else { return }
    let options = AnalysisOptions(sections: [.touchpoints, .reach, .retention], threads: threads)
    measureUnprotected(dataset, scopes: [scope], options: options)[0].addCounts(to: &self, in: dataset)
  }
}
