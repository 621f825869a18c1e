public import CampaignFigures
import CampaignModel
import LogScanning

/// How many gestures between partners are answered, and how soon (<doc:Metrics#Reciprocity>).
public struct Reciprocity: Hashable, Sendable {
  /// Answered gestures, of those in the window that are old enough to have been answered.
  public var answered: Proportion?
  /// Median days from a gesture to its first answer; nil when none was answered.
  public var medianDaysToAnswer: Double?

  /// How long an answer may take: 30 days.
  static let patience: Int64 = 30 * Instant.millisecondsPerDay

  init(_ answers: [Int64?]) {
    let delays = answers.compactMap(\.self).sorted()
    answered = Proportion(delays.count, of: answers.count)
    guard !delays.isEmpty else { return }
    let (low, high) = (delays[(delays.count - 1) / 2], delays[delays.count / 2])
    medianDaysToAnswer = (Double(low) + Double(high)) / 2 / Double(Instant.millisecondsPerDay)
  }
}

/// The gestures of a dataset: exchanges of kind comment, backlink, share, mention or recommendation.
struct Gestures {
  /// A gesture within a window that is old enough to be judged.
  struct Judged {
    var from: Int
    var to: Int
    /// Milliseconds to the first answer; nil without one.
    var delay: Int64?
  }

  /// In the order of the dataset.
  private(set) var judged: [Judged] = []

  /// Judges every gesture in [start, end) that is at least 30 days old at `observedUntil`.
  ///
  /// An answer is a gesture in the other direction, more than 0 and at most 30 days later. O(n log n).
  init(from start: Int64, until end: Int64, in dataset: Dataset) {
    let kinds: Set = ["comment", "backlink", "share", "mention", "recommendation"]
    let gestures = dataset.exchanges.filter { kinds.contains($0.kind) }
    var directions = PairIndex()
    var times: [[Int64]] = []
    for gesture in gestures {
      let number = directions.number(gesture.from, gesture.to)
      if number == times.count { times.append([]) }
      times[number].append(gesture.time.milliseconds)
    }
    for index in times.indices { times[index].sort() }
    let observedUntil = dataset.observedUntil?.milliseconds ?? .min
    for gesture in gestures {
      let time = gesture.time.milliseconds
      guard time >= start, time < end, time + Reciprocity.patience <= observedUntil else { continue }
      var delay: Int64?
      if let number = directions.knownNumber(gesture.to, gesture.from),
        let answer = Gestures.first(in: times[number], after: time), answer - time <= Reciprocity.patience
      {
        delay = answer - time
      }
      judged.append(Judged(from: gesture.from, to: gesture.to, delay: delay))
    }
  }

  /// Reciprocity over all of them.
  var reciprocity: Reciprocity { Reciprocity(judged.map(\.delay)) }

  /// The first of some ascending times that is later than `time`.
  private static func first(in times: [Int64], after time: Int64) -> Int64? {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] > time { high = middle } else { low = middle + 1 }
    }
    return low < times.count ? times[low] : nil
  }
}
