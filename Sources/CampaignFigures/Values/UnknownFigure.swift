/// A figure that cannot be given, and why (<doc:Metrics#Unknown-figures>).
public struct UnknownFigure: Hashable, Sendable {
  /// Why a figure is null.
  public enum State: String, Hashable, Sendable {
    /// 0 of 0.
    case undefined
    /// Its horizon lies after `observed_until`.
    case incomplete
    /// A setting or a file is missing.
    case notConfigured = "not_configured"
    /// It counts fewer contacts than `minimum_group`.
    case withheld
  }

  /// The figure's path in the JSON document, such as `penetration` or `days.90.bracket`.
  public var figure: String
  public var state: State
  /// One sentence for people.
  package var reason: LocalizedText

  package init(_ figure: String, _ state: State, _ reason: LocalizedText) {
    self.figure = figure
    self.state = state
    self.reason = reason
  }

  /// One sentence for people, on why the figure is null.
  public func reason(in language: Language) -> String { reason[language] }
}
