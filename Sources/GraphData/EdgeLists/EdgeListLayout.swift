import FileReading

/// What the columns of an edge list mean.
struct EdgeListLayout: Sendable {
  /// What each column is called; those without a name get one.
  var names: [String]
  var source: Int
  var target: Int
  /// The column of weights, or nil.
  var weight: Int?
  /// The column of times, or nil.
  var time: Int?
  /// Whether the first line names the columns.
  var hasHeader: Bool
  /// What was decided, in sentences.
  var decisions: [String] = []

  /// The layout that a first line and the lines behind it tell, with what the options choose.
  init(_ first: [String], others: [[String]], _ options: GraphReadingOptions, line: Int) throws(TextFault) {
    hasHeader =
      options.hasHeader ?? (EdgeListHeader.isNamed(first, options) || EdgeListHeader.isHeader(first, others: others))
    if hasHeader {
      names = first.enumerated().map { $1.isEmpty ? "column \($0 + 1)" : $1 }
      (source, target) = try EdgeListHeader.columns(
        names, source: options.source, target: options.target, isCertain: options.hasHeader == true, line: line)
      if EdgeListHeader.ends(among: names) == nil, options.source == nil || options.target == nil {
        decisions.append(
          "the first line is taken for a header: edges lead from \(ShownText.quoted(names[source])) to \(ShownText.quoted(names[target])); "
            + "--no-header reads it as an edge")
      }
    } else {
      let isNamed = options.source != nil || options.target != nil
      guard (2...4).contains(first.count) || (isNamed && first.count >= 2) else {
        throw TextFault(
          line,
          first.count == 1
            ? "the line has 1 field; two ids were expected, then a weight and a time if there are any. --separator says what "
              + "stands between fields"
            : "the line has \(first.count) fields; two ids were expected, then a weight and a time if there are any")
      }
      names =
        ["source", "target", "weight", "time"].prefix(first.count)
        + (4..<max(4, first.count)).map { "column \($0 + 1)" }
      let numbers = first.indices.map { String($0 + 1) }
      source =
        try options.source.map { name throws(TextFault) in
          try EdgeListHeader.column(name, of: numbers, "--source")
        } ?? 0
      target =
        try options.target.map { name throws(TextFault) in
          try EdgeListHeader.column(name, of: numbers, "--target")
        } ?? 1
      if source != 0 || target != 1 { names = first.indices.map { "column \($0 + 1)" } }
    }
    guard source != target else {
      throw TextFault(
        nil,
        "edges begin and end in one column, \(ShownText.quoted(names[source])); --source and --target must name two")
    }
    try chooseRoles(first.count, others: [first] + others, options)
  }

  private mutating func chooseRoles(
    _ count: Int, others: [[String]], _ options: GraphReadingOptions
  ) throws(TextFault) {
    let columns = names.indices.filter { $0 != source && $0 != target }
    // Columns without a header may be called by their number.
    func chosen(_ choice: RoleChoice, _ option: String) throws(TextFault) -> Int? {
      guard case .named(let name) = choice else { return nil }
      return try EdgeListHeader.column(name, of: hasHeader ? names : names.indices.map { String($0 + 1) }, option)
    }
    weight = try chosen(options.weight, "--weight")
    time = try chosen(options.time, "--time")
    if weight == nil, options.weight == .automatic {
      let usual = EdgeRoles.weightNames + (EdgeListHeader.plain(names[source]) == "u" ? ["w"] : [])
      weight = try EdgeRoles.pick(.automatic, of: columns.map { names[$0] }, usual: usual, option: "").map {
        columns[$0]
      }
    }
    if time == nil, options.time == .automatic {
      let usual = EdgeRoles.timeNames + (EdgeListHeader.plain(names[source]) == "u" ? ["t"] : [])
      let found = try EdgeRoles.pick(.automatic, of: columns.map { names[$0] }, usual: usual, option: "")
      time = found.map { columns[$0] }
    }
    if weight == time { time = nil }
    if !hasHeader, let index = names.firstIndex(of: "weight"), index != weight { names[index] = "column \(index + 1)" }
  }

  /// Whether a column holds numbers too large and round for weights, of a file without a header.
  ///
  /// Seconds since 1970 exceed 10⁸ from 1973 on.
  static let smallestTime = 1e8

  private static let guess =
    "the third column is taken for times, as all its values are whole and over 10⁸, like seconds since 1970; "
    + "--weight 3 takes it for weights"

  /// Takes the third column, which no header names, for times.
  mutating func takeWeightForTime() {
    time = weight
    weight = nil
    if let time { names[time] = "time" }
  }

  /// What is the weight and the time, in sentences.
  var roleSentences: [String] {
    func column(_ index: Int) -> String {
      hasHeader ? "the column \(ShownText.quoted(names[index]))" : "column \(index + 1)"
    }
    let isGuessed = time != nil && !hasHeader && names.count == 3
    return [
      weight.map { "weights are \(column($0))" },
      isGuessed ? EdgeListLayout.guess : time.map { "times are \(column($0))" },
    ]
    .compactMap(\.self)
  }
}
