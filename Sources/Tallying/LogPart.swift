package import CampaignModel
package import LogScanning

/// What is known of a part of a log as a whole.
package struct LogPart: CodedCounts {
  package var touches = 0
  /// Touches after the end of observation, which are not in the log.
  package var lateTouches = 0
  /// Contacts with a touch or listed, and those of them that ties name.
  package var contacts = 0
  package var tiedContacts = 0
  package var span: ClosedRange<Instant>?
  package var hasRelevance = false
  package var hasHoldout = false
  package var segments: Set<String> = []
  /// Which shards these are, from 0; empty where they have no numbers.
  package var shards: [Int] = []

  package init() {}

  package var columns: [TallyColumn] { TallyCoder.columns(of: self) }

  package init(_ columns: [TallyColumn]) throws(TallyFault) { self = try TallyCoder.read(columns, into: LogPart()) }

  /// The most shards of a log.
  package static let maximumShards = 1 << 20

  package mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&touches)
    try coder.count(&lateTouches)
    try coder.count(&contacts)
    try coder.count(&tiedContacts)
    var ends = span.map { [$0.lowerBound.milliseconds, -$0.upperBound.milliseconds] } ?? [.max, .max]
    try coder.least(&ends)
    var known = [hasRelevance, hasHoldout]
    try coder.marks(&known)
    let written = segments
    let texts = try coder.texts { written.map { Array($0.utf8) } }
    let numbers = shards
    let table = try coder.table(width: 0) { table in
      for shard in numbers { table.append([shard], counts: []) }
    }
    guard coder.isReading else { return }
    if ends[0] < .max, ends[1] < .max, ends[1] > .min {
      guard ends[0] <= -ends[1] else { throw TallyFault("holds times that are out of order") }
      span = Instant(milliseconds: ends[0])...Instant(milliseconds: -ends[1])
    }
    (hasRelevance, hasHoldout) = (known[0], known[1])
    segments = Set((texts ?? []).map { String(decoding: $0, as: UTF8.self) })
    shards = []
    for row in 0..<(table?.count ?? 0) {
      shards.append(try table?.key(of: row, below: [LogPart.maximumShards])[0] ?? 0)
    }
  }
}
