import Foundation
import TestSupport
import Testing

struct LayoutTests {
  @Test func `the top level holds the agreed names and nothing else`() throws {
    let allowed: Set = ["Package.swift", "Sources", "Tests", "graphs", "README.md"]
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
    let others = names.filter { !$0.hasPrefix(".") && !allowed.contains($0) && $0 != "Package.resolved" }
    #expect(others.sorted() == [])
  }

  /// A file that grows past this is looked at: it may want to be two things (style guide).
  @Test func `no Swift file is longer than 400 lines`() throws {
    for path in Repository.swiftFiles(below: ["Sources", "Tests"]) where path != WordListTests.list {
      let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(path) has \(lines) lines")
    }
  }

  @Test func `code neither forces nor swallows errors, and leaves no marks for later`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "try" + "!", " as" + "! ", "fatal" + "Error("]
    for path in Repository.swiftFiles(below: ["Sources", "Tests"]) {
      let text = try Repository.text(path)
      for mark in marks { #expect(!text.contains(mark), "\(path) contains \(mark)") }
    }
  }

  /// `#expect` looks for all that differs in what it is given: in outputs of megabytes, for hours.
  @Test func `no expectation is given two outputs to compare`() throws {
    let comparison = /#expect\([^\n]*\.(standardOutput|output|bytes) == [^\n]*\.(standardOutput|output|bytes)\b/
    for path in Repository.swiftFiles(below: ["Tests"]) {
      let text = try Repository.text(path).replacing(#/\n\s+==/#, with: " ==")
      let found = text.firstMatch(of: comparison).map { String($0.0.prefix(100)) }
      #expect(found == nil, "\(path): firstDifference tells the first place")
    }
  }
}
