import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading
import LogScanning
import Presentation
import Tallying

extension DatasetOptions {
  /// Reads a dataset for figures alone, which may be made of tallies.
  ///
  /// Whatever is measured is handed to ``counting(_:_:)`` before.
  func readForFigures() throws -> Dataset {
    guard let first = tallies.first else { return try read(allowsParts: true).dataset }
    try OpenOutputs.protect(tallies)
    let file = try TallyFile.merged(tallies)
    if let shard = file.missingShards.first {
      let more = file.missingShards.count - 1
      throw CommandFailure(
        .badData,
        "--tallies: shard \(shard)\(more > 0 ? " and \(more) more are" : " is") missing")
    }
    var result: ReadingResult
    do {
      result = try self.result(
        observedUntil: file.observedUntil.map { .known($0, isDate: file.observedUntilIsDate) },
        counted: (file.counted, try CommandFailure.tally(first) { () throws(TallyFault) in try file.namedContacts }))
    } catch let error as ReadingError {
      throw CommandFailure(error)
    }
    result.dataset.tables.formUnion(file.tables)
    let facts = TallyFile.facts(of: result.dataset) + [TallyFile.build]
    try CommandFailure.tally(first) { () throws(TallyFault) in try file.checkFacts(of: dataset, facts) }
    warn(result)
    return result.dataset
  }

  /// The dataset, once what a command is about to measure is known to be among what was counted.
  ///
  /// - Parameter add: adds all that will be measured to the plan.
  func counting(_ data: Dataset, _ add: (inout TallyPlan) throws -> Void) throws -> Dataset {
    guard data.counted != nil else { return data }
    var plan = TallyPlan()
    try add(&plan)
    if let parts = data.parts { return try counting(data, parts, plan) }
    guard let first = tallies.first else { return data }
    do {
      try plan.check(data)
    } catch let missing as TallyPlan.Missing {
      throw CommandFailure.usage(
        "\(first.withoutControls) does not have what is asked for: tally with the same options (there is no "
          + "\(missing.key.withoutControls))")
    } catch let fault as TallyFault {
      throw CommandFailure(.badData, "\(first.withoutControls): \(fault.reason.withoutControls)")
    }
    return data
  }

  /// Counts a log part by part, for which memory has no room as a whole.
  private func counting(_ data: Dataset, _ parts: any LogParts, _ plan: TallyPlan) throws -> Dataset {
    let counted = try count(plan, in: parts, of: data, shard: nil, facts: []).counted
    var data = data
    data.counted?.summary = counted.summary
    data.counted?.entries.merge(counted.entries) { $1 }
    return data
  }

  /// Counts a log, or a shard of it, part by part, and shows progress.
  func count(
    _ plan: TallyPlan, in parts: any LogParts, of data: Dataset, shard: Shard?, facts: [TallyFile.Fact]
  ) throws -> TallyFile {
    let bar = !quiet && ProgressBar.isWanted ? ProgressBar() : nil
    defer { bar?.end() }
    do {
      return try TallyFile(counting: plan, in: parts, of: data, shard: shard, facts: facts, threads: threadCount) {
        bar?.show(measuring: $0, of: parts.count)
      }
    } catch let error as ReadingError {
      throw CommandFailure(error)
    }
  }

  /// Measures scopes of a dataset of which only counts may be at hand, and which has them then.
  func measured(_ data: inout Dataset, scopes: [Scope], options: AnalysisOptions) throws -> [ScopeFigures] {
    let uncounted = data
    data = try counting(uncounted) { $0.addFigures(uncounted, scopes: scopes, options: [options]) }
    return measure(data, scopes: scopes, options: options)
  }
}

extension TallyFile {
  /// What only parts made by the same build have in common.
  static let build = Fact("the build", "reefknot \(Reefknot.version)")

  /// The parts in some files, put together.
  static func merged(_ paths: [String]) throws -> TallyFile {
    var whole: TallyFile?
    for path in paths {
      let bytes = try InputBytes.read(path)
      whole = try CommandFailure.tally(path) { () throws(TallyFault) in
        let file = try TallyFile(bytes)
        guard var merged = whole else { return file }
        whole = nil
        try merged.merge(file)
        return merged
      }
    }
    guard let whole else { throw CommandFailure.usage("there is no tally file to read") }
    return whole
  }
}

extension CommandFailure {
  /// Runs `body`, turning what is wrong with a tally file into a failure that names it.
  static func tally<Result>(_ path: String, _ body: () throws(TallyFault) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw CommandFailure(.badData, "\(path.withoutControls): \(error.reason.withoutControls)")
    }
  }
}
