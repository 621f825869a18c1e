import CampaignFigures
import CampaignModel
import Pooling

extension BoundsDocument {
  /// Writes the document of <doc:CommandLine#bounds>.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write("bounds", name, results, isList: isList, isPretty: isPretty, to: deliver) { write($0, to: &$1) }
  }

  private func write(_ result: TotalsBounds, to writer: inout JSONWriter) {
    var unknown: [UnknownFigure] = []
    writer.member("campaign", result.family.campaign)
    writer.member("source", FigureSource.totals.rawValue)
    writer.list("partners", result.family.partners, isInline: true) { $0.item($1) }
    writer.member("figures", result.family.delivered.count)
    writer.member("universe", result.family.universe)
    writer.member("sharp", result.isSharp)
    bounded("reach", result.reach, "reach", &unknown, to: &writer)
    writer.member("independent_guess", result.independentGuess)
    writer.rows("carriers", result.carriers) { writer, carrier in
      let id = result.family.partners[carrier.partner]
      writer.member("partner", id)
      for (key, figure) in carrier.figures {
        range(key, figure, "carriers.\(id).\(key)", &unknown, to: &writer)
      }
      synergy(carrier, "carriers.\(id).synergy", &unknown, to: &writer)
    }
    writer.rows("asked", result.asked) { writer, asked in
      let partners = asked.question.partners.map { result.family.partners[$0] }
      writer.member("figure", asked.question.figure.rawValue)
      writer.list("partners", partners, isInline: true) { $0.item($1) }
      let path = "asked.\(asked.question.figure.rawValue).\(partners.joined(separator: "+"))"
      bounded("bounds", asked.figure, path, &unknown, to: &writer)
    }
    if let advice = result.advice {
      writer.rows("advice", advice) { writer, entry in
        writer.list("partners", entry.partners, isInline: true) { $0.item(result.family.partners[$1]) }
        writer.member("overlap_low", entry.overlap.low)
        writer.member("overlap_high", entry.overlap.high)
        writer.member("width", entry.width)
        writer.member("gain", entry.gain)
      }
    } else {
      writer.null("advice")
    }
    if explains, !result.reach.isWithheld(minimumGroup: minimumGroup) {
      proof("proof_low", result.reach.lowProof, result, to: &writer)
      proof("proof_high", result.reach.highProof, result, to: &writer)
    }
    writer.unknown(unknown)
  }

  private func bounded(
    _ key: String, _ figure: BoundedFigure, _ path: String, _ unknown: inout [UnknownFigure],
    to writer: inout JSONWriter
  ) {
    guard isShown(figure, path, &unknown) else { return writer.null(key) }
    writer.object(key, isInline: true) { writer in
      writer.member("low", figure.low)
      writer.member("high", figure.high)
      writer.member("closed_low", figure.closedLow)
      writer.member("closed_low_by", figure.closedLowName)
      writer.member("closed_high", figure.closedHigh)
      writer.member("closed_high_by", figure.closedHighName)
    }
  }

  private func range(
    _ key: String, _ figure: BoundedFigure, _ path: String, _ unknown: inout [UnknownFigure],
    to writer: inout JSONWriter
  ) {
    guard isShown(figure, path, &unknown) else { return writer.null(key) }
    writer.object(key, isInline: true) { writer in
      writer.member("low", figure.low)
      writer.member("high", figure.high)
    }
  }

  private func synergy(
    _ carrier: TotalsBounds.Carrier, _ path: String, _ unknown: inout [UnknownFigure], to writer: inout JSONWriter
  ) {
    let isSmall = [carrier.reach, carrier.incremental].contains { $0.isWithheld(minimumGroup: minimumGroup) }
    guard !isSmall, let synergy = carrier.synergy else {
      unknown.append(
        isSmall
          ? withheld(path)
          : UnknownFigure(
            path, .undefined,
            LocalizedText("The partner's own reach may be 0.", "Die eigene Reichweite des Partners kann 0 sein.")))
      return writer.null("synergy")
    }
    writer.object("synergy", isInline: true) { writer in
      writer.member("low", synergy.low)
      writer.member("high", synergy.high)
    }
  }

  private func isShown(_ figure: BoundedFigure, _ path: String, _ unknown: inout [UnknownFigure]) -> Bool {
    guard figure.isWithheld(minimumGroup: minimumGroup) else { return true }
    unknown.append(withheld(path))
    return false
  }

  private func withheld(_ path: String) -> UnknownFigure {
    UnknownFigure(path, .withheld, .belowMinimumGroup.filled(["\(minimumGroup)"]))
  }

  private func proof(_ key: String, _ proof: BoundProof?, _ result: TotalsBounds, to writer: inout JSONWriter) {
    guard let proof else { return writer.null(key) }
    writer.object(key) { writer in
      writer.member("sum", proof.sum)
      writer.rows("steps", proof.steps) { writer, step in
        writer.member("times", step.times)
        writer.member("end", step.end)
        if let number = step.figure, number < result.family.delivered.count {
          writer.total(result.family.delivered[number])
        }
      }
    }
  }
}

extension TotalsBounds.Carrier {
  /// The figures that are counts, by their keys.
  fileprivate var figures: [(key: String, figure: BoundedFigure)] {
    [("reach", reach), ("exclusive", exclusive), ("foreign", foreign), ("incremental", incremental)]
  }
}

extension JSONWriter {
  /// The members of a delivered figure.
  mutating func total(_ total: DeliveredTotal) {
    member("line", total.line)
    member("figure", total.figure.rawValue)
    list("partners", total.partners, isInline: true) { $0.item($1) }
    member("k", total.number)
    member("low", total.low)
    member("high", total.high)
    member("source", total.source)
  }
}

extension DeliveredTotal {
  /// Its name as in the file, such as `k_plus 3`.
  package var label: String { figure.rawValue + (number.map { " \($0)" } ?? "") }
}
