import CampaignModel
import FileReading

/// targets.csv: planned figures.
enum TargetsTable {
  static func read(_ reader: TableReader, campaigns: IDTable) throws(ReadingError) -> [Target] {
    var targets: [Target] = []
    let campaign = reader.column("campaign")
    let kpi = reader.column("kpi")
    let value = reader.column("value")
    let due = reader.column("due")
    try reader.forEachRow { row in
      let index = row.required(campaign).flatMap { _ in row.reference(campaign, to: campaigns) }
      let name = row.required(kpi).map { String(decoding: $0, as: UTF8.self) }
      let figure = row.number(value)
      let time = row.endTime(due)
      guard row.isGood, let index, let name else { return }
      targets.append(
        Target(campaign: index, kpi: name, value: figure, due: time?.instant, dueIsDate: time?.isDate ?? false))
    }
    return targets
  }
}

/// plan.csv: who communicates what where.
enum PlanTable {
  static func read(_ reader: TableReader, contents: IDTable, channels: IDTable) throws(ReadingError) -> [PlanItem] {
    var plan: [PlanItem] = []
    let content = reader.column("content")
    let channel = reader.column("channel")
    let due = reader.column("due")
    try reader.forEachRow { row in
      let contentIndex = row.required(content).flatMap { _ in row.reference(content, to: contents) }
      let channelIndex = row.required(channel).flatMap { _ in row.reference(channel, to: channels) }
      let time = row.endTime(due)
      guard row.isGood, let contentIndex, let channelIndex else { return }
      plan.append(
        PlanItem(
          content: contentIndex, channel: channelIndex, due: time?.instant, dueIsDate: time?.isDate ?? false))
    }
    return plan
  }
}
