import Foundation
import TestSupport
import Testing

/// Bounds, sketches and private overlaps on the command line.
struct PoolingCommandTests {
  private static let totals = """
    partners,figure,value
    a,reach,60
    b,reach,50
    c,reach,40
    a;b,overlap,20
    a;c,overlap,10
    b;c,overlap,15

    """

  private func document(_ outcome: Outcome) throws -> [String: Any] {
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
  }

  private func run(_ arguments: [String], _ files: [String: String] = [:]) throws -> Outcome {
    let folder = try TemporaryFolder(["totals.csv": Self.totals].merging(files) { $1 })
    return try withExtendedLifetime(folder) { try BuiltCommand.run(arguments, in: folder.url) }
  }

  @Test(arguments: ["table", "csv", "markdown", "json"])
  func `bounds come in every format`(format: String) throws {
    let outcome = try run(["bounds", "totals.csv", "--explain", "--overlap", "a;b;c", "--format", format])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains("105") && outcome.output.contains("115"))
  }

  @Test func `bounds are those worked out by hand`() throws {
    let figures = try document(
      run(["bounds", "totals.csv", "--universe", "200", "--overlap", "a;b;c", "--format", "json"]))
    let reach = try #require(figures["reach"] as? [String: Any])
    #expect(reach["low"] as? Int == 105 && reach["high"] as? Int == 115)
    #expect(reach["closed_low_by"] as? String == "bonferroni")
    let asked = try #require((figures["asked"] as? [[String: Any]])?.first?["bounds"] as? [String: Any])
    #expect(asked["low"] as? Int == 0 && asked["high"] as? Int == 10)
    // 200 (1 − 0.7 · 0.75 · 0.8)
    #expect(abs((figures["independent_guess"] as? Double ?? 0) - 116) < 1e-9)
  }

  /// What an independent implementation counted (Tests/Conformance), as totals that partners would deliver.
  @Test func `the truth of counted campaigns is never outside of the bounds of their totals`() throws {
    var checked = 0
    func expect(_ truth: Any?, in bound: Any?, _ what: String) throws {
      let bound = try #require(bound as? [String: Any])
      let (low, high) = (try #require(bound["low"] as? Int), try #require(bound["high"] as? Int))
      #expect((low...high).contains(try #require(truth as? Int)), "\(what)")
      checked += 1
    }
    for dataset in Repository.names(in: "Tests/Conformance") where dataset != "README.md" {
      let folder = "Tests/Conformance/\(dataset)/expected"
      for name in Repository.names(in: folder) where name.hasPrefix("reach-") && !name.dropFirst(6).contains("-") {
        let text = Data(try Repository.text("\(folder)/\(name)").utf8)
        let answer = try #require(JSONSerialization.jsonObject(with: text) as? [String: Any])
        let carriers = try #require(answer["carriers"] as? [[String: Any]])
        let reached = carriers.filter { $0["reach"] as? Int ?? 0 > 0 }
        guard !reached.isEmpty else { continue }
        var rows = ["partners,figure,value"]
        for carrier in reached { rows.append("\(carrier["partner"] ?? ""),reach,\(carrier["reach"] ?? "")") }
        let pairs = try #require(answer["overlap"] as? [[String: Any]]).map { overlap in
          "\(overlap["a"] ?? "");\(overlap["b"] ?? ""),overlap,\(overlap["contacts"] ?? "")"
        }
        // Totals alone, with every second overlap, and with all.
        for known in [[], pairs.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), pairs] {
          let files = ["totals.csv": (rows + known).joined(separator: "\n")]
          let bounds = try document(run(["bounds", "totals.csv", "--no-advice", "--format", "json"], files))
          try expect(answer["reach"], in: bounds["reach"], "\(dataset)/\(name): reach")
          for bound in try #require(bounds["carriers"] as? [[String: Any]]) {
            let carrier = reached.first { $0["partner"] as? String == bound["partner"] as? String }
            try expect(carrier?["exclusive"], in: bound["exclusive"], "\(dataset)/\(name): \(bound["partner"] ?? "")")
          }
        }
      }
    }
    #expect(checked > 150)
  }

  @Test func `small groups are withheld`() throws {
    let outcome = try run(
      ["bounds", ".", "--format", "json"],
      ["reefknot.yaml": "minimum_group: 30\n", "totals.csv": Self.totals])
    let figures = try document(outcome)
    let carriers = try #require(figures["carriers"] as? [[String: Any]])
    // Only b reached 15 to 25.
    #expect(carriers[1]["exclusive"] is NSNull && carriers[0]["exclusive"] is [String: Any])
    let unknown = try #require(figures["unknown"] as? [[String: Any]])
    #expect(
      unknown.contains { $0["figure"] as? String == "carriers.b.exclusive" && $0["state"] as? String == "withheld" })
  }

  @Test func `a contradiction is bad data, and names its rows`() throws {
    let rows =
      "partners,figure,value\na,reach,60\nb,reach,50\nc,reach,40\na;b,overlap,5\na;c,overlap,30\nb;c,overlap,35\n"
    let bounds = try run(["bounds", "totals.csv"], ["totals.csv": rows])
    #expect(bounds.status == 65)
    #expect(bounds.errors.contains("line 4: reach of c: 40") && !bounds.errors.contains("line 2"))
    let check = try run(["bounds", "totals.csv", "--check", "--format", "json"], ["totals.csv": rows])
    #expect(check.status == 65)
    let found = try #require(JSONSerialization.jsonObject(with: check.standardOutput) as? [String: Any])
    let campaign = try #require((found["campaigns"] as? [[String: Any]])?.first)
    #expect(campaign["possible"] as? Bool == false && campaign["smallest"] as? Bool == true)
    #expect((campaign["contradiction"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [4, 5, 6, 7])
    #expect(try run(["bounds", "totals.csv", "--check"]).status == 0)
  }

  @Test func `suppressed zeros are intervals`() throws {
    let rows = "partners,figure,value,source\na,reach,60,x\nb,reach,50,x\na;b,overlap,0,x\n"
    func high(_ options: [String]) throws -> Int? {
      let figures = try document(run(["bounds", "totals.csv", "--format", "json"] + options, ["totals.csv": rows]))
      return (figures["reach"] as? [String: Any])?["low"] as? Int
    }
    #expect(try high([]) == 110)
    #expect(try high(["--suppressed-below", "21"]) == 90)
    #expect(try high(["--suppressed-below", "x=11"]) == 100)
    #expect(try high(["--suppressed-below", "y=11"]) == 110)
  }

  @Test func `bounds are drawn`() throws {
    let folder = try TemporaryFolder([
      "totals.csv": Self.totals.replacing("a,", with: "<b>,").replacing("a;", with: "<b>;")
    ])
    try withExtendedLifetime(folder) {
      #expect(try BuiltCommand.run(["bounds", "totals.csv", "--picture", "b.svg"], in: folder.url).status == 0)
      let picture = try String(contentsOf: folder.url.appending(path: "b.svg"), encoding: .utf8)
      #expect(picture.contains("105 to 115") && !picture.contains("<b>"))
    }
  }

  @Test func `totals alone are reported as a page`() throws {
    let folder = try TemporaryFolder([
      "totals.csv": Self.totals.replacing("a,", with: "<b>,").replacing("a;", with: "<b>;")
    ])
    try withExtendedLifetime(folder) {
      #expect(try BuiltCommand.run(["report", "totals.csv", "-o", "r.html"], in: folder.url).status == 0)
      let page = try String(contentsOf: folder.url.appending(path: "r.html"), encoding: .utf8)
      #expect(page.contains("105 to 115 contacts") && page.contains("<svg") && !page.contains("<b>,"))
      let german = try BuiltCommand.run(
        ["report", "totals.csv", "--format", "markdown", "--language", "de"], in: folder.url)
      #expect(german.output.contains("105 bis 115 Kontakte"))
      #expect(try BuiltCommand.run(["report", "totals.csv", "--format", "json"], in: folder.url).status == 64)
    }
  }

  @Test func `a campaign with totals and without touches is reported by its totals`() throws {
    let folder = try TemporaryFolder([
      "channels.csv": "id,owner\nletter,a\n",
      "campaigns.csv": "id,start,end\nspring,2025-03-01,2025-03-31\nautumn,2025-09-01,2025-09-30\n",
      "touchpoints.csv": "time,contact,channel,kind\n2025-03-02,ann,letter,open\n2025-11-02,bob,letter,open\n",
      "totals.csv": Self.totals.split(separator: "\n").enumerated().map { line, row in
        (line == 0 ? "campaign," : "autumn,") + row + "\n"
      }.joined(),
    ])
    try withExtendedLifetime(folder) {
      let one = try BuiltCommand.run(
        ["report", ".", "--campaign", "autumn", "--format", "markdown"], in: folder.url)
      #expect(one.output.contains("No touch of this campaign is in the data") && one.output.contains("105 to 115"))
      #expect(!one.output.contains("## Retention"))
      let other = try BuiltCommand.run(["report", ".", "--campaign", "spring", "--format", "markdown"], in: folder.url)
      #expect(other.status == 0 && !other.output.contains("105 to 115"))
    }
  }

  /// The sample's own figures as totals: what is sure of them must hold of it.
  @Test func `bounds of the sample hold its true reach`() throws {
    let reach = try document(BuiltCommand.run(["reach", "graphs/kiez-kocht", "--format", "json"], in: Repository.root))
    let carriers = try #require(reach["carriers"] as? [[String: Any]])
    let overlaps = try #require(reach["overlap"] as? [[String: Any]])
    var rows = "partners,figure,value\n"
    let names = carriers.compactMap { $0["partner"] as? String }
    for carrier in carriers { rows += "\(carrier["partner"] ?? ""),reach,\(carrier["reach"] ?? "")\n" }
    let totals = try document(run(["bounds", "totals.csv", "--no-advice", "--format", "json"], ["totals.csv": rows]))
    #expect((totals["reach"] as? [String: Any])?["low"] as? Int == 141)
    #expect((totals["reach"] as? [String: Any])?["high"] as? Int == 861)
    var known: [Set<String>: Int] = [:]
    for entry in overlaps {
      guard let a = entry["a"] as? String, let b = entry["b"] as? String else { continue }
      known[[a, b]] = entry["contacts"] as? Int
    }
    for right in names.indices {
      for left in 0..<right {
        rows += "\(names[left]);\(names[right]),overlap,\(known[[names[left], names[right]]] ?? 0)\n"
      }
    }
    let outcome = try run(["bounds", "totals.csv", "--no-advice", "--format", "json"], ["totals.csv": rows])
    let bounds = try document(outcome)
    let joint = try #require(bounds["reach"] as? [String: Any])
    #expect(joint["low"] as? Int == 409 && joint["high"] as? Int == 637)
    #expect(joint["closed_low"] as? Int == 402 && joint["closed_high"] as? Int == 658)
    #expect((409...637).contains(reach["reach"] as? Int ?? 0))
    for (carrier, entry) in zip(carriers, bounds["carriers"] as? [[String: Any]] ?? []) {
      let exclusive = try #require(entry["exclusive"] as? [String: Int])
      let truth = try #require(carrier["exclusive"] as? Int)
      #expect(exclusive["low"] ?? .max <= truth && truth <= exclusive["high"] ?? 0)
    }
  }

  // MARK: Sketches

  @Test func `sketches of the sample tell its reach, for they hold everything`() throws {
    try TemporaryFolder.with { folder in
      let sample = Repository.root.appending(path: "graphs/kiez-kocht").path
      let key = ["REEFKNOT_KEY": "a key of at least sixteen bytes"]
      for partner in ["biokorb", "kiezblatt"] {
        let arguments = [
          "sketch", sample, "--partner", partner, "--pseudonyms", "REEFKNOT_KEY", "-o", "\(partner).theta",
        ]
        let outcome = try BuiltCommand.run(arguments, in: folder, environment: key)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      let label = try String(contentsOf: folder.appending(path: "biokorb.theta.json"), encoding: .utf8)
      #expect(label.contains("\"keyed\": true") && !label.contains(key["REEFKNOT_KEY"] ?? ""))
      let figures = try document(
        BuiltCommand.run(["sketch", "--reach", "biokorb.theta", "kiezblatt.theta", "--format", "json"], in: folder))
      let reach = try document(BuiltCommand.run(["reach", sample, "--format", "json"], in: folder))
      let overlap = (reach["overlap"] as? [[String: Any]])?.first {
        $0["a"] as? String == "biokorb" && $0["b"] as? String == "kiezblatt"
      }
      let estimate = ((figures["overlap"] as? [[String: Any]])?.first?["contacts"] as? [String: Any])
      #expect(estimate?["exact"] as? Bool == true)
      #expect(estimate?["value"] as? Double == Double(overlap?["contacts"] as? Int ?? -1))
      #expect(
        (figures["reach"] as? [String: Any])?["value"] as? Double == 141 + 119 - (estimate?["value"] as? Double ?? 0))
    }
  }

  @Test func `plain ids and different keys are refused`() throws {
    try TemporaryFolder.with { folder in
      let sample = Repository.root.appending(path: "graphs/kiez-kocht").path
      let plain = try BuiltCommand.run(["sketch", sample, "-o", "x.theta"], in: folder)
      #expect(plain.status == 64 && plain.errors.contains("is no pseudonym"))
      for (name, key) in [("a", "sixteen bytes, or more"), ("b", "another sixteen bytes")] {
        let made = try BuiltCommand.run(
          ["sketch", sample, "--pseudonyms", "KEY", "-o", "\(name).theta"], in: folder, environment: ["KEY": key])
        #expect(made.status == 0, "\(made.errors)")
      }
      let mixed = try BuiltCommand.run(["sketch", "--reach", "a.theta", "b.theta"], in: folder)
      #expect(mixed.status == 65 && mixed.errors.contains("different keys"))
      try Data("no sketch".utf8).write(to: folder.appending(path: "c.theta"))
      let damaged = try BuiltCommand.run(["sketch", "--reach", "a.theta", "c.theta"], in: folder)
      #expect(damaged.status == 65 && damaged.errors.contains("c.theta: is no Theta sketch"))
    }
  }

  @Test func `a list does in place of a dataset, at any number of threads`() throws {
    let ids = (0..<90_000).map { "person-\($0)@example.org" }
    let lines = ids.enumerated().map { $0 % 7 == 0 ? " \($1) \r\n\n" : "\($1)\n" }
    let folder = try TemporaryFolder([
      "list.txt": lines.joined(), "half.txt": ids[30_000...].shuffled().joined(separator: "\n"),
      "first.txt": ids[..<40_000].joined(separator: "\n"), "bad.txt": "ann\n\n\u{1}\n", "empty.txt": "\n \n",
    ])
    try withExtendedLifetime(folder) {
      func sketch(_ list: String, _ options: String...) throws -> Outcome {
        try BuiltCommand.run(
          ["sketch", "\(list).txt", "-o", "\(list).theta"] + options, in: folder.url,
          environment: ["KEY": "sixteen bytes, or more"])
      }
      func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }
      #expect(try sketch("list").errors.contains("\"person-0@example.org\" is no pseudonym"))
      #expect(try sketch("list", "--unkeyed", "--threads", "1").status == 0)
      let alone = try bytes("list.theta")
      #expect(try sketch("list", "--unkeyed", "--threads", "3", "--partner", "us").status == 0)
      #expect(try bytes("list.theta") == alone)
      #expect(try String(decoding: bytes("list.theta.json"), as: UTF8.self).contains("\"partner\": \"us\""))
      #expect(try sketch("half", "--unkeyed").status == 0)
      #expect(try sketch("first", "--unkeyed", "--minimum-group", "5").status == 0)
      let figures = try document(
        BuiltCommand.run(["sketch", "--reach", "half.theta", "first.theta", "--format", "json"], in: folder.url))
      let reach = try #require(figures["reach"] as? [String: Any])
      #expect(reach["low"] as? Double ?? .infinity < 90_000 && reach["high"] as? Double ?? 0 > 90_000)
      // Pseudonyms are made before they are hashed.
      #expect(try sketch("list", "--pseudonyms", "KEY").status == 0)
      #expect(try bytes("list.theta") != alone)
      #expect(try sketch("empty", "--unkeyed").errors.contains("empty.txt: holds no id"))
      #expect(try sketch("list", "--unkeyed", "--campaign", "x").status == 64)
      try Data([0x61, 0x0A, 0xC3, 0x28]).write(to: folder.url.appending(path: "bad.txt"))
      #expect(try sketch("bad", "--unkeyed").errors.contains("bad.txt:2: is not an id"))
      // Lines that end in carriage returns are no one id, and rows of a table none without a word.
      try Data("a@x.org\rb@x.org\r".utf8).write(to: folder.url.appending(path: "old.txt"))
      #expect(try sketch("old", "--unkeyed").status == 65)
      try Data("id,name\na,Ann\n".utf8).write(to: folder.url.appending(path: "table.txt"))
      #expect(try sketch("table", "--unkeyed").errors.contains("give the column of ids alone"))
    }
  }

  // MARK: Private overlaps

  @Test func `two lists are counted by three files, once`() throws {
    let ours = (0..<150).map { "c\($0)@example.org\n" }.joined()
    let theirs = (100..<300).map { " C\($0)@Example.org \n" }.joined()
    let folder = try TemporaryFolder(["ours.txt": ours, "theirs.txt": theirs])
    try withExtendedLifetime(folder) {
      func run(_ arguments: String...) throws -> Outcome {
        try BuiltCommand.run(["overlap"] + arguments, in: folder.url)
      }
      #expect(try run("offer", "ours.txt", "--ignore-case", "-o", "ours.offer").status == 0)
      let secret = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/ours.offer.secret")
      #expect((secret[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      #expect(try run("answer", "ours.offer", "theirs.txt", "--ignore-case", "-o", "theirs.answer").status == 0)
      let shown = try document(run("show", "theirs.answer"))
      let count = try document(run("count", "theirs.answer", "--keep-secret", "--format", "json"))
      #expect(count["overlap"] as? Int == 50 && count["offered"] as? Int == 150 && count["answered"] as? Int == 200)
      #expect(count["answer"] as? String == shown["answer"] as? String)
      let rows = try run("count", "theirs.answer", "--as-totals", "us;them").output
      #expect(rows.contains("us;them,overlap,50"))
      let again = try run("count", "theirs.answer")
      #expect(again.status == 66 && again.errors.contains("each is used once"))
    }
  }

  @Test(
    .enabled(if: PythonPackage.isInstalled("private_set_intersection.python"), "openmined.psi is not installed"))
  func `openmined.psi counts the same overlap`() throws {
    let script = """
      import private_set_intersection.python as psi
      ours, theirs = (open(name).read().split() for name in ("ours.txt", "theirs.txt"))
      client, server = psi.client.CreateWithNewKey(False), psi.server.CreateWithNewKey(False)
      setup = server.CreateSetupMessage(1e-9, len(ours), theirs, psi.DataStructure.RAW)
      print(client.GetIntersectionSize(setup, server.ProcessRequest(client.CreateRequest(ours))))
      """
    let folder = try TemporaryFolder([
      "ours.txt": (0..<400).map { "c\($0 * 3)@example.org\n" }.joined(),
      "theirs.txt": (0..<500).map { "c\($0 * 2)@example.org\n" }.joined(), "psi.py": script,
    ])
    try withExtendedLifetime(folder) {
      let steps = """
        reefknot overlap offer ours.txt -o o && reefknot overlap answer o theirs.txt -o a \
          && reefknot overlap count a --format json && python3 psi.py >&2
        """
      let outcome = try Shell.run(steps, in: folder.url)
      // Multiples of six below 1,000.
      let count = try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
      #expect(count["overlap"] as? Int == 167)
      #expect(outcome.errors.split(separator: "\n").last == "167")
    }
  }

  @Test func `files of private overlaps that do not fit are refused`() throws {
    let ids = (0..<120).map { "c\($0)\n" }.joined()
    let folder = try TemporaryFolder(["ours.txt": ids, "few.txt": "c1\n"])
    try withExtendedLifetime(folder) {
      func run(_ arguments: String...) throws -> Outcome {
        try BuiltCommand.run(["overlap"] + arguments, in: folder.url)
      }
      #expect(try run("offer", "ours.txt", "-o", "ours.offer").status == 0)
      #expect(try run("offer", "ours.txt", "-o", "ours.offer").status == 73)
      #expect(try run("offer", "few.txt", "-o", "few.offer").status == 0)
      let few = try run("answer", "few.offer", "ours.txt", "-o", "few.answer")
      #expect(few.status == 65 && few.errors.contains("fewer than 100"))
      let kind = try run("count", "ours.offer", "--secret", "ours.offer.secret")
      #expect(kind.status == 65 && kind.errors.contains("is an offer, where an answer is needed"))
      #expect(try run("answer", "ours.offer", "ours.txt", "-o", "ours.answer").status == 0)
      let other = try run("count", "ours.answer", "--secret", "few.offer.secret")
      #expect(other.status == 65 && other.errors.contains("does not answer this offer"))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: "\(folder.path)/ours.offer.secret")
      let open = try run("count", "ours.answer", "--secret", "ours.offer.secret")
      #expect(open.status == 65 && open.errors.contains("others may read this secret"))
    }
  }
}
