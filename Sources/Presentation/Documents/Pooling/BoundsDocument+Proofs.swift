import CampaignFigures
import CampaignModel
import Pooling

extension BoundsDocument {
  /// Why the reach lies between its bounds: delivered figures that add up to them.
  func proofs(_ result: TotalsBounds) -> [FigureTable] {
    guard !result.reach.isWithheld(minimumGroup: minimumGroup) else { return [] }
    return [
      result.reach.lowProof.map {
        proof(
          "proof_low", LocalizedText("Why at least so many", "Warum mindestens so viele"),
          LocalizedText(
            "Delivered figures, each taken so many times, that count nobody more than once: together %1 contacts.",
            "Gelieferte Zahlen, jede so oft genommen, die niemanden mehr als einmal zählen: zusammen %1 Kontakte."),
          $0, result)
      },
      result.reach.highProof.map {
        proof(
          "proof_high", LocalizedText("Why at most so many", "Warum höchstens so viele"),
          LocalizedText(
            "Delivered figures, each taken so many times, that count everybody at least once: together %1 contacts.",
            "Gelieferte Zahlen, jede so oft genommen, die alle mindestens einmal zählen: zusammen %1 Kontakte."),
          $0, result)
      },
    ].compactMap(\.self)
  }

  private func proof(
    _ id: String, _ title: LocalizedText, _ note: LocalizedText, _ proof: BoundProof, _ result: TotalsBounds
  ) -> FigureTable {
    let columns = [
      FigureTable.Column("times", "Times", "Mal", alignment: .trailing),
      FigureTable.Column("figure", "Figure", "Zahl", .words),
      FigureTable.Column("partners", "Partners", "Partner", .words), FigureTable.Column("line", "Line", "Zeile"),
      FigureTable.Column("end", "Of", "Von"), FigureTable.Column("product", "Makes", "Macht"),
    ]
    let rows = proof.steps.filter { $0.figure != nil || $0.end != 0 }.enumerated().map { number, step in
      let product = Double(step.numerator) * step.end / Double(step.denominator)
      return FigureTable.Row(
        "\(number + 1)", [.name(step.times)] + figure(step, result) + [.number(step.end), .number(product)])
    }
    return FigureTable(
      id, title: title, note: note.filled { [Localizer($0, style: .plain).number(proof.sum)] }, columns: columns,
      rows: rows)
  }

  private func figure(_ step: BoundProof.Step, _ result: TotalsBounds) -> [FigureTable.Cell] {
    guard let number = step.figure, number < result.family.delivered.count else {
      return [.name("universe"), .empty, .empty]
    }
    let total = result.family.delivered[number]
    return [.name(total.label), .name(total.partners.joined(separator: " + ")), .count(total.line)]
  }
}

extension BoundProof.Step {
  /// What the figure is taken times, such as `-1/2`.
  package var times: String {
    let divisor = BoundProof.Step.commonDivisor(numerator, denominator)
    let (numerator, denominator) = (numerator / divisor, denominator / divisor)
    return denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (abs(left), abs(right))
    while right != 0 { (left, right) = (right, left % right) }
    return max(1, left)
  }
}
