import Foundation
import TestSupport
import Testing

/// Layouts that take too long.
struct LayoutLimitTests {
  /// A random graph of eight thousand nodes, whose layout takes minutes.
  private func writeGraph(in folder: URL) throws {
    var random = SeededGenerator(seed: 1)
    var text = "source,target\n"
    for _ in 0..<20_000 {
      text += "n\(Int.random(in: 0..<8000, using: &random)),n\(Int.random(in: 0..<8000, using: &random))\n"
    }
    try Data(text.utf8).write(to: folder.appending(path: "ties.csv"))
  }

  @Test func `a layout is given up after its time, and leaves no file`() throws {
    try TemporaryFolder.with { folder in
      try writeGraph(in: folder)
      let start = ContinuousClock.now
      let outcome = try BuiltCommand.run(
        ["diagram", "ties", "ties.csv", "--top", "1000000", "--time-limit", "0.5", "-o", "ties.svg"], in: folder)
      #expect(outcome.status == 64 && outcome.errors.contains("--time-limit"), "\(outcome.errors)")
      #expect(ContinuousClock.now - start < .seconds(60))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ties.csv"])
    }
  }

  @Test func `a layout that is told to stop does, and leaves no file`() throws {
    try TemporaryFolder.with { folder in
      try writeGraph(in: folder)
      let line =
        "timeout -s INT 3 '\(BuiltCommand.path.path)' diagram ties ties.csv --top 1000000 -o ties.svg; echo $?; ls -A"
      let outcome = try Shell.run(line, in: folder)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines == ["124", "ties.csv"])
    }
  }

  @Test func `after ten seconds a layout is told of`() throws {
    try TemporaryFolder.with { folder in
      try writeGraph(in: folder)
      let arguments = ["diagram", "ties", "ties.csv", "--top", "1000000", "--time-limit", "11", "-o", "ties.svg"]
      let told = try BuiltCommand.run(arguments, in: folder)
      #expect(told.status == 64 && told.errors.contains("laying out since 10 s of at most 11"), "\(told.errors)")
    }
  }
}
