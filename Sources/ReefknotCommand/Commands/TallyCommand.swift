import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading
import Presentation
import Tallying

/// `reefknot tally`
struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Counts a log, or a part of one, into a file that stands in for its touches.",
    discussion: """
      A log that is too large for one run, or for one machine, is tallied in parts: with --shard, or each part as a \
      dataset of its own with all rows of its contacts and all of ties.csv. reefknot merge puts the files together, and \
      commands that show figures take them by --tallies, with the same answers as from the whole log.

      A part does not know up to when the whole log is complete: observed_until in reefknot.yaml tells it, or \
      --observed-until. With --shard the whole log is read, and tells it.

      The file holds what all commands ask for by default, and what the options name besides. It is not protected by \
      minimum_group, which is applied when figures are shown: keep it as you keep the dataset.

      EXAMPLES:
        reefknot tally graphs/kiez-kocht --shard 1/2 -o first.tally
        reefknot tally graphs/kiez-kocht --shard 2/2 -o second.tally
        reefknot tally graphs/kiez-kocht --by partner,channel --days 7,30 --without gusstopf -o all.tally
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions

  @Option(
    help: ArgumentHelp(
      "Only the contacts of one of so many parts, by the hash of their ids: 1/4, 2/4, 3/4 and 4/4 are the whole.",
      valueName: "i/n"), transform: TallyCommand.shard)
  var shard: Shard?

  @Option(
    name: .customLong("observed-until"),
    help: "Up to when the whole log is complete, where reefknot.yaml does not say it: a date or time.")
  var observedUntil: String?

  @Option(
    name: .customLong("first-touch"),
    help: "When the whole log's first touch was: for retention --sensitivity, and windows without --from.")
  var firstTouch: String?

  @Option(
    help: """
      Rows of funnel and attribution besides the usual ones: a,b of \
      \(Grouping.allCases.map(\.rawValue).joined(separator: ", ")).
      """)
  var by: String?

  @Option(help: "Days after the end besides 30,60,90, a list that retention --days shall be asked for.")
  var days: String?

  @OptionGroup var conversions: ConversionOptions

  @Option(help: "Brands for which reach --brand shall be asked: a,b.")
  var brand: String?

  @Option(help: "Partners whose leaving together simulate --without shall be asked: a,b. May be given several times.")
  var without: [String] = []

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  static func shard(_ text: String) throws -> Shard {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...LogPart.maximumShards).contains(count),
      (1...count).contains(number)
    else { throw ValidationError("\"\(text)\" is not a part such as 3/60.") }
    return Shard(number - 1, of: count)
  }

  mutating func validate() throws {
    if shard != nil, firstTouch != nil { throw ValidationError("--first-touch is for parts without --shard.") }
    if let days { _ = try RetentionCommand.days(days) }
    for (text, option) in [(by, "--by"), (brand, "--brand")] { _ = try text?.listed(of: option) }
    for text in without { _ = try text.listed(of: "--without") }
  }

  func run() throws {
    let destination = try ByteOutput(path: output)
    var data = try dataset.read(observedUntil: observedUntil.map { .written($0) }, allowsParts: true).dataset
    let parts = data.parts
    if shard == nil {
      try takeWhole(in: &data)
    } else {
      data.wholeSpan = data.logSpan
      data.settings.observedUntil = data.observedUntil
    }
    if let shard, parts == nil { data = data.shard(shard) }
    let plan = try plan(data, try scope.scopes(ofPart: data))
    let facts = [TallyFile.build, options(data)]
    let file =
      if let parts {
        try dataset.count(plan, in: parts, of: data, shard: shard, facts: facts)
      } else {
        TallyFile(counting: plan, in: data, shard: shard, facts: facts, threads: dataset.threadCount)
      }
    destination.write(file.bytes)
    try destination.finish()
  }

  /// What a part must be told of the whole.
  private func takeWhole(in data: inout Dataset) throws {
    guard let end = data.settings.observedUntil else {
      throw CommandFailure.usage(
        "a part of a log does not know up to when the whole is complete: give --observed-until; or --shard 1/1 where "
          + "this is the whole log")
    }
    guard let firstTouch else {
      if scope.noCampaign || data.campaigns.isEmpty, scope.from == nil {
        throw CommandFailure.usage("a part of a log does not know when the whole begins: give --from or --first-touch")
      }
      return
    }
    guard let start = LocalClock(name: data.settings.timeZone)?.instant(of: firstTouch) else {
      throw CommandFailure.usage(
        "--first-touch: \"\(firstTouch.withoutControls)\" is not a date or time such as 2025-03-01T09:30:00Z")
    }
    guard start <= data.logSpan?.lowerBound ?? start else {
      throw CommandFailure(.badData, "--first-touch: there is a touch before \(firstTouch.withoutControls)")
    }
    data.wholeSpan = start...max(start, end)
  }

  /// Everything that commands ask for by default, and what the options name.
  private func plan(_ data: Dataset, _ scopes: [Scope]) throws -> TallyPlan {
    var plan = TallyPlan(coversSmallGroups: true)
    plan.addFigures(data, scopes: scopes, options: try variants(data))
    plan.addRhythm()
    plan.addPayback(data)
    for scope in scopes {
      plan.addPlan(scope)
      for goal in BestMixOptions.Goal.allCases { plan.addMix(goal, scope, in: data) }
      for text in without {
        let partners = try text.listed(of: "--without").map { try data.partner($0, option: "--without") }
        plan.addSimulation(without: Set(partners).sorted(), scope, in: data)
      }
    }
    return plan
  }

  private func variants(_ data: Dataset) throws -> [AnalysisOptions] {
    let all = Set(Section.allCases).union([.flow])
    var variants = [AnalysisOptions(sections: all), AnalysisOptions(sections: [.funnel, .targets], funnelBy: nil)]
    for grouping in try groupings() {
      variants.append(
        AnalysisOptions(
          sections: [.funnel, .attribution, .targets], funnelBy: grouping, attribution: AttributionOptions(by: grouping)
        ))
    }
    if conversions.isGiven {
      for grouping in try [.channel] + groupings() {
        variants.append(
          AnalysisOptions(
            sections: [.attribution, .targets], attribution: try conversions.options(by: grouping, in: data)))
      }
    }
    for brand in try brand?.listed(of: "--brand") ?? [] {
      variants.append(AnalysisOptions(sections: [.reach, .targets], brand: try data.partner(brand, option: "--brand")))
    }
    let knowsStart = data.wholeSpan != nil
    for days in try [[30, 60, 90]] + (days.map { [try RetentionCommand.days($0)] } ?? []) {
      for cohort in RetentionOptions.Cohort.allCases {
        for isSensitive in knowsStart ? [false, true] : [false] {
          variants.append(
            AnalysisOptions(
              sections: [.retention, .targets],
              retention: RetentionOptions(cohort: cohort, days: days, showsSensitivity: isSensitive)))
        }
      }
    }
    guard bootstrap.intervals else { return variants }
    return variants
      + variants.map { options in
        var options = options
        options.intervals = true
        return options
      }
  }

  private func groupings() throws -> [Grouping] {
    try (by?.listed(of: "--by") ?? []).map { name in
      guard let grouping = Grouping(rawValue: name) else {
        throw CommandFailure.usage(
          Suggestion.message("grouping", name, known: Grouping.allCases.map(\.rawValue), option: "--by"))
      }
      return grouping
    }
  }

  /// The options that all parts must have in common, to say so where they differ.
  private func options(_ data: Dataset) -> TallyFile.Fact {
    let texts: [(String, String?)] = [
      ("--campaign", scope.campaign), ("--no-campaign", scope.noCampaign ? "yes" : nil), ("--from", scope.from),
      ("--until", scope.until), ("--level", scope.level?.name), ("--medium", scope.medium),
      ("--segment", scope.segment),
      ("--by", by), ("--conversion", conversions.conversion), ("--lookback", conversions.lookback.map(String.init)),
      ("--days", days), ("--brand", brand), ("--intervals", bootstrap.intervals ? "yes" : nil),
    ]
    let given = texts.compactMap { name, text in text.map { "\(name) \($0)" } } + without.map { "--without \($0)" }
    return TallyFile.Fact("what is tallied", given.isEmpty ? "the usual" : given.joined(separator: " "))
  }
}
