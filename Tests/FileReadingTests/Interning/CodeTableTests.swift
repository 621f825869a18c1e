import FileReading
import TestSupport
import Testing

/// Ids looked up by the bytes in a block, against a dictionary.
struct CodeTableTests {
  @Test(arguments: 0..<60)
  func `an id has the code that it was given`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let longest = [8, 16, 40][seed % 3]
    var table = CodeTable()
    var known: [[UInt8]: Int] = [:]
    for code in 0..<Int(random.next() % 500) {
      let id = CodeTableTests.id(&random, longest: longest)
      if known[id] == nil { known[id] = code }
      table.add(id, code: code)
    }
    #expect(table.isShort == known.keys.allSatisfy { $0.count <= 8 })
    let probes =
      known.keys.sorted { $0.lexicographicallyPrecedes($1) }
      + (0..<300).map { _ in CodeTableTests.id(&random, longest: 40) }
    for id in probes {
      let buffer = BlockBuffer(capacity: 64)
      buffer.write(id + Array(",more".utf8), at: 5)
      let expected = known[id] ?? -1
      #expect(table.code(buffer.view, 5, length: id.count) == expected)
      #expect(table.find(id) == known[id])
      guard table.isShort else { continue }
      let shape = IDShape(short: buffer.view, 5, length: id.count)
      #expect(table.code(table.slots.span, table.hashing, shape, buffer.view, 5) == expected)
    }
  }

  /// Ids that begin and end alike, so that many share their first or last eight bytes.
  private static func id(_ random: inout SeededGenerator, longest: Int) -> [UInt8] {
    let length = 1 + Int(random.next() % UInt64(longest))
    var id = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    for _ in 0..<random.next() % 3 {
      id[Int(random.next() % UInt64(length))] = UInt8(ascii: "0") + UInt8(random.next() % 10)
    }
    return id
  }
}
