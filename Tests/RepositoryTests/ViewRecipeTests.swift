import Foundation
import Reefknot
import TestSupport
import Testing

/// Holds what the recipe "a view of a campaign" of Sources/README.md promises of every view.
struct ViewRecipeTests {
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
