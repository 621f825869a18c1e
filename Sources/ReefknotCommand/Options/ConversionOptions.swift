import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Presentation

/// What counts as a conversion, and how far its path reaches.
struct ConversionOptions: ParsableArguments {
  @Option(
    help: "Kinds of touches that are conversions: a,b. (default: order,booking,donation,subscription,partnership)")
  var conversion: String?

  @Option(help: "How many days back a path reaches. (default: attribution_lookback_days of reefknot.yaml, or 90)")
  var lookback: Int?

  /// The longest lookback that can be asked for, a thousand years.
  private static let maximumLookback = 365_000

  mutating func validate() throws {
    if let lookback, !(1...ConversionOptions.maximumLookback).contains(lookback) {
      throw ValidationError("--lookback must be at least 1 day and at most \(ConversionOptions.maximumLookback).")
    }
  }

  var isGiven: Bool { conversion != nil || lookback != nil }

  func options(by grouping: Grouping, in data: Dataset) throws -> AttributionOptions {
    let kinds = try conversion.map { text in
      try text.listed(of: "--conversion").map { name in
        let name = name.lowercased()
        guard let index = data.kinds.index(of: name) else {
          throw CommandFailure.usage(
            Suggestion.message("kind", name, known: data.kinds.kinds.map(\.name), option: "--conversion"))
        }
        guard data.kinds.kinds[index].level == .transaction else {
          throw CommandFailure.usage(
            "--conversion: \"\(name.withoutControls)\" is of level \(data.kinds.kinds[index].level.name), and "
              + "conversions are transactions; a row \(name.withoutControls),transaction of kinds.csv makes it one")
        }
        return name
      }
    }
    return AttributionOptions(
      by: grouping, conversionKinds: kinds ?? AttributionOptions.standardKinds, lookbackDays: lookback)
  }
}
