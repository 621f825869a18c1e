import CampaignData
import CampaignGeneration
import CampaignModel
import Foundation
import TestSupport
import Testing

/// Generated datasets, read back as a user would read them.
struct GeneratedDatasetTests {
  private static func read(_ options: GenerationOptions) throws -> ReadingResult {
    var files: [String: [UInt8]] = [:]
    try DatasetGenerator(options: options).write(to: { file, bytes in files[file, default: []] += bytes })
    return try TemporaryFolder.with { folder in
      for (file, bytes) in files { try Data(bytes).write(to: folder.appending(path: file)) }
      return try readDataset(at: folder.path)
    }
  }

  @Test func `every table has the columns of the description of datasets`() throws {
    let described: [String: Set<String>] = [
      "partners.csv": ["id", "name", "sector", "stage", "joined", "left"],
      "channels.csv": ["id", "owner", "name", "medium", "paid", "audience"],
      "campaigns.csv": ["id", "start", "end", "name", "lead", "budget"],
      "contents.csv": ["id", "brands", "title", "campaign", "authors", "format", "published"],
      "contacts.csv": ["id", "name", "segment", "sector", "relevant", "organisation"],
      "touchpoints.csv": ["time", "contact", "channel", "kind", "content", "value", "cost"],
      "ties.csv": ["from", "to", "kind", "time", "weight"],
      "exchanges.csv": ["time", "from", "to", "kind", "value"],
      "targets.csv": ["campaign", "kpi", "value", "due"],
      "assessments.csv": ["from", "to", "date", "structure", "social", "performance"],
      "plan.csv": ["content", "channel", "due"],
      "kinds.csv": ["kind", "level", "depth"],
    ]
    var files: [String: [UInt8]] = [:]
    try DatasetGenerator(options: GenerationOptions(touchpoints: 2000)).write(to: { file, bytes in
      files[file, default: []] += bytes
    })
    #expect(Set(files.keys) == Set(described.keys).union(["reefknot.yaml"]))
    for (file, columns) in described {
      let header = String(decoding: (files[file] ?? []).prefix { $0 != 10 }, as: UTF8.self)
      let names = header.split(separator: ",").map(String.init)
      #expect(Set(names) == columns && names.count == columns.count, "\(file)")
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `every row is read, every reference holds, and there is nothing to remark`(seed: UInt64) throws {
    let options = GenerationOptions(
      seed: seed, touchpoints: 4000, partners: 9 + Int(seed), timeZone: "Europe/Berlin", currency: "CHF")
    let result = try Self.read(options)
    let dataset = result.dataset
    #expect(result.notes.isEmpty)
    #expect(dataset.log.count == 4000)
    // A contact that only touchpoints, ties or authors name would be one more than the table has.
    #expect(dataset.contacts.count == options.contacts)
    #expect(dataset.partners.count == options.partners)
    // Totals stand in for touches.
    #expect(dataset.tables == Set(Table.allCases).subtracting([.totals]))
    #expect(dataset.rowsAfterObservation.values.allSatisfy { $0 == 0 })
    #expect(dataset.settings.currency == "CHF")
  }

  @Test(arguments: [
    GenerationOptions(touchpoints: 1000, campaigns: 0),
    GenerationOptions(touchpoints: 1000, partners: 2, campaigns: 100),
    GenerationOptions(touchpoints: 1500, partners: 1000, campaigns: 1, days: 150),
    GenerationOptions(touchpoints: 1),
    GenerationOptions(touchpoints: 1, partners: 2, campaigns: 0, days: 90),
    GenerationOptions(touchpoints: 500, contacts: 1),
    GenerationOptions(touchpoints: 500, campaigns: 1, days: 104),
  ])
  func `sizes at the edge of what is allowed are read as well`(options: GenerationOptions) throws {
    let result = try Self.read(options)
    #expect(result.notes.isEmpty)
    #expect(result.dataset.log.count == options.touchpoints)
    #expect(result.dataset.contacts.count == options.contacts)
    #expect(result.dataset.partners.count == options.partners)
    #expect(result.dataset.campaigns.count == options.campaigns)
  }

  @Test(arguments: [
    ("touchpoints", 0, 1...10_000_000_000, GenerationOptions(touchpoints: 0)),
    ("partners", 1001, 2...1000, GenerationOptions(partners: 1001)),
    ("contacts", 11, 1...10, GenerationOptions(touchpoints: 10, contacts: 11)),
    ("campaigns", 101, 0...100, GenerationOptions(campaigns: 101)),
    ("campaigns", -1, 0...100, GenerationOptions(campaigns: -1)),
    ("days", 103, 104...10_000, GenerationOptions(campaigns: 1, days: 103)),
    ("days", 10_001, 90...10_000, GenerationOptions(campaigns: 0, days: 10_001)),
  ])
  func `sizes beyond the edge are errors that name the option and its range`(
    option: String, value: Int, allowed: ClosedRange<Int>, options: GenerationOptions
  ) {
    #expect(throws: GenerationError.outOfRange(option: option, value: value, allowed: allowed)) {
      try DatasetGenerator(options: options)
    }
  }

  @Test func `new contacts arrive in campaigns, and by the campaign's contents`() throws {
    let dataset = try Self.read(GenerationOptions(seed: 5, touchpoints: 16_000)).dataset
    let observed = try #require(dataset.observedUntil)
    // The first sixty days show an audience that was there before.
    let settled = try #require(dataset.log.span).lowerBound.adding(days: 60)
    var inside = 0
    var outside = 0
    var byCampaign = 0
    for contact in 0..<dataset.log.contactCount {
      let first = dataset.log.touches[dataset.log.slice(of: contact).lowerBound]
      guard first.time >= settled else { continue }
      if let number = dataset.campaigns.firstIndex(where: { $0.start <= first.time && first.time < $0.end }) {
        inside += 1
        if let content = first.content, dataset.contents[content].campaign == number { byCampaign += 1 }
      } else {
        outside += 1
      }
    }
    let campaignDays = dataset.campaigns.reduce(0) { $0 + Self.days($1.start, $1.end) }
    let otherDays = Self.days(settled, observed) - campaignDays
    #expect(inside * otherDays > 2 * outside * campaignDays)
    #expect(2 * byCampaign > inside)
  }

  @Test func `fewer and fewer of a campaign's new contacts come back, and some stay`() throws {
    let dataset = try Self.read(GenerationOptions(seed: 6, touchpoints: 16_000, campaigns: 1)).dataset
    let campaign = dataset.campaigns[0]
    var cohort = 0
    var seen = [0, 0, 0]
    for contact in 0..<dataset.log.contactCount {
      let touches = dataset.log.touches[dataset.log.slice(of: contact)]
      guard let first = touches.first, campaign.start <= first.time, first.time < campaign.end else { continue }
      cohort += 1
      for month in 0..<3 {
        let month30 = campaign.end.adding(days: 30 * month)..<campaign.end.adding(days: 30 * month + 30)
        if touches.contains(where: { month30.contains($0.time) }) { seen[month] += 1 }
      }
    }
    #expect(cohort > 200)
    #expect(seen[0] > seen[1] && seen[1] > seen[2] && seen[2] > 0)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `orders are one or two of a hundred touches`(seed: UInt64) throws {
    let dataset = try Self.read(GenerationOptions(seed: seed, touchpoints: 10_000)).dataset
    let order = try #require(dataset.kinds.index(of: "order"))
    let orders = dataset.log.touches.count { $0.kind == order }
    #expect((100...200).contains(orders))
  }

  /// 30 of 100 of 2,500 contacts: 750 with a standard deviation of 23, so within 650 to 850 but for one seed in 10,000.
  @Test func `a draw keeps its contacts away from the contents of campaigns`() throws {
    let dataset = try Self.read(GenerationOptions(seed: 3, touchpoints: 20_000, heldOut: 30)).dataset
    let contacts = 0..<dataset.contacts.count
    #expect((650...850).contains(contacts.count { dataset.contacts.isHeldOut($0) == true }))
    #expect(contacts.allSatisfy { dataset.contacts.isHeldOut($0) != nil })
    let reached = contacts.filter { contact in
      dataset.log.touches[dataset.log.slice(of: contact)].contains { touch in
        touch.content.map { dataset.contents[$0].campaign != nil } ?? false
      }
    }
    #expect(reached.count > 500)
    #expect(reached.count { dataset.contacts.isHeldOut($0) == true } == 0)
    #expect(try !Self.read(GenerationOptions(seed: 3, touchpoints: 2000)).dataset.contacts.hasHoldout)
  }

  /// Of 2,500 contacts 500 are held out; 10 of 100 of the others, 200 with a standard deviation of 13, order once more.
  @Test func `an effect is orders of addressed contacts in the campaign, and nothing else`() throws {
    var options = GenerationOptions(seed: 4, touchpoints: 20_000, campaigns: 1, heldOut: 20)
    let plain = try Self.read(options).dataset
    options.effect = 10
    let moved = try Self.read(options).dataset
    let campaign = moved.campaigns[0]
    let order = try #require(moved.kinds.index(of: "order"))
    func orders(_ dataset: Dataset, _ contact: Int) -> Int {
      dataset.log.touches[dataset.log.slice(of: contact)].count {
        $0.kind == order && $0.time >= campaign.start && $0.time < campaign.end
      }
    }
    var more = 0
    for contact in 0..<moved.contacts.count {
      let number = try #require(plain.contacts.firstIndex(ofID: moved.contacts.ids[contact]))
      let added = orders(moved, contact) - orders(plain, number)
      #expect(added == 0 || added == 1)
      if added > 0 { #expect(moved.contacts.isHeldOut(contact) == false) }
      more += added
    }
    #expect((150...250).contains(more))
    #expect(moved.log.count == 20_000 + more && plain.log.count == 20_000)
    #expect(throws: GenerationError.effectWithoutHoldout(1)) {
      try DatasetGenerator(options: GenerationOptions(effect: 1))
    }
  }

  private static func days(_ from: Instant, _ until: Instant) -> Int {
    Int((until.milliseconds - from.milliseconds) / Instant.millisecondsPerDay)
  }
}
