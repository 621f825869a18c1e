import FileReading

extension PseudonymKey {
  /// Reads the key of a plan. No message holds a part of it.
  init(_ place: KeyPlace, folder: String, environment: (String) -> String?) throws(ReadingError) {
    let bytes: [UInt8]
    let name: String
    switch place {
    case .environment(let variable):
      name = variable
      guard let value = environment(variable) else {
        throw .missing(
          path: ShownText.escapePath(variable),
          reason:
            "the environment variable with the key of pseudonyms is not set (pseudonyms: names a variable, or file:PATH)"
        )
      }
      bytes = Array(value.utf8)
    case .file(let path):
      name = path
      let file = try InputFile(path: path.hasPrefix("/") ? path : FilePattern.joined(folder, path), name: path)
      var content = try file.wholeContent(of: path, limit: 1 << 16)
      // Editors end a file with a line end, which is no part of the key.
      while let last = content.last, last == Ascii.newline || last == Ascii.carriageReturn { content.removeLast() }
      bytes = content
    }
    guard bytes.count >= PseudonymKey.minimumLength else {
      throw .badData(
        DataProblem(
          file: ShownText.escapePath(name), message: "holds a key of fewer than \(PseudonymKey.minimumLength) bytes"))
    }
    self.init(bytes)
  }
}
