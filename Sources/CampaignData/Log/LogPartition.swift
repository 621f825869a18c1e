import CampaignModel
import FileReading

/// The contacts of one partition with their touches: numbered, sorted, checked.
struct LogPartition: Sendable {
  /// Ids end to end and where each ends, in the order of the contacts' numbers.
  private(set) var idBytes: [UInt8] = []
  private(set) var idEnds: [Int] = []
  /// Where each contact's touches end, counted from the partition's first.
  private(set) var ends: [UInt32] = []
  /// Attributes of the first contacts, those that contacts.csv lists.
  private(set) var attributes = ContactAttributes()
  /// Whether contacts.csv lists an id twice.
  private(set) var hasDuplicates = false
  /// Positions, counted from the partition's first touch, and numbers; in order of position.
  private(set) var values: [(position: Int, number: Double)] = []
  private(set) var costs: [(position: Int, number: Double)] = []
  /// The numbers of rows that order touches at the same time, by position.
  private var rowNumbers: [Int: UInt64] = [:]

  /// Numbers the contacts in the order of their first row, those of contacts.csv first, and writes their touches in
  /// order of contact, time and row.
  ///
  /// - Parameters:
  ///   - slots: room for exactly the partition's touches.
  ///   - scratch: memory used again and again.
  init(
    _ partition: Int, contacts: PartitionedStreams?, codes: ContactCodes, touches: PartitionedStreams,
    into slots: TouchSlots, _ scratch: inout Scratch
  ) {
    scratch.table.removeAll()
    if let contacts { readContacts(contacts, partition, codes, &scratch) }
    let count = touches.count(ofPartition: partition)
    if scratch.numbers.count < count { scratch.numbers = [UInt32](repeating: 0, count: count) }
    // Every record may be that of a new contact.
    scratch.positions.removeAll(keepingCapacity: true)
    scratch.positions.append(contentsOf: repeatElement(0, count: scratch.table.count + count))
    let numbered = LogPartition.number(touches, partition, &scratch.table, &scratch.numbers, &scratch.positions)
    precondition(numbered == count && count == slots.count, "A partition must have a place for each of its touches.")
    slots.populate()
    let isInOrder = scatter(touches, partition, into: slots, scratch.numbers, &scratch.positions)
    ends = Array(scratch.positions[..<scratch.table.count])
    LogPartition.order(&values, touchCount: count)
    LogPartition.order(&costs, touchCount: count)
    if !isInOrder || !rowNumbers.isEmpty { sortSlices(slots) }
    rowNumbers = [:]
    idBytes = Array(scratch.table.idBytes)
    idEnds = scratch.table.idEnds
  }

  /// Memory that a thread uses for one partition after the other.
  struct Scratch {
    var table = Interner()
    /// Number of the contact of each record.
    var numbers: [UInt32] = []
    /// Per contact, first how many touches it has, then where the next one goes.
    var positions: [UInt32] = []
  }

  private mutating func readContacts(
    _ contacts: PartitionedStreams, _ partition: Int, _ codes: ContactCodes, _ scratch: inout Scratch
  ) {
    contacts.forEachRun(inPartition: partition) { run, cursor, stream in
      let codes = codes.ofStream(stream)
      for index in run.indices { readContact(run[index], &cursor, codes, &scratch.table) }
    }
  }

  private mutating func readContact(
    _ record: KeyedRecord, _ cursor: inout StreamCursor, _ codes: ContactCodes.OfStream,
    _ table: inout Interner
  ) {
    let attributes = ContactRecord(record)
    if attributes.isBad {
      let id =
        Key.isLong(record.key) ? cursor.readBytes(Int(cursor.readNumber())) : Key.bytes(ofShort: record.key)[...]
      if table.find(id) != nil { hasDuplicates = true }
      return
    }
    let known = table.count
    let number = LogPartition.contact(record, &cursor, &table)
    let name = attributes.hasName ? cursor.readBytes(Int(cursor.readNumber())) : []
    if number < known {
      hasDuplicates = true
    } else {
      self.attributes.append(attributes, name: name, codes)
    }
  }

