package import CampaignModel
package import LogScanning

extension TallyPlan {
  /// Counts everything of a log that is at hand.
  ///
  /// O(touches × scopes) time for each item of the plan at worst; memory for the counts only.
  ///
  /// - Returns: the columns of every tally, by its key.
  package func count(_ dataset: Dataset, threads: Int) -> [String: [TallyColumn]] {
    var counted: [String: [TallyColumn]] = [:]
    for (variation, subject) in items {
      let prefix = variation.prefix
      let isMissing = { (key: String) in counted[prefix + key] == nil }
      guard subject.keys.contains(where: isMissing) else { continue }
      for (key, columns) in subject.count(variation.applied(to: dataset), isMissing, threads: threads) {
        counted[prefix + key] = columns
      }
    }
    return counted
  }

  /// The keys of all tallies.
  package var keys: Set<String> {
    items.reduce(into: []) { keys, item in
      for key in item.subject.keys { keys.insert(item.variation.prefix + key) }
    }
  }

  /// Checks that everything was counted, and fits the dataset and the options.
  ///
  /// - Throws: what is wrong with the file; for what was not counted its key is given as ``Missing``.
  package func check(_ dataset: Dataset) throws {
    guard let counted = dataset.counted else { return }
    for (variation, subject) in items {
      let dataset = variation.applied(to: dataset)
      let prefix = dataset.counted?.variation ?? ""
      for key in subject.keys where counted.entries[prefix + key] == nil {
        throw Missing(key: prefix + key)
      }
      try subject.check(dataset)
    }
  }

  /// Something that was not counted.
  package struct Missing: Error {
    package let key: String
  }
}

extension TallyPlan.Variation {
  var prefix: String {
    switch self {
    case .none: ""
    case .observed(let end, let isDate): CountedLog.variation(observedUntil: end, isDate: isDate)
    case .without(let partners, let scope): CountedLog.variation(without: partners, of: scope)
    }
  }

  func applied(to dataset: Dataset) -> Dataset {
    switch self {
    case .none: return dataset
    case .observed(let end, let isDate):
      var past = dataset.observed(until: end, isDate: isDate)
      past.targets = []
      return past
    case .without(let partners, let scope): return dataset.leaving(out: partners, of: scope)
    }
  }
}

extension TallyPlan.Subject {
  /// The keys of what is counted.
  var keys: [String] {
    switch self {
    case .figures(let scopes, let options):
      let keys = TallyPlan.Subject.analyses(options).flatMap { entry in
        scopes.map { entry.analysis.tallyKey(of: $0, entry.options) }
      }
      return keys + scopes.map(WindowTally.key) + (looksAtLog ? [LogTally.key] : [])
    case .carriers(let scope): return [CarrierTally.key(of: scope)]
    case .payback: return [BenefitTally.key]
    case .mix(let goal, let scope): return [MixTally.key(of: goal, scope)]
    case .pauses: return [PauseTally.key]
    }
  }

  /// Whether something of the whole log is asked for.
  private var looksAtLog: Bool {
    guard case .figures(_, let options) = self else { return false }
    return options.contains { $0.sections?.contains(.trust) ?? true }
  }

  /// The analyses of several options that count anything, each once.
  private static func analyses(
    _ options: [AnalysisOptions]
  ) -> [(analysis: any Analysis.Type, options: AnalysisOptions)] {
    var known: Set<String> = []
    return options.flatMap { options in
      Registry.analyses.filter { $0.counts && options.sections?.contains($0.section) ?? true }.map { ($0, options) }
    }.filter { known.insert("\($0.section.id) \($0.tallyOptions($1))").inserted }
  }

  /// - Parameter isMissing: whether a key was not counted yet.
  func count(
    _ dataset: Dataset, _ isMissing: (String) -> Bool, threads: Int
  ) -> [(key: String, columns: [TallyColumn])] {
    switch self {
    case .figures(let scopes, let options): return figures(scopes, options, dataset, isMissing, threads)
    case .carriers(let scope):
      let tally = CarrierTally.count(dataset, scope: scope, threads: threads)
      return [(CarrierTally.key(of: scope), TallyCoder.columns(of: tally))]
    case .payback:
      let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
      guard let blank = BenefitTally.ofAll(in: dataset) else { return [(BenefitTally.key, [])] }
      return [(BenefitTally.key, TallyCoder.columns(of: blank.filled(dataset, scopes, threads: threads)))]
    case .mix(let goal, let scope):
      return [(MixTally.key(of: goal, scope), TallyCoder.columns(of: MixTally.count(goal, scope, in: dataset)))]
    case .pauses: return [(PauseTally.key, TallyCoder.columns(of: PauseTally.count(dataset)))]
    }
  }

  private func figures(
    _ scopes: [Scope], _ options: [AnalysisOptions], _ dataset: Dataset, _ isMissing: (String) -> Bool, _ threads: Int
  ) -> [(key: String, columns: [TallyColumn])] {
    let wanted = TallyPlan.Subject.analyses(options).filter { entry in
      scopes.contains { isMissing(entry.analysis.tallyKey(of: $0, entry.options)) }
    }
    let settings = AnalysisOptions(threads: threads)
    let measured = scopes.map { MeasuredScope($0, in: dataset) }
    let tallies = filledTallies(dataset, measured, wanted.map { $0.analysis.init(dataset, $0.options) }, settings)
    var counted: [(key: String, columns: [TallyColumn])] = []
    for (place, scope) in scopes.enumerated() {
      for (index, entry) in wanted.enumerated() {
        counted.append(
          (entry.analysis.tallyKey(of: scope, entry.options), TallyCoder.columns(of: tallies[place][index])))
      }
    }
    for scope in scopes where isMissing(WindowTally.key(of: scope)) {
      let tally = WindowTally.count(dataset, scope: scope)
      counted.append((WindowTally.key(of: scope), TallyCoder.columns(of: tally)))
    }
    if looksAtLog, isMissing(LogTally.key) {
      counted.append((LogTally.key, TallyCoder.columns(of: LogTally.count(dataset, threads: threads))))
    }
    return counted
  }

  /// Reads everything once.
  func check(_ dataset: Dataset) throws(TallyFault) {
    guard let counted = dataset.counted else { return }
    switch self {
    case .figures(let scopes, let options):
      for entry in TallyPlan.Subject.analyses(options) {
        let analysis = entry.analysis.init(dataset, entry.options)
        for scope in scopes { try check(analysis, MeasuredScope(scope, in: dataset), entry.options, counted) }
      }
      for scope in scopes { _ = try counted.read(WindowTally.key(of: scope), into: WindowTally()) }
      if looksAtLog { _ = try counted.read(LogTally.key, into: LogTally(in: dataset)) }
    case .carriers(let scope): _ = try counted.read(CarrierTally.key(of: scope), into: CarrierTally(in: dataset))
    case .payback:
      if let blank = BenefitTally.ofAll(in: dataset) { _ = try counted.read(BenefitTally.key, into: blank) }
    case .mix(let goal, let scope): _ = try counted.read(MixTally.key(of: goal, scope), into: MixTally(in: dataset))
    case .pauses: _ = try counted.read(PauseTally.key, into: PauseTally())
    }
  }

  private func check(
    _ analysis: any Analysis, _ scope: MeasuredScope, _ options: AnalysisOptions, _ counted: CountedLog
  ) throws(TallyFault) {
    _ = try analysis.tally(of: scope, options, in: counted)
  }
}
