import CampaignModel
import FileReading
import Parallelism

/// Rows of touches as delimited text.
///
/// Each name is written once, behind its comma and in the quotes that it needs, and copied for every row.
struct TouchText: Sendable {
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
    for chunk in touches.chunks { for touch in chunk { isTouched[Int(touch.contact)] = true } }
    var contacts = Fields()
    for (contact, isTouched) in isTouched.enumerated() {
      if isTouched { contacts.append(contactText(contact)) } else { contacts.skip() }
    }
    self.contacts = contacts
    channels = Fields(touches.channelIDs)
    kinds = Fields(touches.kindNames)
    contents = Fields(touches.contentIDs)
    hasValues = touches.chunks.contains { $0.contains { !$0.value.isNaN } }
    hasCosts = touches.chunks.contains { $0.contains { !$0.cost.isNaN } }
  }

  /// Takes pieces of text in turn, by one thread at a time.
  private struct Sink: @unchecked Sendable {
    // Only the first item of a wave calls it.
    let take: (ArraySlice<UInt8>) -> Void
  }

  /// Hands over the table with its header, piece by piece in order. While some are spelled out, one of the threads hands
  /// over those before.
  func write(threads: Int, to take: (ArraySlice<UInt8>) -> Void) {
    let optional = [("content", !contents.isEmpty), ("value", hasValues), ("cost", hasCosts)].filter(\.1).map(\.0)
    take(TableText(header: ["time", "contact", "channel", "kind"] + optional).bytes[...])
    withoutActuallyEscaping(take) { take in
      let (sink, width) = (Sink(take: take), 4 * threads)
      var ready: [ByteWriter] = []
      var memory = [ByteWriter](repeating: ByteWriter(), count: width)
      for start in stride(from: 0, to: touches.chunks.count, by: width) {
        let (spelled, last) = (Guarded(memory), ready)
        // Nobody else may hold what is written to.
        (memory, ready) = ([], [])
        parallelFor(width + 1, threads: threads) { item in
          guard item > 0 else {
            for text in last { sink.take(text.text) }
            return
          }
          var text = spelled.withLock { texts in
            defer { texts[item - 1] = ByteWriter() }
            return texts[item - 1]
          }
          text.removeAll()
          let chunk = start + item - 1
          if chunk < touches.chunks.count { append(touches.chunks[chunk], to: &text) }
          spelled.withLock { $0[item - 1] = text }
        }
        memory = last.isEmpty ? [ByteWriter](repeating: ByteWriter(), count: width) : last
        ready = spelled.withLock { $0 }
      }
      for text in ready { take(text.text) }
    }
  }

  private func append(_ rows: [TouchRows.Row], to text: inout ByteWriter) {
    var instants = InstantWriter()
    var dates: [Int64: [UInt8]] = [:]
    for touch in rows {
      if touch.isDate {
        let date = dates[touch.time] ?? Array(LocalText.of(touch.time, clock).prefix(10).utf8)
        dates[touch.time] = date
        text.append(date.span)
      } else {
        instants.append(touch.time, to: &text)
      }
      contacts.append(touch.contact, to: &text)
      channels.append(touch.channel, to: &text)
      kinds.append(touch.kind, to: &text)
      if !contents.isEmpty {
        if touch.content < 0 { text.append(Ascii.comma) } else { contents.append(touch.content, to: &text) }
      }
      if hasValues { TouchText.append(touch.value, to: &text) }
      if hasCosts { TouchText.append(touch.cost, to: &text) }
      text.append(Ascii.newline)
    }
  }

  private static func append(_ number: Double, to text: inout ByteWriter) {
    text.append(Ascii.comma)
    if !number.isNaN { text.append(Array(NumberText.of(number).utf8).span) }
  }
}
