/// By what rows are asked for (<doc:CommandLine#funnel>).
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  case channel
  /// The channel's owner.
  case partner
  case medium
  /// The content's cooperation format.
  case format
}

/// What a row is about.
public enum Group: Hashable, Sendable {
  /// Index of a channel.
  case channel(Int)
  /// Index of a partner.
  case partner(Int)
  /// Nil for channels without a medium.
  case medium(String?)
  /// Nil for touches without a content, or whose content has no format.
  case format(String?)

  /// The identifier used in files and on the command line; nil for what has no medium or no format.
  public func id(in dataset: Dataset) -> String? {
    switch self {
    case .channel(let channel): dataset.channels[channel].id
    case .partner(let partner): dataset.partners[partner].id
    case .medium(let name), .format(let name): name
    }
  }

  /// The name for people; nil for what has no medium or no format.
  public func label(in dataset: Dataset) -> String? {
    switch self {
    case .channel(let channel): dataset.channels[channel].label
    case .partner(let partner): dataset.partners[partner].label
    case .medium(let name), .format(let name): name
    }
  }
}
