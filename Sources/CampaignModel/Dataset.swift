/// Everything Reefknot knows of a cooperative network: the tables, with references resolved to indices.
public struct Dataset: Sendable {
  /// What it is called in reports: the folder's name.
  public var name: String
  public var settings: Settings
  public var kinds: KindTable
  public var partners: [Partner]
  public var channels: [Channel]
  public var campaigns: [Campaign]
  public var contents: [Content]
  public var contacts: Contacts
  public var log: TouchLog
  public var ties: [Tie]
  public var exchanges: [Exchange]
  public var targets: [Target]
  /// In the file's order: of two assessments with the same date the later row counts.
  public var assessments: [Assessment]
  public var plan: [PlanItem]
  /// Figures that partners delivered in place of their contacts.
  public var totals: [DeliveredTotal] = []
  /// Tables that the dataset has; a figure that needs another one is `not_configured`.
  public var tables: Set<Table>
  /// What was counted of a log that is not at hand; nil where ``log`` has the touches.
  package var counted: CountedLog?
  /// Where a log lies that is still to be counted, of which ``counted`` knows no more than its summary.
  package var parts: (any LogParts)?
  /// Times of the earliest and latest touch of a log of which only some contacts are at hand; else nil.
  package var wholeSpan: ClosedRange<Instant>?
  /// Per table, rows dated after `observed_until`: they are left out of every figure.
  public var rowsAfterObservation: [Table: Int]

  public init(
    name: String, settings: Settings = Settings(), kinds: KindTable = .standard, partners: [Partner],
    channels: [Channel], campaigns: [Campaign] = [], contents: [Content] = [], contacts: Contacts,
    log: TouchLog, ties: [Tie] = [], exchanges: [Exchange] = [], targets: [Target] = [],
    assessments: [Assessment] = [], plan: [PlanItem] = [], tables: Set<Table> = [.channels, .touchpoints],
    rowsAfterObservation: [Table: Int] = [:]
  ) {
    precondition(log.contactCount == contacts.count, "The log and the contacts must number the same contacts.")
    self.name = name
    self.settings = settings
    self.kinds = kinds
    self.partners = partners
    self.channels = channels
    self.campaigns = campaigns
    self.contents = contents
    self.contacts = contacts
    self.log = log
    self.ties = ties
    self.exchanges = exchanges
    self.targets = targets
    self.assessments = assessments
    self.plan = plan
    self.tables = tables
    self.rowsAfterObservation = rowsAfterObservation
  }

  /// Up to when the data are complete: the setting, else the last touchpoint's time; nil when there is neither.
  public var observedUntil: Instant? { settings.observedUntil ?? logSpan?.upperBound }
}
