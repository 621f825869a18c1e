import LogScanning

/// Which tallies a scan fills together: those of analyses that read the whole campaign, where a filter leaves out some
/// of its touches, apart from the others of the same scope.
struct ScanPlan {
  /// One entry of the scan: tallies of a scope.
  private struct Entry {
    var scope: Int
    /// Indices of the analyses.
    var analyses: [Int]
    var readsWholeCampaign: Bool
  }

  private var entries: [Entry] = []
  /// By scope and analysis, the entry and the place in it.
  private var places: [[(entry: Int, tally: Int)]] = []

  init(_ scopes: [MeasuredScope], _ analyses: [any Analysis]) {
    let wide = analyses.indices.filter { type(of: analyses[$0]).readsWholeCampaign }
    let others = analyses.indices.filter { !wide.contains($0) }
    for (scope, measured) in scopes.enumerated() {
      let first = entries.count
      if wide.isEmpty || !measured.isNarrowed {
        entries.append(Entry(scope: scope, analyses: Array(analyses.indices), readsWholeCampaign: false))
      } else {
        if !others.isEmpty { entries.append(Entry(scope: scope, analyses: others, readsWholeCampaign: false)) }
        entries.append(Entry(scope: scope, analyses: wide, readsWholeCampaign: true))
      }
      var places = [(entry: Int, tally: Int)](repeating: (0, 0), count: analyses.count)
      for entry in first..<entries.count {
        for (tally, analysis) in entries[entry].analyses.enumerated() { places[analysis] = (entry, tally) }
      }
      self.places.append(places)
    }
  }

  /// What the scan is to fill.
  ///
  /// - Parameter tallies: by scope and analysis.
  func scopes(_ scopes: [MeasuredScope], _ tallies: [[any Tally]]) -> [ScopeTallies] {
    entries.map { entry in
      let scope = scopes[entry.scope]
      return ScopeTallies(
        entry.readsWholeCampaign ? scope.campaignTest : scope.test, scope.campaignTest, scope.transactions,
        tallies: entry.analyses.map { tallies[entry.scope][$0] })
    }
  }

  /// The tally of an analysis in a scope, among those that the scan filled.
  func tally(_ analysis: Int, of scope: Int, in filled: [ScopeTallies]) -> any Tally {
    let place = places[scope][analysis]
    return filled[place.entry].tallies[place.tally]
  }
}
