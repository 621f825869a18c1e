import ArgumentParser
import CampaignData
import CampaignModel
import FileReading
import Pooling
import Presentation

/// How delivered totals are read and understood.
struct TotalsOptions: ParsableArguments {
  @Option(help: "All contacts that there are. (default: universe in reefknot.yaml)")
  var universe: Int?

  @Option(
    name: .customLong("suppressed-below"),
    help: ArgumentHelp(
      "A delivered 0 stands for anything below this: N for every source, SOURCE=N for one. May be repeated.",
      valueName: "n"))
  var suppressedBelow: [String] = []

  /// Whether anything was asked for.
  var isGiven: Bool { universe != nil || !suppressedBelow.isEmpty }

  mutating func validate() throws {
    if let universe, universe < 1 { throw ValidationError("--universe must be at least 1.") }
    for text in suppressedBelow {
      guard let limit = TotalsOptions.limit(text), limit.below >= 1 else {
        throw ValidationError("--suppressed-below must be a whole number from 1, or SOURCE=NUMBER.")
      }
    }
  }

  private static func limit(_ text: String) -> (source: String?, below: Int)? {
    guard let mark = text.lastIndex(of: "=") else { return Int(text).map { (nil, $0) } }
    return Int(text[text.index(after: mark)...]).map { (String(text[..<mark]), $0) }
  }

  /// The totals with their suppressed zeros as intervals, campaign by campaign in the order of the file.
  func families(_ result: TotalsResult) -> [TotalsFamily] { families(result.totals, result.settings) }

  /// The totals of a dataset's campaigns in the order of its file; see ``families(_:)``.
  func families(_ totals: [DeliveredTotal], _ settings: Settings) -> [TotalsFamily] {
    var order: [String?] = []
    var byCampaign: [String?: [DeliveredTotal]] = [:]
    for total in totals {
      if byCampaign[total.campaign] == nil { order.append(total.campaign) }
      byCampaign[total.campaign, default: []].append(opened(total))
    }
    return order.map {
      TotalsFamily(campaign: $0, byCampaign[$0] ?? [], universe: universe ?? settings.universe)
    }
  }

  private func opened(_ total: DeliveredTotal) -> DeliveredTotal {
    guard total.low == 0, total.high == 0 else { return total }
    let limits = suppressedBelow.compactMap(TotalsOptions.limit)
    let named = limits.last { $0.source != nil && $0.source == total.source }
    guard let limit = named ?? limits.last(where: { $0.source == nil }) else { return total }
    var opened = total
    opened.high = Double(limit.below - 1)
    return opened
  }
}

extension DatasetOptions {
  /// Reads totals.csv, alone or of a folder, and warns of what was left out.
  func totals() throws -> TotalsResult {
    guard tallies.isEmpty else { throw CommandFailure.usage("--tallies: totals are no counts of touches") }
    let options = ReadingOptions(skipsInvalid: skipsInvalid, keepsRejects: rejects != nil, threads: threadCount)
    let result: TotalsResult
    do {
      result = try readTotals(at: dataset, options: options)
    } catch {
      throw CommandFailure(error)
    }
    if let rejects { try DatasetOptions.write(result.rejects, to: rejects) }
    warn(of: result.notes)
    guard !result.totals.isEmpty else {
      throw CommandFailure(.badData, "\(dataset.withoutControls): holds no figure")
    }
    return result
  }
}
