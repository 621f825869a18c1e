package import CampaignModel
public import FileReading

/// Up to when data are complete.
package enum EndOfObservation: Sendable {
  /// A time or date as it would be written in reefknot.yaml.
  case written(String)
  case known(Instant, isDate: Bool)
}

/// How a dataset is read.
public struct ReadingOptions: Sendable {
  /// Whether bad rows, and rows that refer to them, are left out instead of being errors. Default: no.
  public var skipsInvalid: Bool
  /// Whether rows left out are kept with their reason, for ``ReadingResult/rejects``. Default: no.
  public var keepsRejects: Bool
  /// The most problems of a file that are told in full. Default: 20.
  public var shownProblems = FileProblems.maximumShown
  /// Upper bound on threads, at least 1. The result is the same with any number. Default: 1.
  public var threads: Int
  /// Called at most every 50 milliseconds or so, from any thread but never from two at once.
  public var progress: (@Sendable (ReadingProgress) -> Void)?

  /// The end of observation, where reefknot.yaml sets none; where it does, it must be the same.
  package var observedUntil: EndOfObservation?
  /// How much memory the log may take; nil for as much as it needs.
  package var memory: MemoryLimit?
  /// What was counted of the log, in place of touches, ties and contacts, and the contacts that the counts name.
  package var counted: (log: CountedLog, names: TextColumn)?

  public init(
    skipsInvalid: Bool = false, keepsRejects: Bool = false, threads: Int = 1,
    progress: (@Sendable (ReadingProgress) -> Void)? = nil
  ) {
    self.skipsInvalid = skipsInvalid
    self.keepsRejects = keepsRejects
    self.threads = threads
    self.progress = progress
  }
}
