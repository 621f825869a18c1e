package import CampaignModel
import Randomness

/// How often each contact is drawn in every replicate of a bootstrap: weights after Poisson's law with mean 1, as good
/// as independent of each other (<doc:Metrics#Bootstrap-intervals>).
///
/// A contact's weights follow from its id alone, or from its organization where it has one, so that all contacts of an
/// organization come and go together. They are the same in every run, at any number of threads, and in any part of a
/// dataset.
///
/// An id's bytes are hashed by FNV-1a to the seed of a ``Randomness/SplitMix64`` whose numbers are cut into four draws
/// of 16 bits, the lowest first. A draw u gives the weight k where u lies between 65,536 × P(X < k) and
/// 65,536 × P(X ≤ k), rounded. Their mean is exactly 1.
///
/// Reference: J. Hanley and B. MacGibbon, "Creating non-parametric bootstrap samples using Poisson frequencies" (2006),
/// doi:10.1016/j.cmpb.2006.04.006.
package struct ReplicateWeights: Sendable {
  /// How many replicates there are.
  package static let count = 200
  /// The largest weight.
  package static let largest = 8
  /// The most contacts whose weights fit into the counts of a replicate.
  private static let maximumContacts = 1 << 29

  /// The weights of the contact at hand, by replicate.
  package private(set) var weights = [UInt32](repeating: 0, count: count)

  private var draws = [UInt16](repeating: 0, count: count)
  private var contact = -1
  private let ids: TextColumn
  private let organizations: CategoryColumn
  /// By category, the seed of an organization.
  private let seeds: [UInt64]

  package init(of contacts: Contacts) {
    precondition(contacts.count <= ReplicateWeights.maximumContacts, "Intervals are for at most 2²⁹ contacts.")
    ids = contacts.ids
    organizations = contacts.organizations
    seeds = contacts.organizations.categories.map { FNV1a.hash(Array($0.utf8)[...]) }
  }

  /// Turns to a contact.
  package mutating func load(_ contact: Int) {
    guard contact != self.contact else { return }
    self.contact = contact
    let organization = Int(organizations.code(ofRow: contact))
    let seed = organization > 0 ? seeds[organization - 1] : FNV1a.hash(ids.utf8(of: contact))
    ReplicateWeights.draw(from: seed, &draws)
    ReplicateWeights.weigh(draws, &weights)
  }

  private static func draw(from seed: UInt64, _ draws: inout [UInt16]) {
    var random = SplitMix64(seed: seed)
    var draws = draws.mutableSpan
    for index in stride(from: 0, to: count, by: 4) {
      let bits = random.next()
      draws[index] = UInt16(truncatingIfNeeded: bits)
      draws[index &+ 1] = UInt16(truncatingIfNeeded: bits &>> 16)
      draws[index &+ 2] = UInt16(truncatingIfNeeded: bits &>> 32)
      draws[index &+ 3] = UInt16(truncatingIfNeeded: bits &>> 48)
    }
  }

  /// Counts by how many of 65,536 × P(X ≤ k), k from 0, each draw is passed; without branches, so that the processor
  /// takes several draws at once.
  private static func weigh(_ draws: borrowing [UInt16], _ weights: inout [UInt32]) {
    let draws = draws.span
    var weights = weights.mutableSpan
    precondition(draws.count == count && weights.count == count, "There is a draw and a weight for every replicate.")
    for index in 0..<count {
      let draw = draws[index]
      var weight: UInt16 = 0
      weight &+= draw >= 24_109 ? 1 : 0
      weight &+= draw >= 48_219 ? 1 : 0
      weight &+= draw >= 60_273 ? 1 : 0
      weight &+= draw >= 64_292 ? 1 : 0
      weight &+= draw >= 65_296 ? 1 : 0
      weight &+= draw >= 65_497 ? 1 : 0
      weight &+= draw >= 65_531 ? 1 : 0
      weight &+= draw >= 65_535 ? 1 : 0
      weights[index] = UInt32(weight)
    }
  }
}
