import CampaignModel
import Randomness

/// The tables on how partners work together: exchanges, assessments, targets, the plan, and the settings.
struct Cooperation {
  let options: GenerationOptions
  let timetable: Timetable
  let network: PartnerNetwork
  let campaigns: [Campaign]
  let contents: Contents

  /// `exchanges.csv`: gestures, half of them answered within two weeks or so, and now and then money, hours or content.
  func exchanges(_ random: inout Xoshiro256) -> TableBuffer {
    var rows: [(day: Int, from: Int, to: Int, kind: String, value: String)] = []
    for day in stride(from: 0, to: options.days, by: 3) {
      for _ in 0..<max(1, network.partners.count / 8) {
        let from = random.draw(below: network.partners.count)
        let to =
          network.members[network.partners[from].community][0] == from
          ? random.draw(below: network.partners.count) : network.anyPartner.index(for: random.next() >> 8)
        guard from != to, network.partners[from].takesPart(on: day),
          network.partners[to].takesPart(on: day)
        else { continue }
        switch random.draw(below: 10) {
        case 0: rows.append((day, from, to, "money", String(50 * random.within(2...30))))
        case 1: rows.append((day, from, to, "hours", String(30 * random.within(1...20))))
        case 2: rows.append((day, from, to, "content", ""))
        default:
          rows.append((day, from, to, random.element(of: Vocabulary.gestures), ""))
          let answer = day + random.within(1...20)
          if random.chance(55), answer < options.days, network.partners[to].takesPart(on: answer),
            network.partners[from].takesPart(on: answer)
          {
            rows.append((answer, to, from, random.element(of: Vocabulary.gestures), ""))
          }
        }
      }
    }
    let order = rows.indices.sorted { (rows[$0].day, $0) < (rows[$1].day, $1) }
    var table = TableBuffer("exchanges.csv", header: "time,from,to,kind,value")
    for row in order.map({ rows[$0] }) {
      table.row([
        timetable.start.advanced(by: row.day).description, network.partners[row.from].id,
        network.partners[row.to].id, row.kind,
        row.value,
      ])
    }
    return table
  }

  /// `assessments.csv`: near the end of each campaign, what the lead and each participant think of their partnership.
  func assessments(_ random: inout Xoshiro256) -> TableBuffer {
    var table = TableBuffer("assessments.csv", header: "from,to,date,structure,social,performance")
    for campaign in campaigns {
      for participant in campaign.participants where participant != campaign.lead {
        let common = (0..<3).map { _ in random.within(30...85) }
        for (from, to) in [(campaign.lead, participant), (participant, campaign.lead)]
        where random.chance(85) {
          let day = campaign.window.upperBound - 1 - random.draw(below: 10)
          let marks = common.map { mark in
            random.chance(6) ? "" : String(min(100, max(0, mark + random.within(-18...18))))
          }
          table.row(
            [
              network.partners[from].id, network.partners[to].id,
              timetable.start.advanced(by: day).description,
            ] + marks)
        }
      }
    }
    return table
  }

  /// `targets.csv`: a figure on each of the three levels, near what the timetable makes likely.
  func targets(_ random: inout Xoshiro256) -> TableBuffer {
    var table = TableBuffer("targets.csv", header: "campaign,kpi,value,due")
    for campaign in campaigns {
      let newcomers = timetable.newcomers(in: campaign.window)
      let rows = timetable.rows(in: campaign.window)
      let last = timetable.start.advanced(by: campaign.window.upperBound - 1)
      let planned: [(kpi: String, value: Int)] = [
        ("reach", newcomers), ("new_contacts", newcomers * 7 / 10), ("interactions", rows / 12),
        ("leads", rows / 150),
        ("customers", rows / 80),
      ]
      for (kpi, value) in planned {
        table.row([
          campaign.id, kpi, String(max(1, value * random.within(80...120) / 100)), last.description,
        ])
      }
      table.row([campaign.id, "penetration", "0." + String(random.within(50...75)), last.description])
      table.row([
        campaign.id, "stays", "0." + String(random.within(25...45)), last.advanced(by: 60).description,
      ])
    }
    return table
  }

  /// `contents.csv`.
  func contentTable() -> TableBuffer {
    var table = TableBuffer(
      "contents.csv", header: "id,title,campaign,brands,authors,format,published")
    for content in contents.all {
      table.row([
        String(decoding: content.id, as: UTF8.self), content.title,
        content.campaign.map { campaigns[$0].id } ?? "",
        content.brands.map { network.partners[$0].id }.joined(separator: ";"),
        content.authors.joined(separator: ";"), content.format,
        timetable.start.advanced(by: content.published).description,
      ])
    }
    return table
  }

  /// `plan.csv`: the carriers that were planned, and a few that never came.
  func plan(_ random: inout Xoshiro256) -> TableBuffer {
    var table = TableBuffer("plan.csv", header: "content,channel,due")
    for content in contents.all where content.campaign != nil {
      for channel in (content.carriers.filter { !content.unplanned.contains($0) } + content.missed)
        .sorted()
      {
        table.row([
          String(decoding: content.id, as: UTF8.self),
          String(decoding: network.channels[channel].id, as: UTF8.self),
          timetable.start.advanced(by: content.published + random.within(2...21)).description,
        ])
      }
    }
    return table
  }

  /// `kinds.csv`: the one kind that is the dataset's own.
  func kinds() -> TableBuffer {
    var table = TableBuffer("kinds.csv", header: "kind,level,depth")
    table.row([Kind.save.name, "interaction", "2"])
    return table
  }

  /// `reefknot.yaml`.
  func settings() -> [UInt8] {
    let lines = [
      "timezone: \(options.timeZone)", "currency: \(options.currency)",
      "observed_until: \(timetable.start.advanced(by: options.days - 1).description)",
      "activity_gap_days: 30",
      "cost_per_contact: 12.5", "attribution_lookback_days: 90", "minimum_group: 0",
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
