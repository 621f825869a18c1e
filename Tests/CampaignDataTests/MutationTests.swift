import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import CampaignData

/// Files that were damaged at random: whatever they hold, reading ends with a dataset or with an error that names a
/// place, and reading by blocks gives the same as row by row.
///
/// `REEFKNOT_FUZZ_SECONDS=600 swift test -c release --filter MutationTests` goes on for that long, from another seed each time;
/// most files are then read in one way, with bad rows refused or skipped by lot, each tenth in all.
struct MutationTests {
  @Test func `damaged files give a dataset or an error`() throws {
    let seconds = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)
    let seed = seconds == nil ? 1 : UInt64.random(in: 0...UInt64.max)
    let end = Date(timeIntervalSinceNow: seconds ?? 3600)
    var rounds = seconds == nil ? 400 : Int.max
    var fuzzer = try Fuzzer(seed: seed)
    while rounds > 0, Date() < end {
      try fuzzer.run(inAllWays: seconds == nil || rounds % 10 == 0)
      rounds -= 1
    }
    if seconds != nil { print("seed \(seed):\n\(fuzzer.summary)") }
  }

  @Test func `tables and settings cut at any byte give a dataset or an error`() throws {
    var fuzzer = try Fuzzer(seed: 2)
    try fuzzer.cutEach()
  }
}

