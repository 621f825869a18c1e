import FileReading

extension ImportReport {
  /// The report as JSON, with keys in a fixed order. It tells no id of a contact.
  var json: String {
    func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
    func counts(_ list: [(reason: String, rows: Int)]) -> JSONValue {
      .list(list.map { .object([("reason", .text($0.reason)), ("rows", .integer(Int64($0.rows)))]) })
    }
    let sources = sources.map { source -> JSONValue in
      .object([
        ("files", .list(source.files.map { .text($0) })), ("recipe", .text(source.recipe)),
        ("timezone", source.needsTimeZone ? .text(source.timeZone) : .null),
        ("timezone_from", source.needsTimeZone ? .text(source.timeZoneOrigin) : .null),
        ("rows", .integer(Int64(source.rows))), ("taken", .integer(Int64(source.taken))),
        ("repeats", .integer(Int64(source.repeats))), ("ignored", counts(source.ignored)),
        (
          "ignored_entries",
          .list(
            source.ignoredEntries.map {
              .object([("reason", .text($0.reason)), ("entries", .integer(Int64($0.entries)))])
            })
        ), ("refused", counts(source.refusedReasons)), ("first", text(source.first)), ("last", text(source.last)),
        ("without_clock", .list(source.withoutClock.map { .text($0) })),
        ("decided", .list(source.decided.map { .object([("column", .text($0.column)), ("form", .text($0.form))]) })),
        (
          "grouped_numbers",
          .list(
            source.grouped.map {
              .object([("column", .text($0.column)), ("written", .text($0.written)), ("number", .text($0.number))])
            })
        ), ("on_request", .list(source.onRequest.map { .text($0) })),
        ("unused_columns", .list(source.unusedColumns.map { .text($0) })),
        ("uncertain_columns", .list(source.uncertainColumns.map { .text($0) })),
      ])
    }
    let document = JSONValue.object([
      ("schema", .text("reefknot.import/1")), ("timezone", .text(timeZone)), ("sources", .list(sources)),
      ("unread", .list(unread.map { .object([("file", .text($0.file)), ("reason", .text($0.reason))]) })),
      ("tables", .object(tables.map { ($0.table, .integer(Int64($0.rows))) })),
      (
        "contacts",
        .object([
          ("touched", .integer(Int64(contacts.touched))), ("listed", .integer(Int64(contacts.listed))),
          ("touched_not_listed", .integer(Int64(contacts.touchedNotListed))),
          ("in_several_sources", .integer(Int64(contacts.inSeveralSources))),
          ("joined_ids", .integer(Int64(contacts.joinedIDs))),
          ("ambiguous_ids", .integer(Int64(contacts.ambiguousIDs))),
          ("pseudonyms", .boolean(contacts.arePseudonyms)), ("key_mark", text(contacts.keyMark)),
        ])
      ),
      (
        "assumed_channels",
        .list(assumedChannels.map { .object([("channel", .text($0.id)), ("owner", .text($0.owner))]) })
      ),
      (
        "assumed_contents",
        .list(assumedContents.map { .object([("content", .text($0.id)), ("brands", .text($0.brand))]) })
      ),
      (
        "conflicts",
        .list(conflicts.map { .object([("column", .text($0.column)), ("rows", .integer(Int64($0.rows)))]) })
      ),
    ])
    return JSONText.text(of: document) + "\n"
  }
}
