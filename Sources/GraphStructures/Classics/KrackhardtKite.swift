extension ClassicGraphs {
  /// Krackhardt's kite: ten people, 18 ties, in which degree, closeness and betweenness each choose another center.
  /// Node v is `krackhardtKiteNames[v]`.
  ///
  /// Reference: D. Krackhardt, "Assessing the political landscape: structure, cognition, and power in
  /// organizations", Administrative Science Quarterly 35(2), 1990, figure 3, doi:10.2307/2393394.
  public static var krackhardtKite: UndirectedGraph {
    var edges = EdgeList(nodeCount: krackhardtKiteNames.count)
    for (person, others) in kiteTies {
      for other in others { edges.append(from: person, to: other) }
    }
    return UndirectedGraph(edges)
  }

  /// The people of ``krackhardtKite``.
  public static var krackhardtKiteNames: [String] {
    ["Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane"]
  }

  private static var kiteTies: [(person: NodeID, others: [NodeID])] {
    [
      (0, [1, 2, 3, 5]),
      (1, [3, 4, 6]),
      (2, [3, 5]),
      (3, [4, 5, 6]),
      (4, [6]),
      (5, [6, 7]),
      (6, [7]),
      (7, [8]),
      (8, [9]),
    ]
  }
}
