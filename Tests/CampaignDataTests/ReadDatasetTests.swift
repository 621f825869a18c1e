import CampaignModel
import Testing

@testable import CampaignData

struct ReadDatasetTests {
  @Test func `a small dataset is read with its references resolved`() throws {
    let dataset = try smallDataset().read().dataset
    #expect(dataset.partners.map(\.id) == ["p1", "p2"])
    #expect(dataset.channels.map(\.owner) == [0, 1])
    #expect(dataset.channels.map(\.paid) == [false, true])
    #expect(dataset.campaigns.map(\.leads) == [[0, 1]])
    #expect(dataset.contents.map(\.authors) == [[.partner(1), .other("c9")]])
    #expect(dataset.log.count == 3)
    let first = try #require(dataset.contacts.firstIndex(ofID: "c1"))
    let touches = dataset.log.slice(of: first).map { dataset.log.touches[$0] }
    #expect(touches.map(\.channel) == [1, 0])
    #expect(touches.map(\.content) == [nil, 0])
    #expect(dataset.contacts.isRelevant(first))
    #expect(dataset.contacts.segments[first] == "new")
    #expect(dataset.contacts.firstIndex(ofID: "c3") != nil)
  }

  @Test func `an unknown channel is an error with its line`() throws {
    let folder = try smallDataset(["touchpoints.csv": "time,contact,channel,kind\n2025-03-01,c1,ch9,open\n"])
    #expect(folder.errors() == ["touchpoints.csv:2: channel: \"ch9\" is not in channels.csv"])
  }

  @Test func `without partners the owners are the partners`() throws {
    let touchpoints = "time,contact,channel,kind\n"
    let folder = try smallDataset(["touchpoints.csv": touchpoints], without: ["partners.csv", "contents.csv"])
    let dataset = try folder.read().dataset
    #expect(dataset.partners.map(\.id) == ["p1", "p2"])
    #expect(dataset.log.count == 0)
    #expect(!dataset.tables.contains(.partners))
  }
}
