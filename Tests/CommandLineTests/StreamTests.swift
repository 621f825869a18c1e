import Foundation
import TestSupport
import Testing

/// Tables that other programs write into pipes, as the page Streams shows.
struct StreamTests {
  @Test(.enabled(if: PythonPackage.isInstalled("duckdb"), "Python's package duckdb is not installed"))
  func `DuckDB feeds a dataset from Parquet through a pipe`() throws {
    try SampleFolder.with { folder in
      let direct = try BuiltCommand.run(["reach", "data", "--campaign", "spring", "--quiet"], in: folder)
      let script = """
        import duckdb
        duckdb.sql("COPY (SELECT row_number() OVER () AS row, * FROM read_csv('data/touchpoints.csv', all_varchar = true)) TO 't.parquet'")
        """
      try Data(script.utf8).write(to: folder.appending(path: "make.py"))
      let feed = """
        import duckdb
        duckdb.sql("COPY (SELECT * FROM 't.parquet' ORDER BY row) TO '/dev/stdout' (HEADER)")
        """
      try Data(feed.utf8).write(to: folder.appending(path: "feed.py"))
      let piped = try Shell.run(
        "python3 make.py && rm data/touchpoints.csv && mkfifo data/touchpoints.csv && (python3 feed.py > data/touchpoints.csv &) && reefknot reach data --campaign spring --quiet",
        in: folder)
      #expect(piped.status == 0, "\(piped.errors)")
      #expect(firstDifference(piped.standardOutput, direct.standardOutput) == nil)
    }
  }

  @Test func `a link to standard input makes a table come from there`() throws {
    try SampleFolder.with { folder in
      let direct = try Shell.run("reefknot reach data --campaign spring --quiet", in: folder)
      let piped = try Shell.run(
        "mv data/touchpoints.csv t.csv && ln -s /dev/stdin data/touchpoints.csv && cat t.csv | reefknot reach data --campaign spring --quiet",
        in: folder)
      #expect(piped.status == 0, "\(piped.errors)")
      #expect(firstDifference(piped.standardOutput, direct.standardOutput) == nil)
    }
  }
}
