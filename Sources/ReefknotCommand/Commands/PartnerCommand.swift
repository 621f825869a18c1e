import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Foundation
import Presentation

/// `reefknot partner`
struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner",
    abstract: "One partner: what it gives and takes, its knots, its reach, its payback.",
    discussion: """
      EXAMPLES:
        reefknot partner graphs/kiez-kocht gusstopf
        reefknot partner graphs/kiez-kocht gusstopf --format json
      """)

  @OptionGroup var dataset: DatasetOptions

  @Argument(help: "The partner's id.")
  var partner: String

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  /// Takes the partner first and the dataset second as well.
  mutating func validate() throws {
    let files = FileManager.default
    if !files.fileExists(atPath: dataset.dataset), files.fileExists(atPath: partner) {
      (dataset.dataset, partner) = (partner, dataset.dataset)
    }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    let data = try dataset.readForFigures()
    let index = try data.partner(partner, option: "partner")
    let scopes = try scope.scopes(in: data)
    let options = AnalysisOptions(sections: PartnerProfile.sections, threads: dataset.threadCount)
    let counted = try dataset.counting(data) { plan in
      plan.addFigures(data, scopes: scopes, options: [options])
      plan.addPayback(data)
    }
    let figures = measure(counted, scopes: scopes, options: options)
    let payback = CampaignAnalysis.payback(of: index, in: counted, threads: dataset.threadCount)
    let profiles = figures.map { PartnerProfile(index, $0, payback: payback) }
    PartnerDocument(data, profiles, isList: scope.isList).write(output, to: destination)
    try destination.finish()
  }
}
