/// Small graphs that a field's papers and text books share, written from the published tables.
public enum ClassicGraphs {}

extension ClassicGraphs {
  /// Zachary's karate club: 34 members, 78 ties between those who met outside the club, weighted by the
  /// number of situations in which they did. Node v is the paper's member v + 1.
  ///
  /// Reference: W. W. Zachary, "An information flow model for conflict and fission in small groups",
  /// Journal of Anthropological Research 33(4), 1977, figures 2 and 3, doi:10.1086/jar.33.4.3629752.
  public static var karateClub: UndirectedGraph {
    var edges = EdgeList(nodeCount: 34, isWeighted: true)
    for (member, ties) in karateTies {
      for (other, weight) in ties { edges.append(from: member - 1, to: other - 1, weight: weight) }
    }
    return UndirectedGraph(edges)
  }

  /// The faction each member joined when the club split: 0 the instructor's (Mr. Hi), 1 the officers'.
  ///
  /// Reference: as for ``karateClub``, table 3.
  public static var karateClubFactions: [Int32] {
    let officers: Set<Int32> = [10, 15, 16, 19, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34]
    return (1...34).map { officers.contains($0) ? 1 : 0 }
  }

  /// For each member, numbered from 1, the later members tied to it and the weights of the ties.
  private static var karateTies: [(member: NodeID, ties: [(other: NodeID, weight: Double)])] {
    [
      (
        1,
        [
          (2, 4), (3, 5), (4, 3), (5, 3), (6, 3), (7, 3), (8, 2), (9, 2), (11, 2), (12, 3), (13, 1), (14, 3), (18, 2),
          (20, 2), (22, 2), (32, 2),
        ]
      ),
      (2, [(3, 6), (4, 3), (8, 4), (14, 5), (18, 1), (20, 2), (22, 2), (31, 2)]),
      (3, [(4, 3), (8, 4), (9, 5), (10, 1), (14, 3), (28, 2), (29, 2), (33, 2)]),
      (4, [(8, 3), (13, 3), (14, 3)]),
      (5, [(7, 2), (11, 3)]),
      (6, [(7, 5), (11, 3), (17, 3)]),
      (7, [(17, 3)]),
      (9, [(31, 3), (33, 3), (34, 4)]),
      (10, [(34, 2)]),
      (14, [(34, 3)]),
      (15, [(33, 3), (34, 2)]),
      (16, [(33, 3), (34, 4)]),
      (19, [(33, 1), (34, 2)]),
      (20, [(34, 1)]),
      (21, [(33, 3), (34, 1)]),
      (23, [(33, 2), (34, 3)]),
      (24, [(26, 5), (28, 4), (30, 3), (33, 5), (34, 4)]),
      (25, [(26, 2), (28, 3), (32, 2)]),
      (26, [(32, 7)]),
      (27, [(30, 4), (34, 2)]),
      (28, [(34, 4)]),
      (29, [(32, 2), (34, 2)]),
      (30, [(33, 4), (34, 2)]),
      (31, [(33, 3), (34, 3)]),
      (32, [(33, 4), (34, 4)]),
      (33, [(34, 5)]),
    ]
  }
}
