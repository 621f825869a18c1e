import Foundation
import Testing

@testable import Presentation

struct JSONWriterTests {
  private func text(isPretty: Bool = true, _ body: (inout JSONWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    JSONWriter.write(isPretty: isPretty, to: { bytes += $0 }, body)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `objects are indented, rows stand on one line, keys keep their order`() {
    let document = text { writer in
      writer.member("b", 1)
      writer.member("a", "x")
      writer.object("share", isInline: true) { $0.member("rate", 0.5) }
      writer.rows("rows", [1, 2]) { writer, row in
        writer.member("n", row)
        writer.null("m")
      }
      writer.list("numbers", [3, nil], isInline: true) { $0.item($1) }
      writer.rows("none", [Int]()) { writer, row in writer.member("n", row) }
      writer.object("nested") { $0.member("flag", true) }
    }
    #expect(
      document == """
        {
          "b": 1,
          "a": "x",
          "share": {"rate": 0.5},
          "rows": [
            {"n": 1, "m": null},
            {"n": 2, "m": null}
          ],
          "numbers": [3, null],
          "none": [],
          "nested": {
            "flag": true
          }
        }

        """)
  }

  @Test func `compact documents have no white space`() {
    let document = text(isPretty: false) { writer in
      writer.member("a", 1)
      writer.rows("rows", [1]) { writer, row in
        writer.member("n", row)
        writer.member("m", row)
      }
    }
    #expect(document == #"{"a":1,"rows":[{"n":1,"m":1}]}"# + "\n")
  }

  @Test(arguments: [
    "", "plain", "a\"b\\c/d", "line\nbreak\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}", "\u{2028}\u{2029}",
    "ümläut 漢字 👩‍👩‍👧 \u{202E}abc",
    "\u{FFFF}\u{10FFFF}", String(repeating: "long ", count: 20_000),
  ]) func `any text comes back as it was`(original: String) throws {
    let document = text { $0.member("text", original) }
    let parsed = try #require(JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: String])
    #expect(parsed["text"] == original)
    #expect(!document.dropLast().utf8.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test(arguments: [
    0 as Double, -0.0, 0.1, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -1e21, 123_456_789.123_456_78,
  ])
  func `any number comes back as it was`(original: Double) throws {
    let document = text(isPretty: false) { $0.member("number", original) }
    #expect(Double(document.dropFirst("{\"number\":".count).dropLast(2)) == original)
    #expect(try JSONSerialization.jsonObject(with: Data(document.utf8)) is [String: Double])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func `what is no number is null`(number: Double) {
    #expect(text(isPretty: false) { $0.member("n", number) } == "{\"n\":null}\n")
  }

  @Test(arguments: [0, 7, -7, 10, 1_234_567_890, Int.max, Int.min]) func `whole numbers are written in full`(
    number: Int
  ) {
    #expect(text(isPretty: false) { $0.member("n", number) } == "{\"n\":\(number)}\n")
  }

  @Test func `a long document is delivered in pieces that are one document`() throws {
    var pieces = 0
    var bytes: [UInt8] = []
    JSONWriter.write(
      to: {
        pieces += 1
        bytes += $0
      },
      { writer in
        writer.rows("rows", 0..<50_000) { writer, row in
          writer.member("row", row)
          writer.member("text", "text \(row)")
        }
      })
    #expect(pieces > 10)
    let parsed = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [[String: Any]]])
    #expect(parsed["rows"]?.count == 50_000)
    #expect(parsed["rows"]?.last?["text"] as? String == "text 49999")
  }
}
