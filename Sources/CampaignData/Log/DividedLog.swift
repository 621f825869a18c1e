import CampaignModel
import FileReading
import Parallelism

/// A log that memory has no room for: its records lie in a temporary file and are read back part by part, each with all
/// touches of its contacts.
struct DividedLog {
  private let contacts: [RecordStreams]
  private let codes: ContactCodes
  private let touches: [RecordStreams]
  /// The partitions of each part.
  private let parts: [Range<Int>]
  private let threads: Int
  /// Times of the first and last touch; nil when there is none.
  let span: ClosedRange<Instant>?

  /// Writes out what is still in memory.
  init(
    contacts: LogReader.ContactRows?, touches: LogReader.TouchRows, _ reader: LogReader, _ spill: Spill
  ) throws(ReadingError) {
    var streams = (contacts: contacts?.streams ?? [], touches: touches.streams)
    for place in streams.contacts.indices { try streams.contacts[place].writeOut() }
    for place in streams.touches.indices { try streams.touches[place].writeOut() }
    self.contacts = streams.contacts
    self.touches = streams.touches
    codes = contacts?.codes ?? ContactCodes()
    span = touches.span
    threads = reader.options.threads
    let memory = (0..<reader.partitions).map { partition in
      (streams.contacts + streams.touches).reduce(0) { sum, stream in
        stream.segments.reduce(sum) { $0 + $1.pieces[partition].memory }
      }
    }
    parts = DividedLog.parts(memory, atMost: spill.budget)
  }

  /// Neighboring partitions that together take no more than so much memory; one alone may take more.
  private static func parts(_ memory: [Int], atMost limit: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for partition in memory.indices {
      if sum > 0, memory[partition] > 0, sum + memory[partition] > limit {
        parts.append(start..<partition)
        (start, sum) = (partition, 0)
      }
      sum += memory[partition]
    }
    return parts + [start..<memory.count]
  }

  var partCount: Int { parts.count }

  var touchCount: Int {
    touches.reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.records } } }
  }

  /// The segments that occur.
  var segments: [String] { codes.segments.texts }

  /// The contacts of a part with their touches.
  func assembly(ofPart part: Int) throws(ReadingError) -> LogAssembly {
    let touches = try read(touches, part)
    let isEmpty = (0..<touches.partitions).allSatisfy { touches.count(ofPartition: $0) == 0 }
    return LogAssembly(
      contacts: try read(contacts, part), codes: codes, touches: touches, span: isEmpty ? nil : span, threads: threads)
  }

  /// What contacts.csv says of all contacts.
  struct ContactFacts {
    var hasDuplicates = false
    var hasRelevance = false
    var hasHoldout = false
  }

  /// Reads contacts.csv back once.
  func contactFacts() throws(ReadingError) -> ContactFacts {
    var facts = ContactFacts()
    guard !contacts.isEmpty else { return facts }
    for part in parts.indices {
      let assembly = LogAssembly(
        contacts: try read(contacts, part), codes: codes,
        touches: PartitionedStreams([], partitions: parts[part].count), span: nil, threads: threads)
      let contacts = assembly.finish(others: [], threads: threads).contacts
      facts.hasDuplicates = facts.hasDuplicates || assembly.hasDuplicateContacts
      facts.hasRelevance = facts.hasRelevance || contacts.hasRelevance
      facts.hasHoldout = facts.hasHoldout || contacts.hasHoldout
    }
    return facts
  }

  /// Time of the touch before the last one, in milliseconds, which may be the same; nil where there are fewer than two.
  func timeBeforeLast() throws(ReadingError) -> Int64? {
    var (last, before) = (Int64.min, Int64.min)
    for part in parts.indices {
      let touches = try read(touches, part)
      for partition in 0..<touches.partitions {
        touches.forEachRun(inPartition: partition) { run, _, _ in
          for index in run.indices {
            let time = TouchRecord.milliseconds(run[index].first)
            before = max(before, min(last, time))
            last = max(last, time)
          }
        }
      }
    }
    return before == Int64.min ? nil : before
  }

  private func read(_ streams: [RecordStreams], _ part: Int) throws(ReadingError) -> PartitionedStreams {
    let read = Guarded<(streams: [RecordStreams?], error: ReadingError?)>(
      ([RecordStreams?](repeating: nil, count: streams.count), nil))
    let range = parts[part]
    parallelFor(streams.count, threads: threads) { place in
      do throws(ReadingError) {
        let stream = try RecordStreams(readingBack: range, of: streams[place])
        read.withLock { $0.streams[place] = stream }
      } catch {
        read.withLock { $0.error = $0.error ?? error }
      }
    }
    let found = read.withLock { $0 }
    if let error = found.error { throw error }
    return PartitionedStreams(found.streams.compactMap(\.self), partitions: range.count)
  }
}

/// The parts of a dataset whose log is divided.
struct DividedDataset: LogParts {
  let log: DividedLog
  /// Everything but contacts, touches and ties.
  let tables: Dataset
  let ties: TiesTable?
  let threads: Int

  var count: Int { log.partCount }

  func dataset(ofPart part: Int) throws -> Dataset {
    let assembly = try log.assembly(ofPart: part)
    var ties = ties
    let others = ties?.resolve(in: assembly) ?? []
    var dataset = tables
    dataset.wholeSpan = log.span
    dataset.settings.observedUntil = dataset.observedUntil
    (dataset.log, dataset.contacts) = assembly.finish(others: others, threads: threads)
    dataset.ties = ties?.ties ?? []
    // Of rows after the end of observation only the first part knows, and of ties all do.
    if part > 0 { dataset.rowsAfterObservation[.touchpoints] = nil }
    return dataset
  }
}
