import CampaignFigures

/// What some figures of a result were in the replicates of a bootstrap.
struct FigureReplicates<Result> {
  private let figures: [Figure<Result>]
  /// By figure, one entry a replicate.
  private var values: [[Double?]]

  init(_ figures: [Figure<Result>]) {
    self.figures = figures
    values = figures.map { _ in [] }
  }

  /// Adds the result of one more replicate.
  mutating func add(_ result: Result) {
    for (index, figure) in figures.enumerated() { values[index].append(figure.value(result)?.number) }
  }

  /// The interval of each figure, by its path; those that are not known have none.
  var intervals: [String: Interval] {
    var intervals: [String: Interval] = [:]
    for (figure, values) in zip(figures, values) {
      if let interval = Interval(ofReplicates: values) { intervals[figure.path] = interval }
    }
    return intervals
  }
}

extension FigureValue {
  /// The number that a figure is, if it is a finite one.
  fileprivate var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number), .fraction(let number), .money(let number): number.isFinite ? number : nil
    default: nil
    }
  }
}

extension Array {
  /// The intervals of those figures that a result still has: what is withheld has no interval either.
  func shown<Result>(_ intervals: [String: Interval]?, of result: Result) -> [String: Interval]?
  where Element == Figure<Result> {
    guard let intervals else { return nil }
    let paths = Set(filter { $0.value(result) != nil }.map(\.path))
    return intervals.filter { paths.contains($0.key) }
  }
}
