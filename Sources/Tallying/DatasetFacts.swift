package import CampaignModel
import LogScanning

extension TallyFile {
  /// What a dataset's tables and settings must have in common with those that tallies were made with: all that counts
  /// depend on. Names, titles, budgets, targets and the like may change afterwards.
  package static func facts(of dataset: Dataset) -> [Fact] {
    let settings = dataset.settings
    return [
      Fact("timezone", settings.timeZone),
      Fact("activity_gap_days", "\(settings.activityGapDays)"),
      Fact("attribution_lookback_days", "\(settings.attributionLookbackDays)"),
      Fact("conversion_days_after_end", "\(settings.conversionDaysAfterEnd)"),
      Fact("blocks", settings.blocks.rawValue),
      Fact("partners.csv", digest(of: dataset.partners) { $0.write($1.id) }),
      Fact(
        "channels.csv",
        digest(of: dataset.channels) { writer, channel in
          writer.write(channel.id)
          writer.write(channel.owner)
          writer.write(optional: channel.medium)
          writer.write(channel.paid == true ? 1 : 0)
        }),
      Fact(
        "campaigns.csv",
        digest(of: dataset.campaigns) { writer, campaign in
          writer.write(campaign.id)
          writer.write(signed: campaign.start.milliseconds)
          writer.write(signed: campaign.end.milliseconds)
        }),
      Fact(
        "contents.csv",
        digest(of: dataset.contents) { writer, content in
          writer.write(content.id)
          writer.write(content.brands.count)
          for brand in content.brands { writer.write(brand) }
          writer.write(content.campaign.map { $0 + 1 } ?? 0)
          writer.write(optional: content.format)
        }),
      Fact(
        "kinds.csv",
        digest(of: dataset.kinds.kinds) { writer, kind in
          writer.write(kind.name)
          writer.write(kind.level.name)
        }),
    ]
  }

  /// What parts of one log must have in common beside ``facts(of:)``: they come from the tables of contacts, which are not
  /// read again where tallies stand in for them.
  static func factsOfContacts(_ dataset: Dataset) -> [Fact] {
    let ids = dataset.contacts.ids
    return [
      Fact(tablesFact, Table.allCases.filter { dataset.tables.contains($0) }.map(\.rawValue).joined(separator: ", ")),
      Fact(
        "ties.csv",
        digest(of: dataset.ties) { writer, tie in
          writer.write(ids.utf8(of: tie.from))
          writer.write(ids.utf8(of: tie.to))
          writer.write(optional: tie.kind)
          writer.write(signed: tie.time?.milliseconds ?? .min)
        }),
    ]
  }

  /// Name of the fact that tells which tables there are.
  static let tablesFact = "which tables there are"

  /// The tables of the log that was counted.
  package var tables: Set<Table> {
    Set(
      Table.allCases.filter { table in
        facts.contains {
          $0.name == TallyFile.tablesFact && $0.value.split(separator: ", ").contains("\(table.rawValue)")
        }
      })
  }

  /// The number of rows and a hash of what they hold, which is the same for equal rows in equal order.
  private static func digest<Row>(of rows: [Row], _ write: (inout TallyWriter, Row) -> Void) -> String {
    var hash = FNV1a()
    for row in rows {
      var writer = TallyWriter()
      write(&writer, row)
      hash.add(writer.bytes[...])
    }
    return "\(rows.count) rows, \(String(hash.hash, radix: 16))"
  }
}

extension TallyWriter {
  /// A text, or that there is none.
  fileprivate mutating func write(optional text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }
}