  private static func contact(
    _ record: KeyedRecord, _ cursor: inout StreamCursor, _ table: inout Interner
  ) -> Int {
    guard Key.isLong(record.key) else { return table.number(ofShort: record.key) }
    return cursor.readBytes(Int(cursor.readNumber())) { table.number(ofLong: record.key, $0) }
  }

  /// First pass: whose touch each record is, and where the first one of each contact goes.
  ///
  /// - Returns: how many records there are.
  private static func number(
    _ touches: PartitionedStreams, _ partition: Int, _ table: inout Interner, _ numbers: inout [UInt32],
    _ positions: inout [UInt32]
  ) -> Int {
    var numbers = numbers.mutableSpan
    var positions = positions.mutableSpan
    var row = 0
    touches.forEachRun(inPartition: partition) { run, cursor, _ in
      var index = 0
      while index < run.count {
        index = numberKnown(run, from: index, table, &numbers, at: row, &positions, &cursor)
        guard index < run.count else { break }
        let number = contact(run[index], &cursor, &table)
        positions[number] += 1
        numbers[row + index] = UInt32(number)
        cursor.skipNumbers(run[index])
        index += 1
      }
      row += run.count
    }
    var next: UInt32 = 0
    for number in 0..<table.count {
      let count = positions[number]
      positions[number] = next
      next += count
    }
    return Int(next)
  }

  /// Numbers records as long as their contacts are known and have short ids.
  ///
  /// - Parameter row: index of the run's first record in `numbers`.
  /// - Returns: the index of the first record that is left.
  private static func numberKnown(
    _ run: Span<KeyedRecord>, from start: Int, _ table: borrowing Interner, _ numbers: inout MutableSpan<UInt32>,
    at row: Int, _ positions: inout MutableSpan<UInt32>, _ cursor: inout StreamCursor
  ) -> Int {
    let slots = table.slots.span
    for index in start..<run.count {
      // Safety: `index` is within the run; there is a position for each contact and a number for each record.
      let record = unsafe run[unchecked: index]
      guard !Key.isLong(record.key), let number = table.find(short: record.key, in: slots) else { return index }
      unsafe positions[unchecked: number] &+= 1
      unsafe numbers[unchecked: row &+ index] = UInt32(truncatingIfNeeded: number)
      if record.first & TouchRecord.flags != 0 { cursor.skipNumbers(record) }
    }
    return run.count
  }

  /// Second pass: every touch to the next place of its contact.
  ///
  /// - Returns: whether the rows are in order of time, and with them each contact's.
  private mutating func scatter(
    _ touches: PartitionedStreams, _ partition: Int, into slots: TouchSlots, _ numbers: borrowing [UInt32],
    _ positions: inout [UInt32]
  ) -> Bool {
    let numbers = numbers.span
    var positions = positions.mutableSpan
    var row = 0
    var latest = Int64.min
    var isInOrder = true
    touches.forEachRun(inPartition: partition) { run, cursor, _ in
      // The first pass has counted these very records, so that no contact gets more than it has places.
      precondition(row + run.count <= slots.count, "The passes must see the same records.")
      isInOrder = scatter(run, at: row, into: slots, numbers, &positions, &cursor, &latest) && isInOrder
      row += run.count
    }
    return isInOrder
  }

  /// Scatters one run of records, whose first is the `row`th.
  private mutating func scatter(
    _ run: Span<KeyedRecord>, at row: Int, into slots: TouchSlots, _ numbers: Span<UInt32>,
    _ positions: inout MutableSpan<UInt32>, _ cursor: inout StreamCursor, _ latest: inout Int64
  ) -> Bool {
    var last = latest
    var isInOrder = true
    for index in 0..<run.count {
      // Safety: `index` is within the run; there is a number for each record and a position for each contact.
      let record = unsafe run[unchecked: index]
      let number = unsafe Int(numbers[unchecked: row &+ index])
      let position = unsafe Int(positions[unchecked: number])
      unsafe positions[unchecked: number] &+= 1
      let touch = TouchRecord.touch(record)
      slots[position] = touch
      isInOrder = isInOrder && touch.milliseconds >= last
      last = touch.milliseconds
      if Key.isLong(record.key) { cursor.skipBytes(Int(cursor.readNumber())) }
      if record.first & TouchRecord.flags != 0 { addNumbers(record, at: position, &cursor) }
    }
    latest = last
    return isInOrder
  }

