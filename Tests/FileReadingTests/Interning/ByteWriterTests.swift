import Testing

@testable import FileReading

struct ByteWriterTests {
  @Test func `texts, numbers and bytes come out as they were put in, whatever their length`() {
    var writer = ByteWriter()
    var expected: [UInt8] = []
    for length in 0..<3_000 {
      let text = (0..<length % 300).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
      let number = UInt64(length) &* 0x0102_0304_0506_0708
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
      writer.append(text.span)
      writer.append(number)
      writer.append(UInt8(length % 256))
      writer.append(counted: text.span)
      expected += text + bytes + [UInt8(length % 256)] + [UInt8(text.count % 256), UInt8(text.count / 256)]
      expected += [UInt8](repeating: 0, count: 6) + text
    }
    #expect(writer.count == expected.count)
    let isSame = writer.finish() == expected
    #expect(isSame)
  }
}
