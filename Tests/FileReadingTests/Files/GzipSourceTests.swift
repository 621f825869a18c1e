import FileReading
import Foundation
import TestSupport
import Testing

struct GzipSourceTests {
  /// A thousand times `x` as `gzip -9` packs it, in its last bytes the checksum and the length.
  private static let packed = [UInt8](
    Data(base64Encoded: "H4sIAAAAAAACA6uoGAWjYBQMdwAA5slBO+gDAAA=") ?? Data())

  private func content(_ bytes: [UInt8], limit: Int = 1000) throws -> [UInt8] {
    let folder = try TemporaryFolder([:])
    try folder.write(bytes, to: "x.gz")
    return try GzipSource(InputFile(path: "\(folder.path)/x.gz", name: "x.gz"), limit: limit).wholeContent(
      of: "x.gz", limit: 1 << 20)
  }

  @Test func `compressed data become as many bytes as the limit and no more`() throws {
    #expect(try content(Self.packed) == [UInt8](repeating: UInt8(ascii: "x"), count: 1000))
    let error = #expect(throws: ReadingError.self) { try content(Self.packed, limit: 999) }
    #expect(error?.description == "x.gz: holds more than 999 bytes when it is decompressed")
    #expect(try content(Self.packed + Self.packed, limit: 2000).count == 2000)
    #expect(throws: ReadingError.self) { try content(Self.packed + Self.packed, limit: 1999) }
  }

  @Test(arguments: [1, 511, 70_000, 300_000])
  func `zero bytes behind the data are padding`(count: Int) throws {
    #expect(try content(Self.packed + [UInt8](repeating: 0, count: count)).count == 1000)
    let more = Self.packed + [UInt8](repeating: 0, count: count) + Self.packed
    #expect(try content(more, limit: 2000).count == 2000)
    #expect(throws: ReadingError.self) { try content(Self.packed + [UInt8](repeating: 0, count: count) + [1]) }
  }

  @Test func `data cut anywhere are refused`() throws {
    for length in 1..<Self.packed.count {
      #expect(throws: ReadingError.self, "\(length)") { try content(Array(Self.packed[..<length])) }
    }
  }
}
