import FileReading

extension ImportReport {
  /// The report as lines to read.
  package var lines: [String] {
    var lines: [String] = []
    for source in sources { lines += ImportReport.lines(of: source) }
    for file in unread { lines.append("\(ShownText.escapePath(file.file)): not imported: \(file.reason)") }
    lines.append(
      "dataset, in the time zone \(timeZone): " + tables.map { "\($0.table) \($0.rows)" }.joined(separator: ", "))
    lines += contactLines
    for channel in assumedChannels {
      lines.append(
        "channel \"\(ShownText.escape(channel.id))\" is in no table of channels: taken for one of \(ShownText.escape(channel.owner))"
      )
    }
    if !assumedContents.isEmpty {
      let shown = assumedContents.prefix(5).map { "\"\(ShownText.escape($0.id))\" (\(ShownText.escape($0.brand)))" }
      lines.append(
        "\(count(assumedContents.count, "content", "contents")) in no table of contents, taken for messages of the channel's owner: "
          + shown.joined(separator: ", ") + (assumedContents.count > 5 ? " …" : ""))
    }
    for conflict in conflicts {
      lines.append(
        "\(conflict.column): \(count(conflict.rows, "row", "rows")) of a known id with another value; the first counts")
    }
    return lines
  }

  private var contactLines: [String] {
    var parts = ["\(contacts.touched) touched", "\(contacts.listed) listed"]
    if contacts.touchedNotListed > 0 { parts.append("\(contacts.touchedNotListed) touched but not listed") }
    parts.append("\(contacts.inSeveralSources) in two sources or more")
    if contacts.joinedIDs > 0 { parts.append("\(count(contacts.joinedIDs, "id", "ids")) joined with an address") }
    if contacts.ambiguousIDs > 0 {
      parts.append("\(count(contacts.ambiguousIDs, "id", "ids")) with several addresses, joined with none")
    }
    var lines = ["contacts: " + parts.joined(separator: ", ")]
    if let mark = contacts.keyMark { lines.append("contacts are pseudonyms by the key with the mark \(mark)") }
    return lines
  }

  private static func lines(of source: SourceReport) -> [String] {
    let files = source.files.prefix(3).map { ShownText.escapePath($0) }.joined(separator: ", ")
    let more = source.files.count > 3 ? " and \(source.files.count - 3) more" : ""
    var lines = ["\(files)\(more) (\(source.recipe)): " + counts(source)]
    func add(_ text: String) { lines.append("  " + text) }
    if source.needsTimeZone {
      add("times say no zone: taken for those of \(source.timeZone), as \(source.timeZoneOrigin) says")
    }
    if let first = source.first, let last = source.last { add("touches from \(first) to \(last)") }
    for (reason, rows) in source.ignored { add("left out: \(rows) × \(reason)") }
    for (reason, entries) in source.ignoredEntries { add("entries left out: \(entries) × \(reason)") }
    for (reason, rows) in source.refusedReasons { add("refused: \(rows) × \(reason)") }
    for column in source.withoutClock {
      add(
        "\(ShownText.escape(column)): dates without a clock, so that the order of rows decides who came first on a day")
    }
    for (column, form) in source.decided { add("\(ShownText.escape(column)): \(form), as only that fits all values") }
    for (column, written, number) in source.grouped {
      add("\(ShownText.escape(column)): \"\(written)\" and the like are read with signs between thousands: \(number)")
    }
    if !source.onRequest.isEmpty {
      add(
        "on request only: \(source.onRequest.joined(separator: ", ")); take: [\(source.onRequest[0])] in import.yaml asks for it"
      )
    }
    if !source.uncertainColumns.isEmpty {
      add(
        "known from descriptions only: \(source.uncertainColumns.map { ShownText.escape($0) }.joined(separator: ", "))")
    }
    if !source.unusedColumns.isEmpty {
      let shown = source.unusedColumns.prefix(12).map { ShownText.escape($0) }.joined(separator: ", ")
      add(
        "columns not used: \(shown)"
          + (source.unusedColumns.count > 12 ? " and \(source.unusedColumns.count - 12) more" : ""))
    }
    return lines
  }

  private static func counts(_ source: SourceReport) -> String {
    var parts = ["\(source.rows) \(source.rows == 1 ? "row" : "rows") read", "\(source.taken) taken"]
    if source.repeats > 0 {
      parts.append("\(source.repeats) exact \(source.repeats == 1 ? "repeat" : "repeats") dropped")
    }
    let ignored = source.ignored.reduce(0) { $0 + $1.rows }
    if ignored > 0 { parts.append("\(ignored) left out") }
    if source.refused > 0 { parts.append("\(source.refused) refused") }
    return parts.joined(separator: ", ")
  }

  private func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
