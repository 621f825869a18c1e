/// The most that a file may hold: far more than honest files need, so that hostile ones cannot take all memory.
///
/// Each limit is an error that names its place, and has a test at the limit and one beyond it.
package enum ReadingLimits {
  /// Bytes of a field as it stands in the text.
  package static let fieldLength = 1 << 20
  /// Bytes of a row of delimited text.
  package static let rowLength = 16 << 20
  /// Columns of a header.
  package static let columns = 1000
  /// Problems of a file that are told in full.
  package static let shownProblems = 20
}
