public import ArgumentParser
public import CampaignAnalysis
import CampaignData
import CampaignModel
import Presentation

extension BestMixOptions.Goal: ExpressibleByArgument {
  /// Reads the identifier, with `-` or `_`.
  public init?(argument: String) { self.init(rawValue: argument.split(separator: "-").joined(separator: "_")) }
}

/// `reefknot simulate`
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "What a campaign would be without partners, with another one, or with the best mix.",
    discussion: """
      --without measures the campaign again without some partners' channels. --with tells the most that a partner's \
      past audience could add. --best, --budget and --within-budget choose the partners that together reach the most, \
      and certify how near to the best possible that is.

      EXAMPLES:
        reefknot simulate graphs/southern-women --without E8
        reefknot simulate graphs/southern-women --best 3
        reefknot simulate graphs/kiez-kocht --budget 500 --by new-contacts --costs costs.csv
      """)

  @OptionGroup var dataset: DatasetOptions

  @Option(help: "Partners that leave: a,b.")
  var without: String?

  @Option(help: "A partner whose past audience is in the data.")
  var with: String?

  @Option(help: "The best mix of at most so many partners.")
  var best: Int?

  @Option(help: "The best mix for at most so much money.")
  var budget: Double?

  @Flag(name: .customLong("within-budget"), help: "The best mix within the campaign's own budget.")
  var withinBudget = false

  @Option(help: "reach or new-contacts: what the best mix has most of.")
  var by = BestMixOptions.Goal.reach

  @Option(
    help: "A CSV file of what partners cost, with columns partner and cost. (default: the costs of their touches)",
    completion: .file(extensions: ["csv"]))
  var costs: String?

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  private var looksForMix: Bool { best != nil || budget != nil || withinBudget }

  mutating func validate() throws {
    guard [without != nil, with != nil, looksForMix].count(where: { $0 }) == 1 else {
      throw ValidationError("Choose one of --without, --with, or --best with or without a budget.")
    }
    if let best, best < 1 { throw ValidationError("--best must be at least 1.") }
    if budget != nil, withinBudget { throw ValidationError("--budget and --within-budget exclude each other.") }
    if let budget, !(budget >= 0 && budget.isFinite) { throw ValidationError("--budget must be at least 0.") }
    if !looksForMix, costs != nil || by != .reach { throw ValidationError("--by and --costs go with a best mix.") }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    var data = with == nil ? try dataset.readForFigures() : try dataset.read().dataset
    let scopes = try scope.scopes(in: data)
    let threads = dataset.threadCount
    let simulations: [SimulationDocument.Simulation]
    if let without {
      let partners = try without.listed(of: "--without").map { try data.partner($0, option: "--without") }
      data = try dataset.counting(data) { plan in
        for scope in scopes { plan.addSimulation(without: Set(partners).sorted(), scope, in: data) }
      }
      simulations = scopes.map {
        .without(simulate(without: Set(partners).sorted(), in: data, scope: $0, threads: threads))
      }
    } else if let with {
      let partner = try data.partner(with, option: "--with")
      simulations = scopes.map { .with(simulate(with: partner, in: data, scope: $0, threads: threads)) }
    } else {
      data = try dataset.counting(data) { plan in
        for scope in scopes {
          plan.addMix(by, scope, in: data)
          if self.costs != nil { plan.addMix(.reach, scope, in: data) }
        }
      }
      let costs = try costs.map { try readCosts($0, data, scopes) }
      simulations = try scopes.map { .best(try bestMix($0, costs, data)) }
    }
    SimulationDocument(data, simulations, isList: scope.isList).write(output, to: destination)
    try destination.finish()
  }

  private func bestMix(_ scope: Scope, _ costs: [Double]?, _ data: Dataset) throws -> BestMix {
    var options = BestMixOptions()
    options.goal = by
    options.limit = best
    options.costs = costs
    options.threads = dataset.threadCount
    options.budget = budget
    if withinBudget {
      guard let own = scope.campaign.flatMap({ data.campaigns[$0].budget }) else {
        throw CommandFailure.usage("--within-budget: the campaign has no budget; give one with --budget")
      }
      options.budget = own
    }
    let mix = CampaignAnalysis.bestMix(in: data, scope: scope, options)
    if options.budget != nil, costs == nil, mix.cost == nil {
      throw CommandFailure.usage("no touch of the campaign records a cost: give --costs FILE for a budget")
    }
    return mix
  }

  /// What the file says that every carrier costs; other partners cost nothing, as they carry nothing.
  private func readCosts(_ path: String, _ data: Dataset, _ scopes: [Scope]) throws -> [Double] {
    try OpenOutputs.protect([path])
    let costs: [Double?]
    do {
      costs = try readPartnerCosts(at: path, partners: data.partners)
    } catch {
      throw CommandFailure(error)
    }
    let owners = scopes.reduce(into: Set<Int>()) { $0.formUnion(carrierIndices(of: $1, in: data)) }
    let missing = owners.filter { costs[$0] == nil }.map { data.partners[$0].id }.sorted()
    guard missing.isEmpty else {
      throw CommandFailure(.badData, "--costs: there is no cost of \(Suggestion.list(missing))")
    }
    return costs.map { $0 ?? 0 }
  }
}
