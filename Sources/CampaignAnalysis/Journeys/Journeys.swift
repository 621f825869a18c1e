public import CampaignFigures
public import CampaignModel

/// How contacts fare along a campaign: their ratings, whether they would recommend it, whether they come back
/// (<doc:Metrics#Journeys>).
///
/// Counts of contacts are nil when they are withheld.
public struct Journeys: Sendable {
  /// Ratings given in one tenth of the way through a contact's touches.
  public struct Decile: Hashable, Sendable {
    /// 1 to 10.
    public var decile: Int
    /// Ratings in it.
    public var ratings: Int?
    /// Their mean; nil without ratings.
    public var mean: Double?
    /// The contacts behind them.
    var contacts = 0
  }

  /// Neighboring deciles, among those with ratings, along which the mean falls without a break.
  public struct Fall: Hashable, Sendable {
    /// First decile, from which it falls.
    public var from: Int
    /// Last decile, to which it falls.
    public var to: Int
    /// Mean of the last − mean of the first; negative.
    public var change: Double
  }

  public var scope: Scope
  /// Contact's touch number i of n, counted from 0, lies in decile ⌊10 i / n⌋ + 1; always ten entries.
  public var emotionCurve: [Decile]
  /// In order of the deciles.
  public var fallingStretches: [Fall]
  /// Net promoter score: 100 × (share of 9-10 − share of 0-6); nil without answers.
  public var nps: Double?
  /// Its 95 % interval.
  public var npsInterval: Interval?
  /// Answers to the nps question.
  public var npsAnswers: Int?
  /// The contacts behind them.
  var answeringContacts: Int
  /// Contacts touched on two days of 24 hours or more, of all.
  public var returning: Proportion?
  /// Contacts touched on one day alone, of all.
  public var oneTime: Proportion?
  /// Contacts with a single touch, of all.
  public var bounce: Proportion?
  /// Touches of kind visit.
  public var visits: Int?
  /// Contacts with a touch of kind visit.
  public var uniqueVisits: Int?
  public var unknown: [UnknownFigure]
}

extension Journeys {
  /// Turns the counts of a pass into figures.
  init(_ tally: JourneyTally, scope: Scope) {
    self.scope = scope
    emotionCurve = (0..<10).map { decile in
      let count = tally.ratingCounts[decile]
      return Decile(
        decile: decile + 1, ratings: count, mean: count > 0 ? tally.ratingSum(decile) / Double(count) : nil,
        contacts: tally.ratingContacts[decile])
    }
    fallingStretches = Journeys.falls(emotionCurve)
    npsAnswers = tally.answers
    answeringContacts = tally.answerContacts
    if tally.answers > 0 {
      nps = 100 * Double(tally.promoters - tally.detractors) / Double(tally.answers)
      npsInterval = Journeys.npsInterval(tally.promoters, tally.detractors, of: tally.answers)
    }
    returning = Proportion(tally.returning, of: tally.reach)
    oneTime = Proportion(tally.reach - tally.returning, of: tally.reach)
    bounce = Proportion(tally.bounced, of: tally.reach)
    visits = tally.visits
    uniqueVisits = tally.uniqueVisits
    unknown = []
    if tally.ratingCounts.allSatisfy({ $0 == 0 }) {
      unknown.append(
        UnknownFigure(
          JourneyFigures.emotionCurve, .notConfigured,
          LocalizedText(
            "No touch of kind rating records a value.", "Keine Berührung der Art rating verzeichnet einen Wert.")))
    }
    if nps == nil {
      unknown.append(
        UnknownFigure(
          JourneyFigures.nps, .notConfigured,
          LocalizedText("No touch of kind nps records a value.", "Keine Berührung der Art nps verzeichnet einen Wert."))
      )
    }
    if tally.reach == 0 {
      for figure in [JourneyFigures.returning, JourneyFigures.oneTime, JourneyFigures.bounce] {
        unknown.append(UnknownFigure(figure, .undefined, .nobodyReached))
      }
    }
  }

  /// The adjusted Wald interval of a net promoter score: with 3/4 of an answer more at either end and 3 in all.
  ///
  /// It holds the score itself too, which so few as one or two answers would leave outside.
  ///
  /// Reference: B. Rocks, "Interval estimation for the 'Net Promoter Score'" (2016), The American Statistician 70,
  /// doi:10.1080/00031305.2016.1158124.
  static func npsInterval(_ promoters: Int, _ detractors: Int, of answers: Int) -> Interval {
    let n = Double(answers) + 3
    let (p, d) = ((Double(promoters) + 0.75) / n, (Double(detractors) + 0.75) / n)
    let spread = normalQuantile * ((p + d - (p - d) * (p - d)) / n).squareRoot()
    let score = Double(promoters - detractors) / Double(answers)
    return Interval(
      low: 100 * max(-1, min(score, p - d - spread)), high: 100 * min(1, max(score, p - d + spread)))
  }

  /// The maximal stretches along which the mean falls; deciles without ratings are passed over.
  static func falls(_ curve: [Decile]) -> [Fall] {
    let known = curve.compactMap { decile in decile.mean.map { (decile: decile.decile, mean: $0) } }
    var falls: [Fall] = []
    var start = 0
    for index in known.indices.dropFirst() {
      let isFalling = !FigureOrder.isAtMost(known[index - 1].mean, known[index].mean)
      if !isFalling {
        start = index
      } else if start == index - 1 {
        falls.append(Fall(from: known[start].decile, to: known[index].decile, change: 0))
      }
      if isFalling {
        falls[falls.count - 1].to = known[index].decile
        falls[falls.count - 1].change = known[index].mean - known[start].mean
      }
    }
    return falls
  }
}
