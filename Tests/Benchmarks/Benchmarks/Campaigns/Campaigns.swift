import Benchmark
import CampaignAnalysis
import CampaignModel

let benchmarks: @Sendable () -> Void = {
  Benchmark("Analyze an empty log") { benchmark in
    let dataset = Dataset(
      name: "empty", partners: [], channels: [], contacts: Contacts(ids: TextColumn([])),
      log: TouchpointLog([], contactCount: 0))
    for _ in benchmark.scaledIterations {
      blackHole(analyze(dataset, scopes: [Scope(windowOf: dataset)]))
    }
  }
}
