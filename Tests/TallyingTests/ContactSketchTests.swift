import Testing

@testable import Tallying

struct ContactSketchTests {
  private func sketch(_ numbers: Range<Int>) -> ContactSketch {
    ContactSketch(of: numbers.map { Array("c\($0)".utf8)[...] })
  }

  @Test func `parts without common contacts merge to the same sketch in any order`() throws {
    let parts = [sketch(0..<5000), sketch(5000..<5003), sketch(5003..<5003), sketch(6000..<9000)]
    var forward = ContactSketch()
    for part in parts { try forward.merge(part) }
    var backward = ContactSketch()
    for part in parts.reversed() { try backward.merge(part) }
    let (isSame, least) = (forward == backward, Set(forward.least))
    #expect(isSame)
    let isOfBoth = least == Set((parts[0].least + parts[1].least + parts[3].least).sorted().prefix(ContactSketch.size))
    #expect(isOfBoth)
  }

  @Test func `a part given twice is found, however many others are between`() throws {
    var whole = ContactSketch()
    for part in 0..<200 { try whole.merge(sketch(part * 100..<(part + 1) * 100)) }
    let again = sketch(4200..<4300)
    #expect(throws: (any Error).self) { try whole.merge(again) }
  }

  @Test func `a shared part of the contacts is found`() {
    var whole = sketch(0..<100_000)
    let other = sketch(98_000..<198_000)
    #expect(throws: (any Error).self) { try whole.merge(other) }
  }

  @Test func `an empty part may be given any number of times`() throws {
    var whole = sketch(0..<10)
    for _ in 0..<3 { try whole.merge(sketch(0..<0)) }
    let isSame = whole == sketch(0..<10)
    #expect(isSame)
  }
}
