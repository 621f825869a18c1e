import FileReading
import Foundation
import Testing

@testable import Importing

struct ForgettingTests {
  private static let tables = [
    "contacts.csv": "id;name\nann@x.org;Ann\n\"bob@x.org\";\"Bob \"\"B\"\"\"\n",
    "touchpoints.csv":
      "time,contact,channel,kind\n2025-03-01,ann@x.org,letter,open\r\n2025-03-02, Bob@X.org ,letter,open\n",
    "ties.csv": "from,to\nann@x.org,bob@x.org\ncem,dora\n",
    "contents.csv": "id,brands,authors\na,mill,mill;bob@x.org\nb,mill,\"x\"\n",
    "channels.csv": "id,owner\nletter,mill\n", "README.md": "bob@x.org stays here\n",
  ]

  private static func forgetting(
    _ ids: [String], _ files: [String: String] = tables, key: String? = nil
  ) throws -> (result: Forgetting, texts: [String: String]) {
    try ImportedFolder.with(files) { folder in
      let result = try Forgetting(ids, inFolder: folder.path, key: key) { _ in "0123456789abcdef" }
      let texts = result.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
      return (result, Dictionary(uniqueKeysWithValues: texts))
    }
  }

  @Test func `no row of any table names the contact any more, and all else keeps its bytes`() throws {
    let (result, texts) = try Self.forgetting(["BOB@x.org", "nobody"])
    #expect(texts["contacts.csv"] == "id;name\nann@x.org;Ann\n")
    #expect(texts["touchpoints.csv"] == "time,contact,channel,kind\n2025-03-01,ann@x.org,letter,open\r\n")
    #expect(texts["ties.csv"] == "from,to\ncem,dora\n")
    #expect(texts["contents.csv"] == "id,brands,authors\n\"a\",\"mill\",\"mill\"\nb,mill,\"x\"\n")
    #expect(texts["channels.csv"] == Self.tables["channels.csv"])
    #expect(result.unknown == ["nobody"])
    #expect(result.removed.map(\.file) == ["contacts.csv", "ties.csv", "touchpoints.csv"])
  }

  @Test func `pseudonyms are found by the key`() throws {
    let pseudonym = String(
      decoding: PseudonymKey(Array("0123456789abcdef".utf8)).pseudonym(of: Array("bob@x.org".utf8)[...]), as: UTF8.self)
    let (_, texts) = try Self.forgetting(
      ["bob@x.org"], ["contacts.csv": "id\n\(pseudonym)\nother\n"], key: "KEY")
    #expect(texts["contacts.csv"] == "id\nother\n")
  }

  @Test func `folders that belong to no dataset, and broken tables, are errors`() throws {
    #expect(throws: ReadingError.self) { try Self.forgetting(["a"], ["old/contacts.csv": "id\na\n"]) }
    #expect(throws: ReadingError.self) { try Self.forgetting(["a"], ["contacts.csv": "id\n\"a\n"]) }
  }
}
