import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Foundation
import Networks
import Presentation

/// `reefknot contact`
struct ContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "One contact: which partners' channels reach it, first and last touch, warm paths to it.",
    discussion: """
      Looks at the whole log unless a campaign or window is named. A warm path starts at any contact touched in a \
      partner's channels and follows the ties of ties.csv; --warm-from asks for the paths from one partner or contact.

      EXAMPLES:
        reefknot contact graphs/southern-women evelyn
        reefknot contact graphs/kiez-kocht c0073 --warm-from c0371 --format json
      """)

  @OptionGroup var dataset: DatasetOptions

  @Argument(help: "The contact's id.")
  var contact: String

  @Option(
    name: .customLong("warm-from"),
    help: ArgumentHelp("Warm paths from this partner or contact only; a partner's id comes first.", valueName: "id"))
  var warmStart: String?

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var persons: OperatorOptions

  /// Takes the contact first and the dataset second as well.
  mutating func validate() throws {
    let files = FileManager.default
    if !files.fileExists(atPath: dataset.dataset), files.fileExists(atPath: contact) {
      (dataset.dataset, contact) = (contact, dataset.dataset)
    }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    let data = try persons.persons(in: dataset.read().dataset, "contact shows")
    let index = try data.contact(contact, option: "contact")
    let start = try warmStart.map { id -> WarmPath.Start in
      let id = id.trimmed
      if let partner = data.partners.firstIndex(where: { $0.id == id }) { return .partner(partner) }
      return .contact(try data.contact(id, option: "--warm-from", or: data.partners.map(\.id)))
    }
    let scopes = try scope.orWholeLog(in: data)
    let profiles = scopes.map {
      profile(ofContact: index, in: data, scope: $0, from: start, threads: dataset.threadCount)
    }
    ContactDocument(data, profiles, isList: scope.isList).write(output, to: destination)
    try destination.finish()
  }
}

extension Dataset {
  /// The number of a contact, by id.
  ///
  /// - Parameter others: ids that would have been taken too.
  func contact(_ id: String, option: String, or others: [String] = []) throws -> Int {
    let id = id.trimmed
    if let index = contacts.firstIndex(ofID: id) { return index }
    // Of very many ids only those of about the same length are compared letter by letter.
    let length = id.utf8.count
    let isLarge = contacts.count > 50_000
    let near = (0..<contacts.count).map { contacts.ids[$0] }
      .filter { !isLarge || abs($0.utf8.count - length) <= 1 && $0.utf8.first == id.utf8.first }
    throw CommandFailure.usage(Suggestion.message("contact", id, known: near + others, option: option))
  }
}
