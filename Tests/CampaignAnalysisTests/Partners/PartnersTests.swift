import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct PaybackTests {
  /// The mill takes part in the second campaign alone; its years start there, on 11 April 2025 (day 100), and end on the
  /// anniversaries: days 465, 830 and, after the leap day of 2028, 1196.
  private func dataset(observedUntil: Double = 1000) -> Dataset { builder(observedUntil: observedUntil).build() }

  private func builder(observedUntil: Double = 1000) -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.channel("fair", owner: "mill")
    builder.campaign("first", from: 0, to: 10)
    builder.campaign("second", from: 100, to: 900)
    builder.settings.observedUntil = .day(observedUntil)
    builder.content("recipe", brands: ["bakery"], campaign: "first")
    builder.touch(1, "ada", "letter", "order", content: "recipe", value: 1000)
    builder.touch(101, "ada", "letter", "view")
    builder.touch(102, "ada", "fair", "view")
    builder.touch(103, "ada", "letter", "order", value: 50)
    builder.touch(470, "ada", "fair", "view")
    builder.touch(471, "ada", "letter", "order", value: 7)
    builder.touch(480, "ben", "letter", "order", value: 99)
    builder.exchange(50, "mill", "bakery", "money", value: 900)
    builder.exchange(120, "mill", "bakery", "money", value: 40)
    builder.exchange(130, "mill", "bakery", "hours", value: 5)
    builder.exchange(130, "mill", "bakery", "content", value: 500)
    builder.exchange(130, "bakery", "mill", "money", value: 500)
    builder.exchange(500, "mill", "bakery", "money", value: 6)
    return builder
  }

  @Test func `benefit and invest are told year by year since the first campaign`() throws {
    let data = dataset()
    let mill = try #require(data.partners.firstIndex { $0.id == "mill" })
    let payback = payback(of: mill, in: data)
    #expect(payback.firstCampaign == 1)
    #expect(payback.years.map(\.year) == [1, 2, 3])
    #expect(payback.years.map(\.benefit) == [25, 7, 0])
    #expect(payback.years.map(\.invest) == [45, 6, 0])
    #expect(payback.years.map(\.pays) == [false, true, false])
    #expect(payback.years.map(\.isComplete) == [true, true, false])
    #expect(payback.secondYearPays == true)
  }

  /// The order of 50 went half to the mill's fair; its refund of 20 half a year later takes back half of that.
  @Test func `a refund lowers the benefit of the year in which it is given`() throws {
    var builder = builder()
    builder.touch(200, "ada", "letter", "order", value: -20)
    let data = builder.build()
    let mill = try #require(data.partners.firstIndex { $0.id == "mill" })
    #expect(payback(of: mill, in: data).years.map(\.benefit) == [15, 7, 0])
  }

  @Test func `a year ends on the anniversary of the first campaign's start`() throws {
    var builder = DatasetBuilder()
    builder.settings.timeZone = "Europe/Berlin"
    builder.settings.observedUntil = .day(1200)
    builder.channel("fair", owner: "mill")
    // Midnight of 29 March 2025 in Berlin, in winter time; that of 2026 too, and of 2027 in summer time.
    builder.campaign("k", from: 87 - 1.0 / 24, to: 200)
    builder.touch(100, "ada", "fair", "view")
    builder.touch(100.5, "ada", "fair", "order")
    let data = builder.build()
    let payback = payback(of: 0, in: data)
    let starts = [(87, 1.0), (452, 1), (817, 2), (1183, 2)].map { day, hours in Instant.day(Double(day) - hours / 24) }
    #expect(payback.years.map(\.start) == starts)
    // Nothing records a value, and there is no table of exchanges: neither is 0.
    #expect(payback.years.allSatisfy { $0.benefit == nil && $0.invest == nil && $0.pays == nil })
    #expect(payback.unknown.map(\.figure) == ["payback.benefit", "payback.invest", "payback.second_year_pays"])
    #expect(payback.unknown.allSatisfy { $0.state == .notConfigured })
  }

  @Test func `a partner that gave nothing invested 0 where exchanges are recorded`() throws {
    var builder = DatasetBuilder()
    builder.channel("fair", owner: "mill")
    builder.channel("letter", owner: "bakery")
    builder.campaign("k", from: 0, to: 30)
    builder.exchange(1, "bakery", "mill", "money", value: 5)
    builder.touch(1, "ada", "fair", "view")
    builder.touch(2.5, "ada", "letter", "order", value: 8)
    let data = builder.build()
    #expect(payback(of: 0, in: data).years.map(\.invest) == [0])
    #expect(payback(of: 0, in: data).years.map(\.pays) == [true])
  }

  @Test func `the second year is judged when it is over`() throws {
    let data = dataset(observedUntil: 600)
    #expect(payback(of: 1, in: data).secondYearPays == nil)
    #expect(payback(of: 1, in: data).years.count == 2)
  }

  @Test func `a partner without campaign has no years`() {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.partner("idle")
    builder.campaign("k", from: 0, to: 10)
    builder.touch(1, "ada", "letter", "view")
    let data = builder.build()
    let payback = payback(of: 1, in: data)
    #expect(payback.firstCampaign == nil)
    #expect(payback.years.isEmpty)
  }

  @Test(arguments: UInt64(1)...4)
  func `a profile holds the partner's part of every analysis`(seed: UInt64) throws {
    let data = RandomDataset.make(seed: seed)
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 1, of: data)], options: AnalysisOptions(sections: PartnerProfile.sections))[0]
    for partner in data.partners.indices {
      let profile = PartnerProfile(partner, figures, payback: payback(of: partner, in: data))
      let carrier = figures.reach?.carriers.first { $0.partner == partner }
      #expect(carrier == nil ? profile.carrier?.reach == 0 : profile.carrier == carrier)
      #expect(profile.partnerships.allSatisfy { $0.a == partner || $0.b == partner })
      #expect(profile.takesPart == figures.cooperation?.participants.contains(partner))
      #expect(profile.payback.partner == partner)
    }
  }
}

