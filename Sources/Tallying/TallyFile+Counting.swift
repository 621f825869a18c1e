package import CampaignAnalysis
package import CampaignModel
import LogScanning

extension TallyFile {
  /// Counts a log, or a part of one.
  ///
  /// - Parameters:
  ///   - plan: what is counted, the same for all parts.
  ///   - dataset: with the end of observation among its settings, unless it has no touch.
  ///   - shard: which part it is, where parts have numbers.
  ///   - facts: what must be equal in all parts beside tables and settings.
  package init(counting plan: TallyPlan, in dataset: Dataset, shard: Shard?, facts: [Fact], threads: Int) {
    let contacts = dataset.contactsOfLog
    let ids = dataset.contacts.ids
    var isTied = [Bool](repeating: false, count: dataset.contacts.count)
    for tie in dataset.ties { (isTied[tie.from], isTied[tie.to]) = (true, true) }
    var part = LogPart()
    part.touches = dataset.log.count
    part.lateTouches = dataset.rowsAfterObservation[.touchpoints] ?? 0
    part.contacts = contacts.count
    part.tiedContacts = contacts.count { isTied[$0] }
    part.span = dataset.log.span
    part.hasRelevance = dataset.contacts.hasRelevance
    part.hasHoldout = dataset.contacts.hasHoldout
    part.segments = Set(dataset.contacts.segments.categories)
    if let shard { part.shards = [shard.number] }
    self.init(
      facts: facts + TallyFile.facts(of: dataset) + TallyFile.factsOfContacts(dataset)
        + [Fact(TallyFile.shardsFact, shard.map { "\($0.count)" } ?? "none")],
      observedUntil: dataset.settings.observedUntil, observedUntilIsDate: dataset.settings.observedUntilIsDate,
      firstTouch: dataset.wholeSpan?.lowerBound, tiedContacts: isTied.count { $0 },
      lateTies: dataset.rowsAfterObservation[.ties] ?? 0,
      contacts: ContactSketch(of: contacts.lazy.map { ids.utf8(of: $0) }), part: part,
      entries: plan.count(dataset, threads: threads))
  }

  /// Counts a log, or a part of one, of which memory has room for some contacts at a time.
  ///
  /// - Parameters:
  ///   - pieces: the contacts; the file is that of all of them.
  ///   - dataset: the same without contacts and touches, with the end of observation among its settings, and with
  ///     ``Dataset/wholeSpan`` if it is known when the whole log began.
  ///   - progress: called with the number of each piece before it is counted.
  /// - Throws: what reading the pieces does.
  package init(
    counting plan: TallyPlan, in pieces: any LogParts, of dataset: Dataset, shard: Shard?, facts: [Fact], threads: Int,
    progress: (Int) -> Void
  ) throws {
    func count(_ number: Int) throws -> TallyFile {
      progress(number)
      var piece = try pieces.dataset(ofPart: number)
      if let span = dataset.wholeSpan { piece.wholeSpan = span }
      (piece.settings.observedUntil, piece.settings.observedUntilIsDate) = (
        dataset.observedUntil, dataset.settings.observedUntilIsDate
      )
      if let shard { piece = piece.shard(shard) }
      return TallyFile(counting: plan, in: piece, shard: shard, facts: facts, threads: threads)
    }
    self = try count(0)
    for number in 1..<max(1, pieces.count) { try add(try count(number)) }
    firstTouch = dataset.wholeSpan?.lowerBound
  }
}
