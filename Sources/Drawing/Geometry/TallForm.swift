/// The measures of tall drawings: 288 pixels are left of a phone's window of 320, so that these letters are ten high.
enum TallForm {
  /// Letters are no smaller, in points.
  static let points = 13.0
  /// Within the margins, in points.
  static let width = 344.0
  /// Of words above the drawing, around which Graphviz leaves room.
  static let captionWidth = 320.0
}
