import CampaignModel
import FileReading
import TestSupport
import Testing

/// Times read eight bytes at a time, against the plain way.
struct TimeFieldTests {
  @Test(arguments: 0..<50)
  func `a column of times is read as each of them by itself`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let clock = try #require(LocalClock(name: seed % 2 == 0 ? "UTC" : "Europe/Berlin"))
    var field = TimeField(clock)
    var hour = TimeFieldTests.hour(&random)
    for _ in 0..<300 {
      if random.next() % 8 == 0 { hour = TimeFieldTests.hour(&random) }
      var text = hour + TimeFieldTests.rest(&random)
      // A byte that is wrong, or not as most are.
      if random.next() % 3 == 0, !text.isEmpty {
        text[Int(random.next() % UInt64(text.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let buffer = BlockBuffer(capacity: 64)
      buffer.write(text + Array(",12:34:56Z".utf8), at: 3)
      let expected = WrittenTime(text.span).flatMap { clock.start(of: $0) } ?? TimeField.invalid
      #expect(
        field.milliseconds(buffer.view, 3, 3 + text.count) == expected, "\(String(decoding: text, as: UTF8.self))")
    }
  }

  private static func hour(_ random: inout SeededGenerator) -> [UInt8] {
    func digits(_ number: UInt64, _ count: Int) -> String {
      String(repeating: "0", count: count - String(number).count) + String(number)
    }
    let year = random.next() % 4 == 0 ? random.next() % 10_000 : 2020 + random.next() % 5
    let date = "\(digits(year, 4))-\(digits(random.next() % 14, 2))-\(digits(random.next() % 33, 2))"
    let separator = random.next() % 3 == 0 ? " " : "T"
    return Array("\(date)\(separator)\(digits(random.next() % 26, 2))".utf8)
  }

  private static func rest(_ random: inout SeededGenerator) -> [UInt8] {
    func two(_ limit: UInt64) -> String {
      let number = random.next() % limit
      return (number < 10 ? "0" : "") + String(number)
    }
    switch random.next() % 8 {
    case 0: return Array(":\(two(62))Z".utf8)
    case 1: return Array(":\(two(62)):\(two(62))+01:00".utf8)
    case 2: return Array(":\(two(62)):\(two(62)).5Z".utf8)
    case 3: return Array(":\(two(62)):\(two(62))".utf8)
    default: return Array(":\(two(62)):\(two(62))Z".utf8)
    }
  }
}
