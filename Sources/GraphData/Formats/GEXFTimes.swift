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
  func text(_ time: Int) -> String { areDates ? CivilDay.text(time) : String(time) }
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
        if let first = CivilDay.day(start), let last = CivilDay.day(end), first <= last {
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

/// Days since 1970-01-01 in the Gregorian calendar.
enum CivilDay {
  /// The day of a date, or of a moment's date, such as `2025-03-01T09:30:00Z`; nil of anything else.
  static func day(_ text: String) -> Int? {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    if bytes.count > 10, bytes[10] != UInt8(ascii: "T"), bytes[10] != 0x20 { return nil }
    func number(_ range: Range<Int>) -> Int? {
      range.reduce(Optional(0)) { sum, index in
        guard let sum, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
        return sum * 10 + Int(bytes[index] - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    let days = days(year, month, day)
    return self.text(days).utf8.elementsEqual(bytes[..<10]) ? days : nil
  }

  /// H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a day, such as `2025-03-01`; civil_from_days of the same source.
  static func text(_ day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
  }
}
