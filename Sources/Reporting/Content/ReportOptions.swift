public import CampaignFigures
public import CampaignModel
import Drawing
import Presentation

/// How a report is written.
public struct ReportOptions: Hashable, Sendable {
  /// The colors of a page.
  public enum Theme: String, CaseIterable, Hashable, Sendable {
    /// Light or dark as the reader's system is set; always light on paper.
    case automatic = "auto"
    case light
    case dark
  }

  public var language: Language
  public var theme: Theme
  /// The version of the tool, told with how the figures were made; nil to leave it out.
  public var version: String?
  /// When the report was made; nil to leave it out, so that the same figures give the same bytes.
  public var made: Instant?
  /// Most rows of a table, at least 1; what is left out is said.
  public var rowLimit: Int
  /// Most partners or channels of a diagram; nil for what keeps each readable.
  public var top: Int?

  /// Who made the report; nil to leave it out.
  public var organization: String?
  /// A logo beside the title, as a `data:image/…;base64,` address; nil for none.
  public var logo: String?

  public init(
    language: Language = .english, theme: Theme = .automatic, version: String? = nil, made: Instant? = nil,
    rowLimit: Int = 15, top: Int? = nil
  ) {
    precondition(rowLimit >= 1, "A table of a report has at least one row.")
    self.language = language
    self.theme = theme
    self.version = version
    self.made = made
    self.rowLimit = rowLimit
    self.top = top
  }
}
