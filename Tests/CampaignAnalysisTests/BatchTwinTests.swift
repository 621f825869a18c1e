import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import LogScanning

/// Batches of contacts against contacts taken one by one, for scopes that overlap, and partners that fill one word of
/// bits or several.
struct BatchTwinTests {
  private static func dataset(partners: Int) -> Dataset {
    RandomDataset.make(
      seed: UInt64(partners),
      RandomDataset.Size(partners: partners, channels: 2 * partners, contents: 60, contacts: 700, touches: 6000))
  }

  private static func scopes(of data: Dataset) -> [Scope] {
    [
      Scope(campaign: 0, of: data), Scope(campaign: 1, of: data), Scope(windowOf: data),
      Scope(windowOf: data, filter: Filter(level: .interaction)),
      Scope(windowOf: data, filter: Filter(medium: "event")),
      Scope(campaign: 1, of: data, filter: Filter(from: .day(80), until: .day(101.5))),
    ]
  }

  @Test(arguments: [5, 64, 65, 150])
  func `scopes in one pass count what each counts contact by contact`(partners: Int) throws {
    let data = Self.dataset(partners: partners)
    let scopes = Self.scopes(of: data)
    let options = AnalysisOptions(retention: RetentionOptions(cohort: .reached, days: [1, 30]))
    try compare(TouchpointsAnalysis(data, options), scopes, data) {
      // Among many partners hardly any touch is own.
      #expect($0.newContacts ?? 0 > 0 && $0.newTouchpoints ?? 0 > 0 && $0.foreign ?? 0 > 0)
    }
    try compare(ReachAnalysis(data, options), scopes, data) { #expect($0.reach ?? 0 > 0) }
    try compare(RetentionAnalysis(data, options), scopes, data) { #expect($0.cohortSize ?? 0 > 0) }
    try compare(RetentionAnalysis(data, AnalysisOptions()), scopes, data) {
      #expect($0.holdout?.contaminated ?? 0 > 0)
    }
  }

  /// Holds what one scan counts in all scopes against what each contact counted alone adds up to.
  private func compare<Counting: Analysis>(
    _ analysis: Counting, _ scopes: [Scope], _ data: Dataset, _ isFilled: (Counting.Figures) -> Void
  ) throws {
    let measured = scopes.map { MeasuredScope($0, in: data) }
    let templates = measured.map { scope in
      ScopeTallies(scope.test, scope.campaignTest, scope.transactions, tallies: [analysis.tally(of: scope)])
    }
    for (scope, scanned) in zip(measured, LogScan.run(data, templates, threads: 1)) {
      var alone = analysis.tally(of: scope)
      var history = ContactHistory(data, tables: TouchTables(data))
      for contact in 0..<data.contacts.count {
        history.load(contact, at: data.log.slice(of: contact))
        history.selectTouches(in: scope.test, scope.transactions, contacts: data.contacts)
        var single = analysis.tally(of: scope)
        single.addAlone(history, scope.campaignTest)
        alone.merge(single)
      }
      alone.complete(timeline(data, until: scope.scope.end), sinceEnd: 1)
      let tally = try #require(scanned.tallies[0] as? Counting.Counts)
      let figures = analysis.figures(from: tally, of: scope)
      isFilled(figures)
      #expect("\(figures)" == "\(analysis.figures(from: alone, of: scope))")
    }
  }

  /// Per owner, the contacts first touched before the end, and the first touch with content from then on.
  private func timeline(_ data: Dataset, until end: Instant) -> OwnerTimeline {
    var timeline = OwnerTimeline(intervalCount: 2, partnerCount: data.partners.count)
    for contact in 0..<data.contacts.count {
      var met: Set<Int> = []
      for position in data.log.slice(of: contact) {
        let touch = data.log.touches[position]
        let owner = data.channels[touch.channel].owner
        let interval = touch.time < end ? 0 : 1
        if met.insert(owner).inserted { timeline.addFirstTouch(owner, interval) }
        let cell = interval * data.partners.count + owner
        if touch.content != nil {
          timeline.cells[cell].firstPublication = min(timeline.cells[cell].firstPublication, touch.milliseconds)
        }
      }
    }
    return timeline
  }

  /// A batch whose scopes do not all get room for every touch holds the same histories and touches.
  @Test(arguments: [5, 65])
  func `touches counted beforehand are the same`(partners: Int) {
    let data = Self.dataset(partners: partners)
    let scopes = Self.scopes(of: data)
    let tests = scopes.map { ScopeTest($0, in: data) }
    let tables = TouchTables(data)
    let masks = ScopeMasks(filtered: tests, unfiltered: scopes.map { ScopeTest($0, in: data, filtered: false) })
    func fill(reservedTouches: Int) -> (histories: [String], touches: Int) {
      var filler = BatchFiller(masks, tables, scopeCount: scopes.count, reservedTouches: reservedTouches)
      var batch = ContactBatch(data.log.touches, tables: tables, scopeCount: scopes.count)
      var timeline = OwnerTimeline(intervalCount: masks.intervalCount, partnerCount: tables.partnerCount)
      var histories: [String] = []
      for start in stride(from: 0, to: data.contacts.count, by: ContactBatch.maximumContacts) {
        let end = min(start + ContactBatch.maximumContacts, data.contacts.count)
        filler.fill(&batch, with: start..<end, of: data, tests[0], &timeline)
        for scope in scopes.indices {
          for index in batch.histories(of: scope) {
            let words = ContactBatch.Row.count * tables.wordsPerRow
            let history = batch.histories[index]
            let rows = index * words..<index * words + words
            histories.append("\(scope) \(history.contact) \(batch.scopedTouches[history.touches]) \(batch.rows[rows])")
          }
        }
      }
      return (histories, batch.scopedTouches.count)
    }
    let (counted, roomy) = (fill(reservedTouches: 0), fill(reservedTouches: .max))
    #expect(counted.histories == roomy.histories)
    #expect(counted.touches < roomy.touches)
    #expect(roomy.histories.count > 500)
  }

  /// A batch made for fewer contacts than the largest batch holds the same.
  @Test func `a batch with room for few contacts holds what a large one does`() {
    let data = Self.dataset(partners: 5)
    let scopes = Self.scopes(of: data)
    let tests = scopes.map { ScopeTest($0, in: data) }
    let tables = TouchTables(data)
    let masks = ScopeMasks(filtered: tests, unfiltered: scopes.map { ScopeTest($0, in: data, filtered: false) })
    func contacts(room: Int) -> [[Int]] {
      var filler = BatchFiller(masks, tables, scopeCount: scopes.count)
      var batch = ContactBatch(data.log.touches, tables: tables, scopeCount: scopes.count, room: room)
      var timeline = OwnerTimeline(intervalCount: masks.intervalCount, partnerCount: tables.partnerCount)
      var contacts = [[Int]](repeating: [], count: scopes.count)
      for start in stride(from: 0, to: data.contacts.count, by: room) {
        filler.fill(&batch, with: start..<min(start + room, data.contacts.count), of: data, tests[0], &timeline)
        for scope in scopes.indices {
          contacts[scope] += batch.histories(of: scope).map { batch.histories[$0].contact }
        }
      }
      return contacts
    }
    #expect(contacts(room: 7) == contacts(room: ContactBatch.maximumContacts))
  }
}
