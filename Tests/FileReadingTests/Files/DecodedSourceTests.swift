import FileReading
import Testing

/// Text of other encodings.
struct DecodedSourceTests {
  /// Hands out some bytes at a time.
  private final class Bytes: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let step: Int

    init(_ bytes: [UInt8], step: Int) {
      rest = bytes[...]
      self.step = step
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
      let part = rest.prefix(min(step, buffer.count))
      unsafe buffer.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
  }

  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, step: Int) throws -> [UInt8] {
    try DecodedSource(Bytes(bytes, step: step), encoding: encoding).wholeContent(of: "x", limit: 1 << 20)
  }

  @Test(arguments: [1, 2, 3, 5, 1000])
  func `UTF-16 is read however it is cut`(step: Int) throws {
    let text = "id,näme\r\nc1,🦭 grün\n"
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(try decoded(little, .utf16LittleEndian, step: step) == Array(text.utf8))
    #expect(try decoded(big, .utf16BigEndian, step: step) == Array(text.utf8))
  }

  @Test func `half a character is no UTF-8`() throws {
    #expect(try decoded([0x61, 0x00, 0x3E, 0xD8], .utf16LittleEndian, step: 9) == [0x61, 0xFF])
    #expect(try decoded([0x00, 0xDC, 0x61, 0x00], .utf16LittleEndian, step: 9) == [0xFF, 0x61])
    #expect(try decoded([0x61, 0x00, 0x62], .utf16LittleEndian, step: 9) == [0x61, 0xFF])
  }

  // From the code charts of both encodings.
  @Test func `Western bytes are letters`() throws {
    #expect(try decoded([0x80, 0xFC, 0x41, 0x93], .windows1252, step: 1) == Array("€üA“".utf8))
    #expect(try decoded([0x81], .windows1252, step: 1) == [0xFF])
    #expect(try decoded([0xA4, 0xFC], .latin9, step: 1) == Array("€ü".utf8))
  }

  @Test func `names of encodings are matched as people write them`() {
    #expect(TextEncoding(name: "Windows-1252") == .windows1252)
    #expect(TextEncoding(name: "ISO_8859-15") == .latin9)
    #expect(TextEncoding(name: "utf8") == .utf8)
    #expect(TextEncoding(name: "ebcdic") == nil)
  }
}
