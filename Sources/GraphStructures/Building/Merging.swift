import Parallelism

extension Adjacency {
  /// The same arcs stored by their other end, rows ascending.
  ///
  /// - Parameter threads: upper bound on threads.
  /// - Complexity: O(n + m) time and memory.
  public func transposed(threads: Int = 1) -> Adjacency {
    GroupedArcs(RowArcs(self), nodeCount: nodeCount, tracked: weights != nil, threads: threads)
      .adjacency(weights: weights, .keep, threads: threads)
  }
}

extension GroupedArcs {
  /// The adjacency of these arcs, whose groups are ascending, after merging what is parallel.
  ///
  /// - Parameter weights: the weights by edge number, or nil; needs tracked edges.
  func adjacency(weights edgeWeights: [Double]?, _ rule: ParallelEdges, threads: Int) -> Adjacency {
    let weights = gathered(edgeWeights, threads: threads)
    guard rule != .keep else { return Adjacency(offsets: offsets, neighbors: others, weights: weights) }
    let merged = mergedOffsets(threads: threads)
    if Int(merged[nodeCount]) == others.count {
      let ones = rule == .sum && weights == nil ? [Double](repeating: 1, count: others.count) : weights
      return Adjacency(offsets: offsets, neighbors: others, weights: ones)
    }
    return merge(weights, rule, offsets: merged, threads: threads)
  }

  /// The weight of each arc, looked up by its edge.
  private func gathered(_ edgeWeights: [Double]?, threads: Int) -> [Double]? {
    guard let edgeWeights, let edges else { return nil }
    return [Double](slots: edges.count) { slots in
      parallelChunks(edges.count, size: 1 << 16, threads: threads) { _, range in
        for arc in range { slots[arc] = edgeWeights[Int(edges[arc])] }
      }
    }
  }

  /// Where each row begins once equal neighbors are one.
  private func mergedOffsets(threads: Int) -> [UInt32] {
    var result = [UInt32](slots: nodeCount + 1) { counts in
      counts[nodeCount] = 0
      parallelChunks(nodeCount, size: 1 << 12, threads: threads) { _, rows in
        for row in rows {
          var distinct: UInt32 = 0
          var last: NodeID = -1
          for arc in Int(offsets[row])..<Int(offsets[row + 1]) where others[arc] != last {
            last = others[arc]
            distinct += 1
          }
          counts[row] = distinct
        }
      }
    }
    var sum: UInt32 = 0
    for row in result.indices {
      let count = result[row]
      result[row] = sum
      sum += count
    }
    return result
  }

  private func merge(
    _ weights: [Double]?, _ rule: ParallelEdges, offsets merged: [UInt32], threads: Int
  ) -> Adjacency {
    let total = Int(merged[nodeCount])
    let isWeighted = weights != nil || rule == .sum
    var mergedWeights: [Double] = []
    let neighbors = [NodeID](slots: total) { neighbors in
      mergedWeights = [Double](slots: isWeighted ? total : 0) { mergedWeights in
        parallelChunks(nodeCount, size: 1 << 12, threads: threads) { _, rows in
          for row in rows {
            var place = Int(merged[row]) - 1
            var last: NodeID = -1
            for arc in Int(offsets[row])..<Int(offsets[row + 1]) {
              let weight = weights?[arc] ?? 1
              if others[arc] != last {
                last = others[arc]
                place += 1
                neighbors[place] = last
                if isWeighted { mergedWeights[place] = weight }
              } else if isWeighted {
                mergedWeights[place] = rule.combined(mergedWeights[place], weight)
              }
            }
          }
        }
      }
    }
    return Adjacency(offsets: merged, neighbors: neighbors, weights: isWeighted ? mergedWeights : nil)
  }
}

extension ParallelEdges {
  /// One weight of two; a weight that is no number makes the result none, whatever the order.
  fileprivate func combined(_ first: Double, _ second: Double) -> Double {
    switch self {
    case .keep, .first: first
    case .sum: first + second
    case .min: first.isNaN || first < second ? first : second
    case .max: first.isNaN || first > second ? first : second
    }
  }
}
