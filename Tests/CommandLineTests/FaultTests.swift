import Foundation
import TestSupport
import Testing

/// What happens when memory runs out, or a write fails: an error and no part of a file, never an abort.
struct FaultTests {
  /// One of every kind of work.
  private static let commands = [
    "kpis data --all --format json", "reach data --all --format csv", "partnerships data --all",
    "attribution data --all",
    "report data --all --format html", "report data --all --format markdown", "report data --all --format json",
    "diagram partners data --campaign spring --format svg", "diagram flow data --campaign spring --format pdf",
    "rank data --campaign spring", "simulate data --campaign spring --best 2", "check data", "plan data --all",
    "export data --campaign spring --format graphml", "communities data --campaign spring",
    "kpis data --all --format xlsx",
  ]

  /// In kilobytes, from what the libraries need to be loaded up to what all of it needs.
  @Test(arguments: [160_000, 400_000, 1_200_000])
  func `memory that runs out is an error`(limit: Int) throws {
    try SampleFolder.with { folder in
      for command in Self.commands {
        let run = try Shell.run("ulimit -v \(limit); exec timeout 100 reefknot \(command) --quiet -o out", in: folder)
        // The system's loader itself gives up with 127.
        #expect([0, 70, 74, 127].contains(run.status), "\(command): \(run.status) \(run.errors.suffix(300))")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        if run.status == 0 {
          #expect(names == ["data", "out"], "\(command)")
          try FileManager.default.removeItem(at: folder.appending(path: "out"))
        } else {
          #expect(names == ["data"], "\(command)")
          #expect(run.status == 127 || run.errors.contains("error: "), "\(command): \(run.errors.suffix(300))")
          // Graphviz's word for a plug-in that memory was too short to load.
          #expect(!run.errors.contains("not recognized"), "\(command): \(run.errors.suffix(300))")
        }
      }
    }
  }

  @Test func `a write that fails is an error, whatever is written`() throws {
    try SampleFolder.with { folder in
      for command in Self.commands {
        for (line, status) in [
          ("reefknot \(command) --quiet > /dev/full", 74), ("reefknot \(command) --quiet -o /dev/full", 73),
          ("reefknot \(command) --quiet -o missing/out", 73),
          // What it says goes through a pipe, which no limit of files bounds.
          ("(ulimit -f 0; exec reefknot \(command) --quiet -o out) 2>&1 | cat >&2; exit ${PIPESTATUS[0]}", 73),
        ] {
          let run = try Shell.run(line, in: folder)
          #expect(run.status == status, "\(line): \(run.errors.suffix(300))")
          #expect(run.errors.contains("error: "), "\(line)")
          // Libraries do not speak beside us.
          #expect(!run.errors.contains("[ERROR]"), "\(line): \(run.errors)")
          #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"], "\(line)")
        }
      }
    }
  }

  /// Stacks of 8 GB do not fit into 4 GB of addresses, so that no thread can be started; Dispatch waits for ever for one.
  @Test(arguments: ["reach data --all", "kpis data --all --intervals", "rank data --campaign spring"])
  func `a run that gets no threads does its work all the same`(command: String) throws {
    try SampleFolder.with { folder in
      let usual = try Shell.run("reefknot \(command) --quiet", in: folder)
      let alone = try Shell.run(
        "ulimit -s 8000000; ulimit -v 4000000; exec timeout 60 reefknot \(command) --threads 8 --quiet", in: folder)
      #expect(alone.status == 0, "\(alone.errors.suffix(300))")
      #expect(firstDifference(alone.output, usual.output) == nil)
    }
  }

  @Test func `an import that gets no threads does its work all the same`() throws {
    try TemporaryFolder.with { folder in
      var rows = ["event,email,ts_epoch,messageId,subject"]
      for row in 0..<3000 { rows.append("opened,p\(row)@x.org,\(1_740_902_400_000 + row * 1000),m\(row),Spring") }
      try Data(rows.joined(separator: "\n").utf8).write(to: folder.appending(path: "events.csv"))
      let command = "reefknot import events.csv --owner mill --dry-run"
      let usual = try Shell.run(command, in: folder)
      let alone = try Shell.run("ulimit -s 8000000; ulimit -v 4000000; exec timeout 60 \(command)", in: folder)
      #expect(alone.status == 0 && usual.errors.contains("3000 taken"), "\(alone.errors.suffix(300))")
      #expect(firstDifference(alone.errors + alone.output, usual.errors + usual.output) == nil)
    }
  }

  @Test(arguments: ["--version", "--help", "help kpis", "reach --help"])
  func `help that cannot be written is an error`(arguments: String) throws {
    try TemporaryFolder.with { folder in
      let run = try Shell.run("reefknot \(arguments) > /dev/full", in: folder)
      #expect(run.status == 74)
      #expect(run.errors == "error: standard output: No space left on device\n")
      #expect(try !Shell.run("reefknot \(arguments)", in: folder).output.isEmpty)
    }
  }
}
