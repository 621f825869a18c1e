import ArgumentParser
import CampaignAnalysis
import Presentation

/// `reefknot retention`
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "Who stays, carries on and joins after the end, and for how long.",
    discussion: """
      EXAMPLES:
        reefknot retention graphs/kiez-kocht
        reefknot retention graphs/kiez-kocht --cohort reached --days 7,14,60
        reefknot retention graphs/kiez-kocht --compare
        reefknot retention graphs/kiez-kocht --sensitivity
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var list: ListOptions
  @OptionGroup var persons: OperatorOptions

  @Option(help: "Who is followed: new (new contacts) or reached (all contacts of the campaign).")
  var cohort = RetentionOptions.Cohort.new

  @Option(help: "Days after the end at which activity is counted.", transform: RetentionCommand.days)
  var days = [30, 60, 90]

  @Flag(help: "Show the survival of the baseline cohort beside.")
  var compare = false

  @Flag(
    help: """
      Show how far it depends on the activity gap \
      (\(Sensitivity.standardGaps.map { "\($0)" }.joined(separator: ", ")) days) and on the length of the history.
      """)
  var sensitivity = false

  /// The longest time after the end that can be asked for, a thousand years.
  private static let maximumDay = 365_000

  static func days(_ text: String) throws -> [Int] {
    let days = text.split(separator: ",", omittingEmptySubsequences: false).map { Int(String($0).trimmed) ?? 0 }
    guard !days.isEmpty, days.allSatisfy({ (1...maximumDay).contains($0) }) else {
      throw ValidationError("\"\(text)\" is not a list of days such as 30,60,90.")
    }
    return days
  }

  func run() throws {
    var run = AnalysisRun(dataset: dataset, scope: scope, output: output, list: list.list, persons: persons)
    run.compares = compare
    try run.run(.retention) { _ in
      AnalysisOptions(
        retention: RetentionOptions(cohort: cohort, days: days, showsSensitivity: sensitivity))
    }
  }
}
