import Foundation
import TestSupport
import Testing

struct LibraryExampleTests {
  @Test func `the README shows the example that is compiled here, with one import`() throws {
    let example = try Repository.text("Tests/RepositoryTests/LibraryExample.swift")
    #expect(try Repository.text("README.md").contains("```swift\n\(example)```"))
    #expect(try Repository.imports(of: "Tests/RepositoryTests/LibraryExample.swift") == ["Reefknot"])
  }

  /// Who reached how many, and how many alone: counted from the tables by twenty lines of Python 3.11 (csv, zoneinfo) that
  /// gather, per contact, the owners of the channels of its rows from 29 March to 9 May 2025 in Berlin whose content
  /// belongs to the campaign.
  private static let counts: KeyValuePairs = [
    "Biokorb Möhring & Töchter": (141, 41), "Wochenmarkt am Lindenplatz": (139, 57), "Das Lindenblatt": (119, 36),
    "Kiezinitiative Lindenufer e. V.": (86, 22), "Schärfe, bitte! – der Podcast": (59, 10),
    "Kettenblatt Lieferkollektiv eG": (54, 14), "Kochschule Löffel, Messer, Herd": (54, 15),
    "Radio Kirschkern": (50, 10), "Volle Teller e. V.": (45, 9), "Ayla's Küche": (37, 10), "Linh isst Berlin": (37, 7),
    "Gusstopf Manufaktur GmbH": (26, 5), "Imbiss \"Zur Möwe\"": (14, 1),
  ]

  @Test func `the example gives the figures that were counted another way, and draws the partners`() throws {
    let (lines, picture) = try partnersOfFirstCampaign(in: Repository.root.appending(path: "graphs/kiez-kocht").path)
    #expect(lines == Self.counts.map { "\($0) reached \($1.0), \($1.1) of them alone" })
    let nodes = String(decoding: picture, as: UTF8.self).matches(of: /<g id="[^"]*" class="node[^"]*">/)
    // The twelve largest and one that stands for the rest.
    #expect(nodes.count == 13)
  }

  @Test func `the tutorial shows the examples that are compiled here, with one import`() throws {
    let tutorial = try Repository.text("Sources/Reefknot/Reefknot.docc/Tutorial.md")
    let shown = tutorial.split(separator: "```swift\n").dropFirst().compactMap { $0.split(separator: "```").first }
      .filter { $0.hasPrefix("///") }
    let compiled = try Repository.text("Tests/RepositoryTests/TutorialExamples.swift")
    #expect(compiled == "import Reefknot\n\n" + shown.joined(separator: "\n"))
    #expect(shown.count == 2)
  }

  @Test func `the tutorial's report names the campaign and its reach`() throws {
    let page = try report(on: Repository.root.appending(path: "graphs/kiez-kocht").path)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    // The reach as counted with the carriers above.
    #expect(page.contains("Kiez kocht") && page.contains("496"))
  }

  /// Everybody links to ann; she and bob, to whom she links, are ahead of those to whom nobody links.
  @Test func `the tutorial's graphs are measured`() throws {
    let folder = try TemporaryFolder(["links.csv": "cem,ann\ndora,ann\nann,bob\nbob,ann\neli,ann\n"])
    #expect(try mostCentralNodes(of: folder.path + "/links.csv", count: 2) == ["ann", "bob"])
    #expect(stepsAlongAChain() == [0, 1, 2, 3])
  }
}
