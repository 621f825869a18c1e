import Foundation
import TestSupport
import Testing

/// Outputs appear whole or not at all, and replace nothing that is read.
struct OutputTests {
  @Test(arguments: [
    ["reach", "data", "--all", "-o", "data/touchpoints.csv"],
    ["kpis", "data", "--all", "-o", "data/../data/contents.csv"],
    ["reach", "data", "--all", "-o", "link.csv"], ["reach", "data", "--all", "-o", "hard.csv"],
    ["reach", "data", "--all", "--skip-invalid", "--rejects", "data/touchpoints.csv"],
    ["report", "data", "--all", "--format", "csv", "-o", "data/partners.csv"],
    ["export", "graph.gml", "-o", "graph.gml"],
    ["check", "data", "-o", "data/campaigns.csv"],
  ]) func `a file that is read is never replaced`(arguments: [String]) throws {
    try SampleFolder.with { folder in
      let touchpoints = folder.appending(path: "data/touchpoints.csv")
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "link.csv"), withDestinationURL: touchpoints)
      try FileManager.default.linkItem(at: touchpoints, to: folder.appending(path: "hard.csv"))
      try Data("graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]".utf8)
        .write(to: folder.appending(path: "graph.gml"))
      let before = try Self.contents(of: folder)
      let outcome = try BuiltCommand.run(arguments, in: folder)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("is read"), "\(outcome.errors)")
      #expect(try Self.contents(of: folder) == before)
    }
  }

  @Test func `a file beside the tables is replaced`() throws {
    try SampleFolder.with(["reach.json": "old"]) { folder in
      let outcome = try BuiltCommand.run(
        ["reach", "data", "--all", "--quiet", "-o", "data/reach.json"], in: folder)
      #expect(outcome.status == 0)
      let written = try Data(contentsOf: folder.appending(path: "data/reach.json"))
      #expect(written.starts(with: Data("{".utf8)))
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP"]) func `a signal removes what is not whole`(signal: String) throws {
    try SampleFolder.with { folder in
      // The log is a pipe that nobody writes to, so that the command waits in the middle of its work.
      let line = """
        rm data/touchpoints.csv; mkfifo data/touchpoints.csv
        sleep 60 > data/touchpoints.csv & writer=$!
        env --default-signal=\(signal) reefknot reach data --all -o out.json & reader=$!
        for _ in $(seq 200); do ls | grep -q part && break; sleep 0.05; done
        ls | grep part > seen
        kill -\(signal) $reader; wait $reader; echo $?; kill $writer; ls
        """
      let run = try Shell.run(line, in: folder)
      let numbers = ["INT": 130, "TERM": 143, "HUP": 129]
      #expect(run.output == "\(numbers[signal] ?? 0)\ndata\nseen\n", "\(run.errors)")
      #expect(try !Data(contentsOf: folder.appending(path: "seen")).isEmpty)
    }
  }

  @Test func `a signal removes a dataset that is not whole`() throws {
    try TemporaryFolder.with { folder in
      let line = """
        reefknot generate big --touchpoints 50000000 & made=$!
        for _ in $(seq 200); do ls -A | grep -q part && break; sleep 0.05; done
        kill -TERM $made; wait $made; echo $?; ls -A
        """
      let run = try Shell.run(line, in: folder)
      #expect(run.output == "143\n")
    }
  }

  @Test func `a signal ends the browser that prints, and leaves nothing of what it prints`() throws {
    try SampleFolder.with { folder in
      let line = """
        mkdir bin tmp
        printf '#!/bin/sh\\necho $$ > started\\nsleep 60\\n' > bin/chromium; chmod +x bin/chromium
        TMPDIR=$PWD/tmp PATH=$PWD/bin:$PATH reefknot report data --all --quiet -o out.pdf & run=$!
        for _ in $(seq 600); do [ -s started ] && break; sleep 0.05; done
        ls tmp | grep -c reefknot
        kill -TERM $run; wait $run; echo $?; ls -A tmp; ls
        kill -0 $(cat started) 2> /dev/null && echo alive
        """
      let run = try Shell.run(line, in: folder)
      #expect(run.output == "1\n143\nbin\ndata\nstarted\ntmp\n", "\(run.errors)")
    }
  }

  @Test func `a signal that was ignored before stays so`() throws {
    try SampleFolder.with { folder in
      let line = "trap '' HUP; reefknot report data --all --quiet -o out.html & kill -HUP $!; wait $!; echo $?; ls"
      let run = try Shell.run(line, in: folder)
      #expect(run.output == "0\ndata\nout.html\n")
    }
  }

  @Test func `a file larger than allowed ends with 73 and leaves nothing`() throws {
    try SampleFolder.with { folder in
      for command in [
        "report data --all -o out.html", "reach data --all -o out.json", "generate new --touchpoints 9000",
      ] {
        let run = try Shell.run("ulimit -f 1; reefknot \(command) --quiet", in: folder)
        #expect(run.status == 73, "\(command): \(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"])
      }
    }
  }

  private static func contents(of folder: URL) throws -> [String: Data] {
    let files = FileManager.default
    let names =
      try files.contentsOfDirectory(atPath: folder.path)
      + files.contentsOfDirectory(
        atPath: folder.appending(path: "data").path
      ).map { "data/\($0)" }
    return try names.filter { $0 != "data" }.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: folder.appending(path: $1))
    }
  }
}
