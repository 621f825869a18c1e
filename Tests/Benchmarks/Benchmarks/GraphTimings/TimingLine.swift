import GraphTasks

/// One line of output.
struct TimingLine: Encodable {
  let lib = "reefknot"
  let algo: String
  let graph: String
  let threads: Int
  var kind: String?
  var source: String?
  /// Seconds of each run.
  var wall: [Double] = []
  /// CPU seconds of each run.
  var cpu: [Double] = []
  /// The most memory the process used during a run, in MiB.
  var peakMB = 0
  /// The memory it used before the task, in MiB.
  var beforeMB: Int?
  /// How much the memory grew by loading the graph, in MiB.
  var graphMB: Int?
  var result: ResultDigest?

  init(algo: String, graph: String, threads: Int) {
    self.algo = algo
    self.graph = graph
    self.threads = threads
  }

  /// Runs `body` and notes the time it took.
  mutating func time<Result>(_ body: () throws -> Result) rethrows -> Result {
    let (wallBefore, cpuBefore) = (Clocks.wall, Clocks.cpu)
    let result = try body()
    wall.append(((Clocks.wall - wallBefore) * 1e4).rounded() / 1e4)
    cpu.append(((Clocks.cpu - cpuBefore) * 1e4).rounded() / 1e4)
    return result
  }
}
