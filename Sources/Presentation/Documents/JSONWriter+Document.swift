extension JSONWriter {
  /// Writes a document on one scope, `{schema, dataset, …}`, or on several, `{schema, dataset, campaigns: [{…}]}`.
  ///
  /// - Parameters:
  ///   - kind: what the schema calls it, such as `plan`.
  ///   - answers: what is told of each scope; one, unless it is a list.
  static func write<Answer>(
    _ kind: String, _ dataset: String, _ answers: [Answer], isList: Bool, isPretty: Bool,
    to deliver: @escaping ([UInt8]) -> Void, _ body: (Answer, inout JSONWriter) -> Void
  ) {
    write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.\(kind)/1")
      writer.member("dataset", dataset)
      if isList {
        writer.list("campaigns", answers) { writer, answer in writer.item { body(answer, &$0) } }
      } else {
        body(answers[0], &writer)
      }
    }
  }
}
