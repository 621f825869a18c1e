import ArgumentParser
import LogScanning

/// Intervals by a bootstrap.
struct IntervalOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Give figures without an interval of their own one by resampling contacts.",
      discussion: """
        Each figure is worked out for \(ReplicateWeights.count) resamplings of the contacts, whole organizations where contacts.csv names them; \
        its interval holds 95 % of them. They are the same in every run.
        """))
  var intervals = false
}
