import CampaignModel

/// What stands in a column of a dataset's table, as far as an import must know.
enum ColumnContent: Sendable {
  case text
  /// An id of a partner, channel, campaign or content, or a list of them.
  case id
  case contact
  /// A list of partners and contacts.
  case people
  case kind
  case time
  /// A time that ends a window: a date includes its day.
  case end
  case number
  case boolean

  /// The content of a column.
  init(_ table: Table, _ column: String) {
    switch column {
    case "time", "start", "joined", "left", "published": self = .time
    case "end", "due", "consent_until": self = .end
    case "date": self = .time
    case "value", "cost", "row", "audience", "budget", "weight", "depth", "structure", "social", "performance":
      self = .number
    case "paid", "relevant", "holdout": self = .boolean
    case "contact": self = .contact
    case "id" where table == .contacts: self = .contact
    case "from", "to": self = table == .ties ? .contact : .id
    case "authors": self = .people
    case "kind": self = table == .touchpoints ? .kind : .text
    case "id", "owner", "lead", "brands", "campaign", "content", "channel": self = .id
    default: self = .text
    }
  }
}
