import ArgumentParser
import Foundation
import GraphTasks

/// Runs tasks on one graph and prints a line of JSON for each: seconds of every run, peak memory, what was found.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Times loading a graph and tasks on it, each task --repeat times in this process.",
    discussion: """
      One line of JSON each for loading and for every task, with wall and CPU seconds of every run, the peak memory \
      of the process in MiB since the task began, and a few numbers of the result.
      """)

  @Option(help: "A folder with edges.npy, und.npy, edges.txt and manifest.json; without it a graph is generated.")
  var graph: String?

  @Option(help: "A generated graph has 2^SCALE nodes.")
  var scale = 20

  @Option(help: "The number of edges generated.")
  var edges = 16_000_000

  @Option(help: "Tasks, separated by commas: \(GraphTask.allCases.map(\.rawValue).joined(separator: ", ")).")
  var algos = ""

  @Option(help: "Upper bound on threads.")
  var threads = 2

  @Option(help: "How often each task runs.")
  var `repeat` = 3

  @Option(help: "Where directed edges are read from: npy or text.")
  var source = "npy"

  @Option(help: "Loads this graph even when no task needs it: directed, undirected or needed.")
  var load = "needed"

  @Option(help: "A file to which the lines are appended as well.")
  var out: String?

  func validate() throws {
    guard threads >= 1, `repeat` >= 1 else { throw ValidationError("--threads and --repeat must be at least 1.") }
    guard ["npy", "text"].contains(source) else { throw ValidationError("--source must be npy or text.") }
    guard ["directed", "undirected", "needed"].contains(load) else {
      throw ValidationError("--load must be directed, undirected or needed.")
    }
    _ = try tasks()
  }

  func run() throws {
    let folder = graph.map { GraphInput.folder(URL(fileURLWithPath: $0)) }
    let input = folder ?? .recursiveMatrix(scale: scale, edges: edges)
    for isDirected in [true, false] {
      let todo = try tasks().filter { $0.isDirected == isDirected }
      let kind = isDirected ? "directed" : "undirected"
      guard !todo.isEmpty || load == kind else { continue }
      try Clocks.resetPeak()
      let before = try Clocks.residentMegabytes()
      var line = TimingLine(algo: "load", graph: input.name, threads: threads)
      let loaded = try line.time {
        try LoadedGraph(input, directed: isDirected, fromText: source == "text", threads: threads)
      }
      line.kind = kind
      line.source = source
      line.peakMB = try Clocks.peakMegabytes()
      line.graphMB = try Clocks.residentMegabytes() - before
      try emit(line)
      for task in todo { try emit(try timings(of: task, loaded, input)) }
    }
  }

  private func tasks() throws -> [GraphTask] {
    try algos.split(separator: ",").map { name in
      guard let task = GraphTask(rawValue: String(name)) else { throw ValidationError("There is no task \(name).") }
      return task
    }
  }

  private func timings(of task: GraphTask, _ loaded: LoadedGraph, _ input: GraphInput) throws -> TimingLine {
    var line = TimingLine(algo: task.rawValue, graph: input.name, threads: threads)
    line.beforeMB = try Clocks.residentMegabytes()
    for _ in 0..<`repeat` {
      try Clocks.resetPeak()
      let found = try line.time { try loaded.run(task, threads: threads) }
      line.peakMB = max(line.peakMB, try Clocks.peakMegabytes())
      let digest = try found?.digest(of: task, input)
      guard line.result == nil || line.result == digest else {
        throw TaskError("two runs of \(task.rawValue) found different results")
      }
      line.result = digest
    }
    return line
  }

  private func emit(_ line: TimingLine) throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(line) + Data("\n".utf8)
    FileHandle.standardOutput.write(bytes)
    guard let out else { return }
    if !FileManager.default.fileExists(atPath: out) { try Data().write(to: URL(fileURLWithPath: out)) }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
    try file.seekToEnd()
    try file.write(contentsOf: bytes)
    try file.close()
  }
}
