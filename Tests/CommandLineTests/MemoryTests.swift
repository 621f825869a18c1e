import Foundation
import TestSupport
import Testing

/// `--memory`: a log for which there is no room, counted part by part, against the same log as a whole.
struct MemoryTests {
  private static let commands = [
    "report data --all --format json", "report data --all --format markdown", "kpis data --all --format csv",
    "touchpoints data --all", "reach data --campaign spring --format json", "retention data --all --sensitivity",
    "retention data --all --cohort reached", "partnerships data --all", "partner data mill --all --format json",
    "funnel data --all", "attribution data --all --format json", "plan data --all",
    "diagram flow data --campaign spring", "diagram communities data --campaign spring", "rank data --all",
    "rank data --all --projection given", "simulate data --all --best 2",
    "simulate data --all --without mill,radio --format json", "reach data --all --segment private",
    "touchpoints data --no-campaign --from 2025-06-01 --until 2025-07-01", "kpis data --all --intervals",
    "touchpoints data --campaign spring --from 2025-06-01 --until 2025-07-01",
  ]

  private static let tables = [
    "ties.csv": "from,to,kind,time\nada,bob,refers,2025-03-02\nbob,zoe,refers,2025-03-09\nada,cem,knows,\n",
    "plan.csv": "content,channel,due\nrecipe,letter,2025-03-01\nrecipe,show,2025-03-09\n",
    "targets.csv": "campaign,kpi,value,due\nspring,new_contacts,3,2025-03-04\n",
  ]

  /// Runs a command twice, the second time with little memory, and expects the same.
  private static func expectSame(_ command: String, _ options: String, in folder: URL) throws {
    let whole = try Shell.run("reefknot \(command)", in: folder)
    let parts = try Shell.run("reefknot \(command) \(options)", in: folder)
    #expect(parts.status == whole.status, "\(command) \(options): \(parts.errors)")
    #expect(firstDifference(parts.standardOutput, whole.standardOutput) == nil, "\(command) \(options)")
    #expect(parts.errors == whole.errors, "\(command) \(options)")
  }

  /// Whether a log does not fit: without a place for the temporary file there is no answer then.
  private static func isDivided(_ memory: String, in folder: URL) throws -> Bool {
    let run = try Shell.run("TMPDIR=$PWD/missing reefknot kpis data --all --memory \(memory)", in: folder)
    if run.status == 74 {
      #expect(run.output.isEmpty && run.errors.contains("missing: ") && run.errors.contains("TMPDIR"), "\(run.errors)")
    }
    return run.status == 74
  }

  @Test(arguments: ["", "minimum_group: 3\n"])
  func `every command gives the same bytes and the same warnings`(group: String) throws {
    let settings = "currency: EUR\ncost_per_contact: 12.5\n\(group)"
    try SampleFolder.with(Self.tables.merging(["reefknot.yaml": settings]) { $1 }) { folder in
      #expect(try Self.isDivided("1K", in: folder) && !Self.isDivided("1G", in: folder))
      for command in Self.commands { try Self.expectSame(command, "--memory 1K", in: folder) }
    }
  }

