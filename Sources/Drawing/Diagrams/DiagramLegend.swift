import GraphvizRendering
import Presentation

/// What sizes, widths, colors and dashes of a diagram mean.
struct DiagramLegend {
  /// One thing that is explained.
  enum Entry {
    /// A filled mark of a category.
    case category(DiagramColors.Category, String)
    /// A colored line.
    case line(RGBColor, String)
    /// A sentence.
    case text(String)
  }

  var entries: [Entry] = []
  /// Entries side by side.
  var columns = 4

  /// The legend as a label: title, note, then the entries row by row.
  func markup(heading: String?, note: String, colors: DiagramColors) -> DOTMarkup {
    var rows: [[DOTMarkup.Cell]] = []
    if let heading {
      rows.append([row(.text(heading).bold().font(color: colors.text.text, points: 15))])
    }
    rows.append([row(.text(note).font(color: colors.mutedText.text, points: 10.5))])
    for entry in entries {
      guard case .text(let text) = entry else { continue }
      rows.append([row(.text(text).font(color: colors.mutedText.text, points: 10.5))])
    }
    let marks = markCells(colors)
    for start in stride(from: 0, to: marks.count, by: columns) {
      let line = marks[start..<min(marks.count, start + columns)]
      // A table of fixed width keeps its marks together; one that is free is stretched over the whole drawing.
      let width = line.reduce(0) { $0 + $1.width }
      let table = DOTMarkup.table(
        [line.flatMap(\.cells)],
        [
          "BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "1", "FIXEDSIZE": "TRUE",
          "WIDTH": String(width), "HEIGHT": "19", "ALIGN": "LEFT",
        ])
      rows.append([DOTMarkup.Cell(table, ["ALIGN": "LEFT"])])
    }
    return .table(rows, ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "2"])
  }

  private func row(_ text: DOTMarkup) -> DOTMarkup.Cell { DOTMarkup.Cell(text, ["ALIGN": "LEFT"]) }

  /// A mark and its explanation, and a width in points that is enough for both.
  private struct Mark {
    var cells: [DOTMarkup.Cell]
    var width: Int
  }

  private func markCells(_ colors: DiagramColors) -> [Mark] {
    entries.compactMap { entry in
      switch entry {
      case .category(let category, let text): mark(category, text, colors)
      case .line(let color, let text): mark(color, text, colors)
      case .text: nil
      }
    }
  }

  private func mark(_ category: DiagramColors.Category, _ text: String, _ colors: DiagramColors) -> Mark {
    let style = category.borderStyle == "solid" ? "ROUNDED" : category.borderStyle
    let sample = DOTMarkup.Cell(
      .text(" ").font(points: 5),
      [
        "BGCOLOR": category.fill.text, "COLOR": category.border.text, "BORDER": "1", "FIXEDSIZE": "TRUE",
        "WIDTH": "18", "HEIGHT": "11", "STYLE": style,
      ])
    return explained(sample, text, colors)
  }

  private func mark(_ color: RGBColor, _ text: String, _ colors: DiagramColors) -> Mark {
    let sample = DOTMarkup.Cell(
      .text(" ").font(points: 3), ["BGCOLOR": color.text, "FIXEDSIZE": "TRUE", "WIDTH": "18", "HEIGHT": "6"])
    return explained(sample, text, colors)
  }

  private func explained(_ sample: DOTMarkup.Cell, _ text: String, _ colors: DiagramColors) -> Mark {
    let short = LabelText.short(text, 36)
    let label = DOTMarkup.Cell(
      .text(short).font(color: colors.text.text, points: 10.5), ["ALIGN": "LEFT"])
    let letters = short.unicodeScalars.reduce(0) { $0 + DiagramLegend.room(for: $1) }
    let gap = DOTMarkup.Cell(.text(" ").font(points: 3), ["WIDTH": "10"])
    return Mark(cells: [sample, label, gap], width: 56 + letters)
  }

  /// Points that a character of 10.5 points takes at most, or nearly so where it is a common one.
  private static func room(for scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "a"..."l", "n"..."v", "x"..."z", "0"..."9", " ": 7
    case "\0"..."\u{2FF}": 12
    default: 18
    }
  }
}