struct PartnerProfileTests {
  /// The mill's fair was visited, by a contact that the letter had reached before: it acquired nobody.
  @Test func `a partner without a row behind a figure has 0 there`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.channel("fair", owner: "mill")
    builder.partner("idle")
    builder.campaign("k", from: 0, to: 31)
    builder.content("recipe", brands: ["bakery"], campaign: "k")
    builder.touch(1, "ada", "letter", "view", content: "recipe")
    builder.touch(2, "ada", "fair", "view", content: "recipe")
    builder.touch(73, "ben", "letter", "view")
    let data = builder.build()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: PartnerProfile.sections))[0]
    for (partner, reach) in [(1, 1), (2, 0)] {
      let profile = PartnerProfile(partner, figures, payback: payback(of: partner, in: data))
      #expect(profile.carrier?.reach == reach)
      #expect(profile.acquired?.cohort == 0)
      #expect(profile.acquired?.stays == 0)
      #expect(profile.introduced?.newTouchpoints == 0)
      #expect(profile.asBrand?.total == 0)
      #expect(!profile.unknown.contains { $0.state == .withheld })
    }
  }
}

struct ScreeningTests {
  @Test func `each side brings what the other has not reached`() throws {
    var builder = DatasetBuilder()
    builder.partner("asking", sector: "food", stage: "producer")
    builder.partner("large", sector: "media", stage: "producer")
    builder.partner("twin", sector: "food", stage: "producer")
    builder.partner("other", sector: "energy", stage: "retailer")
    for owner in ["asking", "large", "twin", "other"] { builder.channel(owner, owner: owner) }
    for number in 0..<10 { builder.touch(1, "a\(number)", "asking", "view") }
    for number in 0..<12 { builder.touch(2, "a\(number % 6)", "twin", "view") }
    for number in 0..<40 { builder.touch(3, "b\(number)", "large", "view") }
    builder.touch(4, "b0", "other", "view")
    let data = builder.build()
    let screening = screen([2, 1], for: 0, in: data, scope: Scope(windowOf: data))
    #expect(screening.asking.audience == 10)
    #expect(screening.asking.exclusive == 4)
    let large = try #require(screening.candidates.first)
    #expect(large.offer.partner == 1)
    #expect(large.offer.audience == 40)
    #expect(large.offer.exclusive == 39)
    #expect(large.offer.newSector == "media")
    #expect(large.offer.newStage == nil)
    #expect(large.shared == 0)
    #expect(large.brings == 40)
    #expect(large.takes == 10)
    #expect(large.knot == .granny)
    #expect(large.isOneSided)
    let twin = try #require(screening.candidates.last)
    #expect(twin.shared == 6)
    #expect(twin.brings == 0)
    #expect(twin.takes == 4)
    #expect(twin.knot == .unclear)
    #expect(twin.direction == .horizontal)
    #expect(twin.offer.newSector == nil)
  }

  @Test func `a sector is new where neither a participant nor one that is compared has it`() throws {
    var builder = DatasetBuilder()
    for (id, sector) in [
      ("asking", "food"), ("first", "media"), ("second", "media"), ("third", "energy"), ("idle", "energy"),
    ] {
      builder.partner(id, sector: sector)
      builder.channel(id, owner: id)
      if id != "idle" { builder.touch(1, "c", id, "view") }
    }
    let data = builder.build()
    func sectors(_ candidates: [Int]) -> [Int: String?] {
      let screening = screen(candidates, for: 0, in: data, scope: Scope(windowOf: data))
      return Dictionary(uniqueKeysWithValues: screening.candidates.map { ($0.offer.partner, $0.offer.newSector) })
    }
    // The idle partner takes no part in the log.
    #expect(sectors([1, 2, 3]) == [1: nil, 2: nil, 3: "energy"])
    // One that is not compared takes part all the same.
    #expect(sectors([1]) == [1: nil])
    #expect(sectors([3, 4]) == [3: nil, 4: nil])
  }
}
