import FileReading
import Foundation
import Testing

struct JSONTextTests {
  @Test(arguments: ["", "plain", "a\"b\\c", "line\n\r\t", "\u{0}\u{1F}\u{7F}", "ümläut 漢字 👩‍👩‍👧 \u{202E}"])
  func `a text in quotes reads back, without a control as it is`(text: String) throws {
    let quoted = JSONText.quoted(text)
    let read = try JSONDecoder().decode(String.self, from: Data(quoted.utf8))
    #expect(read == text)
    #expect(quoted.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  }
}
