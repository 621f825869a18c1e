import CampaignFigures
import CampaignModel
import LogScanning

/// Where credit goes in every replicate of a bootstrap over the contacts of a scope.
struct AttributionReplicates: Sendable {
  /// Sums beside the groups' credit.
  enum Total: Int, CaseIterable {
    case conversions
    case unattributed
    case value
    case unattributedValue
  }

  /// More groups than this have no interval under the Markov model, whose chain is solved for every replicate.
  static let maximumMarkovGroups = 128

  let groupCount: Int
  private var weights: ReplicateWeights
  /// By place: per group and model, credit for conversions and for value; then the totals.
  var sums = ReplicateSums()
  /// How often contacts go from one state of the chain to the next.
  var transitions = ReplicateCounts()
  /// By place, what the contact at hand adds, and the places where it adds anything.
  private var amounts: [FixedAmount]
  private var isNoted: [Bool]
  private var noted: [Int] = []

  init(_ dataset: Dataset, groupCount: Int) {
    self.groupCount = groupCount
    weights = ReplicateWeights(of: dataset.contacts)
    let places = groupCount * AttributionTally.pathModels.count * 2 + Total.allCases.count
    amounts = [FixedAmount](repeating: FixedAmount(), count: places)
    isNoted = [Bool](repeating: false, count: places)
  }

  private func place(_ total: Total) -> Int { amounts.count - Total.allCases.count + total.rawValue }

  /// Notes credit of the contact at hand at a place, as ``AttributionTally`` numbers them.
  mutating func note(_ amount: Double, at place: Int) {
    if !isNoted[place] {
      isNoted[place] = true
      noted.append(place)
    }
    amounts[place].add(amount)
  }

  /// Notes what the contact at hand adds to a total.
  mutating func note(_ amount: Double, _ total: Total) { note(amount, at: place(total)) }

  /// Counts a path of a contact.
  mutating func add(_ steps: ArraySlice<ConversionPath.Step>, isConversion: Bool, of contact: Int) {
    guard groupCount <= AttributionReplicates.maximumMarkovGroups else { return }
    weights.load(contact)
    MarkovChain.forEachTransition(of: steps, isConversion: isConversion, groupCount: groupCount) { from, to in
      transitions.add(weights, to: from, to)
    }
  }

  /// Counts what was noted of a contact.
  mutating func finish(_ contact: Int) {
    guard !noted.isEmpty else { return }
    weights.load(contact)
    for place in noted {
      sums.add(weights, amounts[place], to: place, 0)
      amounts[place] = FixedAmount()
      isNoted[place] = false
    }
    noted.removeAll(keepingCapacity: true)
  }

  mutating func merge(_ other: AttributionReplicates) {
    sums.merge(other.sums)
    transitions.merge(other.transitions)
  }

  /// Whether the Markov model has intervals.
  var hasChains: Bool { groupCount <= AttributionReplicates.maximumMarkovGroups }

  /// The chain of every replicate.
  var chains: [MarkovChain] {
    var chains = [MarkovChain](repeating: MarkovChain(groupCount: groupCount), count: ReplicateWeights.count)
    // In the order of states, in which every chain would sort them again.
    for key in transitions.keys.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) {
      for (replicate, count) in transitions.counts(of: key.left, key.right).enumerated() where count > 0 {
        chains[replicate].add(from: key.left, to: key.right, count)
      }
    }
    return chains
  }

  /// A sum at a place in every replicate; nil where it is too large.
  func sums(at place: Int) -> [Double]? { sums.sums(of: place, 0) }

  /// A total in every replicate; nil where it is too large.
  func sums(of total: Total) -> [Double]? { sums.sums(of: place(total), 0) }
}
