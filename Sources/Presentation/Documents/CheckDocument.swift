package import CampaignAnalysis

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
      FigureTable.Column("severity", "Severity", .text), FigureTable.Column("place", "Where", .text),
      FigureTable.Column("finding", "What", .text), FigureTable.Column("count", "Count"),
    ]
    let rows = findings.map { finding in
      let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
      return FigureTable.Row(
        finding.check,
        [
          .text(finding.severity.rawValue), .text(place), .text(finding.text),
          finding.count.map { .integer($0) } ?? .empty,
        ])
    }
    let counts = Finding.Severity.allCases.map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let table = FigureTable("findings", title: counts.joined(separator: ", "), columns: columns, rows: rows)
    return [DocumentPart(campaign: "", heading: dataset, tables: [table])]
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
        finding.severity.rawValue, finding.check, CSVText.guarded(finding.file), finding.line.map(String.init) ?? "",
        CSVText.guarded(finding.text), finding.count.map(String.init) ?? "",
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
