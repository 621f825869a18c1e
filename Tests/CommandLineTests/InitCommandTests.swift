import Foundation
import TestSupport
import Testing

/// `reefknot init` as a user runs it.
struct InitCommandTests {
  @Test(arguments: [["mine"], ["mine.xlsx", "--workbook"]])
  func `what is made can be checked and measured as it is, and is not made twice`(arguments: [String]) throws {
    try TemporaryFolder.with { folder in
      let made = try BuiltCommand.run(["init"] + arguments, in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let check = try BuiltCommand.run(["check", arguments[0]], in: folder)
      #expect(check.status == 0, "\(check.output)")
      let kpis = try BuiltCommand.run(["kpis", arguments[0], "--campaign", "spring"], in: folder)
      #expect(kpis.status == 0, "\(kpis.errors)")
      let reach = try BuiltCommand.run(["reach", arguments[0], "--campaign", "spring"], in: folder)
      #expect(reach.status == 0, "\(reach.errors)")
      #expect(try BuiltCommand.run(["init"] + arguments, in: folder).status == 73)
    }
  }

  @Test func `contacts are forgotten in place`() throws {
    try TemporaryFolder.with { folder in
      #expect(try BuiltCommand.run(["init", "mine"], in: folder).status == 0)
      let forgotten = try BuiltCommand.run(["import", "mine", "--forget", "ANN@example.org"], in: folder)
      #expect(forgotten.status == 0, "\(forgotten.errors)")
      #expect(forgotten.errors.contains("touchpoints.csv: 2 rows left out"))
      for file in ["contacts.csv", "touchpoints.csv"] {
        let text = try String(contentsOf: folder.appending(path: "mine/\(file)"), encoding: .utf8)
        #expect(!text.contains("ann@"), "\(file)")
      }
      #expect(try BuiltCommand.run(["check", "mine"], in: folder).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mine"])
    }
  }
}
