public import GraphStructures
import Parallelism

/// A division of a graph's nodes into components.
public struct Components: Sendable, Equatable {
  /// The component of each node, in `0..<count`; components are numbered by their smallest node.
  public let labels: [Int32]
  /// The number of nodes of each component.
  public let sizes: [Int]

  /// The number of components.
  public var count: Int { sizes.count }

  /// The largest component, of equal ones that with the smallest node; nil when there are no nodes.
  public var largest: Int32? {
    sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) }.map { Int32($0) }
  }

  /// Components from any labels, which are renumbered by each one's smallest node.
  ///
  /// - Parameter representatives: for each node a number in `0..<n`, the same within a component only.
  init(representatives: [Int32]) {
    var numbers = [Int32](repeating: -1, count: representatives.count)
    var count: Int32 = 0
    let labels = [Int32](slots: representatives.count) { labels in
      numbers.withSlots { numbers in
        for node in representatives.indices {
          let representative = Int(representatives[node])
          if numbers[representative] < 0 {
            numbers[representative] = count
            count += 1
          }
          labels[node] = numbers[representative]
        }
      }
    }
    var sizes = [Int](repeating: 0, count: Int(count))
    sizes.withSlots { sizes in
      for label in labels { sizes[Int(label)] += 1 }
    }
    self.labels = labels
    self.sizes = sizes
  }

  /// The nodes of one component in ascending order.
  ///
  /// - Complexity: O(n).
  public func nodes(of component: Int32) -> [NodeID] {
    labels.indices.filter { labels[$0] == component }.map { NodeID($0) }
  }
}
