import CampaignAnalysis
import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import Presentation

struct TableFormatTests {
  private let table = FigureTable(
    "carriers", title: LocalizedText("Who reached whom", "Wer wen erreichte"),
    note: LocalizedText("Per owner.", "Je Besitzer."),
    columns: [
      FigureTable.Column("partner", "Partner", "Partner", .words),
      FigureTable.Column("reach", "Contacts reached", "Erreichte Kontakte"),
      FigureTable.Column("share", "Share", "Anteil"), FigureTable.Column("cost", "Cost", "Kosten"),
    ],
    rows: [
      FigureTable.Row(
        "p1",
        [.name("Bäckerei"), .count(1_234_567), .proportion(Proportion(1, of: 4)), .money(1234.5, currency: "EUR")]),
      FigureTable.Row("p2", [.name("漢字🎉"), .count(-3), .proportion(Proportion(0, of: 0)), .unknown(.notConfigured)]),
      FigureTable.Row("p3", [.name("e\u{301}"), .unknown(.withheld), .empty, .empty]),
    ])

  @Test func `columns line up by what a terminal shows`() {
    let expected = """
      Who reached whom
      Per owner.
      Partner   Contacts reached            Share            Cost
      ────────  ────────────────  ───────────────  ──────────────
      Bäckerei         1,234,567  25.0 % (1 of 4)    1,234.50 EUR
      漢字🎉                  -3       – (0 of 0)  not configured
      e\u{301}                 withheld

      """
    #expect(TerminalTable().text(of: table) == expected)
  }

  @Test func `the same table says the same in German`() {
    let expected = """
      Wer wen erreichte
      Je Besitzer.
      Partner   Erreichte Kontakte            Anteil             Kosten
      ────────  ──────────────────  ────────────────  ─────────────────
      Bäckerei           1.234.567  25,0 % (1 von 4)       1.234,50 EUR
      漢字🎉                    -3       – (0 von 0)  nicht eingestellt
      e\u{301}             zurückgehalten

      """
    #expect(TerminalTable(language: .german).text(of: table) == expected)
  }

  @Test func `names of columns cannot steer a terminal`() {
    let table = FigureTable(
      "t", title: .verbatim("T"), columns: [FigureTable.Column("value.0", .verbatim("a\u{1B}[2Jb"))],
      rows: [FigureTable.Row("r", [.count(1)])])
    for width in [nil, 20, 4] {
      #expect(!TerminalTable(width: width).text(of: table).contains("\u{1B}"))
    }
  }

  @Test(arguments: 20...70) func `a table fits any window`(width: Int) {
    for line in TerminalTable(width: width).text(of: table).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width)
    }
    #expect(TerminalTable(width: width).text(of: table).contains("1,234,567"), "a number is never cut")
  }

  @Test func `colors are only used where asked for`() {
    #expect(!TerminalTable().text(of: table).contains("\u{1B}"))
    #expect(TerminalTable(isColored: true).text(of: table).hasPrefix("\u{1B}[1mWho reached whom\u{1B}[0m\n"))
  }

  @Test func `rows left out are told`() {
    let list = FigureTable(
      "t", title: .verbatim("T"), note: .verbatim(""), columns: [FigureTable.Column("n", "N", "N")],
      first: Array(1...30),
      TableOptions(rowLimit: 20)
    ) { FigureTable.Row("\($0)", [.count($0)]) }
    #expect(list.rows.count == 20)
    #expect(TerminalTable().text(of: list).hasSuffix("… 10 more rows\n"))
    let course = TableOptions(rowLimit: 20).spread(Array(1...100))
    #expect(course.count == 20)
    #expect(course.last == 100)
    #expect(TableOptions(rowLimit: 3).spread([Int]()).isEmpty)
    #expect(TableOptions(rowLimit: 2).spread(Array(1...9)) { $0 == 7 } == [4, 7, 9])
    #expect(TableOptions().spread([1, 2, 3]) == [1, 2, 3])
  }

  @Test func `CSV holds one figure a row`() {
    let text = String(decoding: CSVText.bytes(of: [(campaign: "=k", tables: [table])]), as: UTF8.self)
    let expected = [
      "campaign,table,key,label,figure,value,count,of,low,high,state", "'=k,carriers,p1,Bäckerei,reach,1234567,,,,,",
      "'=k,carriers,p1,Bäckerei,share,0.25,1,4,\(low),\(high),", "'=k,carriers,p1,Bäckerei,cost,1234.5,,,,,",
      "'=k,carriers,p2,漢字🎉,reach,-3,,,,,", "'=k,carriers,p2,漢字🎉,share,,0,0,,,undefined",
      "'=k,carriers,p2,漢字🎉,cost,,,,,,not_configured", "'=k,carriers,p3,e\u{301},reach,,,,,,withheld",
    ]
    #expect(text == expected.map { $0 + "\r\n" }.joined())
  }

  private var low: Double { Proportion(1, of: 4).low ?? 0 }
  private var high: Double { Proportion(1, of: 4).high ?? 0 }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"), ("a=1", "a=1"), ("", ""),
    ("a\u{1B}[31m", "a␛[31m"), ("\u{1}=1", "␁=1"),
  ]) func `texts that a spreadsheet would take for formulas are guarded`(text: String, guarded: String) {
    #expect(CSVField.guarded(text) == guarded)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("ab", "ab"),
  ])
  func `fields are quoted as RFC 4180 asks`(text: String, quoted: String) {
    #expect(CSVField.quoted(text) == quoted)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), ("<b>&", "&lt;b&gt;&amp;"), ("# x", ##"\# x"##), ("- x", #"\- x"#), ("a\nb", "a␊b"),
    ("[x](javascript:y)", #"\[x\](javascript:y)"#), ("`c` *e* _f_ ~g~", #"\`c\` \*e\* \_f\_ \~g\~"#), ("a\\", #"a\\"#),
  ]) func `names cannot be Markdown`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test func `Markdown aligns numbers to the right`() {
    let lines = MarkdownTable.text(of: table, headingLevel: 3).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "### Who reached whom")
    #expect(lines[4] == "| Partner | Contacts reached | Share | Cost |")
    #expect(lines[5] == "| --- | ---: | ---: | ---: |")
  }

  @Test(arguments: [
    ("abc", 3), ("漢字", 4), ("🎉", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("e\u{301}", 1), ("❤️", 2), ("ﾊﾝ", 2), ("ｗ", 2), ("한글", 4),
    ("عربى", 4),
  ]) func `a text is as wide as a terminal shows it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `what could steer a terminal is made visible`() {
    #expect("a\u{1B}[2Jb\u{7}\u{9B}31m".withoutControls == "a␛[2Jb␇\u{FFFD}31m")
    #expect("\u{202E}evil\u{2066}".withoutControls == "\u{FFFD}evil\u{FFFD}")
    #expect("👩‍👩‍👧 ok".withoutControls == "👩‍👩‍👧 ok")
  }
}
