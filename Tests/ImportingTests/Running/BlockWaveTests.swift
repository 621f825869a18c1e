import FileReading
import TestSupport
import Testing

@testable import Importing

/// Stretches of rows that many threads evaluate give what the same rows give one by one.
struct BlockWaveTests {
  /// Rows of some stretches, among them what a person's export may hold: quotes, blanks, rows that are wrong.
  private static func export(lineEnd: String = "\n", oddities: [Int: String] = [:]) -> String {
    var lines = ["when;address;what;title;amount;note"]
    for row in 0..<1_000 {
      let when = "2025-03-\(10 + row % 15) \(10 + row % 12):\(10 + row % 50):00"
      let address = row % 7 == 0 ? " P\(row % 300)@X.org " : "p\(row % 300)@x.org"
      let title = row % 11 == 0 ? "\"Spring; \"\"sale\"\" \(row % 5)\"" : "Letter \(row % 40)"
      let what = ["open", "click", "Opened", "bounce"][row % 4]
      let line = "\(when);\(address);\(what);\(title);\(row % 9 == 0 ? "1.234,50" : "");row \(row % 900)"
      lines.append(oddities[row] ?? line)
    }
    return lines.joined(separator: lineEnd) + lineEnd
  }

  private static let yaml = """
    timezone: Europe/Berlin
    owner: mill
    sources:
      - files: a.csv
        read: {decimal: ","READ}
        touchpoints:
          time: when
          contact: {email: address}
          channel: =mail
          kind: {map: what, values: {open: open, opened: open, click: click}, else: ignore}
          content: {slug: title}
          value: amount
        REPEATS
    """

  /// What an import came to, for comparing.
  private static func outcome(
    _ text: String, rowByRow: Bool, repeats: String, threads: Int = 2
  ) throws -> [String] {
    var options = ImportOptions(skipsInvalid: true, keepsRejects: true)
    (options.threads, options.blockSize) = (threads, 4 << 10)
    // Rows must be looked at one by one where some beginnings are no rows.
    let yaml = yaml.replacing("READ", with: rowByRow ? ", skip_rows_starting: [none starts so]" : "")
      .replacing("REPEATS", with: repeats)
    let result = try ImportedFolder(yaml, ["a.csv": text], options: options).result
    let rejects = result.rejects.map { "\($0)" }
    return result.report.lines + rejects + result.files.map { $0.name + String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static func expectAlike(_ text: String) throws {
    // Where columns tell rows apart, these are taken column by column.
    for repeats in ["", "repeats: [when, address, what, title]"] {
      let expected = try outcome(text, rowByRow: true, repeats: repeats)
      for threads in [1, 2, 8] {
        let found = try outcome(text, rowByRow: false, repeats: repeats, threads: threads)
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) where one != other {
          Issue.record("\(threads) threads, \(repeats): \(firstDifference(one, other))")
        }
      }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\r\r\n"])
  func `lines may end in any way`(lineEnd: String) throws { try Self.expectAlike(Self.export(lineEnd: lineEnd)) }

  @Test(arguments: [
    "", ";;;;;", "   ", "2025-03-11 10:00:00;;open;Letter;;", "2025-03-11 10:00:00;(not set);open;Letter;;",
    "2025-03-11 10:00:00;p1@x.org;open", "soon;p1@x.org;open;Letter;;",
    "2025-03-11 10:00:00;nobody;open;Letter;;", "2025-03-11 10:00:00;p1@x.org;open;Letter;1.2.3;",
    "2025-03-11 10:00:00;p1@x.org;open;\"a title\nof two lines\";;", "2025-03-11;p1@x.org;open;Letter;;",
    "2025-03-11 10:00:00;p1@x.org;open; \"a blank before\";;", "2025-03-11 10:00:00;p1@x.org;open;a\"b;;",
    "2025-03-11 10:00:00;p1@x.org;open;\"never closed;;", "2025-03-11 10:00:00;p1@x.org;open;nul \u{0};;",
    "2025-03-11 10:00:00;\u{C5}sa@x.org;open;\u{C4}pfel;;", "2025-03-11 10:00:00;p1@x.org;open;Letter;;;;",
  ])
  func `a row that is not plain changes nothing for others`(row: String) throws {
    try Self.expectAlike(Self.export(oddities: [500: row, 501: row, 999: row]))
  }

  @Test func `the order of day and month is decided where it is first asked for`() throws {
    var lines = ["when,address,what"]
    for row in 0..<3_000 {
      // Only one row tells.
      lines.append("\(row == 2_900 ? "25/03/2025" : "05/03/2025") 10:00,p\(row)@x.org,open")
    }
    let yaml = """
      timezone: UTC
      owner: mill
      sources:
        - files: a.csv
          touchpoints: {time: when, contact: {email: address}, channel: =mail, kind: what}
      """
    var options = ImportOptions()
    options.blockSize = 4 << 10
    let imported = try ImportedFolder(yaml, ["a.csv": lines.joined(separator: "\n")], options: options)
    #expect(imported.source.decided.map(\.form) == ["day first"])
    #expect(imported.touches.count == 3_000)
    #expect(imported.touches.count { $0.hasPrefix("2025-03-05T10:00:00Z") } == 2_999)
  }

  /// Each file has its own name and columns; threads go on from one to the next.
  @Test func `what is known of a file is that of the file`() throws {
    var files: [String: String] = [:]
    for number in 0..<5 {
      let header = number % 2 == 0 ? "when;address;amount" : "amount;when;address"
      let rows = (0..<200).map { row in
        let (when, address, amount) = ("2025-03-05 10:00:\(10 + row % 50)", "p\(number)-\(row)@x.org", "1,5")
        return number % 2 == 0 ? "\(when);\(address);\(amount)" : "\(amount);\(when);\(address)"
      }
      files["part-\(number).csv"] = ([header] + rows).joined(separator: "\n")
    }
    let yaml = """
      timezone: UTC
      owner: mill
      sources:
        - files: part-*.csv
          touchpoints:
            {time: when, contact: {email: address}, channel: "{stem}", kind: =open, value: amount}
      """
    var options = ImportOptions()
    options.blockSize = 1 << 10
    let touches = try ImportedFolder(yaml, files, options: options).touches
    #expect(touches.count == 1000)
    #expect(
      touches.allSatisfy { touch in
        touch.hasSuffix(",1.5") && (0..<5).contains { touch.contains("p\($0)-") && touch.contains(",part-\($0),") }
      })
  }

  @Test func `a row that repeats the last but ends without a line end is a repeat`() throws {
    let yaml = """
      timezone: UTC
      owner: mill
      sources:
        - files: a.csv
          touchpoints: {time: when, contact: {email: address}, channel: =mail, kind: =open}
      """
    let imported = try ImportedFolder(
      yaml, ["a.csv": "when,address\n2025-03-05 10:00,a@x.org\n2025-03-05 10:00,a@x.org"])
    #expect(imported.source.repeats == 1 && imported.touches.count == 1)
  }
}
