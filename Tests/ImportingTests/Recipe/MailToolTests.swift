import Testing

@testable import Importing

/// Small exports of newsletter tools, with the headers that the tools write, and what must come out.
struct MailToolTests {
  @Test func `Brevo's proxy opens are deliveries, and unique opens are no second ones`() throws {
    let folder = try ImportedFolder(files: [
      "events.csv": """
      event,email,date,ts_epoch,messageId,subject,tag,campaignId,link
      delivered,ann@x.org,2025-03-02 09:00:00,1740902400000,m1,Spring,,12,
      proxyOpen,ann@x.org,2025-03-02 09:00:05,1740902405000,m1,Spring,,12,
      uniqueProxyOpen,ann@x.org,2025-03-02 09:00:05,1740902405000,m1,Spring,,12,
      opened,bob@x.org,2025-03-02 10:00:00,1740906000000,m2,Spring,,12,
      uniqueOpened,bob@x.org,2025-03-02 10:00:00,1740906000000,m2,Spring,,12,
      clicked,bob@x.org,2025-03-02 10:01:00,1740906060000,m2,Spring,,12,https://mill.example
      softBounce,cem@x.org,2025-03-02 09:00:00,1740902400000,m3,Spring,,12,

      """
    ])
    #expect(
      folder.touches == [
        "2025-03-02T08:00:00Z,ann@x.org,brevo,delivery,12", "2025-03-02T08:00:05Z,ann@x.org,brevo,delivery,12",
        "2025-03-02T09:00:00Z,bob@x.org,brevo,open,12", "2025-03-02T09:01:00Z,bob@x.org,brevo,click,12",
      ])
    #expect(folder.source.rows == 7 && folder.source.taken == 4)
    #expect(folder.source.ignored.reduce(0) { $0 + $1.rows } == 3)
  }

  @Test func `Brevo's contacts have days first, and signups on request`() throws {
    let yaml = """
      timezone: Europe/Berlin
      owner: mill
      sources:
        - files: contacts.csv
          take: [signup]

      """
    let folder = try ImportedFolder(
      yaml,
      [
        "contacts.csv":
          "CONTACT ID;EMAIL;LASTNAME;FIRSTNAME;ADDED_TIME;OPT_IN\n7;Ann@x.org;Ahrens;Ann;03-04-2025 10:00;Yes\n"
      ])
    #expect(folder.source.recipe == "brevo-contacts")
    #expect(folder.rows("contacts") == ["ann@x.org,Ann Ahrens"])
    // 10:00 in summer time.
    #expect(folder.touches == ["2025-04-03T08:00:00Z,ann@x.org,brevo,signup"])
  }

  @Test func `Mailchimp's audience is its members, and signups on request`() throws {
    let header =
      "\"Email Address\",\"First Name\",\"Last Name\",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n"
    let row = { (mail: String, confirmed: String) in
      "\(mail),Ann,Ahrens,4,\"2018-02-12 17:58:01\",,\(confirmed),,,,,,,,,\"2018-02-12 17:59:31\",1,2,,\"\"\"Food\"\"\"\n"
    }
    let folder = try ImportedFolder(
      "owner: mill\nsources:\n  - files: '*.csv'\n    take: [signup]\n    recipe: mailchimp-audience\n",
      [
        "subscribed.csv": header + row("Ann@x.org", "\"2018-02-12 17:59:31\""),
        "unsubscribed.csv": header + row("bob@x.org", ""),
      ])
    #expect(
      folder.touches == [
        "2018-02-12T17:59:31Z,ann@x.org,mailchimp,signup", "2018-02-12T17:58:01Z,bob@x.org,mailchimp,signup",
      ])
    #expect(folder.rows("contacts").count == 2)
  }

  @Test func `Mailchimp's totals are refused with the reason`() {
    let failure = ImportedFolder.failure(
      "owner: mill\nsources:\n  - files: aggregate_activity/opens/4711.csv\n",
      ["aggregate_activity/opens/4711.csv": "Email,Opens\nann@x.org,3\n"])
    #expect(failure.contains("no time of any open or click"))
  }

  @Test func `HubSpot's events are read from JSON, without those of programs`() throws {
    let folder = try ImportedFolder(files: [
      "events.json": """
      {"hasMore": false, "offset": "x", "events": [
       {"id": "a", "created": 1740902400000, "type": "SENT", "recipient": "ann@x.org", "emailCampaignId": 44},
       {"id": "b", "created": 1740902401000, "type": "DELIVERED", "recipient": "ann@x.org", "emailCampaignId": 44},
       {"id": "c", "created": 1740902402000, "type": "OPEN", "recipient": "ann@x.org", "emailCampaignId": 44, "filteredEvent": true},
       {"id": "d", "created": 1740902403000, "type": "CLICK", "recipient": "Ann@x.org", "emailCampaignId": 44, "url": "https://x"},
       {"id": "d", "created": 1740902403000, "type": "CLICK", "recipient": "Ann@x.org", "emailCampaignId": 44, "url": "https://x"},
       {"id": "e", "created": 1740902404000, "type": "FORWARD", "recipient": "ann@x.org", "emailCampaignId": 44}]}
      """
    ])
    #expect(
      folder.touches == [
        "2025-03-02T08:00:01Z,ann@x.org,hubspot,delivery,44", "2025-03-02T08:00:03Z,ann@x.org,hubspot,click,44",
        "2025-03-02T08:00:04Z,ann@x.org,hubspot,share,44",
      ])
    #expect(folder.source.rows == 6 && folder.source.taken == 3 && folder.source.repeats == 1)
  }

  @Test func `HubSpot's contacts are read in German, and in another order`() throws {
    let folder = try ImportedFolder(
      files: [
        "kontakte.csv":
          "E-Mail;Lifecycle-Phase;Datensatz-ID;Vorname;Nachname\nann@x.org;Lead;101;Ann;Ahrens\n;Lead;103;Cem;\n"
      ],
      timeZone: "Europe/Berlin")
    #expect(folder.rows("contacts") == ["ann@x.org,Ann Ahrens,Lead", "hubspot:103,Cem,Lead"])
  }
}
