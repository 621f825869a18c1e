import Foundation
import TestSupport
import Testing

/// The pictures of graphs/gallery, which `graphs/redraw-gallery` draws.
struct GalleryTests {
  /// Names of the drawings in DOT: DATASET.CAMPAIGN.VIEW.THEME.gv.
  static func drawings() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "graphs/gallery").path)
      .filter { $0.hasSuffix(".gv") }.sorted()
  }

  @Test func `every drawing of the gallery is what the command draws today`() throws {
    let names = try GalleryTests.drawings()
    #expect(!names.isEmpty)
    for name in names {
      let parts = name.split(separator: ".").map(String.init)
      try #require(parts.count == 5, "\(name) is not named DATASET.CAMPAIGN.VIEW.THEME.gv")
      let run = try BuiltCommand.run(
        ["diagram", parts[2], "graphs/\(parts[0])", "--campaign", parts[1], "--theme", parts[3], "--format", "dot"],
        in: Repository.root)
      #expect(run.status == 0, "\(name): \(run.errors)")
      let drawing = Repository.root.appending(path: "graphs/gallery/\(name)")
      let isCurrent = try Data(contentsOf: drawing) == run.standardOutput
      #expect(isCurrent, "\(name) is out of date: run graphs/redraw-gallery")
      let picture = drawing.deletingPathExtension().appendingPathExtension("svg")
      #expect(FileManager.default.fileExists(atPath: picture.path), "\(name) has no picture beside it")
    }
  }

  @Test func `every dataset beside the gallery is in it`() throws {
    let folder = Repository.root.appending(path: "graphs")
    let datasets = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/touchpoints.csv").path)
    }
    let drawn = Set(try GalleryTests.drawings().compactMap { $0.split(separator: ".").first.map(String.init) })
    #expect(drawn == Set(datasets))
  }
}
