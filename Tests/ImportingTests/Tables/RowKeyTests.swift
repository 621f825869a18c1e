import Testing

@testable import Importing

struct RowKeyTests {
  private static func key(_ texts: [String]) -> RowKey {
    var key = RowKey()
    for text in texts {
      let bytes = Array(text.utf8)
      key.add(bytes.span, 0..<bytes.count)
    }
    return key
  }

  @Test func `rows with the same values have the same key, and others none of theirs`() {
    var keys = RowKeys()
    var different: Set<RowKey> = []
    var texts: [[String]] = [
      [], [""], ["", ""], ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["\u{0}"], ["\u{0}\u{0}"],
    ]
    for length in 1...40 { texts.append([String(repeating: "x", count: length)]) }
    for number in 0..<5000 { texts.append(["row \(number)", "\(number % 7)"]) }
    var fresh = 0
    for text in texts {
      if keys.insert(Self.key(text)) { fresh += 1 }
      different.insert(Self.key(text))
    }
    #expect(fresh == texts.count && different.count == texts.count)
    for text in texts where keys.insert(Self.key(text)) { Issue.record("\(text) is taken for new") }
  }

  @Test func `a byte anywhere makes another key`() {
    let text = Array("0123456789abcdefghijklmnop".utf8)
    var keys: Set<RowKey> = []
    for length in 1...text.count {
      for place in 0..<length {
        var changed = Array(text.prefix(length))
        changed[place] ^= 1
        var key = RowKey()
        key.add(changed.span, 0..<changed.count)
        keys.insert(key)
      }
    }
    #expect(keys.count == text.count * (text.count + 1) / 2)
  }
}
