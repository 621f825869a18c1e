import CampaignFigures
import Drawing
import GraphvizRendering
import Presentation

/// What a report says, before it is written as HTML or Markdown. All texts are plain: each writer escapes them.
struct ReportContent {
  var language: Language
  var title: String
  var subtitle: String
  /// What stands before the chapters, such as the comparison of several campaigns.
  var opening: [Block] = []
  /// Who made it; nil to leave it out.
  var organization: String?
  /// A picture of whoever made it, as a `data:` address; nil for none.
  var logo: String?
  /// Partners that a reader can single out, each with the number in its marks' class.
  var partners: [(number: Int, name: String)] = []
  /// One per campaign.
  var chapters: [Chapter] = []
  /// What stands after them: glossary, how the figures were made.
  var closing: [Section] = []

  /// A campaign.
  struct Chapter {
    /// Starts the ids of everything in it; unique within the report.
    var id: String
    var title: String
    var subtitle: String
    /// Warnings and headline figures.
    var opening: [Block]
    var sections: [Section]
  }

  /// A part of a chapter.
  struct Section {
    var id: String
    var title: String
    /// What the section answers and what stands out.
    var lead: String
    var blocks: [Block]
  }

  /// A headline figure.
  struct Card {
    var title: String
    var value: String
    /// Its interval, or of how many; nil for none.
    var detail: String?
    /// What it was in the campaign that is compared with, and the change; nil for none.
    var earlier: String?
    /// What it means, in a plain sentence.
    var meaning: String
    /// Whether the value is why there is none.
    var isUnknown = false
  }

  /// A term and what it means.
  struct Definition {
    var term: String
    var meaning: String
  }

  /// A piece of a section.
  enum Block {
    /// What happened, sentence by sentence.
    case summary([String])
    /// Sentences that a reader must know before trusting the figures.
    case warnings([String])
    case cards([Card])
    /// Charts side by side where there is room.
    case charts([Chart])
    case diagram(Diagram)
    case tables([FigureTable])
    case definitions([Definition])

    var isSummary: Bool { if case .summary = self { true } else { false } }
  }

  /// A diagram with its caption.
  struct Diagram {
    var name: String
    var title: String
    var caption: String
    /// Made when it is drawn, for it takes time.
    var document: @Sendable () throws(GraphvizError) -> DOTDocument
    /// The same for a phone; nil where it shows the same as everywhere.
    var tall: (@Sendable () throws(GraphvizError) -> DOTDocument)?
    var engine: LayoutEngine
  }
}
