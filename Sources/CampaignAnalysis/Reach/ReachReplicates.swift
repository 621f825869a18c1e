import CampaignModel
import LogScanning

/// Who was reached in every replicate of a bootstrap over the contacts of a scope.
struct ReachReplicates: Sendable {
  /// What a contact has, as bits.
  private enum Touched {
    static let own = 1
    static let foreign = 2
  }

  /// Contacts by what they were touched by: the left number is the partner count plus the bits of ``Touched``, the right
  /// one how often they were touched. And contacts of each rank: the left number is the rank, the right one how many
  /// owners reached them, negative for those without an own touch.
  var counts = ReplicateCounts()
  private var weights: ReplicateWeights
  let partnerCount: Int

  init(_ dataset: Dataset) {
    weights = ReplicateWeights(of: dataset.contacts)
    partnerCount = dataset.partners.count
  }

  /// Counts the scoped histories of a batch.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    let words = batch.tables.wordsPerRow
    for index in batch.histories(of: scope) {
      let history = batch.histories[index]
      let start = ContactBatch.index(of: .owners, of: index) * words
      add(
        history.contact, batch.rows.span.extracting(start..<start + words), touches: Int(history.count),
        own: Int(history.ownCount))
    }
  }

  /// Counts one contact.
  ///
  /// - Parameters:
  ///   - owners: a row of bits: the owners that reached it.
  ///   - touches: how often it was touched, at least once.
  ///   - own: how many of these are own.
  mutating func add(_ contact: Int, _ owners: Span<UInt64>, touches: Int, own: Int) {
    weights.load(contact)
    let bits = (own > 0 ? Touched.own : 0) | (own < touches ? Touched.foreign : 0)
    counts.add(weights, to: partnerCount + bits, touches)
    var size = 0
    for word in owners.indices { size += owners[word].nonzeroBitCount }
    if own == 0 { size = -size }
    for word in owners.indices {
      var left = owners[word]
      while left != 0 {
        counts.add(weights, to: word << 6 + left.trailingZeroBitCount, size)
        left &= left - 1
      }
    }
  }

  mutating func merge(_ other: ReachReplicates) { counts.merge(other.counts) }

  /// What was counted in one replicate.
  struct Replicate {
    var totals = Reach.Totals()
    /// By rank.
    var carriers: [Carrier]

    struct Carrier {
      var reach = 0
      var exclusive = 0
      var withoutOwn = 0
      /// Contacts by how many owners reached them, from one on.
      var bySize: [Int]
    }
  }

  /// Each replicate in turn.
  var replicates: [Replicate] {
    let keys = counts.keys
    let largest = keys.lazy.filter { $0.left < partnerCount }.map { abs($0.right) }.max() ?? 0
    let none = Replicate.Carrier(bySize: [Int](repeating: 0, count: largest + 1))
    var replicates = [Replicate](
      repeating: Replicate(carriers: [Replicate.Carrier](repeating: none, count: partnerCount)),
      count: ReplicateWeights.count)
    for key in keys {
      for (index, count) in counts.counts(of: key.left, key.right).enumerated() {
        if key.left < partnerCount {
          replicates[index].carriers[key.left].add(count, size: key.right)
        } else {
          let bits = key.left - partnerCount
          replicates[index].totals.add(
            count, touches: key.right, isOwn: bits & Touched.own != 0, isForeign: bits & Touched.foreign != 0)
        }
      }
    }
    return replicates
  }
}

extension ReachReplicates.Replicate.Carrier {
  /// - Parameter size: how many owners reached the contacts, negative for those without an own touch.
  fileprivate mutating func add(_ count: Int, size: Int) {
    reach += count
    bySize[abs(size)] += count
    if abs(size) == 1 { exclusive += count }
    if size < 0 { withoutOwn += count }
  }

  /// As ``RegionSums/shapley(of:)``.
  var shapley: Double {
    bySize.indices.dropFirst().reduce(0.0) { $0 + Double(bySize[$1]) / Double($1) }
  }
}
