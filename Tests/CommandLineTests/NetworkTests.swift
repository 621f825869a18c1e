import Foundation
import TestSupport
import Testing

/// What the commands on networks print: on the Southern Women, and on small tables.
struct NetworkTests {
  private static let women = Repository.root.appending(path: "graphs/southern-women").path

  private func run(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
    try BuiltCommand.run(arguments, in: folder ?? FileManager.default.temporaryDirectory)
  }

  private func document(_ arguments: [String], in folder: URL? = nil) throws -> [String: Any] {
    let outcome = try run(arguments + ["--format", "json", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
  }

  private func rows(_ key: String, of document: [String: Any]) throws -> [[String: Any]] {
    try #require(document[key] as? [[String: Any]])
  }

  private func values(_ document: [String: Any]) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for row in try rows("ranking", of: document) {
      values[try #require(row["id"] as? String)] = (row["value"] as? NSNumber)?.doubleValue
    }
    return values
  }

  /// Attendance as in A. Davis, B. B. Gardner, M. R. Gardner, "Deep South" (1941), p. 148.
  @Test func `women and events rank as often as they met`() throws {
    let ranking = try document(["rank", Self.women, "--projection", "channels", "--measure", "degree"])
    let degrees = try values(ranking)
    let attendance: [Double] = [3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3]
    for (event, guests) in attendance.enumerated() { #expect(degrees["e\(event + 1)"] == guests) }
    #expect(degrees["evelyn"] == 8)
    #expect(degrees["flora"] == 2)
    let network = try #require(ranking["network"] as? [String: Any])
    #expect(network["nodes"] as? Int == 32)
    #expect(network["edges"] as? Int == 89)
    #expect(areClose(network["density"] as? Double, 89.0 / (18 * 14)))
    let first = try #require(rows("ranking", of: ranking).first)
    #expect(first["id"] as? String == "e8")
    #expect(first["rank"] as? Int == 1)
  }

  /// L. C. Freeman, "Finding social groups: a meta-analysis of the Southern Women data" (2003): nearly all of 21
  /// studies put these women into two groups.
  @Test(arguments: ["leiden", "louvain"]) func `the two groups of women are told apart`(method: String) throws {
    let found = try document(["communities", Self.women, "--projection", "channels", "--method", method])
    var communityOf: [String: Int] = [:]
    for row in try rows("communities", of: found) {
      let members = try #require(row["members"] as? [String])
      #expect(row["size"] as? Int == members.count)
      for member in members { communityOf[member] = row["community"] as? Int }
    }
    #expect(communityOf.count == 32)
    let groups = [["evelyn", "laura", "brenda", "charlotte", "frances"], ["katherina", "sylvia", "nora", "helen"]]
    for group in groups { #expect(Set(group.map { communityOf[$0] }).count == 1, "\(group)") }
    #expect(communityOf["evelyn"] != communityOf["nora"])
    #expect((found["modularity"] as? Double ?? 0) > 0.3)
  }

  @Test func `three events reach every woman, and one alone is missed by none`() throws {
    let mix = try #require(document(["simulate", Self.women, "--best", "3"])["best"] as? [String: Any])
    #expect(mix["covered"] as? Int == 18)
    #expect(mix["guarantee"] as? Double == 1)
    let chosen = try rows("chosen", of: mix)
    #expect(chosen.map { $0["gain"] as? Int } == [14, 3, 1])
    let without = try #require(document(["simulate", Self.women, "--without", "E8"])["without"] as? [String: Any])
    #expect(without["reach"] as? [String: Int] == ["with": 18, "without": 18, "lost": 0])
    #expect(without["new_touchpoints"] as? [String: Int] == ["with": 89, "without": 75, "lost": 14])
  }

  @Test func `a woman's page names her events`() throws {
    let page = try document(["contact", Self.women, "evelyn"])
    #expect(page["touches"] as? Int == 8)
    let partners = try rows("reached_by", of: page).compactMap { $0["partner"] as? String }
    #expect(partners == ["E1", "E2", "E3", "E4", "E5", "E6", "E8", "E9"])
    let swapped = try document(["contact", "evelyn", Self.women])
    #expect(swapped["touches"] as? Int == 8)
    let outcome = try run(["contact", Self.women, "evelin"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("nearest are evelyn"))
  }

  @Test func `reach over ties, as a count, a list and in order of time`() throws {
    let ties =
      "from,to,kind,time,weight\nada,bob,knows,2025-03-04,0.5\nbob,cem,knows,2025-03-02,0.5\ncem,eli,knows,,1\n"
    try SampleFolder.with(["ties.csv": ties]) { folder in
      let reach = try document(["reach", "data", "--within", "2", "--node", "ada"], in: folder)
      #expect(reach["reach_within"] as? Int == 2)
      let list = try run(["reach", "data", "--within", "2", "--node", "ada", "--list", "contacts"], in: folder)
      #expect(list.output == "bob\ncem\n")
      let timed = try document(["reach", "data", "--within", "9", "--node", "ada", "--time-respecting"], in: folder)
      #expect(timed["reach_within"] as? Int == 1)
      #expect(timed["undated_ties"] as? Int == 1)
      // The letter touched ada, bob and dora; bob knows cem.
      let via = try document(["reach", "data", "--within", "2", "--via", "mill"], in: folder)
      #expect(via["reach_within"] as? Int == 4)
      let page = try document(["contact", "data", "eli", "--warm-from", "ada"], in: folder)
      let path = try #require(rows("warm_paths", of: page).first)
      #expect(path["shortest"] as? [String] == ["ada", "bob", "cem", "eli"])
      #expect(path["trust"] as? Double == 0.25)
    }
  }

  @Test func `costs come from a file, and what is wrong in it is told with its line`() throws {
    try SampleFolder.with { folder in
      func write(_ text: String) throws { try Data(text.utf8).write(to: folder.appending(path: "costs.csv")) }
      let arguments = ["simulate", "data", "--campaign", "spring", "--budget", "5", "--costs", "costs.csv"]
      try write("Partner;Cost\nmill;2,5\nradio;2\nshop;1\n")
      let mix = try #require(document(arguments, in: folder)["best"] as? [String: Any])
      // The radio reached ada, bob and dora, the shop cem; the mill only ada.
      #expect(try rows("chosen", of: mix).map { $0["partner"] as? String } == ["radio", "shop"])
      #expect(mix["cost"] as? Double == 3)
      #expect(mix["covered"] as? Int == 4)
      try write("partner,cost\nmill,much\nmil,3\n")
      let wrong = try run(arguments, in: folder)
      #expect(wrong.status == 65)
      #expect(wrong.errors.contains("costs.csv:2: cost: \"much\""))
      #expect(wrong.errors.contains("costs.csv:3: partner: \"mil\""))
      try write("partner,cost\nmill,1\n")
      #expect(try run(arguments, in: folder).errors.contains("radio, shop"))
      // In autumn the radio alone carries anything, so that nobody else needs a price.
      try write("partner,cost\nradio,1\n")
      let autumn = ["simulate", "data", "--campaign", "autumn", "--budget", "5", "--costs", "costs.csv"]
      #expect(try run(autumn, in: folder).status == 0)
      #expect(try run(["simulate", "data", "--campaign", "spring", "--budget", "5"], in: folder).status == 64)
    }
  }

  @Test(
    arguments: [
      "rank graph --measure beauty", "rank graph --projection love", "rank graph --damping 1", "rank graph --top 0",
      "communities graph --resolution -1", "communities graph --method label-propagation --resolution 2",
      "simulate graph", "simulate graph --with E1 --without E2", "simulate graph --best 0",
      "simulate graph --without E99", "reach graph --within 2", "reach graph --node evelyn",
      "reach graph --within 2 --node nobody", "rank graph --measure hops", "rank graph --projection ties --level reach",
    ]) func `wrong usage has status 64 and a word of why`(line: String) throws
  {
    let arguments = line.split(separator: " ").map { $0 == "graph" ? Self.women : String($0) }
    let outcome = try run(arguments)
    #expect(outcome.status == 64, "\(line)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test(arguments: ["table", "json", "csv", "markdown"]) func `hostile names stay text`(format: String) throws {
    for arguments in [
      ["rank", "data", "--projection", "channels"], ["communities", "data", "--projection", "channels"],
      ["simulate", "data", "--best", "2"], ["contact", "data", "cem"],
    ] {
      let output = try SampleFolder.with { folder in
        try run(arguments + ["--campaign", "spring", "--format", format], in: folder).output
      }
      #expect(!output.isEmpty)
      #expect(!output.unicodeScalars.contains("\u{1B}"), "\(arguments)")
      if format == "csv" { #expect(!output.contains(",=")) }
    }
  }

  @Test(arguments: ["1", "2", "8"]) func `the same bytes at any number of threads`(threads: String) throws {
    for arguments in [
      ["rank", Self.women, "--measure", "pagerank"], ["rank", Self.women, "--measure", "betweenness"],
      ["communities", Self.women, "--projection", "channels"], ["simulate", Self.women, "--best", "4"],
    ] {
      let one = try run(arguments + ["--format", "json"])
      let other = try run(arguments + ["--format", "json", "--threads", threads])
      #expect(firstDifference(other.standardOutput, one.standardOutput) == nil, "\(arguments)")
    }
  }
}
