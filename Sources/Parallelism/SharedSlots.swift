public import Synchronization

/// The places of one array while several threads fill it, each its own places.
///
/// Swift's arrays allow one writer. Algorithms that give every work item places of its own need many;
/// these slots lend the array's memory to them for the time of one call. Every access is checked
/// against the bounds, except `[unchecked:]`, which is for measured hot loops.
@safe
public struct SharedSlots<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Safety: the memory outlives the slots because they are only made inside the closures below.
  // Two threads never touch one place at once: that is the duty of whoever fills the slots.
  @usableFromInline let base: UnsafeMutablePointer<Element>
  /// The number of places.
  public let count: Int

  @unsafe @inlinable
  init(base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  /// The element at `index`, which must lie in `0..<count`.
  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "The slot lies outside the array.")
      return unsafe base[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count, "The slot lies outside the array.")
      unsafe base[index] = newValue
    }
  }

  /// The element at `index`, checked in debug builds only.
  @unsafe @inlinable
  public subscript(unchecked index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "The slot lies outside the array.")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "The slot lies outside the array.")
      unsafe base[index] = newValue
    }
  }
}

extension SharedSlots<Int32> {
  // Safety: an atomic number lies in memory as the number itself does, and the slots outlive every access.
  @unsafe @inlinable
  func atom(_ index: Int) -> UnsafeMutablePointer<Atomic<Int32>> {
    assert(index >= 0 && index < count, "The slot lies outside the array.")
    return unsafe UnsafeMutableRawPointer(base + index).assumingMemoryBound(to: Atomic<Int32>.self)
  }

  /// The element at `index`, which other threads may be writing; checked in debug builds only, as the following.
  @unsafe @inlinable
  public func load(unchecked index: Int) -> Int32 { unsafe atom(index).pointee.load(ordering: .relaxed) }

  /// Sets the element at `index`, which other threads may be reading and writing.
  @unsafe @inlinable
  public func store(_ element: Int32, unchecked index: Int) {
    unsafe atom(index).pointee.store(element, ordering: .relaxed)
  }

  /// Sets the element at `index` if it is still the one given, and returns whether it was.
  @unsafe @inlinable
  public func replace(_ element: Int32, by new: Int32, unchecked index: Int) -> Bool {
    unsafe atom(index).pointee.compareExchange(expected: element, desired: new, ordering: .relaxed).exchanged
  }
}

extension Array where Element: BitwiseCopyable & Sendable {
  /// An array of `count` elements which `fill` writes, from as many threads as it likes.
  ///
  /// - Precondition: `fill` writes every slot that is ever read; the memory is not initialized before.
  @inlinable
  public init(slots count: Int, fill: (SharedSlots<Element>) throws -> Void) rethrows {
    precondition(count >= 0, "The number of slots must not be negative.")
    // One place at least, so that there is memory and `fill` runs even for an empty array.
    unsafe try self.init(unsafeUninitializedCapacity: Swift.max(1, count)) { buffer, written in
      guard let base = buffer.baseAddress else { preconditionFailure("A reserved array has memory.") }
      // Safety: elements are bitwise copyable, so writing them is initializing them.
      try fill(unsafe SharedSlots(base: base, count: count))
      written = count
    }
  }

  /// Lends the elements to `body`, which may write them from several threads, each its own places.
  @inlinable
  public mutating func withSlots<Result>(_ body: (SharedSlots<Element>) throws -> Result) rethrows -> Result {
    let count = self.count
    reserveCapacity(Swift.max(1, count))
    return unsafe try withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("A reserved array has memory.") }
      // Safety: the buffer holds `count` initialized elements for as long as the closure runs.
      return try body(unsafe SharedSlots(base: base, count: count))
    }
  }
}
