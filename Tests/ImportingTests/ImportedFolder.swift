import FileReading
import Foundation
import TestSupport

@testable import Importing

/// A folder of exports that are imported.
struct ImportedFolder {
  let result: ImportResult

  /// - Parameters:
  ///   - yaml: import.yaml.
  ///   - files: the exports, by path and text.
  init(
    _ yaml: String, _ files: [String: String], options: ImportOptions = ImportOptions()
  ) throws {
    result = try Self.with(files) { folder in
      try runImport(ImportPlan(yaml: Array(yaml.utf8), name: "import.yaml", folder: folder.path), options: options)
    }
  }

  /// Exports alone, each by the recipe that fits it.
  init(files: [String: String], timeZone: String? = nil, owner: String? = "mill") throws {
    result = try Self.with(files) { folder in
      var plan = ImportPlan.files(files.keys.sorted().map { folder.appending(path: $0).path })
      try plan.take(timeZone: timeZone, owner: owner)
      return try runImport(plan)
    }
  }

  static func with<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      for (name, text) in files {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
      }
      return try body(folder)
    }
  }

  /// The lines of a table, without the header.
  func rows(_ table: String) -> [String] {
    guard let file = result.files.first(where: { $0.name == "\(table).csv" }) else { return [] }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
  }

  var touches: [String] { rows("touchpoints") }

  var source: ImportReport.SourceReport { result.report.sources[0] }

  /// What is wrong with exports, as a user reads it.
  static func failure(_ yaml: String, _ files: [String: String], options: ImportOptions = ImportOptions()) -> String {
    do {
      _ = try ImportedFolder(yaml, files, options: options)
      return "no error"
    } catch {
      return "\(error)"
    }
  }
}
