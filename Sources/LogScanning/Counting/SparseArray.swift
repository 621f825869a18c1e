/// An array at most of whose places one value stands, and which keeps only the blocks of places that were ever written.
///
/// So that what is counted by channel, in each of many campaigns and by each thread, takes memory for the channels that
/// occur there, beside 4 bytes a block once anything was written.
///
/// What loops over touches of other modules call is public: the compiler specializes no `package` function elsewhere.
public struct SparseArray<Element: Sendable>: Sendable {
  /// Number of places.
  public let count: Int
  @usableFromInline let blank: Element
  /// Logarithm of the places of a block.
  @usableFromInline let shift: Int
  /// By block, which of the blocks kept it is, plus 1; 0 for one that is not kept. Empty until something is written.
  @usableFromInline var numbers: [UInt32] = []
  /// The elements of the blocks kept.
  @usableFromInline var kept: [Element] = []

  /// An array with one value at all places.
  ///
  /// - Parameter blockSize: how many neighboring places are kept together, a power of two: few where an element is large.
  package init(repeating blank: Element, count: Int, blockSize: Int) {
    precondition(count >= 0 && blockSize.nonzeroBitCount == 1, "A block has a power of two of places.")
    self.blank = blank
    self.count = count
    shift = blockSize.trailingZeroBitCount
  }

  /// How many elements are kept: what memory grows with.
  package var keptCount: Int { kept.count }

  package var indices: Range<Int> { 0..<count }

  /// The element at a place. O(1).
  @inlinable public subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "There is no such place.")
      let number = number(ofBlockWith: index)
      return number == 0 ? blank : kept[place(index, inBlock: number)]
    }
    _modify {
      precondition(index >= 0 && index < count, "There is no such place.")
      var number = number(ofBlockWith: index)
      if number == 0 { number = keepBlock(of: index) }
      yield &kept[place(index, inBlock: number)]
    }
  }

  @inlinable @inline(__always) func number(ofBlockWith index: Int) -> Int {
    numbers.isEmpty ? 0 : Int(numbers[index &>> shift])
  }

  @inlinable func place(_ index: Int, inBlock number: Int) -> Int {
    (number &- 1) &<< shift | index & (1 &<< shift &- 1)
  }

  /// Keeps the block of a place, and returns its number.
  @usableFromInline mutating func keepBlock(of index: Int) -> Int {
    if numbers.isEmpty { numbers = [UInt32](repeating: 0, count: (count + 1 << shift - 1) >> shift) }
    kept.append(contentsOf: repeatElement(blank, count: 1 << shift))
    numbers[index >> shift] = UInt32(kept.count >> shift)
    return kept.count >> shift
  }

  /// Calls `body` with each place that is kept, ascending, and its element.
  @inlinable public func forEachKept(_ body: (_ index: Int, _ element: Element) -> Void) {
    for (block, number) in numbers.enumerated() where number > 0 {
      for index in block << shift..<min(count, (block + 1) << shift) {
        body(index, kept[place(index, inBlock: Int(number))])
      }
    }
  }
}
