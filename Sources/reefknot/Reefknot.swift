import ArgumentParser

@main
struct Reefknot: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reefknot")
}
