/// The most that a file may hold: far more than honest files need, so that hostile ones cannot take all memory.
///
/// Each limit is an error that names its place, and has a test at the limit and one beyond it.
package enum ReadingLimits {
  /// Bytes of a field as it stands in the text.
  package static let fieldLength = 1 << 20
  /// Bytes of a row of delimited text, with its line end.
  package static let rowLength = 16 << 20
  /// Columns of a header.
  package static let columns = 1000
  /// Bytes of a compressed file's content.
  package static let inflatedSize = 256 << 30
  /// Bytes of reefknot.yaml, and brackets in it, with which it could be nested.
  package static let settingsLength = 64 << 10
  package static let settingsNesting = 100
  /// Bytes of a logo.
  package static let logoSize = 4 << 20
  /// Bytes of an id.
  package static let idLength = 4096
  /// Partners and campaigns of a dataset.
  package static let partners = 100_000
  package static let campaigns = 10_000
  /// Years that a campaign may take.
  package static let campaignYears = 100
  /// Problems of a file that are told in full.
  package static let shownProblems = 20
}
