import Reefknot

/// The report on all campaigns of a dataset, as one page that needs no network.
func report(on folder: String) throws -> String {
  let dataset = try readDataset(at: folder).dataset
  let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
  let figures = measure(dataset, scopes: scopes, options: HTMLReport.analysis)
  return try HTMLReport(figures, in: dataset).text()
}

/// The nodes of a graph file with the highest PageRank, by name.
func mostCentralNodes(of path: String, count: Int) throws -> [String] {
  let file = try readGraph(at: path).graph
  let scores = try file.graph().pageRank().scores
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  return order.prefix(count).map { file.label(of: $0) }
}

/// How many ties away from the first of a chain of friends each of them is.
func stepsAlongAChain() -> [Int32] {
  var friends = EdgeList(nodeCount: 4)
  for person in 0..<3 { friends.append(from: NodeID(person), to: NodeID(person + 1)) }
  return UndirectedGraph(friends).hopDistances(from: [0])
}
