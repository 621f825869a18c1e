import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

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
    let options = AnalysisOptions(
      sections: [.touchpoints, .reach, .retention], retention: RetentionOptions(cohort: .reached, days: [1, 30]))
    let tallies = scopes.map { ScopeTally($0, options: options, referrals: [:], in: data) }
    let filled = LogPass.run(data, tallies: tallies, threads: 1)
    for (scope, pass) in zip(scopes, filled) {
      var slow = ScopeTally(scope, options: options, referrals: [:], in: data)
      var history = ContactHistory(data, tables: TouchTables(data))
      for contact in 0..<data.contacts.count where !data.log.slice(of: contact).isEmpty {
        history.turn(to: contact, at: data.log.slice(of: contact))
        history.select(slow.test, contacts: data.contacts)
        slow.touchpoints?.addWhole(history, slow.campaignTest)
        slow.reach?.addWhole(history, slow.campaignTest)
        slow.retention?.addWhole(history, slow.campaignTest)
      }
      let new = try #require(pass.touchpoints)
      #expect(new.newContacts > 0 && new.own > 0 && new.foreign > 0)
      let touchpoints = try [pass, slow].map {
        NewTouchpoints(try #require($0.touchpoints), scope: scope, dataset: data)
      }
      #expect("\(touchpoints[0])" == "\(touchpoints[1])")
      let reach = try [pass, slow].map {
        Reach(try #require($0.reach), scope: scope, brand: nil, order: [], dataset: data)
      }
      #expect(reach[0].reach ?? 0 > 0)
      #expect("\(reach[0])" == "\(reach[1])")
      slow.retention?.firstCarry = data.partners.indices.map { partner in
        data.log.touches.filter {
          data.channels[$0.channel].owner == partner && $0.content != nil && $0.time >= scope.end
        }.map(\.milliseconds).min() ?? .max
      }
      let retention = try [pass, slow].map {
        Retention(try #require($0.retention), scope: scope, options: options.retention, dataset: data)
      }
      // After a window of the whole log nothing is observed.
      #expect(scope.campaign == nil || retention[0].stays?.count ?? 0 > 0)
      #expect("\(retention[0])" == "\(retention[1])")
    }
  }

  /// A batch whose scopes do not all get room for every touch holds the same visits and members.
  @Test(arguments: [5, 65])
  func `members counted beforehand are the same`(partners: Int) {
    let data = Self.dataset(partners: partners)
    let scopes = Self.scopes(of: data)
    let tests = scopes.map { ScopeTest($0, in: data) }
    let tables = TouchTables(data)
    let masks = ScopeMasks(filtered: tests, unfiltered: scopes.map { ScopeTest($0, in: data, filtered: false) })
    func visits(memberLimit: Int) -> (visits: [String], members: Int) {
      var sweep = BatchSweep(masks, tables, scopeCount: scopes.count, memberLimit: memberLimit)
      var batch = ContactBatch(data.log.touches, tables: tables, scopeCount: scopes.count)
      var timeline = OwnerTimeline(intervalCount: masks.intervalCount, partnerCount: tables.partnerCount)
      var visits: [String] = []
      for start in stride(from: 0, to: data.contacts.count, by: ContactBatch.maximumContacts) {
        let end = min(start + ContactBatch.maximumContacts, data.contacts.count)
        sweep.turn(&batch, to: start..<end, of: data, tests[0], &timeline)
        for scope in scopes.indices {
          for visit in batch.visits(of: scope) {
            let words = ContactBatch.Row.allCases.count * tables.wordsPerRow
            let (members, rows) = (batch.visits[visit].members, visit * words..<visit * words + words)
            visits.append("\(scope) \(batch.visits[visit].contact) \(batch.members[members]) \(batch.rows[rows])")
          }
        }
      }
      return (visits, batch.members.count)
    }
    let (counted, roomy) = (visits(memberLimit: 0), visits(memberLimit: .max))
    #expect(counted.visits == roomy.visits)
    #expect(counted.members < roomy.members)
    #expect(roomy.visits.count > 500)
  }
}
