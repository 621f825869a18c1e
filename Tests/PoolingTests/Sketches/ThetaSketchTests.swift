import TestSupport
import Testing

@testable import Pooling

struct ThetaSketchTests {
  static func sketch(_ range: Range<Int>, size: Int = 4096) -> ThetaSketch {
    var builder = ThetaSketchBuilder(size: size)
    for number in range { builder.add(Array("c\(number)".utf8)) }
    return builder.sketch()
  }

  /// Published by Apache DataSketches: the hash of "abc", and the empty sketch.
  @Test func `hashes and the empty sketch are those of DataSketches`() {
    #expect(ThetaSketch.hash(Array("abc".utf8)) == 7_326_100_087_833_347_728)
    #expect(hexadecimal(ThetaSketch.empty.bytes) == "01030300001ecc93")
    #expect(ThetaSketch.hash([]) == nil)
    #expect(MurmurHash3.hash([41, 35, 0, 0, 0, 0, 0, 0], seed: 0) & 0xFFFF == 0x93CC)
  }

  @Test func `order and repeats do not matter`() {
    var builder = ThetaSketchBuilder(size: 64)
    for number in (0..<5000).reversed() {
      builder.add(Array("c\(number)".utf8))
      builder.add(Array("c\(number / 2)".utf8))
    }
    #expect(builder.sketch() == Self.sketch(0..<5000, size: 64))
  }

  @Test(arguments: [(0..<10, 5..<20), (0..<5000, 3000..<20000), (0..<0, 0..<50), (0..<200, 0..<9000)])
  func `the union of sketches is the sketch of the union, to the byte`(left: Range<Int>, right: Range<Int>) {
    let size = 256
    let union = ThetaSketch.union([Self.sketch(left, size: size), Self.sketch(right, size: size)], size: size)
    var builder = ThetaSketchBuilder(size: size)
    for number in Array(left) + Array(right) { builder.add(Array("c\(number)".utf8)) }
    #expect(firstDifference(union.bytes, builder.sketch().bytes) == nil)
  }

  @Test func `small sets are told exactly`() {
    let (left, right) = (Self.sketch(0..<30), Self.sketch(20..<45))
    #expect(left.subtracting(right).estimate == 20)
    #expect(right.subtracting(left).estimate == 15)
    #expect(left.subtracting(.empty) == left)
    #expect(ThetaSketch.empty.subtracting(left) == .empty)
  }

  @Test func `a sketch of many keeps the smallest hashes and the next as theta`() {
    let hashes = (0..<1000).compactMap { ThetaSketch.hash(Array("c\($0)".utf8)) }.sorted()
    let sketch = Self.sketch(0..<1000, size: 100)
    #expect(sketch.hashes == Array(hashes[..<100]) && sketch.theta == hashes[100])
  }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
