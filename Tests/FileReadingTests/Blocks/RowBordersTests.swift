import FileReading
import TestSupport
import Testing

/// Where a block's last whole row ends, found 64 bytes at a time, against going from quote to quote.
struct RowBordersTests {
  @Test(arguments: 0..<300)
  func `borders are where a walk from quote to quote finds them`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let text = RowBordersTests.text(&random, isTidy: seed % 3 > 0)
      let lead = Int(random.next() % 70)
      let buffer = BlockBuffer(capacity: lead + text.count)
      buffer.write(text, at: lead)
      for isWhole in [false, true] {
        let range = lead..<lead + text.count
        let hasQuotes = text.contains(Ascii.quote)
        let found = RowBorders.find(
          buffer.view, range, separator: Ascii.comma, isWhole: isWhole, hasQuotes: hasQuotes)
        let walked = RowBorders.walk(
          buffer.view, range, separator: Ascii.comma, isWhole: isWhole, hasQuotes: hasQuotes)
        #expect(found == walked, "\(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// One wrong byte at every place, so that it falls on the last and first of 64 too.
  @Test(arguments: 0..<20)
  func `borders are the same with one wrong byte`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = RowBordersTests.text(&random, isTidy: true)
    let range = 0..<text.count
    for place in range {
      for byte in [UInt8(ascii: "x"), Ascii.quote, Ascii.carriageReturn] {
        var damaged = text
        damaged[place] = byte
        let buffer = BlockBuffer(capacity: text.count)
        buffer.write(damaged, at: 0)
        let found = RowBorders.find(buffer.view, range, separator: Ascii.comma, isWhole: false, hasQuotes: true)
        let walked = RowBorders.walk(buffer.view, range, separator: Ascii.comma, isWhole: false, hasQuotes: true)
        #expect(found == walked, "\(String(decoding: damaged, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// Rows that end anywhere; unless they are tidy, with quotes and carriage returns anywhere too.
  private static func text(_ random: inout SeededGenerator, isTidy: Bool) -> [UInt8] {
    var text: [UInt8] = []
    func fill(_ letters: String, _ count: UInt64) {
      let letters = Array(letters.utf8)
      for _ in 0..<count { text.append(letters[Int(random.next() % UInt64(letters.count))]) }
    }
    for _ in 0..<random.next() % 30 {
      switch random.next() % 3 {
      case 0: fill(isTidy ? "ab" : "ab\"\r", random.next() % 40)
      default:
        text.append(Ascii.quote)
        for _ in 0..<random.next() % 4 {
          fill("ab,\n\r", random.next() % 30)
          if random.next() % 3 == 0 { text += [Ascii.quote, Ascii.quote] }
        }
        text.append(Ascii.quote)
      }
      if !isTidy, random.next() % 12 == 0 { continue }
      switch random.next() % 4 {
      case 0: text += [Ascii.carriageReturn, Ascii.newline]
      case 1: text.append(Ascii.newline)
      default: text.append(Ascii.comma)
      }
    }
    if random.next() % 2 == 0 { text.removeLast(min(text.count, Int(random.next() % 20))) }
    return text
  }
}
