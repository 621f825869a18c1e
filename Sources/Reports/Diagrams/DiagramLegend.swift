import GraphvizRendering

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
    if !marks.isEmpty {
      let lines = stride(from: 0, to: marks.count, by: columns).map { start in
        marks[start..<min(marks.count, start + columns)].flatMap { $0 }
      }
      rows.append([
        DOTMarkup.Cell(
          .table(lines, ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "2", "CELLPADDING": "1"]), ["ALIGN": "LEFT"])
      ])
    }
    return .table(rows, ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "2"])
  }

  private func row(_ text: DOTMarkup) -> DOTMarkup.Cell { DOTMarkup.Cell(text, ["ALIGN": "LEFT"]) }

  private func markCells(_ colors: DiagramColors) -> [[DOTMarkup.Cell]] {
    entries.compactMap { entry in
      switch entry {
      case .category(let category, let text):
        [mark(category, height: "11"), explanation(text, colors)]
      case .line(let color, let text):
        [
          DOTMarkup.Cell(
            .text(" ").font(points: 3),
            ["BGCOLOR": color.text, "FIXEDSIZE": "TRUE", "WIDTH": "18", "HEIGHT": "5"]), explanation(text, colors),
        ]
      case .text: nil
      }
    }
  }

  private func mark(_ category: DiagramColors.Category, height: String) -> DOTMarkup.Cell {
    DOTMarkup.Cell(
      .text(" ").font(points: 5),
      [
        "BGCOLOR": category.fill.text, "COLOR": category.border.text, "BORDER": "1", "FIXEDSIZE": "TRUE",
        "WIDTH": "18", "HEIGHT": height, "STYLE": category.borderStyle == "solid" ? "ROUNDED" : category.borderStyle,
      ])
  }

  private func explanation(_ text: String, _ colors: DiagramColors) -> DOTMarkup.Cell {
    DOTMarkup.Cell(
      .text(LabelText.shortened(text, to: 40)).font(color: colors.text.text, points: 10.5), ["ALIGN": "LEFT"])
  }
}
