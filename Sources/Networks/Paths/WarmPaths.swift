import CampaignFigures
import CampaignModel
import GraphAlgorithms
import GraphStructures

/// A chain of ties that leads to a contact.
public struct WarmChain: Hashable, Sendable {
  /// The contacts from the first to the one looked for, by number; a single one where there is no step to go.
  public var contacts: [Int]
  /// The product of the ties' weights, 0 to 1; nil where weights are no shares of trust.
  public var trust: Double?

  /// Ties in the chain.
  public var ties: Int { contacts.count - 1 }
}

/// The warm ways from a partner's contacts, or from one contact, to a contact.
public struct WarmPath: Hashable, Sendable {
  /// Where a way starts.
  public enum Start: Hashable, Sendable {
    /// The contacts touched in a partner's channels, by the partner's index.
    case partner(Int)
    /// A contact's number.
    case contact(Int)
  }

  public var start: Start
  /// A chain of the fewest ties; of equals, the one whose contacts come first by id.
  public var shortest: WarmChain
  /// A chain whose ties' weights have the largest product; nil where weights are no shares of trust.
  public var mostTrusted: WarmChain?
}

/// All ways to one contact: one search against the ties answers for every start.
struct WarmSearch {
  private let ties: TieGraph
  private let target: Int
  private let distances: [Int32]
  private let trusted: MostTrustedPaths?
  /// Why no trust can be told; nil if it can.
  let problem: LocalizedText?

  init(to target: Int, _ ties: TieGraph, threads: Int) {
    self.ties = ties
    self.target = target
    guard let node = ties.node(of: target) else {
      (distances, trusted, problem) = ([], nil, nil)
      return
    }
    distances = ties.graph.hopDistances(from: [node], direction: .incoming, threads: threads)
    do throws(GraphAlgorithmError) {
      trusted = try ties.graph.mostTrustedPaths(from: [node], direction: .incoming)
      problem = nil
    } catch {
      trusted = nil
      problem = LocalizedText(
        error.description, "Gewichte sind keine Anteile an Vertrauen: Eines ist kleiner als 0 oder größer als 1.")
    }
  }

  /// Ties from a contact to the one looked for; nil when there is no chain.
  func distance(from contact: Int) -> Int? {
    if contact == target { return 0 }
    guard let node = ties.node(of: contact), !distances.isEmpty, distances[Int(node)] >= 0 else { return nil }
    return Int(distances[Int(node)])
  }

  /// The largest trust from a contact to the one looked for; 0 when there is none or it cannot be told.
  func trust(from contact: Int) -> Double {
    if contact == target { return 1 }
    guard let node = ties.node(of: contact), let trusted else { return 0 }
    return trusted.trusts[Int(node)]
  }

  /// The order of contacts by id, for choosing among equals.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    left != right && (ties.order.node(of: left), left) < (ties.order.node(of: right), right)
  }

  /// The chain of the fewest ties from a contact with a distance.
  func shortestChain(from contact: Int) -> WarmChain {
    guard contact != target, var node = ties.node(of: contact) else {
      return WarmChain(contacts: [target], trust: problem == nil ? 1 : nil)
    }
    var chain = [contact]
    var trust = 1.0
    while distances[Int(node)] > 0 {
      let row = ties.graph.outgoing.row(node)
      let next = row.first { distances[Int(ties.graph.outgoing.neighbors[$0])] == distances[Int(node)] - 1 }
      guard let next else { break }
      trust *= ties.graph.outgoing.weight(at: next)
      node = ties.graph.outgoing.neighbors[next]
      chain.append(ties.order.contacts[Int(node)])
    }
    return WarmChain(contacts: chain, trust: problem == nil ? trust : nil)
  }

  /// The most trusted chain from a contact, of trust 0 where every chain has a tie of weight 0; nil when there is none or
  /// trust cannot be told.
  func mostTrustedChain(from contact: Int) -> WarmChain? {
    guard contact != target else { return problem == nil ? WarmChain(contacts: [target], trust: 1) : nil }
    guard let trusted, let node = ties.node(of: contact) else { return nil }
    guard let path = trusted.path(to: node) else {
      return distance(from: contact) == nil ? nil : shortestChain(from: contact)
    }
    return WarmChain(
      contacts: path.reversed().map { ties.order.contacts[Int($0)] }, trust: trusted.trusts[Int(node)])
  }
}