/// Damages the files of a small dataset and reads them in every way.
private struct Fuzzer {
  private var generator: SeededGenerator
  private let folder: TemporaryFolder
  private var files: [String: [UInt8]] = [:]
  /// By file, how many damaged datasets were read and how many refused.
  private var counts: [String: (read: Int, refused: Int)] = [:]

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    folder = try smallDataset([
      "kinds.csv": "kind,level,depth\ntasting,interaction,4\n",
      "reefknot.yaml": "timezone: Europe/Berlin\nminimum_group: 2\n",
      "ties.csv": "from,to,kind,time\nc1,c2,refers,2025-03-02\n",
      "exchanges.csv": "time;from;to;kind;value\n2025-03-01;p1;p2;money;1,5\n",
      "assessments.csv": "from\tto\tdate\tsocial\np1\tp2\t01.03.2025\t50\n",
      "plan.csv": "content,channel,due\nx1,ch1,2025-03-09\n",
      "targets.csv": "campaign,kpi,value,due\nk1,reach,10,2025-03-31\n",
      "totals.csv": "campaign;partners;figure;k;value;low;high\nk1;p1;reach;;<50;;\n;\"p1;p2\";k_plus;2;;1,5;9\n",
    ])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      files[name] = try [UInt8](Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")))
    }
  }

  var summary: String {
    counts.sorted { $0.key < $1.key }.map { "\($0): \($1.read + $1.refused) damaged files, \($1.refused) refused" }
      .joined(separator: "\n")
  }

  mutating func run(inAllWays: Bool) throws {
    let large = ["touchpoints.csv", "touchpoints.csv", "contacts.csv"]
    let name = (large + files.keys.sorted()).randomElement(using: &generator) ?? "touchpoints.csv"
    let original = files[name] ?? []
    var bytes = original
    if name == "touchpoints.csv", Bool.random(using: &generator) {
      var tables = RandomTables(seed: generator.next(), badness: 5)
      bytes = Array(tables.touchpoints(rows: Int.random(in: 0..<60, using: &generator)).utf8)
    }
    for _ in 0..<Int.random(in: 1...4, using: &generator) { damage(&bytes) }
    // Up to the size of a block that storedGzip writes.
    let isPacked = name.hasSuffix(".csv") && bytes.count < 65_536 && Int.random(in: 0..<8, using: &generator) == 0
    let written = isPacked ? "\(name).gz" : name
    if isPacked {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
      bytes = storedGzip(bytes)
      if Bool.random(using: &generator) { damage(&bytes) }
    }
    try folder.write(bytes, to: written)
    for skips in inAllWays ? [false, true] : [Bool.random(using: &generator)] {
      let options = ReadingOptions(skipsInvalid: skips, keepsRejects: skips)
      if inAllWays {
        try compare(options, written, isLarge: large.contains(name))
      } else {
        count(Outcome(folder.path, options, BlockTuning()), written)
      }
    }
    if isPacked { try FileManager.default.removeItem(atPath: "\(folder.path)/\(written)") }
    try folder.write(original, to: name)
  }

  /// Cuts each file at every byte, as it is and compressed.
  mutating func cutEach() throws {
    for name in files.keys.sorted() {
      let original = files[name] ?? []
      for length in 0..<original.count {
        try folder.write(Array(original.prefix(length)), to: name)
        try compare(ReadingOptions(), name, isLarge: name == "touchpoints.csv" || name == "contacts.csv")
      }
      if name.hasSuffix(".csv") {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
        let packed = storedGzip(original)
        for length in 0..<packed.count {
          try folder.write(Array(packed.prefix(length)), to: "\(name).gz")
          #expect(Outcome(folder.path, ReadingOptions(), BlockTuning()).contacts == nil)
        }
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(name).gz")
      }
      try folder.write(original, to: name)
    }
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let tokens = [
      "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t", "\0", "\u{FEFF}", "c1", "2025-03-30 02:30", "\u{FF}", "🦭",
      "\"\n", ",\"",
      "99999999999999999999", "1e999", "--", "0001-01-01T00:00:00+23:59", "9999-12-31", " ", "&a [*a]", ": ", "[[[",
      "ja", "\u{A0}", "\u{1A}", "1.234", "1.234,50 €", "45 %", "3/4/2025", "9:30 PM", " UTC", "NULL", "#REF!",
      "sep=;\n",
      "encoding: windows-1252\n", "decimal: \",\"\n", "date_order: dmy\n", "\u{2028}",
    ]
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 3: bytes.insert(contentsOf: Array((tokens.randomElement(using: &generator) ?? "").utf8), at: place)
    case 4:
      let end = Int.random(in: place...bytes.count, using: &generator)
      bytes.removeSubrange(place..<min(end, place + 40))
    case 5:
      let end = min(bytes.count, place + Int.random(in: 0...80, using: &generator))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &generator))
    case 6 where Int.random(in: 0..<20, using: &generator) == 0:
      let token = Array((tokens.randomElement(using: &generator) ?? "x").utf8)
      let count = (RecordScanner.maximumFieldLength + 10) / max(1, token.count)
      bytes.insert(contentsOf: (0..<count).flatMap { _ in token }, at: place)
    default: bytes.insert(Array("\",;\n\r\t 0-".utf8).randomElement(using: &generator) ?? 0, at: place)
    }
  }

  private mutating func compare(_ options: ReadingOptions, _ name: String, isLarge: Bool) throws {
    let tunings: [(BlockTuning, Int)] = [
      (BlockTuning(), 1),
      (BlockTuning(blockSize: 48, maximumRowLength: 1 << 20, partitions: 4), 2),
      (BlockTuning(blockSize: 4096, maximumRowLength: 5000, partitions: 2), 8),
    ]
    var outcomes: [Outcome] = []
    for (tuning, threads) in tunings {
      var options = options
      options.threads = threads
      // Blocks of a few bytes would take all day on rows of a mebibyte.
      if threads == 2, folderIsLarge { continue }
      outcomes.append(Outcome(folder.path, options, tuning))
    }
    #expect(outcomes.allSatisfy { $0 == outcomes[0] })
    count(outcomes[0], name)
    guard isLarge, let contacts = outcomes[0].contacts else { return }
    let plain = try PlainReading(of: DatasetFolder(path: folder.path), options: options)
    var expected = plain.contacts
    // These two exist in ties.csv in any case.
    for id in ["c1", "c2"] where contacts[id] != nil { expected[id] = expected[id] ?? PlainContact() }
    #expect(contacts == expected)
    #expect(outcomes[0].rejects == plain.rejects)
  }

  /// Counts what was read of a damaged file; what was refused must say where.
  private mutating func count(_ outcome: Outcome, _ name: String) {
    let isRead = outcome.contacts != nil
    counts[name, default: (0, 0)].read += isRead ? 1 : 0
    counts[name, default: (0, 0)].refused += isRead ? 0 : 1
    for problem in outcome.problems { #expect(problem.contains(":") && !problem.contains("\u{1B}")) }
  }

  private var folderIsLarge: Bool {
    files.keys.contains { name in
      var status = stat()
      // Safety: stat fills the structure it is given.
      return unsafe stat("\(folder.path)/\(name)", &status) == 0 && status.st_size > 100_000
    }
  }
}

/// What reading came to.
private struct Outcome: Equatable {
  var problems: [String] = []
  var contacts: [String: PlainContact]?
  var notes: [ReadingNote] = []
  var rejects: [RejectedRow] = []

  init(_ path: String, _ options: ReadingOptions, _ tuning: BlockTuning) {
    do {
      let result = try readDataset(at: path, options: options, tuning: tuning)
      contacts = result.dataset.plainContacts
      notes = result.notes
      rejects = result.rejects
    } catch {
      problems = error.description.split(separator: "\n").map(String.init)
    }
  }
}
