import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct SensitivityTests {
  private static func retention(
    _ data: Dataset, _ cohort: RetentionOptions.Cohort = .new, sensitivity: Bool, protects: Bool = false
  ) -> Retention? {
    let options = AnalysisOptions(
      sections: [.retention], retention: RetentionOptions(cohort: cohort, days: [7, 30], showsSensitivity: sensitivity))
    let scopes = [Scope(campaign: 1, of: data)]
    return protects
      ? measure(data, scopes: scopes, options: options)[0].retention
      : measureUnprotected(data, scopes: scopes, options: options)[0].retention
  }

  /// Each gap tried is what the dataset with that setting has.
  @Test(arguments: [1, 2, 5, 7], RetentionOptions.Cohort.allCases)
  func `retention at another gap is that of the dataset with that setting`(
    seed: Int, cohort: RetentionOptions.Cohort
  ) throws {
    var data = RandomDataset.make(seed: UInt64(seed), RandomDataset.Size(contacts: 200, touches: 2500))
    data.settings.activityGapDays = 21
    let sensitivity = try #require(Self.retention(data, cohort, sensitivity: true)?.sensitivity)
    #expect(sensitivity.gaps.map(\.days) == [14, 21, 30, 60, 90])
    #expect(sensitivity.gaps.map(\.isSetting) == [false, true, false, false, false])
    for gap in sensitivity.gaps {
      data.settings.activityGapDays = gap.days
      let retention = try #require(Self.retention(data, cohort, sensitivity: false))
      #expect(retention.sensitivity == nil)
      #expect(gap.stays == retention.stays)
      #expect(gap.survival == retention.survival)
      #expect(gap.p == retention.baseline?.logRank?.p)
    }
    #expect(sensitivity.gaps.contains { $0.survival?.restrictedMean != nil })
    if cohort == .new, seed == 1 { #expect(sensitivity.gaps.contains { $0.p != nil }) }
  }

  /// New with half the history: as if every touch before its middle had been lost.
  @Test(arguments: 1...8)
  func `contacts new with half the history are those of the log cut in its middle`(seed: Int) throws {
    let data = RandomDataset.make(seed: UInt64(seed), RandomDataset.Size(contacts: 120, touches: 900))
    let sensitivity = try #require(Self.retention(data, sensitivity: true)?.sensitivity)
    let scope = Scope(campaign: 1, of: data)
    let first = try #require(data.log.span).lowerBound.milliseconds
    let middle = first + (scope.start.milliseconds - first) / 2
    var cut = data
    let log = data.log
    let rows = (0..<log.contactCount).flatMap { contact in
      log.slice(of: contact).map {
        TouchLog.Row(contact: contact, touch: log.touches[$0], value: log.values[$0], cost: log.costs[$0])
      }
    }
    cut.log = TouchLog(rows.filter { $0.touch.milliseconds >= middle }, contactCount: log.contactCount)
    let new = measureUnprotected(cut, scopes: [scope], options: AnalysisOptions(sections: [.touchpoints]))[0]
      .touchpoints
    #expect(sensitivity.newContactsAtHalfHistory == new?.newContacts)
    let all = measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: [.touchpoints]))[0]
      .touchpoints
    #expect(sensitivity.newContacts == all?.newContacts)
    #expect(try #require(sensitivity.newContactsAtHalfHistory) >= #require(sensitivity.newContacts))
  }

  @Test func `without history half of it is not known`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("early", from: 0, to: 5)
    builder.campaign("spring", from: 0, to: 30)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    builder.touch(0, "ada", "letter", "click", content: "recipe")
    builder.touch(60, "ada", "letter", "click")
    let sensitivity = try #require(Self.retention(builder.build(), sensitivity: true)?.sensitivity)
    #expect(sensitivity.newContacts == 1)
    #expect(sensitivity.newContactsAtHalfHistory == nil)
    #expect(sensitivity.unknown.contains { $0.figure == "sensitivity.new_contacts_half_history" })
    #expect(sensitivity.gaps.first?.survival != nil)
    #expect(sensitivity.gaps.last?.survival == nil)
    #expect(sensitivity.unknown.contains { $0.figure == "sensitivity.gaps.90.rmst" && $0.state == .incomplete })
  }

  /// One contact of ten has a touch in the first half of the history, so that half of it makes one contact more new.
  @Test func `what half the history adds is withheld where it is too few`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("early", from: 90, to: 95)
    builder.campaign("spring", from: 100, to: 130)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    builder.touch(0, "c0", "letter", "click")
    for contact in 0..<10 {
      builder.touch(101, "c\(contact)", "letter", "click", content: "recipe")
      builder.touch(260, "c\(contact)", "letter", "click")
    }
    builder.settings.minimumGroup = 5
    let data = builder.build()
    let open = try #require(Self.retention(data, sensitivity: true)?.sensitivity)
    #expect(open.newContacts == 9 && open.newContactsAtHalfHistory == 10)
    let shown = try #require(Self.retention(data, sensitivity: true, protects: true)?.sensitivity)
    #expect(shown.newContacts == nil || shown.newContactsAtHalfHistory == nil)
  }
}
