import FileReading
import TestSupport
import Testing

/// Where fields start, found 64 bytes at a time, against a walk from byte to byte.
struct FieldStartsTests {
  @Test(arguments: 0..<200)
  func `fields start where a walk from byte to byte finds them`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = FieldStartsTests.rows(&random)
    let lead = Int(random.next() % 70)
    let buffer = BlockBuffer(capacity: lead + text.count)
    buffer.write(text, at: lead)
    let rows = lead..<lead + text.count
    buffer.setSentinel(Ascii.newline, at: rows.upperBound)
    let walked = FieldStartsTests.walk(text)
    for usesWide in [true, false] {
      var survey = BlockSurvey()
      survey.add(buffer.view, rows, usesWide: usesWide)
      #expect(survey.hasQuotes == text.contains(Ascii.quote))
      #expect(survey.hasCarriageReturns == text.contains(Ascii.carriageReturn))
      #expect(survey.hasUnusualBytes == text.contains { $0 >= 0x80 || $0 == 0 })

      let found = FieldStarts()
      found.find(
        in: Block(index: 0, rows: rows, survey: survey), buffer.view, separator: Ascii.comma, usesWide: usesWide)
      #expect((0..<found.count).map { found.view[$0] - lead } == walked)
      #expect(found.newlineCount == walked.dropFirst().count { $0 > text.count || text[$0 - 1] == Ascii.newline })
    }
  }

  /// Rows of random fields, some in quotes with separators, newlines and doubled quotes within.
  private static func rows(_ random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<random.next() % 40 {
      for column in 0..<1 + random.next() % 6 {
        if column > 0 { text.append(Ascii.comma) }
        let isQuoted = random.next() % 4 == 0
        let letters = Array((isQuoted ? "ab,\n\"ü" : "abcdefü").utf8)
        if isQuoted { text.append(Ascii.quote) }
        for _ in 0..<random.next() % 90 {
          let letter = letters[Int(random.next() % UInt64(letters.count))]
          text.append(letter)
          if letter == Ascii.quote { text.append(letter) }
        }
        if isQuoted { text.append(Ascii.quote) }
      }
      if random.next() % 3 == 0 { text.append(Ascii.carriageReturn) }
      text.append(Ascii.newline)
    }
    if random.next() % 2 == 0, !text.isEmpty { text.removeLast() }
    return text
  }

  private static func walk(_ text: [UInt8]) -> [Int] {
    var starts = [0]
    var isInside = false
    for (position, byte) in text.enumerated() {
      if byte == Ascii.quote { isInside.toggle() }
      if !isInside, byte == Ascii.comma || byte == Ascii.newline { starts.append(position + 1) }
    }
    if text.last != Ascii.newline || isInside { starts.append(text.count + 1) }
    return starts
  }
}
