import ArgumentParser
import Tallying

/// `reefknot merge`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "One tally file of several, for a log that was tallied in parts.",
    discussion: """
      The order of the files and how they are grouped make no difference: merging what was merged before is the same as \
      merging all at once. Files that do not belong together are refused with what differs, and so are files that count \
      the same contacts.

      EXAMPLES:
        reefknot tally graphs/kiez-kocht --shard 1/2 -o first.tally
        reefknot tally graphs/kiez-kocht --shard 2/2 -o second.tally
        reefknot merge first.tally second.tally -o all.tally
        reefknot kpis graphs/kiez-kocht --tallies all.tally
      """)

  @Argument(help: "Files of reefknot tally, or merged ones.", completion: .file())
  var parts: [String]

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  func run() throws {
    try OpenOutputs.protect(parts)
    let destination = try ByteOutput(path: output)
    destination.write(try TallyFile.merged(parts).bytes)
    try destination.finish()
  }
}
