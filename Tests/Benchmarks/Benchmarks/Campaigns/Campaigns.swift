import Benchmark
import CampaignAnalysis
import CampaignModel
import Drawing
import GraphvizRendering

/// Rows of the dataset that everything here works on.
private let touchpoints = 1_000_000

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(10),
    maxIterations: 20)

  for threads in [1, 2] {
    Benchmark("Read a million touchpoints, threads: \(threads)") { benchmark, folder in
      for _ in benchmark.scaledIterations { blackHole(try folder.read(threads: threads)) }
    } setup: {
      try GeneratedFolder(touchpoints: touchpoints)
    }
  }

  Benchmark("Sort rows into a log, the plain way") { benchmark, rows in
    for _ in benchmark.scaledIterations { blackHole(TouchLog(rows, contactCount: 125_000)) }
  } setup: {
    (0..<touchpoints).map { row in
      // A fixed scatter over contacts: steps of a prime.
      TouchLog.Row(
        contact: row * 104_729 % 125_000,
        touch: Touch(time: Instant(milliseconds: Int64(row) * 1000), channel: row % 200, content: nil, kind: row % 27))
    }
  }

  let sections: [(name: String, sections: Set<Section>)] =
    [("touchpoints, reach and retention", [.touchpoints, .reach, .retention]), ("all", Set(Section.allCases))]
    + Section.allCases.map { ($0.id, [$0]) }
  for part in sections {
    Benchmark("Analyze every campaign: \(part.name)") { benchmark, dataset in
      let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
      for _ in benchmark.scaledIterations {
        blackHole(
          measure(dataset, scopes: scopes, options: AnalysisOptions(sections: part.sections, threads: 2)))
      }
    } setup: {
      try GeneratedFolder(touchpoints: touchpoints).read()
    }
  }

  for view in CampaignDiagram.allCases {
    Benchmark("Write the DOT text of a diagram: \(view.name)") { benchmark, input in
      for _ in benchmark.scaledIterations {
        blackHole(try view.document(of: input.figures, in: input.dataset, options: DiagramOptions()).text)
      }
    } setup: {
      try DiagramInput(view)
    }

    Benchmark("Draw a diagram as SVG: \(view.name)") { benchmark, input in
      let document = try view.document(of: input.figures, in: input.dataset, options: DiagramOptions())
      for _ in benchmark.scaledIterations {
        blackHole(try Graphviz.render(document, as: .svg, engine: view.engine))
      }
    } setup: {
      try DiagramInput(view)
    }
  }
}

/// The figures that a diagram is drawn from.
struct DiagramInput {
  let dataset: Dataset
  let figures: ScopeFigures

  init(_ view: CampaignDiagram) throws {
    dataset = try GeneratedFolder(touchpoints: 20_000).read()
    figures = measure(dataset, scopes: [Scope(campaign: 0, of: dataset)], options: view.analysis)[0]
  }
}
