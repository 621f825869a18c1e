extension ClassicGraphs {
  /// Southern Women: 18 women (left), 14 social events (right), 89 attendances, in Natchez in the 1930s.
  /// Left node v is `southernWomenNames[v]`; right node e is the study's event e + 1.
  ///
  /// Reference: A. Davis, B. B. Gardner, M. R. Gardner, *Deep South*, University of Chicago Press, 1941,
  /// figure 3.
  public static var southernWomen: TwoModeGraph {
    var women: [NodeID] = []
    var events: [NodeID] = []
    for (woman, row) in southernWomenAttendance.enumerated() {
      for event in row.events {
        women.append(NodeID(woman))
        events.append(event - 1)
      }
    }
    return TwoModeGraph(leftCount: southernWomenAttendance.count, rightCount: 14, lefts: women, rights: events)
  }

  /// The women of ``southernWomen``, in the order of the study's table.
  public static var southernWomenNames: [String] { southernWomenAttendance.map(\.name) }

  /// Each woman and the numbers of the events she attended.
  private static var southernWomenAttendance: [(name: String, events: [NodeID])] {
    [
      ("Evelyn Jefferson", [1, 2, 3, 4, 5, 6, 8, 9]),
      ("Laura Mandeville", [1, 2, 3, 5, 6, 7, 8]),
      ("Theresa Anderson", [2, 3, 4, 5, 6, 7, 8, 9]),
      ("Brenda Rogers", [1, 3, 4, 5, 6, 7, 8]),
      ("Charlotte McDowd", [3, 4, 5, 7]),
      ("Frances Anderson", [3, 5, 6, 8]),
      ("Eleanor Nye", [5, 6, 7, 8]),
      ("Pearl Oglethorpe", [6, 8, 9]),
      ("Ruth DeSand", [5, 7, 8, 9]),
      ("Verne Sanderson", [7, 8, 9, 12]),
      ("Myra Liddel", [8, 9, 10, 12]),
      ("Katherina Rogers", [8, 9, 10, 12, 13, 14]),
      ("Sylvia Avondale", [7, 8, 9, 10, 12, 13, 14]),
      ("Nora Fayette", [6, 7, 9, 10, 11, 12, 13, 14]),
      ("Helen Lloyd", [7, 8, 10, 11, 12]),
      ("Dorothy Murchison", [8, 9]),
      ("Olivia Carleton", [9, 11]),
      ("Flora Price", [9, 11]),
    ]
  }
}
