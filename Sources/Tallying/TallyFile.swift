import CampaignAnalysis
package import CampaignModel
package import LogScanning

/// What was counted of a log or of a part of it, to be kept in a file, merged, and used in place of the log
/// (<doc:Scale#Tally-files>).
///
/// Files of parts that have no contact in common merge to the file of all of them, byte for byte the same in any order and
/// any grouping.
package struct TallyFile: Sendable {
  /// What must be equal in all parts of a log, and in the dataset that they are used with, by name.
  package var facts: [Fact]
  /// Up to when the data are complete; nil where that is known of no part, which has no touch then.
  package var observedUntil: Instant?
  package var observedUntilIsDate: Bool
  /// The whole log's first touch, where it was known.
  package var firstTouch: Instant?
  /// Contacts that ties.csv names, and its rows after the end of observation; the same in all parts.
  package var tiedContacts: Int
  package var lateTies: Int
  /// Which contacts are counted, to find that some are counted twice.
  package var contacts: ContactSketch
  /// What is known of the log, see ``LogPart``.
  package var part: LogPart
  /// The columns of every tally, by its key.
  package var entries: [String: [TallyColumn]]

  /// Something by which parts belong together.
  package struct Fact: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What a file begins with, and the version of the format.
  private static let magic: [UInt8] = Array("RKTALLY".utf8) + [1]

  /// The bytes of the file: the magic, the header, the tallies by key, ascending, and a checksum of all before it.
  package var bytes: [UInt8] {
    var writer = TallyWriter()
    writer.append(TallyFile.magic)
    writer.write(facts.count)
    for fact in facts {
      writer.write(fact.name)
      writer.write(fact.value)
    }
    for time in [observedUntil, firstTouch] {
      writer.write(time == nil ? 0 : 1)
      if let time { writer.write(signed: time.milliseconds) }
    }
    writer.write(observedUntilIsDate ? 1 : 0)
    writer.write(tiedContacts)
    writer.write(lateTies)
    contacts.write(to: &writer)
    writer.write(CountedLog.bytes(of: part.columns))
    writer.write(entries.count)
    for key in entries.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      writer.write(key)
      writer.write(CountedLog.bytes(of: entries[key] ?? []))
    }
    let hash = FNV1a.hash(writer.bytes[...])
    writer.append((0..<8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) })
    return writer.bytes
  }

  /// Reads a file.
  ///
  /// - Throws: where it is none, is of another version, or was cut short or changed.
  package init(_ bytes: [UInt8]) throws(TallyFault) {
    guard bytes.starts(with: TallyFile.magic.dropLast()), bytes.count > TallyFile.magic.count else {
      throw TallyFault("is no tally file, as reefknot tally writes them")
    }
    guard bytes[TallyFile.magic.count - 1] == TallyFile.magic.last else {
      throw TallyFault("is of another version of the format: tally it again with this build")
    }
    guard bytes.count >= TallyFile.magic.count + 8 else { throw .cutShort }
    let body = bytes[..<(bytes.count - 8)]
    let hash = FNV1a.hash(body)
    guard bytes.suffix(8).enumerated().allSatisfy({ $1 == UInt8(truncatingIfNeeded: hash >> UInt64($0 * 8)) }) else {
      throw TallyFault("was cut short or changed: its checksum is wrong")
    }
    var reader = TallyReader(body.dropFirst(TallyFile.magic.count))
    try self.init(&reader)
    guard reader.isAtEnd else { throw .isOfOtherShape }
  }

  private init(_ reader: inout TallyReader) throws(TallyFault) {
    facts = []
    for _ in 0..<(try reader.count(ofAtLeast: 2)) { facts.append(Fact(try reader.string(), try reader.string())) }
    var times: [Instant?] = []
    for _ in 0..<2 { times.append(try reader.count() == 0 ? nil : Instant(milliseconds: try reader.signed())) }
    (observedUntil, firstTouch) = (times[0], times[1])
    observedUntilIsDate = try reader.count() == 1
    tiedContacts = try reader.count()
    lateTies = try reader.count()
    contacts = try ContactSketch(&reader)
    part = try LogPart(CountedLog.columns(of: try reader.text()))
    entries = [:]
    for _ in 0..<(try reader.count(ofAtLeast: 2)) {
      let key = try reader.string()
      entries[key] = try CountedLog.columns(of: try reader.text())
    }
  }

  package init(
    facts: [Fact], observedUntil: Instant?, observedUntilIsDate: Bool, firstTouch: Instant?, tiedContacts: Int,
    lateTies: Int, contacts: ContactSketch, part: LogPart, entries: [String: [TallyColumn]]
  ) {
    self.facts = facts
    self.observedUntil = observedUntil
    self.observedUntilIsDate = observedUntilIsDate
    self.firstTouch = firstTouch
    self.tiedContacts = tiedContacts
    self.lateTies = lateTies
    self.contacts = contacts
    self.part = part
    self.entries = entries
  }
}
