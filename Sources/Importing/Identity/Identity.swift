import FileReading

/// Which ids of the sources are one contact.
///
/// A contact is known by its e-mail address, or by an id with the prefix of its source where no address is known. Rows and
/// crosswalks that have both join them; an id that is found with two addresses is joined with neither.
struct Identity: Sendable {
  private var ids = Interner()
  /// The address that an id goes with; its own number where none does.
  private var addresses: [Int32] = []
  private var hasTwoAddresses: [Bool] = []
  /// The first source that had a contact, and whether another one had it too.
  private var firstSource: [Int32] = []
  private var isInSeveral: [Bool] = []

  /// Number of an id.
  mutating func number(of id: ArraySlice<UInt8>) -> Int { number(of: id.span, Interner.Hashed(id.span)) }

  /// Number of an id, of which it is known what tables tell it by.
  mutating func number(of id: borrowing Span<UInt8>, _ hashed: Interner.Hashed) -> Int {
    let number = ids.intern(id, hashed)
    if number == addresses.count {
      addresses.append(Int32(number))
      hasTwoAddresses.append(false)
      firstSource.append(-1)
      isInSeveral.append(false)
    }
    return number
  }

  /// Has the processor fetch what it takes to find an id; see ``Interner/prefetch(_:_:)``.
  func prefetch(_ hashed: Interner.Hashed, _ step: Interner.PrefetchStep) { ids.prefetch(hashed, step) }

  /// Notes that an id and an address are one contact.
  mutating func join(_ id: Int, with address: Int) {
    guard id != address, !hasTwoAddresses[id] else { return }
    if addresses[id] == Int32(id) {
      addresses[id] = Int32(address)
    } else if addresses[id] != Int32(address) {
      addresses[id] = Int32(id)
      hasTwoAddresses[id] = true
    }
  }

  /// Notes that a source has a contact.
  mutating func note(_ id: Int, source: Int) {
    if firstSource[id] < 0 {
      firstSource[id] = Int32(source)
    } else if firstSource[id] != Int32(source) {
      isInSeveral[id] = true
    }
  }

  /// Number of the id that stands for an id's contact.
  func contact(_ id: Int) -> Int { Int(addresses[id]) }

  /// The bytes of an id.
  func bytes(_ id: Int) -> ArraySlice<UInt8> {
    let start = id == 0 ? 0 : ids.idEnds[id - 1]
    return ids.idBytes[start..<ids.idEnds[id]]
  }

  var count: Int { addresses.count }

  /// Ids that were joined with an address.
  var joinedCount: Int { addresses.enumerated().count { $0.offset != Int($0.element) } }

  /// Ids that were found with several addresses.
  var ambiguousCount: Int { hasTwoAddresses.count { $0 } }

  /// How many contacts two sources or more have.
  var inSeveralCount: Int {
    var sources = [Int32](repeating: -1, count: count)
    var several = [Bool](repeating: false, count: count)
    for id in 0..<count where firstSource[id] >= 0 {
      let contact = contact(id)
      if isInSeveral[id] || (sources[contact] >= 0 && sources[contact] != firstSource[id]) { several[contact] = true }
      sources[contact] = firstSource[id]
    }
    return several.count { $0 }
  }
}
