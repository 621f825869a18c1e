import ArgumentParser

/// Times graph algorithms line by line, in a form that scripts for other engines print too, so that both can be run in
/// turns and compared.
@main
struct GraphTimings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Times loading graphs and tasks on them, and compares timings with those of other engines.",
    subcommands: [Run.self, Compare.self], defaultSubcommand: Run.self)
}
