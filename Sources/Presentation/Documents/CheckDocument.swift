package import CampaignAnalysis
import CampaignFigures

/// What is wrong, missing or suspicious in a dataset, ready for any format.
package struct CheckDocument: TableDocument, Sendable {
  package var dataset: String
  package var findings: [Finding]

  package init(dataset: String, findings: [Finding]) {
    self.dataset = dataset
    self.findings = findings
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let columns = [
      FigureTable.Column("severity", "Severity", "Schwere", .words), FigureTable.Column("place", "Where", "Wo", .words),
      FigureTable.Column("finding", "What", "Was", .words), FigureTable.Column("count", "Count", "Anzahl"),
    ]
    let rows = findings.map { finding in
      let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
      return FigureTable.Row(
        finding.check,
        [
          .term(finding.severity.words), .name(place), .name(finding.text),
          finding.count.map { .count($0) } ?? .empty,
        ])
    }
    let counts = Finding.Severity.allCases.map { severity in
      let count = findings.count { $0.severity == severity }
      return severity.counted(count)
    }
    let table = FigureTable("findings", title: counts.joined(separator: ", "), columns: columns, rows: rows)
    return [DocumentPart(campaign: "", heading: .verbatim(dataset), tables: [table])]
  }

  /// For a terminal each finding is a line that editors can jump to: `file:line: severity: what`.
  package func lines() -> String {
    findings.map { finding in
      let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
      return "\(place): \(finding.severity.rawValue): \(finding.text)".withoutControls + "\n"
    }.joined()
  }

  /// CSV with one finding a row: `severity, check, file, line, text, count`.
  package func rows() -> [UInt8] {
    var text = CSVText()
    text.row(["severity", "check", "file", "line", "text", "count"])
    for finding in findings {
      text.row([
        finding.severity.rawValue, finding.check, CSVField.guarded(finding.file), finding.line.map(String.init) ?? "",
        CSVField.guarded(finding.text), finding.count.map(String.init) ?? "",
      ])
    }
    return text.bytes
  }

  /// `{schema, dataset, errors, warnings, notes, findings: [{severity, check, file, line, text, count}]}`.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.check/1")
      writer.member("dataset", dataset)
      for severity in Finding.Severity.allCases {
        writer.member("\(severity.rawValue)s", findings.count { $0.severity == severity })
      }
      writer.rows("findings", findings) { writer, finding in
        writer.member("severity", finding.severity.rawValue)
        writer.member("check", finding.check)
        writer.member("file", finding.file)
        writer.member("line", finding.line)
        writer.member("text", finding.text)
        writer.member("count", finding.count)
      }
    }
  }
}

extension Finding.Severity {
  fileprivate var words: LocalizedText {
    switch self {
    case .error: LocalizedText("error", "Fehler")
    case .warning: LocalizedText("warning", "Warnung")
    case .note: LocalizedText("note", "Hinweis")
    }
  }

  /// So many findings that matter so much.
  fileprivate func counted(_ count: Int) -> LocalizedText {
    let words: LocalizedText =
      switch self {
      case .error: count == 1 ? LocalizedText("%1 error", "%1 Fehler") : LocalizedText("%1 errors", "%1 Fehler")
      case .warning:
        count == 1 ? LocalizedText("%1 warning", "%1 Warnung") : LocalizedText("%1 warnings", "%1 Warnungen")
      case .note: count == 1 ? LocalizedText("%1 note", "%1 Hinweis") : LocalizedText("%1 notes", "%1 Hinweise")
      }
    return words.filled(.verbatim("\(count)"))
  }
}
