import TestSupport

/// Random damage to the bytes of a file.
enum Damage {
  private static let tokens = [
    "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t", "\0", "\u{FEFF}", "2025-03-30 02:30", "\u{FF}", "🦭", "<", ">",
    "&#0;", "&amp;", "]]>", "{", "}", "[", "null", "1e999", "-1", "99999999999999999999", "1.234,50 €", "31-02-2025",
    "3/4/2025 9:30 PM", "1740902400000", "ann@x.org", "=1+1", "r=\"A1048577\"", "t=\"s\"", "t=\"d\"",
  ]

  static func apply(to bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0 where Int.random(in: 0..<4, using: &generator) == 0: bytes.removeLast(bytes.count - place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 3: bytes.insert(contentsOf: Array((tokens.randomElement(using: &generator) ?? "").utf8), at: place)
    case 4:
      let end = Int.random(in: place...bytes.count, using: &generator)
      bytes.removeSubrange(place..<min(end, place + 40))
    case 5:
      let end = min(bytes.count, place + Int.random(in: 0...80, using: &generator))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &generator))
    default: bytes.insert(Array("\",;\n\r\t 0-".utf8).randomElement(using: &generator) ?? 0, at: place)
    }
  }
}
