import CampaignAnalysis
import CampaignModel
import TestSupport
import Testing

/// The flow of messages against a count that goes from touch to touch with sets of contacts.
struct FlowTests {
  /// Contacts by brand and channel of others, from every touch of a window.
  private static func slowLinks(_ dataset: Dataset, _ scope: Scope) -> [[Int]: Set<Int>] {
    // A campaign to which no content belongs takes every touch in its window; without content a touch is own.
    let hasContents = dataset.contents.contains { $0.campaign == scope.campaign }
    var contacts: [[Int]: Set<Int>] = [:]
    for contact in 0..<dataset.contacts.count {
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        guard touch.time >= scope.start, touch.time < scope.end else { continue }
        guard let content = touch.content else { continue }
        guard !hasContents || dataset.contents[content].campaign == scope.campaign else { continue }
        for brand in dataset.contents[content].brands where brand != dataset.channels[touch.channel].owner {
          contacts[[brand, touch.channel], default: []].insert(contact)
        }
      }
    }
    return contacts
  }

  @Test(arguments: [1, 2, 8], [UInt64(1), 2, 3])
  func `the flow agrees with counting touch by touch, at any number of threads`(threads: Int, seed: UInt64) {
    let dataset = RandomDataset.make(seed: seed)
    for campaign in dataset.campaigns.indices {
      let scope = Scope(campaign: campaign, of: dataset)
      let options = AnalysisOptions(sections: [.flow], threads: threads)
      let flow = measureUnprotected(dataset, scopes: [scope], options: options)[0].flow
      let links = FlowTests.slowLinks(dataset, scope)
      let counted = (flow?.links ?? []).map { [$0.brand, $0.channel, $0.contacts ?? -1] }
      #expect(Set(counted) == Set(links.map { $0.key + [$0.value.count] }))
      #expect(counted.map { $0[2] } == counted.map { $0[2] }.sorted(by: >))
      #expect(flow?.contacts == links.values.reduce(into: Set<Int>()) { $0.formUnion($1) }.count)
      for brand in flow?.brands ?? [] {
        let reached = links.filter { $0.key[0] == brand.brand }.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
        #expect(brand.contacts == reached.count)
      }
      for channel in flow?.channels ?? [] {
        let reached = links.filter { $0.key[1] == channel.channel }.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
        #expect(channel.contacts == reached.count)
      }
    }
  }

  @Test func `counts of few contacts are withheld`() {
    var dataset = RandomDataset.make(seed: 1)
    dataset.settings.minimumGroup = 5
    let scope = Scope(campaign: 1, of: dataset)
    let flow = measure(dataset, scopes: [scope], options: AnalysisOptions(sections: [.flow]))[0].flow
    let counts = (flow?.links ?? []).map(\.contacts)
    #expect(counts.contains(nil))
    #expect(counts.compactMap(\.self).allSatisfy { $0 >= 5 })
    // The withheld ones come last, so that their place tells nothing.
    #expect(counts.drop { $0 != nil }.allSatisfy { $0 == nil })
  }

  /// Of a brand's contacts those that did not meet it in one of its channels are found by subtraction.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func `no count within another leaves a rest of few contacts`(seed: UInt64) throws {
    let minimum = 5
    var dataset = RandomDataset.make(seed: seed)
    dataset.settings.minimumGroup = minimum
    for campaign in dataset.campaigns.indices {
      let scope = Scope(campaign: campaign, of: dataset)
      let figures = measure(dataset, scopes: [scope], options: AnalysisOptions(sections: [.reach, .flow]))[0]
      let flow = try #require(figures.flow)
      func expectFar(_ part: Int?, _ whole: Int?) {
        guard let part, let whole else { return }
        #expect(whole == part || whole - part >= minimum, "\(part) within \(whole)")
      }
      expectFar(flow.contacts, figures.reach?.reach)
      for row in flow.brands { expectFar(row.contacts, flow.contacts) }
      for row in flow.channels {
        expectFar(row.contacts, flow.contacts)
        expectFar(row.contacts, figures.reach?.byChannel.first { $0.channel == row.channel }?.reach)
      }
      for row in flow.links {
        expectFar(row.contacts, flow.brands.first { $0.brand == row.brand }?.contacts)
        expectFar(row.contacts, flow.channels.first { $0.channel == row.channel }?.contacts)
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `a group of carriers reaches what its regions hold`(seed: UInt64) throws {
    let dataset = RandomDataset.make(seed: seed)
    let scope = Scope(windowOf: dataset)
    let reach = try #require(
      measureUnprotected(dataset, scopes: [scope], options: AnalysisOptions(sections: [.reach]))[0].reach)
    let everyone = Set(reach.carriers.map(\.partner))
    #expect(reach.contacts(reachedByAnyOf: everyone) == reach.reach)
    for carrier in reach.carriers {
      #expect(reach.contacts(reachedByAnyOf: [carrier.partner]) == carrier.reach)
      let others = everyone.subtracting([carrier.partner])
      let shared = try #require(reach.contacts(reachedBy: carrier.partner, andByAnyOf: others))
      #expect(shared + (carrier.exclusive ?? 0) == carrier.reach)
    }
  }
}
