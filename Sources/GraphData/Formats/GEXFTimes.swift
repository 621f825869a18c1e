import FileReading
import GraphStructures

/// When the nodes and edges of a graph are there, for a dynamic GEXF file.
///
/// An edge is there at its time, or from its `start` to its `end`, or in its `spells` or `weights` as ``GEXFReader`` reads
/// them; edges between the same nodes become
/// one, whose weight at any time is the sum of those that are there. A node is there whenever one of its edges is; a node
/// without edges, and an edge without a time with its ends, is there always. Stretches include both ends and do not
/// overlap.
struct GEXFTimes {
  /// A stretch of time in days or in the units of integer times, and the weight in it.
  struct Stretch: Equatable {
    var start: Int
    var end: Int
    var weight: Double
  }

  /// Edges between the same nodes, the first of which stands for all.
  struct Tie {
    var edges: [Int]
    /// When it is there, ascending; nil for always.
    var stretches: [Stretch]?
    /// The sum of the weights.
    var weight: Double
  }

  /// Whether times are dates, days since 1970, rather than integers.
  let areDates: Bool
  let ties: [Tie]
  /// When each node is there; nil for always.
  let nodes: [[Stretch]?]

  /// The times of a graph; nil where no edge has any.
  init?(_ graph: AttributedGraph) {
    let found = EdgeStretches(graph)
    guard let found else { return nil }
    areDates = found.areDates
    var indices: [Int: Int] = [:]
    var groups: [[Int]] = []
    for edge in 0..<graph.edges.count {
      var (source, target) = (Int(graph.edges.sources[edge]), Int(graph.edges.targets[edge]))
      let isDirected = graph.edgeDirections?[edge] ?? graph.isDirected
      if !isDirected, source > target { swap(&source, &target) }
      let key = (source * graph.nodeCount + target) * 2 + (isDirected ? 1 : 0)
      if let index = indices[key] {
        groups[index].append(edge)
      } else {
        indices[key] = groups.count
        groups.append([edge])
      }
    }
    ties = groups.map { edges in
      let weights = edges.map { graph.edges.weights?[$0] ?? 1 }
      let stretches = zip(edges, weights).map { edge, weight in
        found.stretches[edge]?.map { stretch in
          Stretch(start: stretch.range.lowerBound, end: stretch.range.upperBound, weight: stretch.weight ?? weight)
        }
      }
      let isAlways = stretches.contains { $0 == nil }
      return Tie(
        edges: edges, stretches: isAlways ? nil : GEXFTimes.apart(stretches.flatMap { $0 ?? [] }),
        weight: weights.reduce(0, +))
    }
    var present = [[Stretch]?](repeating: [], count: graph.nodeCount)
    for tie in ties {
      for end in Set([graph.edges.sources[tie.edges[0]], graph.edges.targets[tie.edges[0]]]) {
        if let stretches = tie.stretches {
          present[Int(end)]?.append(contentsOf: stretches)
        } else {
          present[Int(end)] = nil
        }
      }
    }
    nodes = present.map { stretches in
      guard let stretches, !stretches.isEmpty else { return nil }
      return GEXFTimes.joined(GEXFTimes.apart(stretches))
    }
  }

  /// Stretches that do not overlap, with the sum of the weights that there are in each.
  static func apart(_ stretches: [Stretch]) -> [Stretch] {
    var changes: [(time: Int, weight: Double, count: Int)] = []
    for stretch in stretches {
      changes.append((stretch.start, stretch.weight, 1))
      changes.append((stretch.end + 1, -stretch.weight, -1))
    }
    changes.sort { ($0.time, -$0.count) < ($1.time, -$1.count) }
    var result: [Stretch] = []
    var (weight, count, since) = (0.0, 0, 0)
    for change in changes {
      if count > 0, change.time > since {
        if let last = result.last, last.end + 1 == since, last.weight == weight {
          result[result.count - 1].end = change.time - 1
        } else {
          result.append(Stretch(start: since, end: change.time - 1, weight: weight))
        }
      }
      count += change.count
      weight = count == 0 ? 0 : weight + change.weight
      since = change.time
    }
    return result
  }

  /// Stretches without weights: those that follow each other become one.
  static func joined(_ stretches: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches {
      if let last = result.last, last.end + 1 >= stretch.start {
        result[result.count - 1].end = max(last.end, stretch.end)
      } else {
        result.append(Stretch(start: stretch.start, end: stretch.end, weight: 0))
      }
    }
    return result
  }

  /// A time as GEXF has it.
  func text(_ time: Int) -> String { areDates ? DayNumber.date(time) : String(time) }
}

/// When each edge is there, from its attributes.
private struct EdgeStretches {
  var areDates = false
  /// Of each edge, with a weight where it changes with time; nil where it has no time.
  var stretches: [[(range: ClosedRange<Int>, weight: Double?)]?]

  /// Nil where no edge has a time.
  init?(_ graph: AttributedGraph) {
    let columns = Dictionary(graph.edgeAttributes.map { ($0.name, $0) }) { first, _ in first }
    var (dates, numbers) = (0, 0)
    stretches = (0..<graph.edges.count).map { edge in
      let spells = ["weights", "spells"].lazy.compactMap { name in
        columns[name]?[edge].flatMap { GEXFIntervals.parsed($0.text) }
      }.first
      let start = (graph.times ?? columns["start"])?[edge]
      let intervals =
        spells ?? start.map { start in
          let isOwnStart = graph.timeAttribute == "start" || graph.times == nil
          let end = isOwnStart ? columns["end"]?[edge] : nil
          return [GEXFIntervals.Interval(start: start.text, end: (end ?? start).text)]
        } ?? []
      let ranges = intervals.compactMap { interval -> (range: ClosedRange<Int>, weight: Double?)? in
        guard let start = interval.start, let end = interval.end else { return nil }
        let weight = interval.value.flatMap(WrittenNumber.decimal)
        if let first = DayNumber.day(start), let last = DayNumber.day(end), first <= last {
          dates += 1
          return (first...last, weight)
        }
        guard let first = Int(start), let last = Int(end), first <= last, first > -(1 << 52), last < 1 << 52 else {
          return nil
        }
        numbers += 1
        return (first...last, weight)
      }
      return ranges.isEmpty || ranges.count < intervals.count ? nil : ranges
    }
    // Dates and numbers have no common scale.
    if (dates == 0) == (numbers == 0) { return nil }
    areDates = dates > 0
  }
}
