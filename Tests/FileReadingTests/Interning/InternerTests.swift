import TestSupport
import Testing

@testable import FileReading

struct InternerTests {
  @Test func `ids whose hash is known beforehand have the numbers of others`() {
    var interner = Interner()
    var ids: [[UInt8]] = []
    for length in 0...40 { ids.append((0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }) }
    for number in 0..<3000 { ids.append(Array("contact-\(number)@x.org".utf8)) }
    for (number, id) in ids.enumerated() {
      #expect(interner.intern(id.span, Interner.Hashed(id.span)) == number)
    }
    for (number, id) in ids.enumerated() {
      #expect(interner.find(id.span) == number && interner.intern(id[...]) == number)
      #expect(Array(interner.idBytes[interner.range(of: number)]) == id)
    }
    #expect(interner.count == ids.count)
  }

  @Test func `a copy takes ids of its own`() {
    var first = Interner()
    _ = first.intern("shared, and longer than a word".utf8)
    var second = first
    for number in 0..<200 { _ = first.intern("first \(number)".utf8) }
    for number in 0..<200 { _ = second.intern("other \(number)".utf8) }
    #expect(first.texts.last == "first 199" && second.texts.last == "other 199")
    #expect((0..<200).allSatisfy { first.find("other \($0)".utf8) == nil && second.find("first \($0)".utf8) == nil })
  }

  @Test func `joined ids have the numbers that they have one by one`() {
    var (first, second, whole) = (Interner(), Interner(), Interner())
    let (some, others) = ((0..<300).map { "id \($0 * 7 % 200)" }, (0..<300).map { "\($0 % 250) is longer than a word" })
    for id in some { _ = first.intern(id.utf8) }
    for id in others + some { _ = second.intern(id.utf8) }
    for id in some + others { _ = whole.intern(id.utf8) }
    let numbers = first.join(second.ids)
    #expect(numbers.map(Int.init) == second.texts.map { whole.find($0.utf8) })
    #expect(first.texts == whole.texts && first.join(Interner.IDs()).isEmpty)
  }

  @Test func `a part of a text has the number that it has by itself`() {
    var random = SeededGenerator(seed: 5)
    // Bytes that decide what a word means are frequent.
    let text = (0..<4_000).map { _ in [0, 0xFF, 0xC3, 97, 98].randomElement(using: &random) ?? 97 } as [UInt8]
    var (whole, parts) = (Interner(), Interner())
    for _ in 0..<20_000 {
      let start = Int.random(in: 0...text.count, using: &random)
      let range = start..<min(text.count, start + Int.random(in: 0...12, using: &random))
      #expect(parts.intern(text.span, range) == whole.intern(text[range]))
    }
    for length in 0...8 {
      let range = text.count - length..<text.count
      #expect(parts.intern(text.span, range) == whole.intern(text[range]))
    }
    #expect(parts.count == whole.count && whole.count > 3_000)
  }
}
