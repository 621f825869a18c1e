import CampaignData
import CampaignModel

/// A small dataset to fill in: three rows of example in each table, and what each column means.
package enum DatasetTemplate {
  /// A table of the template.
  struct Part {
    var table: Table
    var meaning: String
    /// Columns with what stands in them.
    var columns: [(name: String, meaning: String)]
    var rows: [[String]]
  }

  static let settings = [
    ("timezone", "Europe/Berlin", "IANA name, for dates and times without a zone"),
    ("currency", "EUR", "printed with money, never converted"),
  ]

  static let parts: [Part] = [
    Part(
      table: .partners, meaning: "organizations that take part",
      columns: [
        ("id", "short and lasting, used by all other tables"), ("name", "as people read it"), ("sector", "any word"),
      ],
      rows: [
        ["mill", "The Mill", "food"], ["radio", "Radio Kiez", "media"], ["garden", "Roof Garden", "neighborhood"],
      ]),
    Part(
      table: .channels, meaning: "places where content meets contacts",
      columns: [
        ("id", "used by touchpoints"), ("owner", "id of a partner"), ("name", "as people read it"),
        ("medium", "newsletter, social, event, website …"), ("paid", "yes or no"), ("audience", "how many it reaches"),
      ],
      rows: [
        ["mill-letter", "mill", "The Mill's letter", "newsletter", "no", "2600"],
        ["radio-show", "radio", "Morning show", "radio", "no", "12000"],
        ["garden-feed", "garden", "@roofgarden", "social", "no", "980"],
      ]),
    Part(
      table: .campaigns, meaning: "time windows with a purpose",
      columns: [
        ("id", "used by contents"), ("start", "date or time"), ("end", "date or time; a date includes that day"),
        ("name", "as people read it"), ("lead", "ids of partners, separated by ;"), ("budget", "money"),
      ],
      rows: [
        ["spring", "2025-03-01", "2025-03-31", "Spring bread", "mill", "1500"],
        ["summer", "2025-06-01", "2025-06-30", "Summer feast", "mill;garden", "800"],
        ["autumn", "2025-09-15", "2025-10-15", "Harvest", "garden", ""],
      ]),
    Part(
      table: .contents, meaning: "what was published, and whose message it carries",
      columns: [
        ("id", "used by touchpoints"), ("brands", "ids of partners, separated by ;"), ("title", "as people read it"),
        ("campaign", "id of a campaign"), ("authors", "who made it: ids of partners or contacts"),
        ("format", "any word"),
      ],
      rows: [
        ["recipe", "mill;radio", "A loaf in an hour", "spring", "mill", "recipe"],
        ["interview", "mill", "Who bakes here", "spring", "radio", "interview"],
        ["invitation", "garden", "Come and sow", "spring", "garden", "invitation"],
      ]),
    Part(
      table: .contacts, meaning: "persons or organizations that are touched; may be left out",
      columns: [
        ("id", "the same in all tables: an address, or a number of yours"), ("name", "may be empty"),
        ("segment", "any word"), ("relevant", "yes where it is whom you look for"),
      ],
      rows: [
        ["ann@example.org", "Ann", "private", "yes"], ["bob@example.org", "Bob", "private", "no"],
        ["cem@example.org", "Cem", "business", "yes"],
      ]),
    Part(
      table: .touchpoints, meaning: "one contact met one channel once: the heart of it all",
      columns: [
        ("time", "date or time, such as 2025-03-02 09:30"), ("contact", "id of a contact"),
        ("channel", "id of a channel"),
        ("kind", "what happened, from the list"), ("content", "id of a content, may be empty"),
        ("value", "money, of orders and the like"), ("cost", "money"),
      ],
      rows: [
        ["2025-03-02 09:30", "ann@example.org", "radio-show", "listen", "interview", "", ""],
        ["2025-03-03 18:05", "bob@example.org", "mill-letter", "open", "recipe", "", "0.02"],
        ["2025-03-05 12:00", "ann@example.org", "mill-letter", "order", "", "24.9", ""],
      ]),
  ]

  /// The folder's files by name.
  package static var files: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = parts.map { part in
      var text = TableText(header: part.columns.map(\.name))
      for row in part.rows {
        for cell in row { text.append(cell) }
        text.endRow()
      }
      return ("\(part.table.rawValue).csv", text.bytes)
    }
    let yaml = settings.map { "\($0.0): \($0.1)  # \($0.2)\n" }.joined()
    files.append(("reefknot.yaml", Array(yaml.utf8)))
    files.append(("README.md", Array((["# A dataset for Reefknot", ""] + notes).joined(separator: "\n").utf8)))
    return files.sorted { $0.name < $1.name }
  }

  /// What the tables and columns mean, line by line.
  static var notes: [String] {
    var lines = [
      "The rows are examples: replace them. Tables may be left out, but for channels and touchpoints.",
      "\"reefknot check\" says what is wrong or missing.", "",
    ]
    for part in parts {
      lines.append("\(part.table.rawValue): \(part.meaning)")
      for column in part.columns {
        let mark = part.table.requiredColumns.contains(column.name) ? " (needed)" : ""
        lines.append("- \(column.name)\(mark): \(column.meaning)")
      }
      lines.append("")
    }
    lines.append("kinds: \(KindTable.standard.kinds.map(\.name).joined(separator: ", "))")
    return lines
  }
}