  // 5,900 touches and 1,040 contacts are 167 kB of records, of which an eighth of so little memory may be there at a
  // time: 3 parts, and 60.
  @Test(arguments: [("480K", 1), ("480K", 8), ("22.5K", 2)])
  func `the sample of the repository gives the same bytes at any number of threads`(memory: String, threads: Int)
    throws
  {
    try TemporaryFolder.with { folder in
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "graphs/kiez-kocht"), to: folder.appending(path: "data"))
      #expect(try Self.isDivided(memory, in: folder))
      for command in ["report data --all --format json", "kpis data --all --intervals --format json"] {
        try Self.expectSame(command, "--memory \(memory) --threads \(threads)", in: folder)
      }
    }
  }

  @Test func `compressed tables, pipes and parts of a table are divided too`() throws {
    try SampleFolder.with(Self.tables) { folder in
      let whole = try Shell.run("reefknot report data --all --format json", in: folder)
      for change in [
        "gzip data/touchpoints.csv data/contacts.csv",
        "gunzip data/*.gz; mv data/touchpoints.csv t.csv; mkfifo data/touchpoints.csv; (cat t.csv > data/touchpoints.csv &)",
        "rm data/touchpoints.csv; mkdir data/touchpoints; (head -1 t.csv; tail -n +5 t.csv) > data/touchpoints/b.csv; "
          + "head -4 t.csv > data/touchpoints/a.csv",
      ] {
        let parts = try Shell.run("\(change); reefknot report data --all --format json --memory 1K", in: folder)
        #expect(parts.status == 0, "\(parts.errors)")
        #expect(firstDifference(parts.standardOutput, whole.standardOutput) == nil, "\(change)")
      }
    }
  }

  @Test func `a tally of parts is the tally of the whole`() throws {
    try SampleFolder.with(Self.tables) { folder in
      for options in ["--shard 1/1", "--shard 2/2", "--shard 1/2", "--observed-until 2025-12-31 --without mill"] {
        let whole = try Shell.run("reefknot tally data \(options) -o whole.tally", in: folder)
        let parts = try Shell.run("reefknot tally data \(options) -o parts.tally --memory 1K", in: folder)
        #expect(whole.status == 0 && parts.status == 0, "\(whole.errors)\(parts.errors)")
        let files = try ["whole", "parts"].map { try Data(contentsOf: folder.appending(path: "\($0).tally")) }
        #expect(firstDifference(files[1], files[0]) == nil, "\(options)")
      }
    }
  }

  @Test func `what is wrong with the tables is told as of a log that fits`() throws {
    for (table, text) in [
      ("contacts.csv", "id,name,relevant\nada,Ada,yes\nbob,Bob,perhaps\nada,Ada,no\n"),
      ("touchpoints.csv", "time,contact,channel,kind\n2025-03-02,ada,letter,open\nsoon,bob,letter,open\n"),
      ("touchpoints.csv", "time,contact,channel,kind\n2025-03-02,ada,letter,open\n2029-03-02,bob,letter,open\n"),
      ("touchpoints.csv", "time,contact,channel,kind\n2025-03-02,ada,letter,open\n2025-03-02,\"b,letter,open\n"),
    ] {
      try SampleFolder.with([table: text]) { folder in
        for command in ["kpis data --all", "kpis data --all --skip-invalid"] {
          try Self.expectSame(command, "--memory 1K", in: folder)
        }
      }
    }
  }

  @Test func `what needs the contacts themselves is refused where they do not fit`() throws {
    try SampleFolder.with(Self.tables) { folder in
      for command in [
        "reach data --campaign spring --list reach", "contact data ada", "check data", "sketch data -o x",
        "rank data --projection channels --campaign spring", "communities data --projection ties",
        "simulate data --with mill --all", "attribution data --campaign spring --explain ada",
      ] {
        let run = try Shell.run("reefknot \(command) --memory 1K", in: folder)
        #expect(run.status == 64 && run.output.isEmpty, "\(command): \(run.errors)")
        #expect(run.errors.contains("--memory: what is asked for needs the contacts themselves"), "\(command)")
        #expect(run.errors.contains("does not fit into 1 KiB"), "\(command)")
      }
    }
  }

  @Test(arguments: ["", "12", "G", "-1G", "1.5.2G", "1GB2", "0K", "1 G", "one", "1P"])
  func `a size that is none is refused`(size: String) throws {
    try SampleFolder.with { folder in
      let run = try Shell.run("reefknot kpis data --all '--memory=\(size)'", in: folder)
      #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
      #expect(run.errors.contains(size.isEmpty ? "without a value" : "is not a size such as 512M"), "\(run.errors)")
    }
  }

  @Test(arguments: ["512M", "1g", "1.5GiB", "2GB", "1T", "900000kb"])
  func `sizes may be written in several ways`(size: String) throws {
    try SampleFolder.with { try Self.expectSame("kpis data --all", "--memory \(size)", in: $0) }
  }

  /// 20,000 rows of about 50 bytes, more than two blocks.
  private static let manyRows = """
    awk 'BEGIN { print "time,contact,channel,kind"; for (i = 0; i < 20000; i++)
      printf "2025-03-%02dT%02d:00:00Z,contact-%d,letter,open\\n", 1 + i / 1000, i % 24, i % 3000 }'
    """

  @Test func `a disk without room is an error that names the folder, and leaves nothing`() throws {
    try SampleFolder.with { folder in
      let run = try Shell.run(
        "\(Self.manyRows) > data/touchpoints.csv; mkdir spill; (ulimit -f 64; "
          + "TMPDIR=$PWD/spill exec reefknot kpis data --all --memory 200K -o out.txt); status=$?; ls spill; ls; exit $status",
        in: folder)
      #expect(run.status == 74, "\(run.errors)")
      #expect(run.errors.contains("spill: the log is larger than memory") && run.errors.contains("File too large"))
      #expect(run.output.split(separator: "\n") == ["data", "spill"])
    }
  }

  @Test func `a run that is killed leaves no file`() throws {
    try SampleFolder.with { folder in
      let run = try Shell.run(
        """
        mkdir spill; rm data/touchpoints.csv; mkfifo data/touchpoints.csv
        (\(Self.manyRows); sleep 20) > data/touchpoints.csv & feeder=$!
        TMPDIR=$PWD/spill reefknot kpis data --all --memory 200K > out.txt & run=$!
        for try in $(seq 100); do
          sleep 0.1; ls -l /proc/$run/fd | grep -q 'spill/.*deleted' && break
        done
        ls -l /proc/$run/fd | grep -c 'spill/.*deleted'; kill -9 $run; wait $run
        kill $feeder; ls spill | wc -l
        """, in: folder)
      #expect(run.output.split(separator: "\n") == ["1", "0"], "\(run.errors)")
    }
  }

  @Test func `little address space is enough`() throws {
    try SampleFolder.with { folder in
      let usual = try Shell.run("\(Self.manyRows) > data/touchpoints.csv; reefknot kpis data --all", in: folder)
      let little = try Shell.run(
        "ulimit -v 600000; exec timeout 100 reefknot kpis data --all --memory 500K --threads 2", in: folder)
      #expect(little.status == 0, "\(little.errors)")
      #expect(firstDifference(little.standardOutput, usual.standardOutput) == nil)
    }
  }
}
