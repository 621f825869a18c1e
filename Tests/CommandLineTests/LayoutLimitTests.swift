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

  @Test func `a layout of a graph file that takes too much memory ends with a sentence, and leaves no file`() throws {
    try TemporaryFolder.with { folder in
      try writeGraph(in: folder)
      let outcome = try BuiltCommand.run(
        ["diagram", "ties", "ties.csv", "--top", "1000000", "--memory-limit", "8", "-o", "ties.svg"], in: folder)
      #expect(outcome.status == 64 && outcome.errors.hasPrefix("error: the layout broke off"), "\(outcome.errors)")
      #expect(outcome.errors.contains("8 MB of --memory-limit"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ties.csv"])
    }
  }

  /// The same bytes as in this process: a graph of a dataset is laid out there, its ties in a file elsewhere.
  @Test func `a graph file that is laid out elsewhere gives places and a picture`() throws {
    try TemporaryFolder.with { folder in
      try Data("source,target\na,b\nb,c\nc,a\nc,d\n".utf8).write(to: folder.appending(path: "ties.csv"))
      for file in ["ties.svg", "ties.png", "ties.pdf"] {
        let outcome = try BuiltCommand.run(["diagram", "ties", "ties.csv", "-o", file], in: folder)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
      }
      let dot = try BuiltCommand.run(["diagram", "ties", "ties.csv", "-o", "ties.gv"], in: folder)
      #expect(dot.status == 0)
      let text = try String(contentsOf: folder.appending(path: "ties.svg"), encoding: .utf8)
      #expect(text.contains("<svg") && text.matches(of: /class="node"/).count >= 4)
    }
  }

  @Test func `what Graphviz refuses in the other process is told as in this one`() throws {
    try TemporaryFolder.with { folder in
      try Data("source,target\na,b\n".utf8).write(to: folder.appending(path: "ties.csv"))
      let outcome = try BuiltCommand.run(
        ["diagram", "ties", "ties.csv", "--dpi", "2400", "--layout", "nonesuch", "-o", "ties.png"], in: folder)
      #expect(outcome.status == 64 && outcome.errors.contains("no layout engine \"nonesuch\""))
    }
  }
}
