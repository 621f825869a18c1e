public import CampaignModel
public import FileReading

/// A dataset, and what was found while reading it.
public struct ReadingResult: Sendable {
  public var dataset: Dataset
  /// Unknown columns, ignored files, rows left out and rows after `observed_until`, table by table.
  public var notes: [ReadingNote]
  /// The bad rows that were left out, in order of file and line; empty unless ``ReadingOptions/keepsRejects``.
  public var rejects: [RejectedRow]

  public init(dataset: Dataset, notes: [ReadingNote] = [], rejects: [RejectedRow] = []) {
    self.dataset = dataset
    self.notes = notes
    self.rejects = rejects
  }
}
