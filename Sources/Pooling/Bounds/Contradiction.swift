package import CampaignModel

/// Delivered figures that cannot hold together, by their numbers in the family.
package struct Contradiction: Hashable, Sendable {
  package var figures: [Int]
  /// Whether no set of fewer figures contradicts itself; else only that without any one of them the others can hold.
  package var isSmallest: Bool
}

extension TotalsFamily {
  /// The figures of a contradiction; the universe, if it is among them, last and without a line.
  package func totals(_ contradiction: Contradiction) -> [DeliveredTotal] {
    contradiction.figures.map { items[$0].total }
  }
}

/// A smallest set of delivered figures that cannot hold together; nil where all can, or where there are too many partners or
/// figures to tell.
package func contradiction(in family: TotalsFamily) -> Contradiction? {
  guard family.isSmall else { return nil }
  var search = ContradictionSearch(family)
  return search.find()
}

/// Finds which delivered figures cannot hold together.
struct ContradictionSearch {
  let family: TotalsFamily
  /// The most programs that are solved before what was found so far is given.
  static let maximumPrograms = 400
  private var programs = 0

  init(_ family: TotalsFamily) { self.family = family }

  /// A smallest set of delivered figures that cannot hold together, by their numbers; nil where all can.
  ///
  /// Every set that cannot hold has a figure in common with each set whose removal lets the others hold. So a smallest
  /// set that meets all such sets found so far is tried: if it cannot hold it is a smallest one, else it is made as large
  /// as can hold, and what is left over is the next such set (A. Ignatiev, A. Previti, M. Liffiton, J. Marques-Silva,
  /// "Smallest MUS extraction with minimal hitting set dualization", 2015, doi:10.1007/978-3-319-23219-5_13).
  ///
  /// Where the search is given up, the set holds no figure too many, but another one may be smaller.
  mutating func find() -> Contradiction? {
    let all = Array(family.items.indices)
    guard !canHold(all) else { return nil }
    let irreducible = shrink(all)
    var corrections: [[Int]] = []
    var tried: [Int] = []
    while programs < ContradictionSearch.maximumPrograms {
      if !tried.isEmpty, !canHold(tried) { return Contradiction(figures: tried, isSmallest: true) }
      corrections.append(leftOver(tried, all))
      guard let next = HittingSet.smallest(corrections, below: irreducible.count) else {
        return Contradiction(figures: irreducible, isSmallest: true)
      }
      tried = next
    }
    return Contradiction(figures: irreducible, isSmallest: false)
  }

  private mutating func canHold(_ figures: [Int]) -> Bool {
    programs += 1
    let program = family.program(Set(figures))
    var simplex = BoundedSimplex(program)
    if case .infeasible = simplex.minimize(.zero) { return false }
    return true
  }

  /// Leaves out one figure after the other without which the rest still cannot hold.
  private mutating func shrink(_ figures: [Int]) -> [Int] {
    var kept = figures
    for figure in figures {
      let rest = kept.filter { $0 != figure }
      if !canHold(rest) { kept = rest }
    }
    return kept
  }

  /// What cannot be added any more to figures that can hold, when others are added one after the other.
  private mutating func leftOver(_ start: [Int], _ all: [Int]) -> [Int] {
    var held = start
    var left: [Int] = []
    for figure in all where !start.contains(figure) {
      if canHold(held + [figure]) { held.append(figure) } else { left.append(figure) }
    }
    return left
  }
}

/// A smallest set that has an element in common with each of some sets.
enum HittingSet {
  /// Nil where it is not smaller than `limit`.
  static func smallest(_ sets: [[Int]], below limit: Int) -> [Int]? {
    for size in 0..<max(0, limit) {
      if let found = hit(sets[...], with: [], atMost: size) { return found.sorted() }
    }
    return nil
  }

  private static func hit(_ sets: ArraySlice<[Int]>, with chosen: [Int], atMost size: Int) -> [Int]? {
    guard let open = sets.firstIndex(where: { $0.allSatisfy { !chosen.contains($0) } }) else { return chosen }
    guard chosen.count < size else { return nil }
    for element in sets[open] {
      if let found = hit(sets[(open + 1)...], with: chosen + [element], atMost: size) { return found }
    }
    return nil
  }
}
