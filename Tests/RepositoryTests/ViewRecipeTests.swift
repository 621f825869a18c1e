import Foundation
import Reefknot
import TestSupport
import Testing

/// Holds the recipe "a view of a campaign" of Sources/README.md: its type, and a line in the list.
struct ViewRecipeTests {
  /// Names of the files of the sources that name a type.
  private func files(naming type: String) throws -> [String] {
    let word = try Regex("\\b\(type)\\b")
    return try Repository.swiftFiles(below: ["Sources"]).filter { try Repository.text($0).contains(word) }
      .compactMap { $0.split(separator: "/").last.map(String.init) }.sorted()
  }

  @Test(arguments: CampaignDiagram.allCases)
  func `a view stands in its own file and in one list`(view: CampaignDiagram) throws {
    let type = "\(view.name.prefix(1).uppercased())\(view.name.dropFirst())Diagram"
    #expect(try files(naming: type) == ["CampaignDiagram.swift", "\(type).swift"].sorted())
  }

  @Test func `help tells of every view what it shows`() throws {
    let lines = try BuiltCommand.run(["help", "diagram"], in: Repository.root).output
    let help = lines.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for view in CampaignDiagram.allCases { #expect(help.contains("\(view.name) \(view.summary)")) }
    for view in NetworkView.allCases { #expect(help.contains("\(view.rawValue) \(view.summary)")) }
  }

  @Test(arguments: CampaignDiagram.allCases)
  func `the gallery has a picture of every view`(view: CampaignDiagram) {
    let picture = Repository.root.appending(path: "graphs/gallery/kiez-kocht.kiez-kocht.\(view.name).light.svg")
    #expect(FileManager.default.fileExists(atPath: picture.path))
  }
}
