import Testing

@testable import Importing

/// Which rows of several sources are one contact.
struct IdentityAcrossSourcesTests {
  private static let yaml = """
    timezone: UTC
    owner: mill
    sources:
      - files: people.csv
        contacts: {id: {email: Mail, id: Number, prefix: crm}, name: Name}
      - files: visits.csv
        touchpoints: {time: Time, contact: {id: Number, prefix: crm}, channel: =site, kind: =visit}
      - files: letters.csv
        touchpoints: {time: Time, contact: {email: Mail}, channel: =letter, kind: =open}

    """

  private static func imported(
    _ people: String, contacts: String = "", visits: String = "1", crosswalk: String? = nil
  ) throws -> ImportedFolder {
    var files = [
      "people.csv": "Number,Mail,Name\n\(people)\n",
      "visits.csv": "Time,Number\n2025-03-04 10:00,\(visits)\n",
      "letters.csv": "Time,Mail\n2025-03-05 10:00, ANN@x.org\u{200B}\n",
    ]
    if let crosswalk { files["crosswalk.csv"] = "id,email\n\(crosswalk)\n" }
    return try ImportedFolder(yaml.replacing("owner: mill\n", with: "owner: mill\n\(contacts)"), files)
  }

  @Test func `an id and an address in one row are one contact in all sources`() throws {
    let folder = try Self.imported("1,Ann@X.org,Ann")
    #expect(folder.touches.map { $0.split(separator: ",")[1] } == ["ann@x.org", "ann@x.org"])
    #expect(folder.result.report.contacts.inSeveralSources == 1)
    #expect(folder.result.report.contacts.joinedIDs == 1)
  }

  @Test func `a crosswalk joins what no row has together`() throws {
    let apart = try Self.imported("2,bob@x.org,Bob")
    #expect(apart.touches[0].contains(",crm:1,"))
    let joined = try Self.imported(
      "2,bob@x.org,Bob", contacts: "contacts: {crosswalk: crosswalk.csv}\n", crosswalk: "crm:1,Ann@x.org")
    #expect(joined.touches[0].contains(",ann@x.org,"))
  }

  @Test func `an id with two addresses is joined with neither`() throws {
    let folder = try Self.imported("1,ann@x.org,Ann\n1,bob@x.org,Bob")
    #expect(folder.touches[0].contains(",crm:1,"))
    #expect(folder.result.report.contacts.ambiguousIDs == 1)
  }

  @Test func `two persons of one name stay two`() throws {
    let folder = try Self.imported("1,ann@x.org,Ann\n2,bob@x.org,Ann")
    #expect(folder.rows("contacts") == ["ann@x.org,Ann", "bob@x.org,Ann"])
  }

  @Test func `rows of one contact are one row, and other values of it are counted`() throws {
    let folder = try Self.imported("1,ann@x.org,\n1,Ann@x.org,Ann\n1,ann@x.org,Anna")
    #expect(folder.rows("contacts") == ["ann@x.org,Ann"])
    #expect(folder.result.report.conflicts.map(\.column) == ["contacts.name"])
  }

  @Test func `dots and tags of addresses count unless a rule says otherwise`() throws {
    let yaml = """
      timezone: UTC
      owner: mill
      sources:
        - files: a.csv
          touchpoints: {time: Time, contact: {email: Mail}, channel: =letter, kind: =open}

      """
    let files = ["a.csv": "Time,Mail\n2025-03-05,a.nn+news@gmail.com\n2025-03-06,ann@googlemail.com\n"]
    #expect(
      try ImportedFolder(yaml, files).touches.map { $0.split(separator: ",")[1] } == [
        "a.nn+news@gmail.com", "ann@googlemail.com",
      ])
    let ruled = try ImportedFolder("contacts: {rules: [gmail-dots, tags]}\n" + yaml, files)
    #expect(ruled.touches.map { $0.split(separator: ",")[1] } == ["ann@gmail.com", "ann@gmail.com"])
  }

  @Test func `pseudonyms stand for contacts in every table, and names are left out`() throws {
    let options = ImportOptions { $0 == "KEY" ? "0123456789abcdef" : nil }
    let yaml = Self.yaml.replacing("owner: mill\n", with: "owner: mill\ncontacts: {pseudonyms: KEY}\n")
    let files = [
      "people.csv": "Number,Mail,Name\n1,ann@x.org,Ann\n", "visits.csv": "Time,Number\n2025-03-04 10:00,1\n",
      "letters.csv": "Time,Mail\n2025-03-05 10:00,ann@x.org\n",
    ]
    let folder = try ImportedFolder(yaml, files, options: options)
    // printf ann@x.org | openssl dgst -sha256 -hmac 0123456789abcdef, the first 32 digits.
    let pseudonym = "8777c9bd7d6398b1241c1f9e269344c9"
    #expect(folder.touches.map { String($0.split(separator: ",")[1]) } == [pseudonym, pseudonym])
    #expect(folder.rows("contacts") == [pseudonym])
    for file in folder.result.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("ann@") && !text.contains("Ann") && !text.contains("0123456789abcdef"), "\(file.name)")
    }
  }

  @Test func `a key that is missing or short is refused without a part of it`() {
    let yaml = Self.yaml.replacing("owner: mill\n", with: "owner: mill\ncontacts: {pseudonyms: KEY}\n")
    #expect(
      ImportedFolder.failure(yaml, [:]).contains("KEY: the environment variable with the key of pseudonyms is not set"))
    let short = ImportedFolder.failure(yaml, [:], options: ImportOptions { _ in "hush-hush" })
    #expect(short.contains("KEY: holds a key of fewer than 16 bytes"))
    #expect(!short.contains("hush"))
  }
}
