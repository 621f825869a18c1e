import FileReading

/// Stretches of time as one text, as Gephi's tables show them: `<[2009-03-01, 2009-03-05]; [2009-03-07, 2009-03-09]>`, with
/// a value behind the two ends where there is one. An end that is open is written `-Infinity` or `Infinity`.
enum GEXFIntervals {
  /// One stretch; its ends belong to it.
  struct Interval: Equatable {
    var start: String?
    var end: String?
    var value: String?
  }

  /// The stretch that an element tells with `start` and `end`, or with `timestamp`.
  static func interval(of element: XMLElement, value: String? = nil) -> String {
    let start = element["start"] ?? element["timestamp"]
    let end = element["end"] ?? element["timestamp"]
    return text(Interval(start: start, end: end, value: value))
  }

  private static func text(_ interval: Interval) -> String {
    let value = interval.value.map { ", \($0)" } ?? ""
    return "[\(interval.start ?? "-Infinity"), \(interval.end ?? "Infinity")\(value)]"
  }

  static func list(_ intervals: [String]) -> String { "<" + intervals.joined(separator: "; ") + ">" }

  /// The stretches of a text, or nil where it is none.
  static func parsed(_ text: String) -> [Interval]? {
    guard text.hasPrefix("<["), text.hasSuffix("]>") else { return nil }
    var intervals: [Interval] = []
    for part in text.dropFirst(2).dropLast(2).split(separator: "]; [", omittingEmptySubsequences: false) {
      let fields = part.split(separator: ", ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2 else { return nil }
      intervals.append(
        Interval(
          start: fields[0] == "-Infinity" ? nil : fields[0], end: fields[1] == "Infinity" ? nil : fields[1],
          value: fields.count > 2 ? fields[2] : nil))
    }
    return intervals
  }
}
