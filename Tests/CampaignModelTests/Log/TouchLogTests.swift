import CampaignModel
import Testing

struct TouchLogTests {
  private func row(_ contact: Int, _ time: Int64, channel: Int = 0, value: Double? = nil) -> TouchLog.Row {
    TouchLog.Row(
      contact: contact, touch: Touch(time: Instant(milliseconds: time), channel: channel, content: nil, kind: 0),
      value: value)
  }

  @Test func `touches are sorted by contact, then time, then row`() {
    let log = TouchLog(
      [row(2, 5, channel: 1), row(0, 9, channel: 2), row(2, 5, channel: 3), row(2, -4, channel: 4)], contactCount: 4)
    #expect(log.touches.map(\.channel) == [2, 4, 1, 3])
    #expect((0..<4).map { log.slice(of: $0) } == [0..<1, 1..<1, 1..<4, 4..<4])
    #expect(log.span == Instant(milliseconds: -4)...Instant(milliseconds: 9))
  }

  @Test func `numbers follow their touch through the sort`() {
    let log = TouchLog([row(1, 0, value: 7), row(0, 0), row(0, 1, value: 0)], contactCount: 2)
    #expect((0..<3).map { log.values[$0] } == [nil, 0, 7])
    #expect(log.costs.isEmpty)
    #expect((0..<3).allSatisfy { log.costs[$0] == nil })
  }

  @Test func `a log without touches has no span`() {
    let log = TouchLog([], contactCount: 3)
    #expect(log.span == nil)
    #expect(log.slice(of: 2) == 0..<0)
  }
}

struct PastOfLogTests {
  /// A log cut at an instant is the log of the rows before it, values and costs with them.
  @Test(arguments: [0, 1, 40, 41, 199, 200, 1_000])
  func `what came before an instant is what a log of those rows alone holds`(limit: Int64) {
    let rows = (0..<200).map { (row: Int) -> TouchLog.Row in
      let time = Instant(milliseconds: Int64(row * 37 % 200))
      return TouchLog.Row(
        contact: row * row % 7, touch: Touch(time: time, channel: row % 3, content: nil, kind: 1),
        value: row % 3 == 0 ? Double(row) : nil, cost: row % 5 == 0 ? -Double(row) : nil)
    }
    let found = TouchLog(rows, contactCount: 8).before(limit)
    let expected = TouchLog(rows.filter { $0.touch.milliseconds < limit }, contactCount: 8)
    #expect(found.touches.map(\.milliseconds) == expected.touches.map(\.milliseconds))
    #expect((0..<8).map { found.slice(of: $0) } == (0..<8).map { expected.slice(of: $0) })
    #expect(found.span == expected.span)
    for position in 0..<expected.count {
      #expect(found.values[position] == expected.values[position])
      #expect(found.costs[position] == expected.costs[position])
    }
    #expect(found.values.numberCount == expected.values.numberCount)
    #expect(found.costs.numberCount == expected.costs.numberCount)
  }
}

struct TouchTests {
  @Test(arguments: [0, 1, Touch.maximumChannels - 1], [nil, 0, 4_000_000_000 - 1])
  func `a touch gives back what was put in`(channel: Int, content: Int?) {
    let kind = channel % 256
    let time = Instant(milliseconds: -62_135_596_800_000)
    let touch = Touch(time: time, channel: channel, content: content, kind: kind)
    #expect(touch.time == time)
    #expect(touch.channel == channel)
    #expect(touch.content == content)
    #expect(touch.contentOrZero == content.map { $0 + 1 } ?? 0)
    #expect(touch.kind == kind)
  }

  @Test func `a touch takes sixteen bytes`() {
    #expect(MemoryLayout<Touch>.stride == 16)
  }
}

struct SparseColumnTests {
  @Test func `rows across words find their numbers`() {
    let rows = [0, 1, 63, 64, 200, 255]
    let column = SparseColumn(rows.map { (row: $0, number: Double($0) / 2) }, rowCount: 256)
    for row in 0..<256 { #expect(column[row] == (rows.contains(row) ? Double(row) / 2 : nil)) }
    #expect(column.numberCount == rows.count)
  }
}
