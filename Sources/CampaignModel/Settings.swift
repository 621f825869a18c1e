/// What reefknot.yaml sets (<doc:Dataset#Settings>).
public struct Settings: Sendable {
  /// IANA name of the time zone of dates and of times without an offset.
  public var timeZone: String
  /// Currency of every value and cost; printed with money, never converted.
  public var currency: String
  /// Up to when the data are complete; nil stands for the last touchpoint's time.
  public var observedUntil: Instant?
  /// Whether `observedUntil` was given as a date: it is the midnight after that day, which is not observed any more.
  public var observedUntilIsDate: Bool
  /// Silence longer than this many days ends a contact's activity; at least 1.
  public var activityGapDays: Int
  /// What one new relevant contact costs in single-brand marketing, greater than 0; nil when not configured.
  public var costPerContact: Double?
  /// How many days back a conversion's path reaches; at least 1.
  public var attributionLookbackDays: Int
  /// How many days after a campaign's end purchases still belong to it; at least 0.
  public var conversionDaysAfterEnd: Int
  /// Counts of fewer contacts than this, but not 0, are withheld in everything shown; 0 withholds nothing.
  public var minimumGroup: Int
  /// All contacts that there are; nil when not configured.
  public var universe: Int?
  /// What weeks and days of curves are.
  public var blocks = Blocks.hours
  /// What reports are called, and who they are from.
  public var title: String?
  public var organization: String?
  /// The picture shown on reports.
  public var logo: Logo?

  /// What weeks and days of curves, and days after the end, are.
  public enum Blocks: String, CaseIterable, Hashable, Sendable {
    /// Blocks of 24 hours from the start on.
    case hours
    /// Days of the calendar in the time zone.
    case calendar
  }

  /// A picture of the dataset's folder.
  public struct Logo: Hashable, Sendable {
    public enum Format: Hashable, Sendable {
      case png
      case svg
    }

    /// Name of the file.
    public var name: String
    public var format: Format
    public var bytes: [UInt8]

    public init(name: String, format: Format, bytes: [UInt8]) {
      self.name = name
      self.format = format
      self.bytes = bytes
    }
  }

  public init(
    timeZone: String = "UTC", currency: String = "EUR", observedUntil: Instant? = nil,
    observedUntilIsDate: Bool = false, activityGapDays: Int = 30, costPerContact: Double? = nil,
    attributionLookbackDays: Int = 90, conversionDaysAfterEnd: Int = 0, minimumGroup: Int = 0
  ) {
    self.timeZone = timeZone
    self.currency = currency
    self.observedUntil = observedUntil
    self.observedUntilIsDate = observedUntilIsDate
    self.activityGapDays = activityGapDays
    self.costPerContact = costPerContact
    self.attributionLookbackDays = attributionLookbackDays
    self.conversionDaysAfterEnd = conversionDaysAfterEnd
    self.minimumGroup = minimumGroup
  }

  /// The last instant that is observed: rows dated after it are left out of every figure. Nil without the setting.
  public var lastObserved: Instant? {
    observedUntil.map { observedUntilIsDate ? Instant(milliseconds: $0.milliseconds - 1) : $0 }
  }
}
