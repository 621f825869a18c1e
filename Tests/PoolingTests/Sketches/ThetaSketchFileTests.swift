import Foundation
import TestSupport
import Testing

@testable import Pooling

struct ThetaSketchFileTests {
  private struct Reference {
    var range: Range<Int>
    var size: Int
    var version3: String
    var version4: String
  }

  /// Sets of `c<number>` and their sketches by PyPI datasketches 5.2.0; see make_sketches.py.
  private static func references() throws -> [Reference] {
    let file = try #require(Bundle.module.url(forResource: "sketches", withExtension: "txt", subdirectory: "Fixtures"))
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: " ").map(String.init)
      let (start, end, size) = try (#require(Int(parts[0])), #require(Int(parts[1])), #require(Int(parts[2])))
      return Reference(range: start..<end, size: size, version3: parts[3], version4: parts[4])
    }
  }

  @Test func `sketches are written byte for byte as DataSketches writes them, and read in both versions`() throws {
    let references = try Self.references()
    #expect(references.count >= 100)
    for reference in references {
      let sketch = ThetaSketchTests.sketch(reference.range, size: reference.size)
      #expect(hexadecimal(sketch.bytes) == reference.version3, "\(reference.range)")
      for version in [reference.version3, reference.version4] {
        #expect(try ThetaSketch(Self.bytes(version)) == sketch, "\(reference.range)")
      }
    }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    let digits = Array(text.utf8).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  @Test func `what is no sketch of ours is refused with its reason`() {
    let good = ThetaSketchTests.sketch(0..<50, size: 32).bytes
    func error(_ change: (inout [UInt8]) -> Void) -> SketchError? {
      var bytes = good
      change(&bytes)
      do throws(SketchError) {
        _ = try ThetaSketch(bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0 = [] } == .tooShort)
    #expect(error { $0[2] = 7 } == .otherFamily(7))
    #expect(error { $0[1] = 2 } == .version(2))
    #expect(error { $0[6] = 0 } == .otherSeed(0x9300))
    #expect(error { $0[5] &= ~8 } == .notCompact)
    #expect(error { $0[5] |= 1 } == .notCompact)
    #expect(error { $0.removeLast() } == .length(expected: good.count, found: good.count - 1))
    #expect(error { $0.append(0) } == .length(expected: good.count, found: good.count + 1))
    #expect(error { for place in 0..<8 { $0.swapAt(24 + place, 32 + place) } } == .field("a hash, or their order,"))
    #expect(error { $0.replaceSubrange(16..<24, with: [UInt8](repeating: 255, count: 8)) } == .field("theta"))
  }

  @Test func `an unordered sketch is put in order`() throws {
    let sketch = ThetaSketchTests.sketch(0..<9, size: 32)
    var bytes = sketch.bytes
    bytes[5] &= ~16
    for place in 0..<8 { bytes.swapAt(16 + place, 24 + place) }
    #expect(try ThetaSketch(bytes) == sketch)
  }

  /// `REEFKNOT_FUZZ_SECONDS=600 swift test -c release --filter ThetaSketchFileTests` goes on for that long, from another seed
  /// each time.
  @Test func `mutated sketches are read or refused, and never crash`() throws {
    let seconds = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)
    let end = seconds.map { Date(timeIntervalSinceNow: $0) }
    let references = try Self.references()
    let files = references.flatMap { [Self.bytes($0.version3), Self.bytes($0.version4)] }.filter { $0.count < 2000 }
    var random = SeededGenerator(seed: end == nil ? 3 : .random(in: 0 ... .max))
    var count = 0
    while end.map({ Date() < $0 }) ?? (count < 20_000) {
      count += 1
      var bytes = files.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        default:
          bytes[min(bytes.count - 1, Int.random(in: 0..<24, using: &random))] ^=
            1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      do throws(SketchError) {
        let sketch = try ThetaSketch(bytes)
        // What can be read is a whole sketch, and can be written and read again.
        #expect(sketch.hashes.allSatisfy { $0 < sketch.theta })
        #expect(try ThetaSketch(sketch.bytes) == sketch)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
    if end != nil { print("\(count) mutated sketches") }
  }
}
