import Foundation
import TestSupport
import Testing

/// How graph files come in, and what of them the measures take.
struct GraphInputTests {
  private func with<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      return try body(folder)
    }
  }

  private func document(_ line: String, in folder: URL) throws -> [String: Any] {
    let outcome = try Shell.run(line + " --format json", in: folder)
    #expect(outcome.status == 0, "\(line): \(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// The value of each node by id.
  private func values(_ line: String, in folder: URL) throws -> [String: Double] {
    let rows = try #require(try document(line, in: folder)["ranking"] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (try #require((row["node"] ?? row["id"]) as? String), try #require(row["value"] as? Double))
      })
  }

  @Test func `gzip and standard input are read by every command`() throws {
    try with(["a.csv": "from,to,time\nann,bob,1\nbob,cem,2\n", "a.gml": "graph [ node [ id 1 ] ]"]) { folder in
      #expect(try Shell.run("gzip -k a.csv a.gml", in: folder).status == 0)
      for command in [
        "rank a.csv.gz", "communities a.csv.gz --undirected", "export a.csv.gz --format gexf",
        "export a.gml.gz --format json",
        "reach a.csv.gz --within 1 --node ann", "diagram ties a.csv.gz",
      ] {
        #expect(try Shell.run("reefknot " + command, in: folder).status == 0, "\(command)")
      }
      for command in [
        "rank -", "communities - --undirected", "export - --format gexf", "reach - --within 1 --node ann",
        "diagram ties -",
      ] {
        let outcome = try Shell.run("cat a.csv | reefknot \(command) --input-format csv", in: folder)
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        let zipped = try Shell.run("reefknot \(command) --input-format csv < a.csv.gz", in: folder)
        #expect(firstDifference(zipped.standardOutput, outcome.standardOutput) == nil, "\(command)")
        let piped = try Shell.run("cat a.csv.gz | reefknot \(command) --input-format csv", in: folder)
        #expect(firstDifference(piped.standardOutput, outcome.standardOutput) == nil, "\(command): \(piped.errors)")
      }
      let unknown = try Shell.run("reefknot rank - < a.csv", in: folder)
      #expect(unknown.status == 64 && unknown.errors.contains("--input-format"))
      let cut = try Shell.run("head -c 40 a.csv.gz > cut.csv.gz && reefknot rank cut.csv.gz", in: folder)
      #expect(cut.status == 65 && cut.errors.contains("cut short"))
    }
  }

  @Test func `in a mixed graph an edge without direction counts once, and is followed both ways`() throws {
    let text = "Source,Target,Type,Weight\na,b,Undirected,2\nb,c,Directed,3\n"
    try with(["mixed.csv": text]) { folder in
      #expect(try values("reefknot rank mixed.csv", in: folder) == ["a": 1, "b": 2, "c": 1])
      #expect(try values("reefknot rank mixed.csv --measure strength", in: folder) == ["a": 2, "b": 5, "c": 3])
      #expect(
        try values("reefknot rank mixed.csv --measure degree --direction outgoing", in: folder) == [
          "a": 1, "b": 2, "c": 0,
        ])
      let summary = try #require(try document("reefknot rank mixed.csv", in: folder)["network"] as? [String: Any])
      #expect(summary["edges"] as? Int == 2)
      #expect(summary["bridges"] as? Int == 2)
      let reach = try document("reefknot reach mixed.csv --within 2 --node b", in: folder)
      #expect(reach["reach_within"] as? Int == 2)
    }
  }

  /// Of a ⇉ b → c ⇄ d only the arc from b to c is a bridge.
  @Test func `a pair tied twice or both ways is no bridge`() throws {
    try with(["a.csv": "a,b\na,b\nb,c\nc,d\nd,c\n"]) { folder in
      let network = try #require(
        try document("reefknot rank a.csv --measure articulation", in: folder)["network"] as? [String: Any])
      #expect(network["bridges"] as? Int == 1)
    }
  }

  /// Two arcs each way round: Q = Σ [w/m − out·in/m²] = 2 (2/5 − (2·3)/25) … by hand: m = 5, communities {a, b} with 2 arcs
  /// within, out 3, in 2, and {c, d} with 2 within, out 2, in 3: (2/5 − 6/25) + (2/5 − 6/25) = 0.32.
  @Test func `the modularity of a directed graph is the directed one`() throws {
    try with(["a.csv": "a,b\nb,a\nc,d\nd,c\na,c\n"]) { folder in
      let found = try document("reefknot communities a.csv", in: folder)
      let modularity = try #require(found["modularity"] as? Double)
      #expect(abs(modularity - 0.32) < 1e-12)
    }
  }

  /// networkx 3.6.1, pagerank(G, weight=None) after two rounds, by hand in LDBC Graphalytics' definition.
  @Test func `pr leaves weights aside, pagerank does not`() throws {
    try with(["a.e": "1 2 0.9\n1 3 0.1\n2 3 0.5\n3 1 0.4\n"]) { folder in
      let pr = try values("reefknot rank a.e --measure pr --fixed-iterations 2", in: folder)
      for (node, value) in ["1": 0.45375, "2": 0.19166666666666665, "3": 0.3545833333333333] {
        #expect(abs((pr[node] ?? 0) - value) < 1e-12)
      }
      #expect(try values("reefknot rank a.e --measure pagerank --fixed-iterations 2", in: folder) != pr)
    }
  }

  @Test func `what was decided is one line on standard error, unless asked to be quiet`() throws {
    try with(["a.csv": "Person 1;Person 2;Weight\nann;bob;1,5\n"]) { folder in
      let outcome = try Shell.run("reefknot rank a.csv", in: folder)
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.errors.contains("semicolons") && outcome.errors.contains("weights are the column \"Weight\""))
      #expect(try Shell.run("reefknot rank a.csv --quiet", in: folder).errors.isEmpty)
    }
  }

  @Test(arguments: [
    "rank graphs --header", "rank a.gml --separator ,", "rank a.gml --no-header", "rank a.csv --weight x --unweighted",
    "communities a.gml --source a", "rank a.csv --separator x", "rank graphs --unweighted", "rank graphs --undirected",
    "export graphs --input-format csv --format gml", "rank graphs --no-header", "rank a.gml --undirected",
    "diagram ties a.gml --directed",
  ])
  func `options that do not go with a file are refused`(_ line: String) throws {
    try with(["a.csv": "a,b\n", "a.gml": "graph [ ]"]) { folder in
      try FileManager.default.createDirectory(at: folder.appending(path: "graphs"), withIntermediateDirectories: true)
      #expect(try Shell.run("reefknot " + line, in: folder).status == 64, "\(line)")
    }
  }

  @Test func `lines that are wrong can be left out`() throws {
    try with(["a.csv": "Source,Target\na,b\nc,\n,d\n"]) { folder in
      let outcome = try Shell.run("reefknot rank a.csv --skip-invalid", in: folder)
      #expect(outcome.status == 0 && outcome.errors.contains("2 lines are left out, the first being line 3"))
      #expect(try Shell.run("reefknot rank a.csv", in: folder).status == 65)
    }
  }
}
