import ArgumentParser
import Glibc
import Presentation

/// The command line tool.
@main
struct Reefknot: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "reefknot",
    abstract: "Measures cooperative marketing campaigns: who brought whom, who adds what, who stays.",
    discussion: """
      A DATASET is a folder of CSV tables, of which channels.csv and touchpoints.csv are needed.

      With minimum_group in reefknot.yaml no document tells of fewer contacts than that, and single persons are shown \
      with --operator alone. Two documents with different filters, dates or campaigns differ by what lies between them, \
      which may be fewer: let only those run filters who may see single persons.

      Figures go to standard output, everything else to standard error.
      Exit status: 0 done, 3 a target of kpis --fail-on not met, 64 wrong usage, 65 bad data, 66 input missing, 70 a fault of ours, 73 output cannot be \
      written, 74 input or output failed.

      EXAMPLES:
        reefknot touchpoints graphs/kiez-kocht
        reefknot reach graphs/kiez-kocht --format json --output reach.json
        reefknot retention graphs/kiez-kocht --days 7,30 --compare
      """,
    version: version,
    subcommands: [
      KPIsCommand.self, TouchpointsCommand.self, ReachCommand.self, RetentionCommand.self, PartnerCommand.self,
      PartnershipsCommand.self,
      FunnelCommand.self, AttributionCommand.self, PlanCommand.self, ContactCommand.self, RankCommand.self,
      CommunitiesCommand.self, SimulateCommand.self, BoundsCommand.self, SketchCommand.self, OverlapCommand.self,
      DiagramCommand.self, ChartCommand.self, ReportCommand.self,
      TallyCommand.self, MergeCommand.self,
      ImportCommand.self, InitCommand.self, CheckCommand.self, GenerateCommand.self, ExportCommand.self,
      WordsCommand.self,
    ])

  static func main() {
    // A closed pipe, or a file larger than allowed, shall be an error of the write that meets it, not the end of the
    // process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    if CommandLine.arguments.dropFirst().first == DrawingProcess.name { DrawingProcess.serve() }
    Faults.watch()
    Interruption.watch()
    // The parser would look at the options of every command first.
    if CommandLine.arguments.dropFirst() == ["--version"] { tell(version) }
    do {
      try checkValues(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot()
      if let failure = LanguageFile.failure { throw failure }
      try command.run()
    } catch let failure as CommandFailure {
      if let message = failure.message { StandardError.write("error: \(message)\n") }
      Glibc.exit(failure.status.rawValue)
    } catch {
      if exitCode(for: error).isSuccess { tell(fullMessage(for: error)) }
      exit(withError: error)
    }
  }

  /// Ends the run with what was asked for, help or the version, on standard output.
  private static func tell(_ text: String) -> Never {
    do {
      let output = try ByteOutput(path: nil)
      output.write(text.isEmpty ? "" : text + "\n")
      try output.finish()
    } catch let failure as CommandFailure {
      if let message = failure.message { StandardError.write("error: \(message)\n") }
      Glibc.exit(failure.status.rawValue)
    } catch {
      exit(withError: error)
    }
    Glibc.exit(CommandFailure.Status.done.rawValue)
  }

  /// Nothing is called by an empty name: such a value comes from a variable that was not set.
  private static func checkValues(_ arguments: ArraySlice<String>) throws {
    for (before, argument) in zip([""] + arguments, arguments) {
      if argument.isEmpty {
        throw CommandFailure.usage(
          before.hasPrefix("-") ? "\(before.withoutControls) is given without a value" : "an argument is empty")
      }
      if argument.hasPrefix("--"), argument.last == "=" {
        throw CommandFailure.usage("\(argument.dropLast().description.withoutControls) is given without a value")
      }
    }
  }
}
