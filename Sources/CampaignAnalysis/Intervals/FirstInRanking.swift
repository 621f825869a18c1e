import CampaignFigures

/// In how many replicates of a bootstrap the first of a ranking stays first.
struct FirstInRanking {
  private let places: [Int]
  private var staying = 0
  private var replicates = 0

  /// - Parameter places: of each row, in the order of the ranking: its place by id, which decides between equals.
  init(places: [Int]) { self.places = places }

  /// Adds one more replicate.
  ///
  /// - Parameter figures: the main figure of each row, in the order of the ranking.
  mutating func add(_ figures: [Double]) {
    replicates += 1
    let isFirst = figures.indices.dropFirst().allSatisfy { row in
      figures[row] != figures[0] ? figures[row] < figures[0] : places[0] < places[row]
    }
    if isFirst { staying += 1 }
  }

  /// The title of the share.
  static let title: Texts = ("First row stays first", "Erste Zeile bleibt die erste")

  /// The share of the replicates; nil where fewer than two are ranked.
  var share: Double? {
    places.count > 1 && replicates > 0 ? Double(staying) / Double(replicates) : nil
  }
}
