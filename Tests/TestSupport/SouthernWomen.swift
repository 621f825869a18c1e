public import CampaignModel

/// Who attended which of fourteen social events in Natchez, Mississippi.
///
/// Source: A. Davis, B. B. Gardner, M. R. Gardner, "Deep South" (1941), the table on page 148.
public enum SouthernWomen {
  /// Each woman with the numbers of the events she attended; 18 women, 89 attendances.
  public static let attendance: KeyValuePairs<String, [Int]> = [
    "Evelyn Jefferson": [1, 2, 3, 4, 5, 6, 8, 9],
    "Laura Mandeville": [1, 2, 3, 5, 6, 7, 8],
    "Theresa Anderson": [2, 3, 4, 5, 6, 7, 8, 9],
    "Brenda Rogers": [1, 3, 4, 5, 6, 7, 8],
    "Charlotte McDowd": [3, 4, 5, 7],
    "Frances Anderson": [3, 5, 6, 8],
    "Eleanor Nye": [5, 6, 7, 8],
    "Pearl Oglethorpe": [6, 8, 9],
    "Ruth DeSand": [5, 7, 8, 9],
    "Verne Sanderson": [7, 8, 9, 12],
    "Myra Liddel": [8, 9, 10, 12],
    "Katherina Rogers": [8, 9, 10, 12, 13, 14],
    "Sylvia Avondale": [7, 8, 9, 10, 12, 13, 14],
    "Nora Fayette": [6, 7, 9, 10, 11, 12, 13, 14],
    "Helen Lloyd": [7, 8, 10, 11, 12],
    "Dorothy Murchison": [8, 9],
    "Olivia Carleton": [9, 11],
    "Flora Price": [9, 11],
  ]

  /// Each event a channel of an owner of the same name, all in one campaign, `season`.
  ///
  /// Ids have two digits, `E01` … `E14`, so that their order is that of the events. The events are put on
  /// consecutive days, which plays no part in who met whom.
  public static func dataset() -> Dataset {
    var builder = DatasetBuilder()
    builder.name = "southern-women"
    for event in 1...14 { builder.channel(id(event), owner: id(event), medium: "event") }
    builder.campaign("season", from: 0, to: 15)
    for (woman, events) in attendance {
      for event in events { builder.touch(Double(event), woman, id(event), "attendance") }
    }
    return builder.build()
  }

  private static func id(_ event: Int) -> String { event < 10 ? "E0\(event)" : "E\(event)" }
}
