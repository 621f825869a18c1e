import CampaignData
import CampaignFigures
import CampaignModel
import Pooling
import Presentation

/// Which campaigns' totals are bounded, and how.
struct BoundsRun {
  /// Ids of campaigns, `a,b`; nil for the only one.
  var campaign: String?
  /// Whether every campaign is asked for.
  var all = false
  var advises = false
  var threads: Int

  var isList: Bool { all || campaign?.contains(",") == true }

  /// The campaigns asked for.
  ///
  /// - Parameter takesAll: whether all are meant where none is named.
  func chosen(_ families: [TotalsFamily], takesAll: Bool = false) throws -> [TotalsFamily] {
    let known = families.compactMap(\.campaign)
    if let campaign {
      return try campaign.split(separator: ",").map { name in
        let id = String(name).trimmed
        guard let family = families.first(where: { $0.campaign == id }) else {
          throw CommandFailure.usage(Suggestion.message("campaign", id, known: known, option: "--campaign"))
        }
        return family
      }
    }
    guard families.count > 1, !all, !takesAll else { return families }
    throw CommandFailure.usage(
      "there are figures of \(families.count) campaigns; name one by --campaign (\(Suggestion.list(known))) or ask for "
        + "--all")
  }

  /// The bounds of one campaign.
  func result(_ family: TotalsFamily, _ questions: [TotalsBounds.Question] = []) throws -> TotalsBounds {
    do throws(TotalsError) {
      return try bounds(of: family, questions: questions, advises: advises, threads: threads)
    } catch {
      switch error {
      case .contradiction(let contradiction):
        let lines = family.totals(contradiction).map(\.sentence)
        throw CommandFailure(
          .badData,
          "these figures cannot hold together; at least one is wrong, or counts something else:\n  "
            + lines.joined(separator: "\n  "))
      case .unfinished:
        throw CommandFailure(.internalFault, "the bounds could not be computed within the steps allowed")
      }
    }
  }

  /// What totals of a dataset say of its campaigns.
  func document(_ data: TotalsResult, _ families: [TotalsFamily]) throws -> BoundsDocument {
    let results = try chosen(families).map { try result($0) }
    return BoundsDocument(
      data.name, results, isList: isList, partners: data.partners, minimumGroup: data.settings.minimumGroup)
  }
}

extension DeliveredTotal {
  /// Where it stands and what it says, for a message.
  fileprivate var sentence: String {
    guard line > 0 else { return "universe: at most \(NumberText.grouped(Int(high ?? 0)))" }
    let localizer = Localizer(.english, style: .plain)
    let who = partners.isEmpty ? "all" : partners.joined(separator: " + ")
    return "line \(line): \(label) of \(who.withoutControls): \(localizer.range(low, high))"
      + (source.map { " (\($0.withoutControls))" } ?? "")
  }
}
