import ArgumentParser
import Foundation
import GraphTasks

/// Prints a Markdown table of lines that several engines have appended to one file.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a table of this library's lines beside those of the fastest other engine.",
    discussion: "Figures are medians over all runs in the file, memory the median of each line's peak.")

  @Argument(help: "Files of lines of JSON, as `run` and the scripts for other engines print them.")
  var files: [String]

  func run() throws {
    var timings: [String: [String: Timing]] = [:]
    var tasks: [String] = []
    for file in files {
      for text in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        let line = try JSONDecoder().decode(MeasuredLine.self, from: Data(text.utf8))
        guard let wall = line.wall, let cpu = line.cpu else { continue }
        if timings[line.task] == nil { tasks.append(line.task) }
        timings[line.task, default: [:]][line.engine, default: Timing()].add(wall, cpu, line.peakMB ?? 0)
      }
    }
    print("| task | graph | wall s | CPU s | peak MB | fastest other | wall s | CPU s | peak MB | times as fast |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for task in tasks {
      guard let own = timings[task]?["reefknot"] else { continue }
      let others = (timings[task] ?? [:]).filter { $0.key != "reefknot" }
      let best = others.min { ($0.value.wall, $0.key) < ($1.value.wall, $1.key) }
      let right = best.map { " \($0.key) | \($0.value.cells) | \(format($0.value.wall / own.wall, "%.1f")) |" }
      print("| \(task) | \(own.cells) |\(right ?? " – | – | – | – | – |")")
    }
  }
}

/// What one engine took for one task.
private struct Timing {
  private var walls: [Double] = []
  private var cpus: [Double] = []
  private var peaks: [Double] = []

  mutating func add(_ wall: [Double], _ cpu: [Double], _ peakMB: Int) {
    walls += wall
    cpus += cpu
    peaks.append(Double(peakMB))
  }

  var wall: Double { median(walls) }

  /// Wall seconds with the least and most beside, CPU seconds, peak memory.
  var cells: String {
    let spread = "\(format(walls.min() ?? 0, "%.2f"))-\(format(walls.max() ?? 0, "%.2f"))"
    return "\(format(wall, "%.2f")) (\(spread)) | \(format(median(cpus), "%.2f")) | \(format(median(peaks), "%.0f"))"
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

private func format(_ value: Double, _ form: String) -> String { String(format: form, value) }

/// What the comparison needs of a line, whoever printed it.
private struct MeasuredLine: Decodable {
  let lib: String
  let graph: String
  let threads: Int
  let algo: String
  let kind: String?
  let source: String?
  let wall: [Double]?
  let cpu: [Double]?
  let peakMB: Int?

  enum CodingKeys: String, CodingKey {
    case lib, graph, threads, algo, kind, source, wall, cpu
    case peakMB = "peak_mb"
  }

  /// What was measured, on which graph.
  var task: String {
    let title = GraphTask(rawValue: algo)?.title ?? [algo, kind, source].compactMap(\.self).joined(separator: " ")
    return "\(title) | \(graph)"
  }

  /// Who did it, with the number of threads unless that is 2.
  var engine: String { threads == 2 ? lib : "\(lib), threads: \(threads)" }
}
