import CampaignModel
import FileReading
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

  @Test func `an empty cell of the draw says nothing, and a column without any value is no draw`() throws {
    let drawn = try smallDataset(["contacts.csv": "id,holdout\nc1,ja\nc2,\nc3,FALSE\n"]).read().dataset.contacts
    let marks = try ["c1", "c2", "c3"].map { drawn.isHeldOut(try #require(drawn.firstIndex(ofID: $0))) }
    #expect(marks == [true, nil, false])
    #expect(drawn.hasHoldout && !drawn.hasRelevance)
    let empty = try smallDataset(["contacts.csv": "id,holdout,relevant\nc1,,no\nc2,,\n"]).read().dataset.contacts
    #expect(!empty.hasHoldout && empty.hasRelevance)
    let folder = try smallDataset(["contacts.csv": "id,holdout\nc1,vielleicht\n"])
    #expect(
      folder.errors() == ["contacts.csv:2: holdout: \"vielleicht\" \(WrittenBoolean.expectation)"])
  }

  @Test func `a date as an end or a due date is kept as one`() throws {
    let folder = try smallDataset([
      "campaigns.csv": "id,start,end\nk1,2025-03-01,2025-03-31\nk2,2025-03-01,2025-04-01T00:00:00Z\n",
      "targets.csv": "campaign,kpi,value,due\nk1,reach,1,2025-03-31\nk1,reach,1,2025-04-01 00:00\nk1,reach,1,\n",
      "plan.csv": "content,channel,due\nx1,ch1,2025-03-31\nx1,ch2,2025-04-01 00:00\n",
    ])
    let dataset = try folder.read().dataset
    #expect(dataset.campaigns[0].end == dataset.campaigns[1].end)
    #expect(dataset.campaigns.map(\.endIsDate) == [true, false])
    #expect(dataset.targets.map(\.dueIsDate) == [true, false, false])
    #expect(dataset.plan.map(\.dueIsDate) == [true, false])
  }

  @Test func `an unknown channel is an error with its line`() throws {
    let folder = try smallDataset(["touchpoints.csv": "time,contact,channel,kind\n2025-03-01,c1,ch9,open\n"])
    #expect(folder.errors() == ["touchpoints.csv:2: channel: \"ch9\" is not in channels.csv (did you mean ch1?)"])
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
