import TestSupport
import Testing

@testable import FileReading

/// Eight bytes at a time find what one at a time finds.
struct EightBytesTests {
  private func texts() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 41)
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("Möhre".utf8), Array("€".utf8), [0], [0xFF], [0xC3], Array("\n".utf8), Array("\r\n".utf8),
      Array("\r".utf8), Array("long plain stretch".utf8), [0x7F], [13, 13, 10], [0x80],
    ]
    return (0..<400).map { _ in
      (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
    }
  }

  @Test func `the first byte that is no UTF-8 is where the standard library ends`() {
    for text in texts() {
      // Where a prefix of whole characters ends, by the standard library's own decoder.
      let expected = (0...text.count).last { String(validating: text[..<$0], as: UTF8.self) != nil } ?? 0
      #expect(UTF8Validation.firstInvalidOffset(text.span) == (expected == text.count ? nil : expected))
    }
  }

  @Test func `a NUL is found wherever it is`() {
    for text in texts() { #expect(UTF8Validation.holdsNUL(text.span) == text.contains(0)) }
  }

  @Test func `line ends are counted as one by one, in any part of a text`() {
    for text in texts() {
      for start in [0, min(3, text.count)] {
        var (expected, position) = (0, start)
        while position < text.count {
          let length = LineEnd.length(text.span, at: position, isWhole: true) ?? 1
          expected += length > 0 ? 1 : 0
          position += max(1, length)
        }
        #expect(LineEnd.count(text.span, in: start..<text.count) == expected)
      }
    }
  }
}
