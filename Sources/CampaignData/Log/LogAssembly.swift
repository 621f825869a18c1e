import CampaignModel
import FileReading
import Parallelism

/// The log and the contacts, put together from partitions that were worked on side by side.
///
/// Contacts are numbered partition by partition and within one by first appearance, so that the numbers are the same
/// with any number of threads.
struct LogAssembly {
  private let partitions: [LogPartition]
  private let codes: ContactCodes
  private let touches: [Touch]
  /// Where each partition's touches start; one entry more than partitions.
  private let starts: [Int]
  /// Times of the first and last touch; nil when there is none.
  let span: ClosedRange<Instant>?

  /// Works on all partitions; each gives its records' memory back as soon as its touches are in the log.
  init(
    contacts: PartitionedStreams?, codes: ContactCodes, touches streams: PartitionedStreams,
    span: ClosedRange<Instant>?, threads: Int
  ) {
    self.codes = codes
    self.span = span
    var starts = [0]
    for partition in 0..<streams.partitions { starts.append(starts[partition] + streams.count(ofPartition: partition)) }
    let count = starts[streams.partitions]
    precondition(count <= TouchLog.maximumTouches, "A log holds at most 4,294,967,295 touches.")
    var built: [LogPartition] = []
    // Safety: the partitions write to parts of the buffer that do not overlap and together are `count` touches.
    touches = unsafe [Touch](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      let slots = (0..<streams.partitions).map {
        unsafe TouchSlots(base: base + starts[$0], count: starts[$0 + 1] - starts[$0])
      }
      built = LogAssembly.build(contacts, codes, streams, slots, threads)
      filled = count
    }
    partitions = built
    self.starts = starts
  }

  private static func build(
    _ contacts: PartitionedStreams?, _ codes: ContactCodes, _ streams: PartitionedStreams, _ slots: [TouchSlots],
    _ threads: Int
  ) -> [LogPartition] {
    let built = Guarded([LogPartition?](repeating: nil, count: streams.partitions))
    let idle = Guarded<[LogPartition.Scratch]>([])
    parallelFor(streams.partitions, threads: threads) { index in
      var scratch = idle.withLock { $0.popLast() } ?? LogPartition.Scratch()
      let partition = LogPartition(
        index, contacts: contacts, codes: codes, touches: streams, into: slots[index], &scratch)
      contacts?.release(partition: index)
      streams.release(partition: index)
      let done = scratch
      idle.withLock { $0.append(done) }
      built.withLock { $0[index] = partition }
    }
    return built.withLock { $0.compactMap(\.self) }
  }

  /// Whether contacts.csv lists an id twice.
  var hasDuplicateContacts: Bool { partitions.contains { $0.hasDuplicates } }

  /// Number of contacts.
  var contactCount: Int { partitions.reduce(0) { $0 + $1.idEnds.count } }

