import CampaignModel

/// What an import did: what became of every row, and what a person must know to trust the result.
package struct ImportReport: Sendable {
  /// The dataset's time zone.
  package var timeZone = "UTC"
  package var sources: [SourceReport] = []
  /// Files that hold nothing that is imported, and why.
  package var unread: [(file: String, reason: String)] = []
  /// Rows of each table that was written.
  package var tables: [(table: String, rows: Int)] = []
  package var contacts = ContactReport()
  /// Channels, and contents, that touches name but no table lists, with the partner that they were taken for.
  package var assumedChannels: [(id: String, owner: String)] = []
  package var assumedContents: [(id: String, brand: String)] = []
  /// Cells that differ between rows of one id, by table and column; the first one counts.
  package var conflicts: [(column: String, rows: Int)] = []

  package init() {}

  /// What became of the rows of one source.
  package struct SourceReport: Sendable {
    package var files: [String] = []
    package var recipe = ""
    /// The time zone of times that do not say theirs, and who said so.
    package var timeZone = ""
    package var timeZoneOrigin = ""
    /// Whether there were such times.
    package var needsTimeZone = false
    package var rows = 0
    package var taken = 0
    package var repeats = 0
    package var refused = 0
    package var refusedReasons: [(reason: String, rows: Int)] = []
    package var ignored: [(reason: String, rows: Int)] = []
    package var ignoredEntries: [(reason: String, entries: Int)] = []
    /// The first and the last touch, in the dataset's time zone.
    package var first: String?
    package var last: String?
    /// Columns whose times are mere dates.
    package var withoutClock: [String] = []
    /// Columns whose order of day and month was decided by their values.
    package var decided: [(column: String, form: String)] = []
    /// Numbers with signs between thousands, the first of each column, and what they were read as.
    package var grouped: [(column: String, written: String, number: String)] = []
    /// What its recipe takes on request only, and was not asked for.
    package var onRequest: [String] = []
    /// Columns that nothing was taken from.
    package var unusedColumns: [String] = []
    /// Columns that the recipe uses by their descriptions only.
    package var uncertainColumns: [String] = []
  }

  /// What is known of contacts in all.
  package struct ContactReport: Sendable {
    package var touched = 0
    package var listed = 0
    package var touchedNotListed = 0
    package var inSeveralSources = 0
    package var joinedIDs = 0
    package var ambiguousIDs = 0
    /// Whether ids are pseudonyms.
    package var arePseudonyms = false
    /// What tells keys apart, without telling of them.
    package var keyMark: String?
  }
}
