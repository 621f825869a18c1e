import CampaignModel

/// The participants P(K) of a campaign (<doc:Metrics#Participants>).
enum Participants {
  /// Leads, brands and partner authors of the campaign's contents, and owners of the channels of T(K).
  ///
  /// - Parameter isCarrier: per partner, whether it owns a channel of T(K).
  /// - Returns: per partner, whether it takes part.
  static func flags(of campaign: Int?, isCarrier: [Bool], in dataset: Dataset) -> [Bool] {
    var flags = isCarrier
    guard let campaign else { return flags }
    for lead in dataset.campaigns[campaign].leads { flags[lead] = true }
    for content in dataset.contents where content.campaign == campaign {
      for brand in content.brands { flags[brand] = true }
      for case .partner(let author) in content.authors { flags[author] = true }
    }
    return flags
  }
}
