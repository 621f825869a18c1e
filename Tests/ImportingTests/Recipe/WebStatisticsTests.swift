import Testing

@testable import Importing

/// Small exports of web statistics, with what must come out.
struct WebStatisticsTests {
  @Test func `Matomo's actions are read from columns in any order, thousands of them`() throws {
    let numbers = Array(0..<1500).reversed()
    let header =
      "idSite,idVisit,visitorId,userId,firstActionTimestamp,"
      + numbers.map { "timestamp (actionDetails \($0)),type (actionDetails \($0))" }.joined(separator: ",")
    func row(_ visit: Int, _ actions: [Int: String]) -> String {
      "1,\(visit),c0ffee,,1740902400,"
        + numbers.map { number in actions[number].map { "\(1_740_902_400 + number),\($0)" } ?? "," }.joined(
          separator: ",")
    }
    let folder = try ImportedFolder(files: [
      "visits.csv": header + "\n" + row(9, [0: "action", 7: "download", 1499: "goal"]) + "\n"
    ])
    #expect(
      folder.touches == [
        "2025-03-02T08:00:00Z,matomo:c0ffee,website,visit", "2025-03-02T08:00:07Z,matomo:c0ffee,website,download",
        "2025-03-02T08:24:59Z,matomo:c0ffee,website,lead",
      ])
    #expect(folder.source.ignoredEntries.map(\.entries) == [1])
  }

  @Test func `Matomo's visits are read from JSON, and an address joins the visitor's earlier visits`() throws {
    let folder = try ImportedFolder(files: [
      "a.json": """
      [{"idSite": "1", "idVisit": "8", "visitorId": "c0ffee", "userId": null, "firstActionTimestamp": 1740816000,
        "actionDetails": []},
       {"idSite": "1", "idVisit": "9", "visitorId": "c0ffee", "userId": "Ann@x.org", "firstActionTimestamp": 1740902400,
        "actionDetails": [{"type": "ecommerceOrder", "timestamp": 1740902460, "revenue": "19.90"}]}]
      """,
      // A later export of the same visits, which knows one action more.
      "b.json": """
      [{"idSite": "1", "idVisit": "9", "visitorId": "c0ffee", "userId": "Ann@x.org", "firstActionTimestamp": 1740902400,
        "actionDetails": [{"type": "ecommerceOrder", "timestamp": 1740902460, "revenue": "19.90"},
                          {"type": "download", "timestamp": 1740902520}]}]
      """,
    ])
    #expect(
      folder.touches == [
        "2025-03-01T08:00:00Z,ann@x.org,website,visit,", "2025-03-02T08:00:00Z,ann@x.org,website,visit,",
        "2025-03-02T08:01:00Z,ann@x.org,website,order,19.9", "2025-03-02T08:02:00Z,ann@x.org,website,download,",
      ])
  }

  @Test func `Google Analytics' events are read from JSON lines`() throws {
    let folder = try ImportedFolder(files: [
      "events.json": """
      {"event_date":"20250302","event_timestamp":"1740902400123456","event_name":"page_view","user_id":null,"user_pseudo_id":"1.2","event_params":[{"key":"page_location","value":{"string_value":"https://x","int_value":null}}]}
      {"event_date":"20250302","event_timestamp":"1740902460000000","event_name":"purchase","user_id":"ann@x.org","user_pseudo_id":"1.2","ecommerce":{"purchase_revenue":19.9,"transaction_id":"T1"}}
      {"event_date":"20250302","event_timestamp":"1740902460000000","event_name":"purchase","user_id":"ann@x.org","user_pseudo_id":"1.2","ecommerce":{"purchase_revenue":19.9,"transaction_id":"T1"}}
      {"event_date":"20250303","event_timestamp":"1740988860000000","event_name":"refund","user_id":"ann@x.org","user_pseudo_id":"1.2","ecommerce":{"refund_value":19.9,"transaction_id":"T1"}}
      {"event_date":"20250302","event_timestamp":"1740902470000000","event_name":"scroll","user_pseudo_id":"1.2"}

      """
    ])
    #expect(
      folder.touches == [
        "2025-03-02T08:00:00.123Z,ann@x.org,website,view,", "2025-03-02T08:01:00Z,ann@x.org,website,order,19.9",
        "2025-03-03T08:01:00Z,ann@x.org,website,order,-19.9",
      ])
    #expect(folder.source.rows == 5 && folder.source.taken == 3 && folder.source.repeats == 1)
  }

  @Test func `a report of totals is refused with the reason`() {
    let failure = ImportedFolder.failure(
      "owner: mill\nsources:\n  - files: report.csv\n",
      [
        "report.csv":
          "# Traffic\n# 20250301-20250331\n\nSession source / medium,Sessions,Engaged sessions\ngoogle / organic,10,5\n"
      ])
    #expect(failure.contains("report.csv: has totals without persons and times"))
  }
}
