import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignFigures
import CampaignModel
import Foundation
import GraphvizRendering
import Presentation
import Reporting

/// A format of a whole report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case html
  case pdf
  case markdown
  case json
  case csv
  case table
  case xlsx

  /// The endings of files in each format.
  static let endings: KeyValuePairs<String, ReportFormat> = [
    "html": .html, "htm": .html, "pdf": .pdf, "md": .markdown, "markdown": .markdown, "json": .json, "csv": .csv,
    "txt": .table, "xlsx": .xlsx,
  ]
}

/// `reefknot report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "One self-contained HTML file with figures, diagrams and charts, or every figure in one document.",
    discussion: """
      Where partners delivered totals (totals.csv) a page says what is sure of them, and nothing but that where there are \
      no touches.

      EXAMPLES:
        reefknot report graphs/kiez-kocht -o kiez-kocht.html
        reefknot report totals.csv -o totals.html
        reefknot report graphs/kiez-kocht --language de -o bericht.md
        reefknot report graphs/kiez-kocht --partner kiezblatt -o kiezblatt.html
        reefknot report graphs/kiez-kocht --each-partner pages
        reefknot report graphs/kiez-kocht --organization "Kiez e.V." --language de -o bericht.html
        reefknot report graphs/kiez-kocht --all --format json --sections touchpoints,reach,retention
        reefknot report graphs/kiez-kocht -o figures.xlsx
        reefknot report graphs/kiez-kocht -o march.json
        reefknot report graphs/kiez-kocht --compare march.json -o report.html
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions
  @OptionGroup var totalsReading: TotalsOptions

  @Option(
    help:
      "html, pdf (with Chromium), markdown, json, csv, table or xlsx. (default: what the file's ending asks for, else html)"
  )
  var format: ReportFormat?

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(
    help: """
      Which analyses: a,b of \(Section.documents.map(\.id).joined(separator: ", ")). (default: all that the format shows)
      """)
  var sections: String?

  @Option(help: "The language of words, numbers and dates; that of a file is made by words.")
  var language = Language.english

  @Option(help: "Only this table, by its identifier, such as stacked, in CSV with a row a row and a column a column.")
  var table: String?

  @Flag(
    help: "CSV for spreadsheets: with --table, the separator and decimal sign of --language, and a byte-order mark.")
  var excel = false

  @Option(help: "The colors of an HTML page: auto, light or dark.")
  var theme = ReportOptions.Theme.automatic

  @Option(help: "The most rows of a list that a table of a page shows.")
  var rows = 15

  @Option(help: "The folder, beside the file, for the pictures of a Markdown report. (default: no pictures)")
  var pictures: String?

  @Option(
    name: .customLong("picture-format"),
    help: "svg or png: that of the pictures of a Markdown report; png for word processors and slides.")
  var pictureFormat = PictureFormat.svg

  @Option(help: "A page on one partner, to hand over: its id. (HTML or PDF)")
  var partner: String?

  @Option(
    name: .customLong("each-partner"),
    help: "Writes a page on each participant into this folder, named by id: ID.html, or ID.pdf with --format pdf.")
  var eachPartner: String?

  @Option(
    help: """
      Another campaign, by id or name, or the JSON of an earlier report: its KPIs stand beside, with the changes.
      """)
  var compare: String?

  @Option(help: "Who made the report, below its title.")
  var organization: String?

  @Option(help: "A logo beside the title: an SVG, PNG or JPEG of at most 200 kB.", completion: .file())
  var logo: String?

  mutating func validate() throws {
    guard rows >= 1 else { throw ValidationError("--rows must be at least 1.") }
    if excel, table == nil { throw ValidationError("--excel goes with --table.") }
    if table != nil {
      guard format == nil || format == .csv else { throw ValidationError("--table writes CSV.") }
      format = .csv
    }
    format = try FileEnding.format(format, of: output, by: ReportFormat.endings)
    _ = try sections?.listed(of: "--sections")
    if pictures != nil, output == nil { throw ValidationError("--pictures needs --output.") }
    if pictureFormat == .dot { throw ValidationError("--picture-format is svg, png or pdf.") }
    if compare != nil, partner != nil || eachPartner != nil {
      throw ValidationError("--compare goes with no page on a partner.")
    }
    if eachPartner != nil, output != nil || partner != nil {
      throw ValidationError("--each-partner names its files itself: without --output and --partner.")
    }
  }

  func run() throws {
    let sections = try self.sections.map(ReportCommand.chosenSections) ?? Set(Section.documents)
    let format = format ?? .html
    if partner != nil || eachPartner != nil { return try writePartnerPages(format) }
    if holdsTotalsAlone(dataset.dataset) { return try writeTotals(format) }
    let destination = try ByteOutput(path: output)
    let data = try dataset.readForFigures()
    let scopes = try scope.scopes(in: data)
    if !dataset.quiet { for scope in scopes { AnalysisRun.warnOfLength(scope, in: data) } }
    var headlines = ""
    switch format {
    case .html, .pdf, .markdown: headlines = try writePage(format, sections, data, scopes, to: destination)
    case .json, .csv, .table, .xlsx: try writeFigures(format, sections, data, scopes, to: destination)
    }
    try destination.finish()
    try announce(headlines)
  }

  /// - Returns: the headline figures, for the terminal.
  private func writePage(
    _ format: ReportFormat, _ sections: Set<Section>, _ data: Dataset, _ scopes: [Scope],
    to destination: ByteOutput
  ) throws -> String {
    var analysis = HTMLReport.analysis
    analysis.threads = dataset.threadCount
    analysis.sections = sections.reduce(into: Set<Section>()) { $0.formUnion($1.measures) }
    if sections.contains(.reach) { analysis.sections?.insert(.flow) }
    let hasPlan = data.tables.contains(.plan) && self.sections == nil
    let reference = try comparison(scopes, in: data)
    let measured = scopes + (reference?.scopes ?? [])
    let data = try dataset.counting(data) { plan in
      plan.addFigures(data, scopes: measured, options: [analysis])
      if hasPlan { for scope in scopes { plan.addPlan(scope) } }
      plan.addRhythm()
    }
    var figures = measure(data, scopes: measured, options: analysis)
    let earlier = reference?.taken(from: &figures, in: data)
    let plans = hasPlan ? scopes.map { reviewPlan(data, scope: $0, threads: dataset.threadCount) } : []
    let totals = try boundsOfTotals(data, scopes)
    let options = try pageOptions()
    if format != .markdown {
      try write(
        HTMLReport(figures, plans: plans, totals: totals, earlier: earlier, in: data, options: options), format,
        to: destination)
    } else {
      let report = MarkdownReport(
        figures, plans: plans, totals: totals, earlier: earlier, in: data, options: options, pictureFolder: pictures,
        pictureFormat: pictureFormat)
      try writePictures(of: report)
      destination.write(report.text)
    }
    let terminal = TerminalTable(width: Terminal.width, isColored: Terminal.takesColor, language: language)
    return FigureDocument(data, figures, section: nil, isList: true).headlines(terminal)
  }

  func pageOptions() throws -> ReportOptions {
    var options = ReportOptions(language: language, theme: theme, version: Reefknot.version, rowLimit: rows)
    options.organization = organization
    options.logo = try logo.map(ReportCommand.picture)
    return options
  }

  func write(_ report: HTMLReport, _ format: ReportFormat, to destination: ByteOutput) throws {
    let page = try CommandFailure.drawing { () throws(GraphvizError) in try report.text() }
    if !dataset.quiet { warnOfSize(page) }
    if format == .pdf { destination.write(try HeadlessBrowser.pdf(of: page)) } else { destination.write(page) }
  }

  /// Says that a page is larger than browsers and mail like.
  private func warnOfSize(_ page: String) {
    let megabytes = page.utf8.count / 1_000_000
    guard megabytes >= 10 else { return }
    StandardError.warn(
      "the page has \(megabytes) MB, which is slow to open: fewer campaigns or --sections make it smaller")
  }

  private func writePartnerPages(_ format: ReportFormat) throws {
    guard format == .html || format == .pdf else {
      throw CommandFailure.usage(
        "a page on a partner is HTML or PDF; reefknot partner has its figures in other formats")
    }
    let data = try dataset.readForFigures()
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("a page on a partner shows one campaign") }
    let analysis = AnalysisOptions(sections: PartnerProfile.sections, threads: dataset.threadCount)
    let counted = try dataset.counting(data) { plan in
      plan.addFigures(data, scopes: scopes, options: [analysis])
      plan.addPayback(data)
      plan.addRhythm()
    }
    let figures = measure(counted, scopes: scopes, options: analysis)[0]
    let options = try pageOptions()
    func page(_ index: Int) throws -> [UInt8] {
      let payback = CampaignAnalysis.payback(of: index, in: counted, threads: dataset.threadCount)
      let report = HTMLReport(PartnerProfile(index, figures, payback: payback), figures, in: counted, options: options)
      let text = try CommandFailure.drawing { () throws(GraphvizError) in try report.text() }
      return format == .pdf ? try HeadlessBrowser.pdf(of: text) : Array(text.utf8)
    }
    if let partner {
      let destination = try ByteOutput(path: output)
      destination.write(try page(try data.partner(partner, option: "--partner")))
      return try destination.finish()
    }
    guard let eachPartner else { return }
    do {
      try FileManager.default.createDirectory(at: URL(filePath: eachPartner), withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.cannotCreateOutput, "\(eachPartner.withoutControls): the folder cannot be made")
    }
    let participants = (figures.cooperation?.participants ?? []).sorted()
    for index in participants {
      let name = ReportCommand.fileName(data.partners[index].id, index) + (format == .pdf ? ".pdf" : ".html")
      let file = try ByteOutput(path: URL(filePath: eachPartner).appending(path: name).path)
      file.write(try page(index))
      try file.finish()
    }
    if !dataset.quiet {
      StandardError.write("written: \(participants.count) pages in \(eachPartner.withoutControls)\n")
    }
  }

  /// An id as the name of a file: what is no letter, digit, hyphen or underscore of ASCII becomes `%` and its bytes in
  /// hexadecimal, so that different ids have different names and none leaves the folder.
  private static func fileName(_ id: String, _ index: Int) -> String {
    var name = id.utf8.count > 60 ? "%\(index)-" : ""
    for byte in id.utf8.prefix(60) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return name.isEmpty ? "%" : name
  }

  /// A picture file as an address that holds it.
  private static func picture(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.inputMissing, "--logo: \(path.withoutControls) cannot be read")
    }
    let start = Array(data.prefix(512))
    let kind: String? =
      start.starts(with: [0x89, 0x50, 0x4E, 0x47])
      ? "image/png"
      : start.starts(with: [0xFF, 0xD8, 0xFF])
        ? "image/jpeg"
        : String(decoding: start, as: UTF8.self).contains("<svg") ? "image/svg+xml" : nil
    guard let kind else { throw CommandFailure.usage("--logo: \(path.withoutControls) is no SVG, PNG or JPEG") }
    guard data.count <= 200_000 else {
      throw CommandFailure.usage(
        "--logo: \(path.withoutControls) has \(data.count) bytes; at most 200,000 fit a page")
    }
    return "data:\(kind);base64,\(data.base64EncodedString())"
  }

  func writePictures(of report: MarkdownReport) throws {
    guard let pictures, let output else { return }
    let folder = URL(filePath: output).deletingLastPathComponent().appending(path: pictures)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.cannotCreateOutput, "\(pictures.withoutControls): the folder cannot be made")
    }
    for picture in try CommandFailure.drawing({ () throws(GraphvizError) in try report.pictures() }) {
      let file = try ByteOutput(path: folder.appending(path: picture.name).path)
      file.write(picture.bytes)
      try file.finish()
    }
  }

  private func writeFigures(
    _ format: ReportFormat, _ sections: Set<Section>, _ data: Dataset, _ scopes: [Scope],
    to destination: ByteOutput
  ) throws {
    let measured = sections.reduce(into: Set<Section>()) { $0.formUnion($1.measures) }
    let reference = try comparison(scopes, in: data)
    var data = data
    var figures = try dataset.measured(
      &data, scopes: scopes + (reference?.scopes ?? []),
      options: AnalysisOptions(
        sections: measured, intervals: bootstrap.intervals, threads: dataset.threadCount))
    let earlier = reference?.taken(from: &figures, in: data)
    var document = FigureDocument(data, figures, section: nil, isList: true)
    document.sections = sections
    document.earlier = earlier
    switch format {
    case .csv:
      document.writeCSV(TableOptions(), table: table, spreadsheet: excel ? language : nil, to: destination)
    case .table:
      let terminal = TerminalTable(width: Terminal.width, language: language)
      destination.write(document.text(terminal, TableOptions(rowLimit: 20)))
    case .xlsx: document.writeWorkbook(TableOptions(), language: language, to: destination)
    default: document.writeJSON { destination.write($0) }
    }
  }

  /// Says where the report lies, and prints the headline figures where nothing else goes to standard output.
  func announce(_ headlines: String) throws {
    guard let output, output != "-", !dataset.quiet else { return }
    let terminal = try ByteOutput(path: nil)
    terminal.write(headlines)
    try terminal.finish()
    StandardError.write("written: \(output.withoutControls)\n")
  }

  static func chosenSections(_ text: String) throws -> Set<Section> {
    Set(
      try text.listed(of: "--sections").map { name in
        guard let section = Section.documents.first(where: { $0.id == name }) else {
          throw CommandFailure.usage(
            Suggestion.message(
              "analysis", name, known: Section.documents.map(\.id), option: "--sections"))
        }
        return section
      })
  }
}
