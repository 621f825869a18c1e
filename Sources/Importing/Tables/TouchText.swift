import CampaignModel
import FileReading
import Parallelism

/// Rows of touches as delimited text.
///
/// Each name is written once, behind its comma and in the quotes that it needs, and copied for every row.
struct TouchText {
  private let touches: TouchRows
  private let clock: LocalClock
  private let contacts: Fields
  private let channels: Fields
  private let kinds: Fields
  private let contents: Fields
  private let hasValues: Bool
  private let hasCosts: Bool

  /// Fields end to end, and where each ends.
  private struct Fields: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var isEmpty: Bool { ends.isEmpty }

    init(_ ids: Interner) { for id in 0..<ids.count { append(ids.idBytes[ids.range(of: id)]) } }

    init() {}

    mutating func append(_ field: ArraySlice<UInt8>) {
      bytes.append(Ascii.comma)
      TableText.append(field, to: &bytes)
      ends.append(bytes.count)
    }

    /// Takes the number of a field that nobody asks for.
    mutating func skip() { ends.append(bytes.count) }

    func append(_ number: Int32, to text: inout ByteWriter) {
      let place = Int(number)
      text.append(bytes.span.extracting((place == 0 ? 0 : ends[place - 1])..<ends[place]))
    }
  }

  /// - Parameters:
  ///   - clock: of the dataset, which dates are of.
  ///   - contactCount: numbers of contacts are below it.
  ///   - contactText: the id of a contact in the dataset, asked for once for each contact that was touched.
  init(_ touches: TouchRows, clock: LocalClock, contactCount: Int, contactText: (Int) -> ArraySlice<UInt8>) {
    (self.touches, self.clock) = (touches, clock)
    var isTouched = [Bool](repeating: false, count: contactCount)
    for contact in touches.contacts { isTouched[Int(contact)] = true }
    var contacts = Fields()
    for (contact, isTouched) in isTouched.enumerated() {
      if isTouched { contacts.append(contactText(contact)) } else { contacts.skip() }
    }
    self.contacts = contacts
    channels = Fields(touches.channelIDs)
    kinds = Fields(touches.kindNames)
    contents = Fields(touches.contentIDs)
    hasValues = touches.values.contains { !$0.isNaN }
    hasCosts = touches.costs.contains { !$0.isNaN }
  }

  private static let piece = 1 << 15

  /// The table with its header, in parts one after the other.
  func pieces(threads: Int) -> [[UInt8]] {
    let optional = [("content", !contents.isEmpty), ("value", hasValues), ("cost", hasCosts)].filter(\.1).map(\.0)
    let header = TableText(header: ["time", "contact", "channel", "kind"] + optional).bytes
    let count = (touches.count + TouchText.piece - 1) / TouchText.piece
    let written = Guarded([[UInt8]](repeating: [], count: count))
    parallelChunks(touches.count, size: TouchText.piece, threads: threads) { piece, rows in
      let bytes = self.rows(rows)
      written.withLock { $0[piece] = bytes }
    }
    return [header] + written.withLock { $0 }
  }

  private func rows(_ rows: Range<Int>) -> [UInt8] {
    var text = ByteWriter(capacity: rows.count * 80)
    var instants = InstantWriter()
    var dates: [Int64: [UInt8]] = [:]
    for row in rows {
      let time = touches.times[row]
      if touches.areDates[row] {
        let date = dates[time] ?? Array(LocalText.of(time, clock).prefix(10).utf8)
        dates[time] = date
        text.append(date.span)
      } else {
        instants.append(time, to: &text)
      }
      contacts.append(touches.contacts[row], to: &text)
      channels.append(touches.channels[row], to: &text)
      kinds.append(touches.kinds[row], to: &text)
      if !contents.isEmpty {
        if touches.contents[row] < 0 {
          text.append(Ascii.comma)
        } else {
          contents.append(touches.contents[row], to: &text)
        }
      }
      if hasValues { TouchText.append(touches.values[row], to: &text) }
      if hasCosts { TouchText.append(touches.costs[row], to: &text) }
      text.append(Ascii.newline)
    }
    return text.finish()
  }

  private static func append(_ number: Double, to text: inout ByteWriter) {
    text.append(Ascii.comma)
    if !number.isNaN { text.append(Array(NumberText.of(number).utf8).span) }
  }
}