  @inline(never) private mutating func addNumbers(
    _ record: KeyedRecord, at position: Int, _ cursor: inout StreamCursor
  ) {
    if record.first & TouchRecord.hasValue != 0 {
      values.append((position, Double(bitPattern: cursor.readNumber())))
    }
    if record.first & TouchRecord.hasCost != 0 { costs.append((position, Double(bitPattern: cursor.readNumber()))) }
    if record.first & TouchRecord.hasRow != 0 { rowNumbers[position] = cursor.readNumber() }
  }

  /// Puts numbers in order of their positions, which are all different: each goes where as many are before it as there
  /// are lower positions, which are bits that are set.
  private static func order(_ numbers: inout [(position: Int, number: Double)], touchCount: Int) {
    guard numbers.count > 1 else { return }
    var bits = [UInt64](repeating: 0, count: touchCount / 64 + 1)
    for (position, _) in numbers { bits[position >> 6] |= 1 << UInt64(position & 63) }
    var before = 0
    let ranks = bits.map { word in
      defer { before += word.nonzeroBitCount }
      return before
    }
    var ordered = numbers
    for entry in numbers {
      let lower = bits[entry.position >> 6] & (1 << UInt64(entry.position & 63) - 1)
      ordered[ranks[entry.position >> 6] + lower.nonzeroBitCount] = entry
    }
    numbers = ordered
  }

  /// Sorts the touches of contacts whose rows are not in order of time.
  private mutating func sortSlices(_ slots: TouchSlots) {
    var start = 0
    for end in ends {
      let slice = start..<Int(end)
      start = slice.upperBound
      if !rowNumbers.isEmpty || !slots.isInOrder(slice) { sort(slice, slots) }
    }
  }

  private mutating func sort(_ slice: Range<Int>, _ slots: TouchSlots) {
    // Rows without a number come behind those that have one.
    func key(_ position: Int) -> (Int64, UInt64, Int) {
      (slots[position].milliseconds, rowNumbers[position] ?? UInt64.max, position)
    }
    let order = slice.sorted { key($0) < key($1) }
    let touches = order.map { slots[$0] }
    for (position, touch) in zip(slice, touches) { slots[position] = touch }
    LogPartition.move(&values, order, slice)
    LogPartition.move(&costs, order, slice)
  }

  /// Lets the numbers of a slice follow their touches.
  private static func move(_ numbers: inout [(position: Int, number: Double)], _ order: [Int], _ slice: Range<Int>) {
    let first = numbers.partitioningIndex { $0.position >= slice.lowerBound }
    let last = numbers.partitioningIndex { $0.position >= slice.upperBound }
    guard first < last else { return }
    let known = Dictionary(uniqueKeysWithValues: numbers[first..<last].map { ($0.position, $0.number) })
    var next = first
    for (position, old) in zip(slice, order) {
      guard let number = known[old] else { continue }
      numbers[next] = (position, number)
      next += 1
    }
  }
}

extension Array {
  /// Index of the first element for which `belongs` holds, which must hold for all behind it; else the end.
  fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension StreamCursor {
  /// Passes over the numbers that belong to a touch.
  @inline(never) fileprivate mutating func skipNumbers(_ record: KeyedRecord) {
    if record.first & TouchRecord.hasValue != 0 { _ = readNumber() }
    if record.first & TouchRecord.hasCost != 0 { _ = readNumber() }
    if record.first & TouchRecord.hasRow != 0 { _ = readNumber() }
  }
}
