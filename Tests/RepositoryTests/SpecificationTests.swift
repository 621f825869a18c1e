import Foundation
import Reefknot
import TestSupport
import Testing

@testable import CampaignData

/// Holds the pages of Reefknot.docc, which are the specification, against the comments that point to them and against
/// what the tool writes.
struct SpecificationTests {
  private static let pages = Repository.names(in: "Sources/Reefknot/Reefknot.docc").map {
    String($0.dropLast(".md".count))
  }

  private static func text(_ page: String) throws -> String {
    try Repository.text("Sources/Reefknot/Reefknot.docc/\(page).md")
  }

  /// The anchors of a page's headings, as DocC makes them.
  private static func anchors(_ page: String) throws -> Set<String> {
    Set(
      try text(page).matches(of: /(?m)^##+ (.+)$/).map { String($0.1).replacing(" ", with: "-") })
  }

  /// DocC looks at the links of the front door's own pages only; comments of other modules point here too.
  @Test func `every link to the specification leads to a heading`() throws {
    var anchors: [String: Set<String>] = [:]
    for page in Self.pages { anchors[page] = try Self.anchors(page) }
    var count = 0
    for path in Repository.swiftFiles(below: ["Sources", "Tests"]) {
      for link in try Repository.text(path).matches(of: /<doc:(\w+)(?:#([^>]+))?>/) {
        count += 1
        let page = try #require(anchors[String(link.1)], "\(path): \(link.0)")
        if let anchor = link.2 { #expect(page.contains(String(anchor)), "\(path): \(link.0)") }
      }
    }
    #expect(count > 60)
  }

  @Test func `no comment points to a page that the repository does not hold`() throws {
    for path in Repository.swiftFiles(below: ["Sources", "Tests"]) {
      for line in try Repository.text(path).split(separator: "\n") where line.contains("//") {
        guard let name = line.firstMatch(of: /[\w-]+\.md\b/)?.0, name != "README.md" else { continue }
        Issue.record("\(path) names \(name)")
      }
    }
  }

  /// Keys that stand in many places: what every document starts with, and the parts of a proportion.
  private static let common: Set = [
    "schema", "dataset", "campaign", "name", "scope", "start", "end", "level", "medium", "segment", "unknown", "figure",
    "state", "reason", "count", "of", "rate", "low", "high",
  ]

  @Test(arguments: ["touchpoints", "reach", "retention", "kpis", "partnerships", "funnel", "attribution"])
  func `the page names every key of a document, and no other`(command: String) throws {
    let sections = try Self.text("CommandLine").split(separator: "\n### ")
    let section = try #require(sections.first { $0.hasPrefix("\(command)\n") })
    let described = Set(
      (section.split(separator: "\n## ").first ?? section).matches(of: /`([a-z_]+)`/).map { String($0.1) })
    let outcome = try BuiltCommand.run([command, "graphs/kiez-kocht", "--format", "json"], in: Repository.root)
    var found: Set<String> = []
    Self.collect(try JSONSerialization.jsonObject(with: outcome.standardOutput), &found)
    if command == "retention" {
      // The sample was not drawn by lot.
      try TemporaryFolder.with { folder in
        let draw = ["generate", "drawn", "--touchpoints", "500", "--holdout", "20", "--quiet"]
        #expect(try BuiltCommand.run(draw, in: folder).status == 0)
        let drawn = try BuiltCommand.run(
          ["retention", "drawn", "--all", "--sensitivity", "--format", "json"], in: folder)
        Self.collect(try JSONSerialization.jsonObject(with: drawn.standardOutput), &found)
      }
      found.remove("campaigns")
    }
    #expect(found.subtracting(Self.common).subtracting(described).sorted() == [])
    // What the page says beside keys is the values of texts.
    let values: Set = command == "kpis" ? Set(try Self.kpis()) : []
    #expect(described.subtracting(found).subtracting(values).subtracting(Self.common).sorted() == [])
  }

  /// What `--intervals` adds are the ends of a figure's interval, and what the page of metrics names.
  @Test(arguments: ["kpis", "reach", "funnel", "attribution"])
  func `intervals add no other keys than the ends of figures`(command: String) throws {
    var (plain, found): (Set<String>, Set<String>) = ([], [])
    let arguments = [command, "graphs/kiez-kocht", "--format", "json"]
    for (asked, isAsked) in [(arguments, false), (arguments + ["--intervals"], true)] {
      let outcome = try BuiltCommand.run(asked, in: Repository.root)
      let document = try JSONSerialization.jsonObject(with: outcome.standardOutput)
      if isAsked { Self.collect(document, &found) } else { Self.collect(document, &plain) }
    }
    let added = found.subtracting(plain)
    let metrics = try Self.text("Metrics")
    for key in added {
      let isEnd = ["_low", "_high"].contains { key.hasSuffix($0) && plain.contains(String(key.dropLast($0.count))) }
      #expect(isEnd || metrics.contains("`\(key)`"), "\(key)")
    }
    #expect(plain.subtracting(found).isEmpty)
    #expect(command == "kpis" || added.count > 4)
  }

  private static func collect(_ value: Any, _ keys: inout Set<String>) {
    if let object = value as? [String: Any] {
      for (key, value) in object {
        keys.insert(key)
        collect(value, &keys)
      }
    } else if let list = value as? [Any] {
      for value in list { collect(value, &keys) }
    }
  }

  /// The ids of the KPIs that the tool prints, in order.
  private static func kpis() throws -> [String] {
    let outcome = try BuiltCommand.run(["kpis", "graphs/kiez-kocht", "--format", "json"], in: Repository.root)
    let document = try JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any]
    return (document?["kpis"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  @Test func `the page lists the KPIs in the order in which they are printed`() throws {
    let table = try #require(try Self.text("CommandLine").split(separator: "| level | ids |").last)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.prefix(3)
    let listed = rows.flatMap { $0.matches(of: /`([a-z_]+)`/).map { String($0.1) } }
    #expect(try listed == Self.kpis())
    #expect(listed.count >= 36)
  }

  @Test func `the page lists every command`() throws {
    let help = try BuiltCommand.run(["--help"], in: Repository.root).output
    let commands = help.matches(of: /\n {2}([a-z]+) {2,}/).map { String($0.1) }
    let sections = try Self.text("CommandLine").split(separator: "\n## ")
    let table = try #require(sections.first { $0.hasPrefix("Commands\n") })
    let listed = table.matches(of: /(?m)^\| `([a-z]+)` \|/).map { String($0.1) }
    #expect(commands.count > 15)
    #expect(Set(commands) == Set(listed))
  }

  @Test func `the page gives the standard kinds with level and depth`() throws {
    let text = try Self.text("Dataset")
    var listed: [String: (level: String, depth: Double)] = [:]
    for row in text.matches(of: /(?m)^\| (reach|interaction|transaction) \| (.+) \|$/) {
      for kind in row.2.matches(of: /([a-z]+) \((\d)\)/) {
        listed[String(kind.1)] = (String(row.1), try #require(Double(kind.2)))
      }
    }
    let standard = KindTable.standard.kinds
    #expect(standard.count == listed.count)
    for kind in standard {
      let row = try #require(listed[kind.name], "\(kind.name)")
      #expect(row.level == "\(kind.level)" && row.depth == kind.depth, "\(kind.name)")
    }
  }

  @Test(arguments: ["README.md", "Sources/Reefknot/Reefknot.docc/Dataset.md"])
  func `the tables of files name every column, the required ones in bold`(page: String) throws {
    let text = try Repository.text(page)
    for table in Table.allCases {
      let row = try #require(
        text.split(separator: "\n").first { $0.hasPrefix("| `\(table.rawValue).csv` |") }, "\(table.rawValue).csv")
      let columns = try #require(row.split(separator: "|").dropFirst().first)
      let names = columns.split(separator: ",").map { $0.filter { $0 != " " } }
      let bold = names.filter { $0.hasPrefix("**") }.map { $0.filter { $0 != "*" } }
      #expect(bold.sorted() == table.requiredColumns.sorted(), "\(table.rawValue).csv")
      #expect(
        names.filter { !$0.hasPrefix("**") }.sorted() == table.optionalColumns.sorted(), "\(table.rawValue).csv")
    }
  }
}
