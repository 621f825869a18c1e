import CampaignModel
import Randomness

/// A campaign: its window of days, and the partners that take part in it.
struct Campaign {
  let id: String
  let name: String
  let window: Range<Int>
  /// Partner numbers, ascending, the lead among them.
  let participants: [Int]
  let lead: Int
  let budget: Int

  /// One campaign for each window of `timetable`.
  static func all(timetable: Timetable, network: PartnerNetwork, random: inout Xoshiro256)
    -> [Campaign]
  {
    timetable.windows.enumerated().map { number, window in
      let present = network.partners.indices.filter {
        network.partners[$0].takesPart(on: window.lowerBound)
          && network.partners[$0].takesPart(on: window.upperBound)
      }
      let lead = present[number % min(3, present.count)]
      var chosen = present.filter { $0 == lead || random.chance(65) }
      if chosen.count < 2, let other = present.first(where: { $0 != lead }) {
        chosen = [lead, other].sorted()
      }
      let names = Vocabulary.campaignNames
      let round = number / names.count
      return Campaign(
        id: "k" + padded(number + 1, 2),
        name: names[number % names.count] + (round > 0 ? " \(round + 1)" : ""),
        window: window, participants: chosen, lead: lead,
        budget: 1000 * max(1, timetable.newcomers(in: window) * 8 / 1000 + random.draw(below: 5)))
    }
  }

  /// `campaigns.csv`.
  static func table(_ campaigns: [Campaign], network: PartnerNetwork, start: CivilDate)
    -> TableBuffer
  {
    var table = TableBuffer("campaigns.csv", header: "id,name,start,end,lead,budget")
    for campaign in campaigns {
      table.row([
        campaign.id, campaign.name, start.advanced(by: campaign.window.lowerBound).description,
        start.advanced(by: campaign.window.upperBound - 1).description, network.partners[campaign.lead].id,
        String(campaign.budget),
      ])
    }
    return table
  }
}
