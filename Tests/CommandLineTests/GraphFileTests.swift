import Foundation
import TestSupport
import Testing

/// Graph files of any origin in place of a dataset, and datasets as graph files.
struct GraphFileTests {
  /// Files by name, in an empty folder.
  private func with<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      return try body(folder)
    }
  }

  private func run(_ line: String, in folder: URL) throws -> Outcome {
    try BuiltCommand.run(line.split(separator: " ").map(String.init), in: folder)
  }

  private func object(_ line: String, in folder: URL) throws -> [String: Any] {
    let outcome = try run(line + " --format json --quiet", in: folder)
    #expect(outcome.status == 0, "\(line): \(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
  }

  private func rows(_ key: String, of document: [String: Any]) throws -> [[String: Any]] {
    try #require(document[key] as? [[String: Any]])
  }

  private static let rich = """
    {"directed": true, "multigraph": true, "graph": {"name": "rich"},
     "nodes": [{"id": "a", "label": "A \\"1\\"", "age": 7, "ratio": 0.5}, {"id": "b c", "label": "<b>&", "age": -2},
               {"id": "é", "label": "=1+1", "ratio": 1e-9}],
     "edges": [{"source": "a", "target": "b c", "weight": 2.5, "kind": "x y", "time": 3},
               {"source": "a", "target": "b c", "weight": 1, "kind": "z", "time": 4},
               {"source": "é", "target": "é", "weight": -1, "kind": "loop", "time": 5}]}
    """

  /// The whole way from one format to another and back as node-link JSON.
  @Test(arguments: ["graphml", "gexf", "gml", "net", "gv", "json"])
  func `ids, types and attributes survive a format`(_ ending: String) throws {
    try with(["rich.json": Self.rich]) { folder in
      #expect(try run("export rich.json -o other.\(ending) --quiet", in: folder).status == 0)
      let graph = try object("export other.\(ending)", in: folder)
      #expect(graph["directed"] as? Bool == true)
      let nodes = try rows("nodes", of: graph)
      #expect(nodes.map { $0["id"] as? String } == ["a", "b c", "é"])
      // GML keeps the word label for ids.
      let label = ending == "gml" ? "name" : "label"
      #expect(nodes.map { $0[label] as? String } == ["A \"1\"", "<b>&", "=1+1"])
      #expect(nodes.map { $0["age"] as? Int } == [7, -2, nil])
      #expect(nodes.map { $0["ratio"] as? Double } == [0.5, nil, 1e-9])
      let edges = try rows("edges", of: graph).sorted { ($0["time"] as? Int ?? 0) < ($1["time"] as? Int ?? 0) }
      #expect(edges.map { $0["weight"] as? Double } == [2.5, 1, -1])
      #expect(edges.map { $0["kind"] as? String } == ["x y", "z", "loop"])
      #expect(edges.map { $0["time"] as? Int } == [3, 4, 5])
      #expect(edges.map { $0["target"] as? String } == ["b c", "b c", "é"])
    }
  }

  @Test(arguments: ["csv", "tsv", "txt"]) func `an edge list says what it leaves out`(_ ending: String) throws {
    try with(["rich.json": Self.rich]) { folder in
      let outcome = try run("export rich.json -o other.\(ending)", in: folder)
      #expect(outcome.errors.contains("an edge list carries no attributes of nodes: \"label\", \"age\", \"ratio\""))
      let edges = try rows("edges", of: object("export other.\(ending)", in: folder))
      #expect(edges.map { $0["source"] as? String } == ["a", "a", "é"])
      #expect(edges.map { $0["weight"] as? Double } == [2.5, 1, -1])
      #expect(edges.map { $0["kind"] as? String } == ["x y", "z", "loop"])
    }
  }

  @Test(arguments: ["overlap", "given", "ties", "channels"])
  func `a dataset's network ranks alike as a file`(_ projection: String) throws {
    let ties = "from,to,weight\nada,bob,0.5\nada,bob,0.25\nbob,cem,1\n"
    try SampleFolder.with(["ties.csv": ties]) { folder in
      let options = "--projection \(projection) --campaign spring"
      #expect(try run("export data \(options) -o net.json --quiet", in: folder).status == 0)
      let there = try object("rank data \(options) --measure strength", in: folder)
      let here = try object("rank net.json --measure strength", in: folder)
      for key in ["id", "name", "value", "rank"] {
        let pair = try [there, here].map { document in
          try rows("ranking", of: document).map { "\($0[key] ?? "")" }
        }
        #expect(pair[0] == pair[1], "\(key)")
        #expect(!pair[0].isEmpty)
      }
      let nodes = try rows("nodes", of: object("export net.json", in: folder))
      let kinds = Set(nodes.compactMap { $0["kind"] as? String })
      let expected: [String: Set<String>] = ["ties": ["contact"], "channels": ["contact", "channel"]]
      #expect(kinds == expected[projection] ?? ["partner"])
    }
  }

  @Test func `a network of contacts that the dataset hides is not exported or drawn`() throws {
    let settings = "minimum_group: 5\n"
    try SampleFolder.with(["reefknot.yaml": settings, "ties.csv": "from,to\nada,bob\n"]) { folder in
      for line in [
        "export data --projection ties --format csv", "export data --projection channels --campaign spring -o a.gml",
        "diagram ties data",
      ] {
        let outcome = try run(line, in: folder)
        #expect(outcome.status == 64, "\(line)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("minimum_group"))
      }
      #expect(try run("export data --campaign spring --format gml", in: folder).status == 0)
    }
  }

  @Test func `reach in a file follows edges, and times where they are asked for`() throws {
    let dated = "from,to,time\nann,bob,2025-03-01\nbob,cem,2025-03-05\ncem,dora,2025-03-04\nbob,eli,\n"
    let counted = "from,to,time\n1,2,10\n2,3,14\n3,4,30\n"
    try with(["dated.csv": dated, "counted.csv": counted]) { folder in
      func reach(_ options: String) throws -> Int? {
        try object("reach \(options)", in: folder)["reach_within"] as? Int
      }
      #expect(try reach("dated.csv --within 2 --node ann") == 3)
      #expect(try reach("dated.csv --within 9 --node ann") == 4)
      #expect(try reach("dated.csv --within 9 --node dora") == 0)
      #expect(try reach("dated.csv --within 9 --node dora --undirected") == 4)
      #expect(try reach("dated.csv --within 9 --node ann --time-respecting") == 2)
      #expect(try reach("dated.csv --within 9 --node ann --time-respecting --max-wait 4") == 2)
      #expect(try reach("dated.csv --within 9 --node ann --time-respecting --max-wait 3") == 1)
      #expect(try reach("counted.csv --within 9 --node 1 --time-respecting --max-wait 4") == 2)
      #expect(try reach("counted.csv --within 9 --node 1 --time-respecting --max-wait 3") == 1)
      let timed = try object("reach dated.csv --within 9 --node ann --time-respecting", in: folder)
      #expect(timed["undated_ties"] as? Int == 1)
      #expect(try rows("steps", of: timed).map { $0["cumulative"] as? Int } == [1, 2])
      let list = try run("reach dated.csv --within 2 --node ann --list nodes", in: folder)
      #expect(list.output == "bob\ncem\neli\n")
      #expect(try run("reach dated.csv --within 2 --node ann", in: folder).output.contains("Nodes within 2"))
    }
  }

  @Test func `reach in a file is that in the dataset it came from`() throws {
    let ties = "from,to\nada,bob\nbob,cem\ncem,eli\n"
    try SampleFolder.with(["ties.csv": ties]) { folder in
      #expect(try run("export data --projection ties -o ties.gexf --quiet", in: folder).status == 0)
      for within in 1...4 {
        let counts = try ["data", "ties.gexf"].map {
          try object("reach \($0) --within \(within) --node ada", in: folder)["reach_within"] as? Int
        }
        #expect(counts == [min(within, 3), min(within, 3)])
      }
    }
  }

  private static let small = [
    "empty.gml": "graph [ ]", "one.gml": "graph [ node [ id 1 label \"<one>\" ] ]",
    "loops.csv": "a,a,2\nb,b,1\n", "parallel.csv": "a,b,1\na,b,2\nb,a,4\n", "zero.csv": "a,b,0\nb,c,0\n",
    "negative.csv": "a,b,-1\nb,c,-3\n", "text.txt": "a b\nb c\n",
  ]

  @Test(arguments: small.keys.sorted()) func `graphs with little in them are ranked, grouped and drawn`(
    _ file: String
  ) throws {
    try with(Self.small) { folder in
      // A GML file tells by itself.
      let direction = file.hasSuffix(".gml") ? "" : " --undirected"
      let ranking = try object("rank \(file)\(direction)", in: folder)
      let counts = ["empty.gml": 0, "one.gml": 1, "loops.csv": 2, "parallel.csv": 2]
      #expect(try rows("ranking", of: ranking).count == counts[file] ?? 3)
      let groups = try run("communities \(file)\(direction) --format json", in: folder)
      #expect(groups.status == (file == "negative.csv" ? 65 : 0), "\(groups.errors)")
      for view in ["ties", "communities"] where !(view == "communities" && file == "negative.csv") {
        let text = try run("diagram \(view) \(file)", in: folder)
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.contains("graph \"\(view)\""))
        #expect(try run("diagram \(view) \(file) -o view.svg", in: folder).status == 0)
      }
    }
  }

  @Test(arguments: [
    ("rank nowhere.gml", 66), ("communities nowhere.csv", 66), ("export nowhere.gexf --format csv", 66),
    ("reach nowhere.net --within 1 --node a", 66), ("diagram ties nowhere.dot", 66), ("rank nan.csv", 65),
    ("communities nan.csv", 65), ("export nan.csv --format gml", 65), ("reach nan.csv --within 1 --node a", 65),
    ("diagram ties nan.csv", 65), ("rank bad.graphml", 65), ("export bad.graphml --format json", 65),
    ("reach good.csv --within 1 --node a --time-respecting", 65),
    ("reach late.csv --within 1 --node a --time-respecting", 65), ("reach good.csv", 64),
    ("reach good.csv --within 1 --node z", 64), ("reach good.csv --within 1 --via a", 64),
    ("reach good.csv --within 1 --node a --campaign x", 64), ("rank good.csv --medium mail", 64),
    ("diagram partners good.csv", 66), ("diagram knots good.csv --projection ties", 64),
    ("reach good.csv --within 1 --node a --list contacts", 64), ("export good.csv", 64), ("rank good.xyz", 64),
  ]) func `what is wrong with a file has its own status`(_ line: String, _ status: Int) throws {
    let files = [
      "good.csv": "a,b\nb,c\n", "good.xyz": "a b\n", "nan.csv": "a,b,nan\n", "bad.graphml": "<graphml><graph>",
      "late.csv": "from,to,time\na,b,soon\n",
    ]
    try with(files) { folder in
      let outcome = try run(line, in: folder)
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      // What was taken for a weight or a time is told in notes before.
      let lines = outcome.errors.split(separator: "\n").drop { $0.hasPrefix("note: ") }
      #expect(lines.first?.hasPrefix("error: ") == true)
    }
  }
}
