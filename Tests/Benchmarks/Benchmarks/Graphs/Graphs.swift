import Benchmark
import GraphStructures
import GraphTasks
import Randomness

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(10),
    maxIterations: 10)

  for threads in [1, 2] {
    Benchmark("Build the directed graph from columns, threads: \(threads)") { benchmark, edges in
      for _ in benchmark.scaledIterations { blackHole(DirectedGraph(edges, threads: threads)) }
    } setup: {
      try GraphInput.ofEnvironment.edges()
    }

    Benchmark("Read the edge list, threads: \(threads)") { (benchmark: Benchmark, input: GraphInput) in
      for _ in benchmark.scaledIterations { blackHole(try input.directedFromText(threads: threads)) }
    } setup: {
      let input = GraphInput.ofEnvironment
      _ = try input.textFile()
      return input
    }

    for task in GraphTask.allCases where task != .betweenness {
      Benchmark("Run \(task.title), threads: \(threads)") { benchmark, graph in
        for _ in benchmark.scaledIterations { blackHole(try graph.run(task, threads: threads)) }
      } setup: {
        try LoadedGraph(.ofEnvironment, directed: task.isDirected, threads: threads)
      }
    }

    // Exact betweenness takes n searches, so its graph is small.
    Benchmark("Run exact betweenness on 5000 nodes, threads: \(threads)") {
      (benchmark: Benchmark, graph: UndirectedGraph) in
      for _ in benchmark.scaledIterations { blackHole(try graph.betweenness(threads: threads)) }
    } setup: {
      var generator = Xoshiro256(seed: 4)
      return UndirectedGraph(
        EdgeList.preferentialAttachment(nodeCount: 5000, edgesPerNode: 8, using: &generator))
    }
  }
}
