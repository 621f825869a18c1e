import CampaignModel
import FileReading
import TestSupport
import Testing

@testable import CampaignData

/// Logs for which memory has no room, against the plain way.
struct DividedLogTests {
  private func options(_ memory: Int, threads: Int, folder: String) -> ReadingOptions {
    var options = ReadingOptions(threads: threads)
    options.memory = MemoryLimit(bytes: memory, allowsParts: true, folder: folder)
    return options
  }

  private func folder(seed: UInt64, settings: String) throws -> TemporaryFolder {
    var tables = RandomTables(seed: seed, badness: 0)
    return try TemporaryFolder([
      "channels.csv": "id,owner\nch1,p1\nch2,p2\na long channel,p2\n",
      "contents.csv": "id,brands\nx1,p1\ncontent-2,p2\n",
      "contacts.csv": tables.contacts(rows: Int(seed % 30)),
      "touchpoints.csv": tables.touchpoints(rows: 40 + Int(seed % 200)),
      "reefknot.yaml": settings,
    ])
  }

  /// The parts of a dataset.
  private func parts(of dataset: Dataset) throws -> [Dataset] {
    let parts = try #require(dataset.parts)
    return try (0..<parts.count).map { try parts.dataset(ofPart: $0) }
  }

  @Test(arguments: 0..<40)
  func `parts together are the log as it is read row by row`(seed: Int) throws {
    let folder = try folder(
      seed: UInt64(seed),
      settings: seed % 2 == 0 ? "timezone: Europe/Berlin\nobserved_until: 2025-03-28" : "activity_gap_days: 20")
    let plain = try PlainReading(of: DatasetFolder(path: folder.path), options: ReadingOptions())
    for (blockSize, memory, threads) in [(64, 1, 2), (200, 2000, 8), (97, 4000, 1), (512 << 10, 4000, 2)] {
      let tuning = BlockTuning(blockSize: blockSize, maximumRowLength: 1 << 20)
      let result = try readDataset(
        at: folder.path, options: options(memory, threads: threads, folder: folder.path), tuning: tuning)
      var found: [String: PlainContact] = [:]
      let parts = try parts(of: result.dataset)
      #expect(parts.count > 1 && parts.count <= 64)
      for part in parts { found.merge(part.plainContacts) { _, _ in PlainContact(name: "in two parts") } }
      #expect(found == plain.contacts)
      #expect(parts.compactMap { $0.rowsAfterObservation[.touchpoints] }.reduce(0, +) == plain.lateRows)
      #expect(result.dataset.touchCount == plain.contacts.values.reduce(0) { $0 + $1.touches.count })
    }
  }

  @Test func `every part knows all ties, and the whole log's first and last touch`() throws {
    let folder = try smallDataset(["ties.csv": "from,to\nc1,c2\nc3,zoe\n"])
    let whole = try folder.read().dataset
    let dataset = try folder.read(options(8, threads: 1, folder: folder.path)).dataset
    let parts = try parts(of: dataset)
    #expect(parts.count == 3)
    for part in parts {
      #expect(part.logSpan == whole.log.span && part.observedUntil == whole.observedUntil)
      let ties = part.ties.map { [part.contacts.ids[$0.from], part.contacts.ids[$0.to]] }
      #expect(ties == [["c1", "c2"], ["c3", "zoe"]])
    }
    #expect(dataset.logSpan == whole.log.span && dataset.observedUntil == whole.observedUntil)
    #expect(dataset.contacts.hasRelevance && dataset.contacts.segments.categories == ["new"])
  }

  // 4,000 records of 24 bytes, and for 3,960 of them an id of 9 or 10 bytes after its length: 167 kB. An eighth of so
  // little memory may be there at a time: 64 kB in 3 parts, 2.9 kB in nearly one for each of 64 partitions.
  @Test(arguments: [(512_000, 3...3), (23_000, 50...64)])
  func `parts take as much memory as there may be at a time`(memory: Int, counts: ClosedRange<Int>) throws {
    var rows = "time,contact,channel,kind\n"
    for row in 0..<4000 { rows += "2025-03-02T10:00:00Z,contact\(row % 1000),ch1,open\n" }
    let folder = try smallDataset(["touchpoints.csv": rows, "contacts.csv": "id\n"])
    let options = options(memory, threads: 2, folder: folder.path)
    let result = try readDataset(at: folder.path, options: options, tuning: BlockTuning(blockSize: 20_000))
    let parts = try parts(of: result.dataset)
    #expect(counts.contains(parts.count), "\(parts.count)")
    #expect(parts.reduce(0) { $0 + $1.log.count } == 4000)
  }

  @Test func `a log that fits is in one piece, and one that must not be divided is refused`() throws {
    let folder = try smallDataset()
    #expect(try folder.read(options(1 << 30, threads: 2, folder: "/missing")).dataset.parts == nil)
    var options = options(8, threads: 2, folder: folder.path)
    options.memory?.allowsParts = false
    #expect(folder.errors(options) == ["the log does not fit into 8 bytes of memory"])
    options.memory?.allowsParts = true
    options.memory?.folder = "/missing"
    #expect(folder.errors(options).first?.hasPrefix("/missing: the log is larger than memory") == true)
  }
}
