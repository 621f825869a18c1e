import CampaignModel
import FileReading
import TestSupport
import Testing

@testable import CampaignData

/// Reading by blocks, partitions and threads against the plain way.
struct BlockReadingTests {
  private static let tunings: [(tuning: BlockTuning, threads: Int)] = [
    (BlockTuning(), 1),
    (BlockTuning(blockSize: 64, maximumRowLength: 1 << 20, partitions: 1), 2),
    (BlockTuning(blockSize: 97, maximumRowLength: 1 << 20, partitions: 8), 8),
    (BlockTuning(blockSize: 1000, maximumRowLength: 60, partitions: 4), 1),
  ]

  private func folder(seed: UInt64, badness: Int) throws -> TemporaryFolder {
    var tables = RandomTables(seed: seed, badness: badness)
    return try TemporaryFolder([
      "channels.csv": "id,owner\nch1,p1\nch2,p2\na long channel,p2\n",
      "contents.csv": "id,brands\nx1,p1\ncontent-2,p2\n",
      "contacts.csv": tables.contacts(rows: Int(seed % 30)),
      "touchpoints.csv": tables.touchpoints(rows: Int(seed % 200)),
      "reefknot.yaml": seed % 2 == 0 ? "timezone: Europe/Berlin\nobserved_until: 2025-03-28" : "activity_gap_days: 20",
    ])
  }

  @Test(arguments: 0..<60)
  func `files in order give the same log as row by row`(seed: Int) throws {
    let folder = try folder(seed: UInt64(seed), badness: 0)
    let plain = try PlainReading(of: DatasetFolder(path: folder.path), options: ReadingOptions())
    #expect(plain.problems.map(\.description) == [])
    for (tuning, threads) in BlockReadingTests.tunings {
      let result = try readDataset(at: folder.path, options: ReadingOptions(threads: threads), tuning: tuning)
      #expect(result.dataset.plainContacts == plain.contacts)
      #expect(result.dataset.rowsAfterObservation[.touchpoints, default: 0] == plain.lateRows)
    }
  }

  @Test(arguments: 100..<160)
  func `bad rows are reported and left out as row by row`(seed: Int) throws {
    let folder = try folder(seed: UInt64(seed), badness: seed % 2 == 0 ? 20 : 3)
    let strict = try PlainReading(of: DatasetFolder(path: folder.path), options: ReadingOptions())
    let skipping = ReadingOptions(skipsInvalid: true, keepsRejects: true)
    let lenient = try PlainReading(of: DatasetFolder(path: folder.path), options: skipping)
    for (tuning, threads) in BlockReadingTests.tunings {
      let found = problems(at: folder.path, ReadingOptions(threads: threads), tuning)
      #expect(found == strict.problems.map(\.description))
      var options = skipping
      options.threads = threads
      let result = try readDataset(at: folder.path, options: options, tuning: tuning)
      #expect(result.dataset.plainContacts == lenient.contacts)
      #expect(result.rejects == lenient.rejects)
      #expect(leftOut(result.notes) == leftOut(lenient.notes))
    }
  }

  private func problems(at path: String, _ options: ReadingOptions, _ tuning: BlockTuning) -> [String] {
    do {
      _ = try readDataset(at: path, options: options, tuning: tuning)
      return []
    } catch {
      guard case .badData(let files) = error else { return [error.description] }
      return files.map(\.description)
    }
  }

  private func leftOut(_ notes: [ReadingNote]) -> [String] {
    notes.map(\.description).filter { $0.contains("left out: ") }
  }
}
