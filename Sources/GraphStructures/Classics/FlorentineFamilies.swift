extension ClassicGraphs {
  /// Marriages among sixteen families of Florence in the fifteenth century, 20 ties; the Pucci have none.
  /// Node v is `florentineFamilyNames[v]`.
  ///
  /// Reference: J. F. Padgett, C. K. Ansell, "Robust action and the rise of the Medici, 1400-1434",
  /// American Journal of Sociology 98(6), 1993, doi:10.1086/230190; as tabulated by R. L. Breiger and
  /// P. E. Pattison, "Cumulated social roles", Social Networks 8(3), 1986, doi:10.1016/0378-8733(86)90006-7.
  public static var florentineMarriages: UndirectedGraph {
    var edges = EdgeList(nodeCount: florentineFamilyNames.count)
    for (family, spouses) in florentineTies {
      for spouse in spouses { edges.append(from: family, to: spouse) }
    }
    return UndirectedGraph(edges)
  }

  /// The families of ``florentineMarriages``, in order of the alphabet.
  public static var florentineFamilyNames: [String] {
    [
      "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi", "Medici",
      "Pazzi", "Peruzzi", "Pucci", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
    ]
  }

  private static var florentineTies: [(family: NodeID, spouses: [NodeID])] {
    [
      (0, [8]),
      (1, [5, 6, 8]),
      (2, [4, 8]),
      (3, [6, 10, 14]),
      (4, [10, 14]),
      (6, [7, 15]),
      (8, [12, 13, 15]),
      (9, [13]),
      (10, [14]),
      (12, [14, 15]),
    ]
  }
}
