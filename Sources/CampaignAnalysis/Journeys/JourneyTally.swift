import CampaignModel
import LogScanning

/// Counts how contacts fare along their touches of one scope.
struct JourneyTally: ContactTally {
  /// By decile of position, how many ratings.
  var ratingCounts = [Int](repeating: 0, count: 10)
  /// By decile, the contacts behind them.
  var ratingContacts = [Int](repeating: 0, count: 10)
  var sums = ExactSums(count: 10)
  var promoters = 0
  var detractors = 0
  var answers = 0
  /// Contacts that gave one.
  var answerContacts = 0
  var reach = 0
  var bounced = 0
  var returning = 0
  var visits = 0
  var uniqueVisits = 0

  private let start: Int64
  private let values: SparseColumn
  private let isRating: [Bool]
  private let isAnswer: [Bool]
  private let isVisit: [Bool]

  init(_ scope: Scope, in dataset: Dataset) {
    start = scope.start.milliseconds
    values = dataset.log.values
    isRating = dataset.kinds.flags(of: ["rating"])
    isAnswer = dataset.kinds.flags(of: ["nps"])
    isVisit = dataset.kinds.flags(of: ["visit"])
  }

  /// Sum of the ratings in a decile.
  func ratingSum(_ decile: Int) -> Double { sums[decile] }

  mutating func add(_ history: borrowing ContactHistory) {
    let count = history.scopedTouches.count
    var ownVisits = 0
    // Positions, and so deciles, come in order.
    var lastDecile = -1
    var hasAnswered = false
    for (index, position) in history.scopedTouches.enumerated() {
      let kind = history.touches[position].kind
      if isVisit[kind] { ownVisits += 1 }
      guard isRating[kind] || isAnswer[kind], let value = values[position] else { continue }
      if isRating[kind] {
        let decile = index * 10 / count
        ratingCounts[decile] += 1
        if decile != lastDecile { ratingContacts[decile] += 1 }
        lastDecile = decile
        sums.add(value, to: decile)
      } else {
        answers += 1
        hasAnswered = true
        if value >= 9 { promoters += 1 }
        if value <= 6 { detractors += 1 }
      }
    }
    reach += 1
    if hasAnswered { answerContacts += 1 }
    visits += ownVisits
    if ownVisits > 0 { uniqueVisits += 1 }
    if count == 1 { bounced += 1 }
    if day(history, history.scopedTouches[0]) != day(history, history.scopedTouches[count - 1]) { returning += 1 }
  }

  private func day(_ history: borrowing ContactHistory, _ position: Int) -> Int64 {
    (history.touches[position].milliseconds - start) / Instant.millisecondsPerDay
  }

  mutating func merge(_ other: JourneyTally) {
    ratingCounts.add(other.ratingCounts)
    ratingContacts.add(other.ratingContacts)
    sums.merge(other.sums)
    promoters += other.promoters
    detractors += other.detractors
    answers += other.answers
    answerContacts += other.answerContacts
    reach += other.reach
    bounced += other.bounced
    returning += other.returning
    visits += other.visits
    uniqueVisits += other.uniqueVisits
  }
}
