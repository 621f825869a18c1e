import FileReading
import Parallelism
import Pooling
import Presentation

/// A list of ids, one a line. Blanks around them and empty lines are no part of them.
struct IDList {
  private let path: String
  private let bytes: [UInt8]

  init(path: String) throws {
    self.path = path
    bytes = try InputBytes.read(path)
    let first = bytes.prefix { $0 != IDList.newline }
    if first.contains(where: { [Ascii.comma, Ascii.semicolon, Ascii.tab].contains($0) }) {
      StandardError.warn(
        "\(path.withoutControls):1: each line is taken for one id, this one too; of a table, give the column of ids alone"
      )
    }
  }

  /// Every id once, in the order of the list.
  ///
  /// - Parameter ignoresCase: whether letters are made small, as addresses of mail need it.
  func distinct(ignoresCase: Bool) throws -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    var ids: [[UInt8]] = []
    var bad: Int?
    IDList.forEachLine(of: bytes.span, in: 0..<bytes.count) { line in
      guard bad == nil, let id = IDList.id(bytes.span, line) else {
        bad = bad ?? line.lowerBound
        return
      }
      guard !id.isEmpty else { return }
      let found =
        ignoresCase ? Array(String(decoding: bytes[id], as: UTF8.self).lowercased().utf8) : Array(bytes[id])
      if seen.insert(found).inserted { ids.append(found) }
    }
    if let bad { throw notAnID(at: bad) }
    guard !ids.isEmpty else { throw CommandFailure(.badData, "\(path.withoutControls): holds no id") }
    return ids
  }

  /// What one thread has made of its parts of the list.
  private struct Share: Sendable {
    var builder: ThetaSketchBuilder
    /// Where the first line begins that is no id, and the first id that is no pseudonym.
    var bad: Int?
    var plain: Range<Int>?
    var isEmpty = true
  }

  /// Bytes that a thread reads in a row.
  private static let partSize = 1 << 20

  /// The sketch of the ids.
  ///
  /// No id is kept; threads take parts of the list that begin and end with whole lines.
  ///
  /// - Parameters:
  ///   - key: makes the pseudonyms that are counted; nil where ids are counted as they are.
  ///   - needsPseudonyms: whether ids that are no pseudonyms are refused.
  func sketch(size: Int, key: KeyedPseudonyms?, needsPseudonyms: Bool, threads: Int) throws -> ThetaSketch {
    let bytes = bytes
    let parts = (bytes.count + IDList.partSize - 1) / IDList.partSize
    @Sendable func read(_ share: inout Share, _ part: Int) {
      let range = IDList.lines(part, of: bytes)
      let span = bytes.span
      IDList.forEachLine(of: span, in: range) { line in
        guard let id = IDList.id(span, line) else {
          share.bad = min(share.bad ?? .max, line.lowerBound)
          return
        }
        guard !id.isEmpty else { return }
        share.isEmpty = false
        let content = span.extracting(id)
        if let key {
          share.builder.add(key.pseudonym(of: content).span)
        } else {
          share.builder.add(content)
          if needsPseudonyms, id.lowerBound < share.plain?.lowerBound ?? .max, !KeyedPseudonyms.isPseudonym(content) {
            share.plain = id
          }
        }
      }
    }
    let shares = parallelFold(
      parts, threads: threads, initial: { Share(builder: ThetaSketchBuilder(size: size)) }, read)
    if let bad = shares.compactMap(\.bad).min() { throw notAnID(at: bad) }
    if let plain = shares.compactMap(\.plain).min(by: { $0.lowerBound < $1.lowerBound }) {
      throw CommandFailure.plain(String(decoding: bytes[plain], as: UTF8.self))
    }
    guard shares.contains(where: { !$0.isEmpty }) else {
      throw CommandFailure(.badData, "\(path.withoutControls): holds no id")
    }
    let sketches = shares.map { share in
      var share = share
      return share.builder.sketch()
    }
    return ThetaSketch.union(sketches, size: size)
  }

  private func notAnID(at place: Int) -> CommandFailure {
    let line = bytes[..<place].count { $0 == IDList.newline } + 1
    return CommandFailure(
      .badData,
      "\(path.withoutControls):\(line): is not an id: UTF-8 of at most \(ReadingLimits.idLength) bytes without control characters, one a line"
    )
  }
}

// MARK: Lines

extension IDList {
  private static let newline = UInt8(ascii: "\n")

  /// The lines that begin in a part of the list.
  private static func lines(_ part: Int, of bytes: [UInt8]) -> Range<Int> {
    func start(_ place: Int) -> Int {
      guard place > 0, place < bytes.count, bytes[place - 1] != newline else { return min(place, bytes.count) }
      return bytes[place...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
    }
    let first = start(part * partSize)
    return first..<max(first, start((part + 1) * partSize))
  }

  private static func forEachLine(of bytes: borrowing Span<UInt8>, in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      if bytes[place] == newline {
        body(start..<place)
        start = place + 1
      }
      place += 1
    }
    if start < range.upperBound { body(start..<range.upperBound) }
  }

  /// Where the id of a line is; empty where the line is, and nil where it holds none: control characters are no part of
  /// an id, and a carriage return within one says that lines end otherwise.
  private static func id(_ bytes: borrowing Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let content = WhiteSpace.trimmed(bytes.extracting(line))
    guard content.count <= ReadingLimits.idLength else { return nil }
    let id = line.lowerBound + content.lowerBound..<line.lowerBound + content.upperBound
    var place = id.lowerBound
    while place < id.upperBound {
      guard bytes[place] >= 0x20 || bytes[place] == Ascii.tab else { return nil }
      let isASCII = bytes[place] < 0x80
      let length = isASCII ? 1 : UTF8Validation.characterLength(bytes.extracting(place..<id.upperBound), at: 0)
      guard length > 0 else { return nil }
      place += length
    }
    return id
  }
}

extension CommandFailure {
  /// An id of which no sketch is made unasked.
  static func plain(_ id: String) -> CommandFailure {
    CommandFailure.usage(
      "\"\(id.withoutControls)\" is no pseudonym made with a key, so whoever has the sketch could test ids; "
        + "--pseudonyms makes some, --unkeyed takes ids as they are")
  }
}
