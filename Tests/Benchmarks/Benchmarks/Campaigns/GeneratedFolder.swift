import CampaignData
import CampaignGeneration
import CampaignModel
import Foundation

/// A generated dataset in a folder of its own, made once per run.
struct GeneratedFolder {
  let url: URL

  /// - Parameter touchpoints: rows of touchpoints.csv.
  init(touchpoints: Int) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "reefknot-benchmark-\(touchpoints)")
    guard !FileManager.default.fileExists(atPath: url.appending(path: "complete").path) else { return }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    var files: [String: FileHandle] = [:]
    try DatasetGenerator(options: GenerationOptions(touchpoints: touchpoints)).write { name, bytes in
      let file = url.appending(path: name)
      if files[name] == nil {
        try Data().write(to: file)
        files[name] = try FileHandle(forWritingTo: file)
      }
      try files[name]?.write(contentsOf: Data(bytes))
    }
    for file in files.values { try file.close() }
    try Data().write(to: url.appending(path: "complete"))
  }

  /// Reads the folder.
  func read(threads: Int = 2) throws -> Dataset {
    try readDataset(at: url.path, options: ReadingOptions(threads: threads)).dataset
  }
}
