import ArgumentParser
import CampaignAnalysis
import CampaignData
import FileReading
import Presentation

/// `reefknot check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What is wrong, missing or suspicious in a dataset, file and line.",
    discussion: """
      Ends with status 65 where the data are bad, and with 0 where there are only warnings and notes.

      Of bad rows of a file the first 20 are told, after what they have in common; --rows 0 tells all.

      --fix writes a cleaned copy, with all that cannot be meant otherwise written plainly: UTF-8, plain names of files and
      columns, no blank rows and no white space around fields, numbers and dates in digits. What cannot be read stays as it
      is. Its changes.log says line by line what was changed.

      EXAMPLES:
        reefknot check graphs/kiez-kocht
        reefknot check graphs/kiez-kocht --fix cleaned
        reefknot check graphs/kiez-kocht --format json
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var persons: OperatorOptions

  @Option(help: "Write a cleaned copy of the dataset into a folder that is not there yet.", completion: .directory)
  var fix: String?

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    var quiet = dataset
    quiet.quiet = true
    var findings: [Finding]
    var failure: CommandFailure?
    do {
      let result = try quiet.result(shownProblems: output.rows.map { $0 == 0 ? Int.max : $0 })
      findings = CampaignAnalysis.findings(in: persons.isOperator ? persons.revealing(result.dataset) : result.dataset)
      findings = CheckCommand.findings(result.notes) + findings
    } catch let error as ReadingError {
      guard case .badData(let files) = error else { throw CommandFailure(error) }
      findings = files.flatMap(CheckCommand.findings)
      let count = files.reduce(0) { $0 + $1.count }
      failure = CommandFailure(.badData, "\(count) \(count == 1 ? "problem" : "problems") in the data")
    }
    findings = Finding.Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
    let document = CheckDocument(dataset: dataset.dataset, findings: findings)
    switch output.format {
    case .table: destination.write(document.lines())
    case .csv: destination.write(document.rows())
    case .json: document.writeJSON { destination.write($0) }
    case .markdown: destination.write(document.markdown())
    case .xlsx: throw CommandFailure.usage("check writes no workbook; --format csv opens in any sheet")
    }
    try destination.finish()
    if let fix {
      let count = try CleanedCopy.write(of: dataset.dataset, to: fix)
      if !dataset.quiet {
        StandardError.note(
          "\(fix): a copy with \(count) \(count == 1 ? "change" : "changes"), listed in its \(CleanedCopy.changes)")
      }
    }
    if let failure { throw failure }
  }

  /// What was found in a file that cannot be read as it is: causes that several rows share, single problems, and what
  /// follows from other files.
  private static func findings(_ file: FileProblems) -> [Finding] {
    var findings = file.causes.filter { $0.count > 1 }.map { cause in
      Finding(.error, "bad_rows", file: file.file, cause.summary, count: cause.count)
    }
    findings += file.problems.map { problem in
      var text = problem.column.map { "\($0): " } ?? ""
      if let value = problem.value { text += "\"\(value)\" " }
      text += problem.message
      if let detail = problem.detail { text += " (\(detail))" }
      return Finding(.error, "bad_row", file: problem.file, line: problem.line, text)
    }
    let more = file.count - file.problems.count
    if more > 0 { findings.append(Finding(.error, "bad_row", file: file.file, "\(more) more problems", count: more)) }
    findings += file.consequences.map {
      Finding(.error, "refused_reference", file: file.file, $0.summary, count: $0.rows)
    }
    return findings
  }

  /// What was noticed while reading; rows after the end of observation are counted by the analysis.
  private static func findings(_ notes: [ReadingNote]) -> [Finding] {
    notes.compactMap { note in
      switch note {
      case .unknownColumn(let file, let column):
        return Finding(.warning, "unknown_column", file: file, line: 1, "column \"\(column)\" is unknown and ignored")
      case .ignoredFile(let file, let advice):
        return Finding(.warning, "ignored_file", file: file, "is not read: \(advice)")
      case .leftOut(let file, let rows, let reasons):
        let why = reasons.map { "\($0.rows) × \($0.reason)" }.joined(separator: "; ")
        return Finding(.warning, "left_out", file: file, "\(rows) left out: \(why)", count: rows)
      case .writtenMidnight(let file, let line, let column, let value):
        return Finding(
          .warning, "written_midnight", file: file, line: line,
          "\(column): \"\(value)\" is written as a midnight (00:00), so that this day does not belong to it; write it as "
            + "a mere date if it should")
      case .blankRows(let file, let rows):
        return Finding(
          .note, "blank_rows", file: file, "\(rows) blank \(rows == 1 ? "row is" : "rows are") passed over", count: rows
        )
      case .shortRows(let file, let rows):
        return Finding(
          .note, "short_rows", file: file,
          "\(rows) \(rows == 1 ? "row lacks" : "rows lack") fields at the end, which count as empty", count: rows)
      case .lateOutlier(let last, let before, let days):
        return Finding(
          .warning, "late_outlier", file: "touchpoints.csv",
          "The last touch (\(last)) is \(days) days after the one before (\(before)): if its date is wrong, set "
            + "observed_until in reefknot.yaml to when observation really ended.")
      case .noTouches, .afterObservation: return nil
      }
    }
  }
}
