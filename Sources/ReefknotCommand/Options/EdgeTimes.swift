import CampaignData
import CampaignModel
import FileReading
import GraphData
import Presentation

/// When the edges of a graph file happened.
struct EdgeTimes {
  /// The time of each edge, nil where it has none.
  private(set) var times: [Int64?]
  /// How many units of the times one of a waiting limit is: a day's milliseconds for dates, else 1.
  let perUnit: Int64

  /// Takes the times of these edges, one for each.
  mutating func take(_ edges: [Int]) { times = edges.map { times[$0] } }

  /// Reads the edges' times: integers of any unit, or dates.
  ///
  /// - Throws: ``CommandFailure`` with status 65 when there is no such attribute, or a value is neither.
  init(of graph: AttributedGraph, in file: String) throws {
    func failure(_ message: String) -> CommandFailure {
      CommandFailure(.badData, "\(file): \(message)".withoutControls)
    }
    let expected = "whole numbers, or dates such as 2025-03-01 or 2025-03-01T09:30:00Z"
    guard let column = graph.times else {
      throw failure("--time-respecting needs edges with an attribute time; none of them has one. --time names another")
    }
    switch column.values {
    case .integer(let values):
      times = values
      perUnit = 1
    case .text(let values):
      times = try values.enumerated().map { edge, text -> Int64? in
        guard let text, !text.isEmpty else { return nil }
        guard let time = LocalClock.utc.instant(of: text) else {
          throw failure("the time of edge \(edge + 1) is \"\(text.prefix(48))\"; times are \(expected)")
        }
        return time.milliseconds
      }
      perUnit = Instant.millisecondsPerDay
    case .double, .boolean: throw failure("the times of edges are none; times are \(expected)")
    }
  }
}
