import ArgumentParser
import Foundation
import GraphData

/// `reefknot export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "A graph file in another format.",
    discussion: """
      FORMATS, by the file's ending:
        csv, tsv, edgelist (.txt)   an edge a line, with weight, time and attributes
        graphml, gexf, gml          with typed attributes
        pajek (.net), dot (.gv)     with attributes as text
        json                        node-link, as networkx and D3 read it

      What a format cannot carry is said on standard error.

      EXAMPLES:
        reefknot export karate.gml -o karate.graphml
        reefknot export edges.txt --undirected --format json
      """)

  @Argument(help: "The graph file.", completion: .file())
  var input: String

  @OptionGroup var file: GraphFileOptions

  @Option(
    name: .shortAndLong, help: "The file to write; its ending picks the format. (default: standard output)",
    completion: .file())
  var output: String?

  @Option(help: "The format to write. (default: what the file's ending says)")
  var format: GraphFileFormat?

  @Option(help: "The most threads to use. (default: one per active core)")
  var threads: Int?

  @Flag(help: "No warnings.")
  var quiet = false

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
  }

  func run() throws {
    guard let format = format ?? output.flatMap({ GraphFileFormat(path: $0) }) else {
      throw CommandFailure.usage("the ending of --output tells no format of graphs; choose --format")
    }
    if !file.isGraphFile(input) { throw CommandFailure.usage("\(input): is a folder; a graph file was expected") }
    let destination = try ByteOutput(path: output)
    let count = threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    let graph = try file.read(input, threads: count, quiet: quiet)
    let notes = graph.write(as: format) { destination.write($0) }
    if !quiet { for note in notes { StandardError.warn(note) } }
    try destination.finish()
  }
}
