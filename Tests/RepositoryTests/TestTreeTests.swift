import Foundation
import TestSupport
import Testing

/// The tests of a module lie as its sources do, so that who reads a file finds its test, and the other way round.
struct TestTreeTests {
  /// The table of Tests/README.md: tests that stand beside no single file or folder, with what they test.
  private static func listed() throws -> Set<String> {
    let text = try Repository.text("Tests/README.md")
    return Set(text.matches(of: /(?m)^\| ([\w\/]+Tests)\.swift \|/).map { String($0.1) })
  }

  /// Modules that have tests of their own.
  private static let modules = Repository.names(in: "Tests").filter {
    $0.hasSuffix("Tests") && Repository.names(in: "Sources").contains(String($0.dropLast("Tests".count)))
  }.map { String($0.dropLast("Tests".count)) }

  @Test func `every module of the library has tests, or is listed here with the reason`() throws {
    // What is only a module map or hands on other modules has nothing of its own to test.
    let without: Set = ["CGraphviz", "CZlib", "CByteScanning", "CXlsxWriter", "CSodium", "Reefknot", "ReefknotCommand"]
    let sources = Repository.names(in: "Sources").filter { $0 != "README.md" }
    #expect(Set(sources) == Set(Self.modules).union(without))
  }

  @Test(arguments: modules)
  func `a test lies where what it tests lies, and bears its name`(module: String) throws {
    let sources = Repository.swiftFiles(below: ["Sources/\(module)"]).map {
      String($0.dropFirst("Sources/\(module)/".count).dropLast(".swift".count)).replacing("+", with: "")
    }
    let folders = Set(sources.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
    let listed = try Self.listed()
    for path in Repository.swiftFiles(below: ["Tests/\(module)Tests"]) {
      let parts = path.dropFirst("Tests/\(module)Tests/".count).dropLast(".swift".count).split(separator: "/")
      let folder = parts.dropLast().joined(separator: "/")
      #expect(folders.contains(folder) || folder.isEmpty, "\(path): \(module) has no folder \(folder)")
      guard let file = parts.last, file.hasSuffix("Tests") else { continue }
      let name = file.replacing(/(Twin)?Tests$/, with: "")
      let place = folder.isEmpty ? "" : folder + "/"
      let isNamed = sources.contains(place + name) || parts.dropLast().last.map { $0 == name } ?? false
      let isListed = listed.contains("\(module)Tests/" + parts.joined(separator: "/"))
      #expect(isNamed != isListed, "\(path): \(isNamed ? "needs no line in" : "is not in") Tests/README.md")
    }
  }

  @Test func `every listed test is there`() throws {
    for name in try Self.listed() {
      let path = Repository.root.appending(path: "Tests/\(name).swift").path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }
}