  /// The numbers of the contacts with these ids; nil for those that do not exist.
  func numbers(of ids: Interner) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: ids.count)
    guard ids.count > 0 else { return numbers }
    var next = 0
    for partition in partitions {
      var start = 0
      for end in partition.idEnds {
        if let wanted = ids.find(partition.idBytes[start..<end]) { numbers[wanted] = next }
        start = end
        next += 1
      }
    }
    return numbers
  }

  /// The log, and the contacts; `others` exist besides, without a touch or attributes, and are numbered last.
  func finish(others: [[UInt8]], threads: Int) -> (log: TouchLog, contacts: Contacts) {
    let count = contactCount + others.count
    // Each column is put together on its own.
    let columns = Guarded(Columns())
    parallelFor(8, threads: threads) { column in
      switch column {
      case 0:
        let ids = ids(others, count)
        columns.withLock { $0.ids = ids }
      case 1:
        let ends = ends(others, count)
        columns.withLock { $0.ends = ends }
      case 2:
        let segments = category(codes.segments.texts, \.segments, count)
        columns.withLock { $0.segments = segments }
      case 3:
        let sectors = category(codes.sectors.texts, \.sectors, count)
        columns.withLock { $0.sectors = sectors }
      case 4:
        let organizations = category(codes.organizations.texts, \.organizations, count)
        columns.withLock { $0.organizations = organizations }
      case 5:
        let names = codes.hasNames ? names(count) : nil
        let (relevance, holdout) = (flags(\.relevance, count), flags(\.holdout, count))
        columns.withLock { ($0.names, $0.relevance, $0.holdout) = (names, relevance, holdout) }
      case 6:
        let values = numbers(\.values)
        columns.withLock { $0.values = values }
      default:
        let costs = numbers(\.costs)
        columns.withLock { $0.costs = costs }
      }
    }
    let found = columns.withLock { $0 }
    let log = TouchLog(
      touches: touches, ends: found.ends, values: found.values, costs: found.costs, span: span)
    let contacts = Contacts(
      ids: found.ids, names: found.names, segments: found.segments, sectors: found.sectors,
      organizations: found.organizations, relevance: found.relevance, holdout: found.holdout,
      listed: listed)
    return (log, contacts)
  }

  /// The contacts that contacts.csv lists: in each partition the first ones.
  private var listed: [Range<Int>] {
    var start = 0
    return partitions.map { partition in
      defer { start += partition.idEnds.count }
      return start..<start + partition.attributes.relevance.count
    }
  }

  private struct Columns: Sendable {
    var ids = TextColumn(bytes: [], ends: [])
    var ends: [UInt32] = []
    var names: TextColumn?
    var segments = CategoryColumn.empty
    var sectors = CategoryColumn.empty
    var organizations = CategoryColumn.empty
    var relevance: [Bool?] = []
    var holdout: [Bool?] = []
    var values = SparseColumn(rows: [], numbers: [], rowCount: 0)
    var costs = SparseColumn(rows: [], numbers: [], rowCount: 0)
  }

  /// Where each contact's touches end.
  private func ends(_ others: [[UInt8]], _ count: Int) -> [UInt32] {
    var ends: [UInt32] = []
    ends.reserveCapacity(count)
    for (index, partition) in partitions.enumerated() {
      let start = UInt32(starts[index])
      for end in partition.ends { ends.append(start + end) }
    }
    ends.append(contentsOf: repeatElement(UInt32(touches.count), count: others.count))
    return ends
  }

  private func ids(_ others: [[UInt8]], _ count: Int) -> TextColumn {
    var ids = TextColumnBuilder(count: count, bytes: partitions.reduce(0) { $0 + $1.idBytes.count })
    for partition in partitions { ids.append(partition.idBytes, ends: partition.idEnds) }
    for other in others { ids.append(other, ends: [other.count]) }
    return ids.column
  }

  private func numbers(_ list: KeyPath<LogPartition, [(position: Int, number: Double)]>) -> SparseColumn {
    var rows: [Int] = []
    var numbers: [Double] = []
    for (index, partition) in partitions.enumerated() {
      for (position, number) in partition[keyPath: list] {
        rows.append(starts[index] + position)
        numbers.append(number)
      }
    }
    return SparseColumn(rows: rows, numbers: numbers, rowCount: touches.count)
  }

  private func names(_ count: Int) -> TextColumn {
    var names = TextColumnBuilder(count: count, bytes: partitions.reduce(0) { $0 + $1.attributes.nameBytes.count })
    for partition in partitions {
      names.append(partition.attributes.nameBytes, ends: partition.attributes.nameEnds)
      names.appendEmpty(partition.idEnds.count - partition.attributes.nameEnds.count)
    }
    names.appendEmpty(count - names.count)
    return names.column
  }

  private func category(
    _ texts: [String], _ column: KeyPath<ContactAttributes, [UInt32]>, _ count: Int
  ) -> CategoryColumn {
    guard !texts.isEmpty else { return .empty }
    var codes: [UInt32] = []
    codes.reserveCapacity(count)
    for partition in partitions {
      let known = partition.attributes[keyPath: column]
      codes.append(contentsOf: known)
      codes.append(contentsOf: repeatElement(0, count: partition.idEnds.count - known.count))
    }
    codes.append(contentsOf: repeatElement(0, count: count - codes.count))
    return CategoryColumn(categories: texts, codes: codes)
  }

  /// A column of booleans; empty when no contact has a value in it.
  private func flags(_ column: KeyPath<ContactAttributes, [Bool?]>, _ count: Int) -> [Bool?] {
    guard partitions.contains(where: { $0.attributes[keyPath: column].contains { $0 != nil } }) else { return [] }
    var flags: [Bool?] = []
    flags.reserveCapacity(count)
    for partition in partitions {
      let known = partition.attributes[keyPath: column]
      flags.append(contentsOf: known)
      flags.append(contentsOf: repeatElement(nil, count: partition.idEnds.count - known.count))
    }
    flags.append(contentsOf: repeatElement(nil, count: count - flags.count))
    return flags
  }
}

/// Texts put end to end.
private struct TextColumnBuilder {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(count: Int, bytes size: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(size)
  }

  var count: Int { ends.count }

  var column: TextColumn { TextColumn(bytes: bytes, ends: ends) }

  /// Appends texts that lie end to end.
  mutating func append(_ texts: [UInt8], ends textEnds: [Int]) {
    let start = bytes.count
    bytes.append(contentsOf: texts)
    for end in textEnds { ends.append(start + end) }
  }

  mutating func appendEmpty(_ count: Int) {
    ends.append(contentsOf: repeatElement(bytes.count, count: count))
  }
}
