import Testing

@testable import Importing

/// Small exports of shops, events and CRMs, with the headers that the tools write, and what must come out.
struct EventAndShopTests {
  private static let shopHeader =
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Refunded Amount,Id\n"

  private static let orders =
    shopHeader + """
      #1001,ann@x.org,paid,2025-03-02 09:00:00 +0100,,,yes,EUR,20,5,0,25.00,MILL10,2,,2025-03-02 08:59:00 +0100,1,Bread,0.00,1
      #1001,ann@x.org,,,,,,,,,,,,,,,2,Flour,,
      #1002,bob@x.org,partially_refunded,2025-03-03 09:00:00 +0100,,,no,EUR,20,0,0,20.00,,,,2025-03-03 09:00:00 +0100,1,Bread,5.50,2
      #1003,cem@x.org,voided,,,,no,EUR,20,0,0,20.00,,,,2025-03-03 09:00:00 +0100,1,Bread,0.00,3

      """

  @Test func `Shopify's orders are one touch each, refunds negative ones, and codes of partners channels of theirs`()
    throws
  {
    let yaml = """
      timezone: Europe/Berlin
      owner: mill
      sources:
        - files: orders_export.csv
          channel: {map: Discount Code, values: {MILL10: mill-letter}, else: shop}

      """
    let folder = try ImportedFolder(yaml, ["orders_export.csv": Self.orders])
    #expect(
      folder.touches == [
        "2025-03-02T08:00:00Z,ann@x.org,mill-letter,order,25", "2025-03-03T08:00:00Z,bob@x.org,shop,order,20",
        "2025-03-03T08:00:00Z,bob@x.org,shop,order,-5.5",
      ])
    #expect(folder.source.rows == 4 && folder.source.taken == 2)
    #expect(folder.source.ignored.reduce(0) { $0 + $1.rows } == 2)
  }

  @Test func `amounts in another currency are refused`() {
    let failure = ImportedFolder.failure(
      "currency: USD\nowner: mill\nsources:\n  - files: orders_export.csv\n", ["orders_export.csv": Self.orders])
    #expect(failure.contains("orders_export.csv:2: Currency: \"EUR\" is not USD, the dataset's currency"))
  }

  private static let attendees = """
    Order #,Order Date,First Name,Surname,Email,Quantity,Ticket Type,Attendee #,Total Paid,Attendee Status,Event Name
    900,2025-04-01 10:00,Ann,Ahrens,ann@x.org,1,Standard,1,25.00,Checked In,Kiez Dinner
    900,2025-04-01 10:00,Bob,Böhm,bob@x.org,1,Standard,2,25.00,Attending,Kiez Dinner
    901,2025-04-02 10:00,Cem,Cetin,cem@x.org,1,Standard,3,0.00,Not Attending,Kiez Dinner

    """

  @Test func `Eventbrite's attendees are a booking each, and attend when they were checked in`() throws {
    let yaml = """
      timezone: Europe/Berlin
      owner: mill
      sources:
        - files: attendees.csv
          take: [attendance]
          values: {event_time: 2025-05-01 19:00}

      """
    let folder = try ImportedFolder(yaml, ["attendees.csv": Self.attendees])
    #expect(
      folder.touches == [
        "2025-04-01T08:00:00Z,ann@x.org,eventbrite,booking,kiez-dinner,25",
        "2025-05-01T17:00:00Z,ann@x.org,eventbrite,attendance,kiez-dinner,",
        "2025-04-01T08:00:00Z,bob@x.org,eventbrite,booking,kiez-dinner,25",
      ])
    let untold = ImportedFolder.failure(
      yaml.replacing("    values: {event_time: 2025-05-01 19:00}\n", with: ""), ["attendees.csv": Self.attendees])
    #expect(untold.contains("attendees.csv:2") && untold.contains("is empty, where a time was expected"))
  }

  @Test func `Eventbrite's newer reports have other names, and the event's start`() throws {
    let folder = try ImportedFolder(
      "timezone: Europe/Berlin\nowner: mill\nsources:\n  - files: new.csv\n    take: [attendance]\n",
      [
        "new.csv": """
        Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Phone number,Event name,Event ID,Event start date,Event start time,Event timezone,Ticket quantity,Ticket type,Currency,Ticket price,Buyer email,Barcode number,Attendee Status
        900,2025-04-01 10:00,Ann,Ahrens,,,Kiez Dinner,5,2025-05-01,19:00,Europe/Berlin,1,Standard,EUR,25.00,ANN@x.org,b1,Checked In
        """
      ])
    #expect(
      folder.touches == [
        "2025-04-01T08:00:00Z,ann@x.org,eventbrite,booking,kiez-dinner,25",
        "2025-05-01T17:00:00Z,ann@x.org,eventbrite,attendance,kiez-dinner,",
      ])
  }

  private static let members = """
    Campaign Name,Member Status,First Name,Last Name,Email,Company / Account,Contact ID,Created Date,First Responded Date
    Spring Gala,Sent,Ann,Ahrens,ann@x.org,Hof Nord,0035e00000AbCdEAAV,3/14/2025,
    Spring Gala,Attended,Bob,Böhm,,Kiez eG,0035e00000AbCdFAAV,3/14/2025,3/20/2025
    Spring Gala,Attended,Bob,Böhm,bob@x.org,Kiez eG,0035e00000AbCdF,3/14/2025,3/20/2025


    Campaigns with members
    Copyright (c) 2000-2025 salesforce.com, inc. All rights reserved.
    Confidential Information - Do Not Distribute

    """

  @Test func `Salesforce's members become touches by their status, without the report's footer`() throws {
    let folder = try ImportedFolder(
      files: ["report.csv": Self.members], timeZone: "America/New_York")
    #expect(
      folder.touches == [
        "2025-03-14,ann@x.org,salesforce,delivery,spring-gala",
        "2025-03-20,bob@x.org,salesforce,attendance,spring-gala",
        "2025-03-20,bob@x.org,salesforce,attendance,spring-gala",
      ])
    #expect(folder.source.decided.map(\.form) == ["month first", "month first"])
    #expect(folder.source.ignored.map(\.reason) == ["footer"] && folder.source.ignored.map(\.rows) == [3])
    #expect(folder.source.withoutClock.sorted() == ["Created Date", "First Responded Date"])
    let unknown = ImportedFolder.failure(
      "timezone: UTC\nowner: mill\nsources:\n  - files: r.csv\n",
      ["r.csv": Self.members.replacing("Spring Gala,Sent", with: "Spring Gala,Waitlisted")])
    #expect(unknown.contains("r.csv:2: Member Status: \"Waitlisted\" is none of the values that the recipe maps"))
  }

  /// What the object CampaignMember is exported as.
  @Test func `Salesforce's members become touches from the export of their object too`() throws {
    let text = """
      "Id","CampaignId","ContactId","LeadId","Email","Status","HasResponded","FirstRespondedDate","CreatedDate"
      "00v1","7015e000000AbCd","0035e00000AbCdEAAV","","ann@x.org","Responded","true","2025-03-16","2025-03-15T10:00:00.000+0000"
      "00v2","7015e000000AbCd","","00Q5e00000AbCdFAAV","","Sent","false","","2025-03-15T10:00:00.000+0000"

      """
    let folder = try ImportedFolder(files: ["CampaignMember.csv": text], timeZone: "Europe/Berlin")
    #expect(
      folder.touches == [
        "2025-03-16,ann@x.org,salesforce,reply,7015e000000abcd",
        "2025-03-15T10:00:00Z,salesforce:00Q5e00000AbCdF,salesforce,delivery,7015e000000abcd",
      ])
  }

  @Test func `statistics of posts are refused with the reason`() {
    let failure = ImportedFolder.failure(
      "owner: mill\nsources:\n  - files: posts.csv\n",
      ["posts.csv": "Post ID,Account ID,Publish time,Views,Reach,Likes\n1,2,03/27/2026 06:08,10,\"12,400\",3\n"])
    #expect(failure.contains("posts.csv: has totals of posts without persons"))
  }
}
