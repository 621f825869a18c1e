import Foundation
import TestSupport
import Testing

/// Runs every example of the help texts, in a folder with the sample datasets and the small files that they name.
struct HelpExampleTests {
  private static let files = [
    "karate.gml": """
    graph [ node [ id 1 ] node [ id 2 ] node [ id 3 ] edge [ source 1 target 2 ] edge [ source 2 target 3 ] ]
    """,
    "totals.csv": "partners,figure,value\npress,reach,600\nradio,reach,500\npress;radio,overlap,200\n",
    "ours.txt": (0..<150).map { "c\($0)\n" }.joined(), "theirs.txt": (100..<300).map { "c\($0)\n" }.joined(),
    "hubspot.csv": "Record ID,Email,Lifecycle Stage\n101,ann@example.org,Lead\n103,,Lead\n",
    "brevo.csv": "event,email,ts_epoch,subject\nopened,ann@example.org,1740906000000,Spring\n",
    "unknown.csv": "Datum,Mail\n01.03.2025,ann@example.org\n",
    "import.yaml": "output: spring\nowner: mill\nsources:\n  - files: brevo.csv\n",
    "edges.txt": "ann bob\nbob cem\n", "graph.e": "1 2\n2 3\n3 1\n", "graph.v": "1\n2\n3\n4\n",
    "calls.graphml": """
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="t" for="edge" attr.name="time" attr.type="int"/>
    <graph edgedefault="directed"><node id="ann"/><node id="bob"/><node id="cem"/>
    <edge source="ann" target="bob"><data key="t">1</data></edge>
    <edge source="bob" target="cem"><data key="t">2</data></edge></graph></graphml>
    """,
  ]

  @Test func `every example of the help texts works`() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "graphs"), to: folder.appending(path: "graphs"))
      for (name, text) in HelpExampleTests.files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      let partners = try String(contentsOf: folder.appending(path: "graphs/kiez-kocht/partners.csv"), encoding: .utf8)
        .split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      let costs = "partner,cost\n" + partners.map { "\($0),120\n" }.joined()
      try Data(costs.utf8).write(to: folder.appending(path: "costs.csv"))
      let commands = try HelpExampleTests.commands(in: folder)
      #expect(commands.count > 15)
      var count = 0
      for command in [[]] + commands.map({ [$0] }) {
        for example in try HelpExampleTests.examples(command, in: folder) {
          // What comes behind a pipe is not ours.
          let outcome = try Shell.run(String(example.prefix { $0 != "|" }), in: folder)
          // A target that was missed has a status of its own.
          #expect(
            outcome.status == (example.contains("--fail-on") ? 3 : 0), "\(example)\n\(outcome.output)\(outcome.errors)")
          count += 1
        }
      }
      #expect(count > 50)
    }
  }

  private static func commands(in folder: URL) throws -> [String] {
    let help = try BuiltCommand.run(["--help"], in: folder).output
    return help.matches(of: /\n {2}([a-z]+) {2,}/).map { String($0.1) }
  }

  /// The examples of a help text, each in one line.
  private static func examples(_ command: [String], in folder: URL) throws -> [String] {
    let help = try BuiltCommand.run(command + ["--help"], in: folder).output
    guard let section = help.split(separator: "EXAMPLES:\n").dropFirst().first else { return [] }
    var examples: [String] = []
    for line in section.split(separator: "\n", omittingEmptySubsequences: false).prefix(while: { !$0.isEmpty }) {
      if line.hasPrefix("  reefknot ") {
        examples.append(line.trimmingCharacters(in: .whitespaces))
      } else if let last = examples.popLast() {
        examples.append("\(last) \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
    return examples
  }
}
