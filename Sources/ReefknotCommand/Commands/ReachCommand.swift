import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Foundation
import GraphData
import Networks
import Presentation

/// `reefknot reach`
struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: "Reach, own and foreign, overlap, and who adds what; with --within, reach over ties.",
    discussion: """
      With --within it tells who can be reached over the ties of ties.csv in so many steps, from the contact --node. \
      With --via the first step is a partner's channels: everyone touched there, in the whole log unless a campaign \
      or window is named, is one step away, and ties follow. With --within it also takes a graph file in place of a \
      dataset: \(GraphFileFormat.sentence), and --node is the id of a node. Times \
      are an attribute of edges (--time): dates, or integers of any unit, which is the unit of --max-wait then.

      EXAMPLES:
        reefknot reach graphs/kiez-kocht
        reefknot reach graphs/kiez-kocht --brand gusstopf --format json
        reefknot reach graphs/kiez-kocht --list exclusive:kirschkern
        reefknot reach totals.csv --totals
        reefknot reach graphs/kiez-kocht --within 3 --node c0371 --time-respecting
        reefknot reach graphs/kiez-kocht --within 2 --via kirschkern --list contacts
        reefknot reach calls.graphml --within 2 --node ann --time-respecting --max-wait 7
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var list: ListOptions
  @OptionGroup var persons: OperatorOptions
  @OptionGroup var file: GraphFileOptions

  @Flag(help: "What totals.csv says for sure, in place of what was counted: see bounds.")
  var totals = false

  @OptionGroup var totalsReading: TotalsOptions

  @Option(help: "Only touches about this brand, a partner's id.")
  var brand: String?

  @Option(help: "Partners in the order in which reach is stacked: a,b. (default: the largest gain first)")
  var order: String?

  @Option(help: "The most steps over ties, at least 1.")
  var within: Int?

  @Option(help: "The contact where steps over ties start; in a graph file, the node.")
  var node: String?

  @Option(help: "A partner whose channels are the first step; goes with --within.")
  var via: String?

  @Flag(name: .customLong("time-respecting"), help: "Each step must be later than the one before it.")
  var timeRespecting = false

  @Option(
    name: .customLong("max-wait"),
    help: "The most days between two steps, or units of a graph file's times; goes with --time-respecting.")
  var maximumWait: Int?

  mutating func validate() throws {
    if let within, within < 1 { throw ValidationError("--within must be at least 1.") }
    if let maximumWait, maximumWait < 0 { throw ValidationError("--max-wait must not be negative.") }
    if totals, within != nil || brand != nil || order != nil || list.list != nil {
      throw ValidationError("--totals goes without --within, --brand, --order and --list.")
    }
    if !totals, totalsReading.isGiven { throw ValidationError("--universe and --suppressed-below go with --totals.") }
    if maximumWait != nil, !timeRespecting { throw ValidationError("--max-wait goes with --time-respecting.") }
    guard within != nil else {
      if node != nil || via != nil || timeRespecting {
        throw ValidationError("--node, --via and --time-respecting go with --within.")
      }
      return
    }
    if node == nil, via == nil { throw ValidationError("--within needs --node or --via to start from.") }
    if brand != nil || order != nil || bootstrap.intervals {
      throw ValidationError("--brand, --order and --intervals do not go with --within.")
    }
  }

  func run() throws {
    if let within { return try runWithin(within) }
    if totals { return try runTotals() }
    if file.isGraphFile(dataset.dataset),
      dataset.dataset == "-" || FileManager.default.fileExists(atPath: dataset.dataset)
    {
      throw CommandFailure.usage("a graph file has edges but no touches: reach in it needs --within and --node")
    }
    try AnalysisRun(dataset: dataset, scope: scope, output: output, list: list.list, persons: persons).run(.reach) {
      data in
      AnalysisOptions(
        brand: try brand.map { try data.partner($0, option: "--brand") },
        stackingOrder: try (order.map { try $0.listed(of: "--order") } ?? []).map {
          try data.partner($0, option: "--order")
        },
        intervals: bootstrap.intervals)
    }
  }

  private func runTotals() throws {
    if scope.hasFilter { throw CommandFailure.usage("--totals knows no touches, so none can be chosen among") }
    let destination = try ByteOutput(path: output.output)
    let data = try dataset.totals()
    let run = BoundsRun(campaign: scope.campaign, all: scope.all, threads: dataset.threadCount)
    try run.document(data, totalsReading.families(data)).write(output, to: destination)
    try destination.finish()
  }

  private func runWithin(_ within: Int) throws {
    let destination = try ByteOutput(path: output.output)
    let document: ReachWithinDocument
    if let graph = try file.graph(inPlaceOf: dataset, scope) {
      document = try reach(within, in: graph)
    } else {
      var data = try dataset.read().dataset
      if node != nil || list.list != nil {
        data = try persons.persons(in: data, "--node and --list show")
      }
      document = try reach(within, in: data)
    }
    if let name = list.list {
      let known = document.reach.subject.campaign == nil ? "nodes" : "contacts"
      guard [known, "reach_within"].contains(name) else {
        throw CommandFailure.usage("--list: with --within there is \(known), and no count \"\(name.withoutControls)\"")
      }
      guard document.reach.contacts != nil else {
        throw CommandFailure.usage("--list: \(known) is withheld, so there is nothing to list")
      }
      document.list.write(output.format, to: destination)
    } else {
      document.write(output, to: destination)
    }
    try destination.finish()
  }

  private func reach(_ within: Int, in data: Dataset) throws -> ReachWithinDocument {
    let scopes = try scope.orWholeLog(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("--within looks at one campaign or window") }
    let node = try node.map { try data.contact($0, option: "--node") }
    let via = try via.map { try data.partner($0, option: "--via") }
    return ReachWithinDocument(reachWithin(options(node, via, within), in: data, scope: scopes[0]))
  }

  private func reach(_ within: Int, in graph: AttributedGraph) throws -> ReachWithinDocument {
    guard let node, via == nil else {
      throw CommandFailure.usage("--via is about partners' channels; in a graph file reach starts at --node")
    }
    guard let start = graph.nodeIDs.firstIndex(where: { $0.utf8.elementsEqual(node.utf8) }) else {
      throw CommandFailure.usage(Suggestion.message("node", node, known: graph.nodeIDs, option: "--node"))
    }
    let arcs = graph.arcs
    var times = timeRespecting ? try EdgeTimes(of: graph, in: dataset.dataset) : nil
    if let arcs { times?.take(arcs.origins) }
    let reach = reachWithin(
      options(start, nil, within),
      in: .graph(name: GraphFileOptions.graphName(dataset.dataset), ids: graph.nodeIDs, labels: graph.labels),
      over: arcs?.edges ?? graph.edges, isDirected: graph.isDirected, times: times?.times ?? [],
      timesPerUnit: times?.perUnit ?? 1)
    return ReachWithinDocument(reach)
  }

  private func options(_ node: Int?, _ via: Int?, _ within: Int) -> ReachWithinOptions {
    var options = ReachWithinOptions(node: node, via: via, within: within)
    options.isTimeRespecting = timeRespecting
    options.waitingDays = maximumWait
    options.threads = dataset.threadCount
    return options
  }
}

extension Dataset {
  /// The index of a partner, by id.
  func partner(_ id: String, option: String) throws -> Int {
    let id = id.trimmed
    guard let index = partners.firstIndex(where: { $0.id == id }) else {
      throw CommandFailure.usage(Suggestion.message("partner", id, known: partners.map(\.id), option: option))
    }
    return index
  }
}
