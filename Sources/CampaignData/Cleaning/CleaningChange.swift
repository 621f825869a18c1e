/// Something that a cleaned copy of a dataset has otherwise than the dataset.
package struct CleaningChange: Hashable, Sendable, CustomStringConvertible {
  /// Name of the file within the dataset's folder.
  package var file: String
  /// Line of the file on which the row starts; nil where the whole file is meant.
  package var line: Int?
  /// Name of the column; nil where the whole row or file is meant.
  package var column: String?
  /// What was done, as the rest of a sentence.
  package var what: String

  package var description: String {
    ([file + (line.map { ":\($0)" } ?? "")] + [column].compactMap(\.self) + [what]).joined(separator: ": ")
  }
}
