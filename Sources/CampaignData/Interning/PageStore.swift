import Glibc

/// Memory in pages of one size that go back to the system one by one.
///
/// From the system directly, since what an allocator gets back from its users it keeps for them.
@safe final class PageStore {
  static let pageSize = 32 << 10
  private static let slabSize = 4 << 20

  private var slabs: [UnsafeMutableRawPointer] = unsafe []
  private var used = PageStore.slabSize

  /// A page of zeros; it takes memory only as far as it is written to.
  func take() -> UnsafeMutableRawPointer {
    if used == PageStore.slabSize {
      // Safety: the result is checked; the slab is unmapped in deinit.
      let slab = unsafe mmap(
        nil, PageStore.slabSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      guard let slab = unsafe slab, unsafe slab != MAP_FAILED else {
        preconditionFailure("The system has no memory left.")
      }
      unsafe slabs.append(slab)
      used = 0
    }
    defer { used += PageStore.pageSize }
    // Safety: the slab has room for the page, as checked above.
    return unsafe slabs[slabs.count - 1] + used
  }

  /// Gives a page's memory back; the page must not be read any more.
  func release(_ page: UnsafeMutableRawPointer) {
    // Safety: the page lies within a slab.
    _ = unsafe madvise(page, PageStore.pageSize, MADV_DONTNEED)
  }

  deinit {
    // Safety: each slab was mapped with this size.
    for position in unsafe slabs.indices { _ = unsafe munmap(slabs[position], PageStore.slabSize) }
  }
}
