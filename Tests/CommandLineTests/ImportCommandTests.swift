import Foundation
import TestSupport
import Testing

/// `reefknot import` as a user runs it.
struct ImportCommandTests {
  private static let shop = "When,Mail\n2025-03-02 09:00,ann@x.org\n2025-03-03 09:00,bob@x.org\n"

  private static let plan = """
    output: spring
    timezone: Europe/Berlin
    owner: mill
    sources:
      - files: shop.csv
        touchpoints: {time: When, contact: {email: Mail}, channel: =shop, kind: =order}

    """

  private static func with(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      try body(folder)
    }
  }

  @Test func `a plan makes a dataset that can be measured, and makes it again`() throws {
    try Self.with(["shop.csv": Self.shop, "import.yaml": Self.plan]) { folder in
      let first = try BuiltCommand.run(["import", "import.yaml"], in: folder)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.isEmpty)
      #expect(first.errors.contains("shop.csv (own): 2 rows read, 2 taken"))
      #expect(first.errors.contains("channel \"shop\" is in no table of channels: taken for one of mill"))
      #expect(try BuiltCommand.run(["check", "spring"], in: folder).status == 0)
      #expect(try BuiltCommand.run(["touchpoints", "spring"], in: folder).status == 0)
      let touches = folder.appending(path: "spring/touchpoints.csv")
      let before = try Data(contentsOf: touches)
      #expect(try BuiltCommand.run(["import", "import.yaml", "--quiet"], in: folder).status == 0)
      let after = try Data(contentsOf: touches)
      #expect(firstDifference(after, before) == nil)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
          "import.yaml", "shop.csv", "spring",
        ])
    }
  }

  @Test func `a folder that is no import is only replaced by force`() throws {
    try Self.with(["shop.csv": Self.shop, "import.yaml": Self.plan]) { folder in
      let spring = folder.appending(path: "spring")
      try FileManager.default.createDirectory(at: spring, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: spring.appending(path: "notes.txt"))
      let refused = try BuiltCommand.run(["import", "import.yaml"], in: folder)
      #expect(refused.status == 73)
      #expect(refused.errors.contains("spring: is there already; it is no earlier import; --force replaces it"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: spring.path) == ["notes.txt"])
      #expect(try BuiltCommand.run(["import", "import.yaml", "--force"], in: folder).status == 0)
      #expect(FileManager.default.fileExists(atPath: spring.appending(path: "import.json").path))
    }
  }

  @Test func `a dry run only tells, and bad rows leave nothing behind`() throws {
    try Self.with(["shop.csv": Self.shop + "soon,cem@x.org\n", "import.yaml": Self.plan]) { folder in
      let bad = try BuiltCommand.run(["import", "import.yaml"], in: folder)
      #expect(bad.status == 65)
      #expect(bad.errors.contains("shop.csv:4: When: \"soon\" is not a date or time"))
      let dry = try BuiltCommand.run(
        ["import", "import.yaml", "--dry-run", "--skip-invalid", "--rejects", "bad.csv"], in: folder)
      #expect(dry.status == 0, "\(dry.errors)")
      #expect(dry.errors.contains("3 rows read, 2 taken, 1 refused"))
      #expect(try String(contentsOf: folder.appending(path: "bad.csv"), encoding: .utf8).contains("soon"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
          "bad.csv", "import.yaml", "shop.csv",
        ])
    }
  }

  @Test func `a dry run needs no place for a dataset, and says what else could be taken`() throws {
    try Self.with([
      "crm.csv": "Record ID,Email,Create Date,Lifecycle Stage\n1,ann@x.org,2025-03-02 10:00,lead\n",
      "shop.csv": Self.shop, "import.yaml": Self.plan.replacing("sources:", with: "sources:\n  - files: crm.csv"),
    ]) { folder in
      let plan = try String(contentsOf: folder.appending(path: "import.yaml"), encoding: .utf8)
      try Data(plan.replacing(/output:.*\n/, with: "").utf8).write(to: folder.appending(path: "import.yaml"))
      let dry = try BuiltCommand.run(["import", "import.yaml", "--dry-run"], in: folder)
      #expect(dry.status == 0, "\(dry.errors)")
      #expect(dry.errors.contains("on request only: signup, order; take: [signup] in import.yaml asks for it"))
      let real = try BuiltCommand.run(["import", "import.yaml"], in: folder)
      #expect(real.status == 64 && real.errors.contains("--output, or output: in import.yaml"))
    }
  }

  @Test func `recipes are listed and shown, and can be taken for one's own`() throws {
    try TemporaryFolder.with { folder in
      let list = try BuiltCommand.run(["import", "--list-recipes"], in: folder).output
      let names = list.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(names.contains("hubspot-contacts") && names.count > 10)
      for name in names {
        let shown = try BuiltCommand.run(["import", "--show-recipe", name], in: folder)
        #expect(shown.output.contains("name: \(name)\n"), "\(name)")
      }
      let unknown = try BuiltCommand.run(["import", "--show-recipe", "hubspot"], in: folder)
      #expect(unknown.status == 64)
      #expect(unknown.errors.contains("hubspot-contacts"))
    }
  }

  @Test(arguments: [
    (
      "brevo.csv", "event,email,ts_epoch,subject\n",
      "brevo.csv: gives nothing to a dataset: 0 rows were read and none taken"
    ),
    (
      "hubspot.csv", "Record ID,Email,Lifecycle Stage\n101,ann@example.org,Lead\n",
      "hubspot.csv: tells of contacts, but of no touch in any channel"
    ),
  ])
  func `exports that make no dataset say what is missing`(name: String, text: String, message: String) throws {
    try TemporaryFolder.with { folder in
      try Data(text.utf8).write(to: folder.appending(path: name))
      let outcome = try BuiltCommand.run(["import", name, "--owner", "mill", "-o", "spring"], in: folder)
      #expect(outcome.status == 65 && outcome.errors.contains(message), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }
  }
}
