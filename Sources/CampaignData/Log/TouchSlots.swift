import CampaignModel

/// Room for the touches of one partition in the log.
@safe struct TouchSlots: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Touch>
  let count: Int

  /// - Parameter base: room for `count` touches, which nobody else uses meanwhile.
  @unsafe init(base: UnsafeMutablePointer<Touch>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  subscript(position: Int) -> Touch {
    @inline(__always) get {
      assert(position >= 0 && position < count)
      // Safety: positions are counted from the partition's own rows.
      return unsafe base[position]
    }
    @inline(__always) nonmutating set {
      assert(position >= 0 && position < count)
      // Safety: positions are counted from the partition's own rows; a touch needs no deinitialization.
      unsafe base[position] = newValue
    }
  }

  /// Has the system put memory behind the slots, which are new.
  func populate() { unsafe PageStore.populate(base, count * MemoryLayout<Touch>.stride) }

  /// Whether the times of a range never go down.
  @inline(__always) func isInOrder(_ range: Range<Int>) -> Bool {
    var last = Int64.min
    for position in range {
      let time = self[position].milliseconds
      if time < last { return false }
      last = time
    }
    return true
  }
}
