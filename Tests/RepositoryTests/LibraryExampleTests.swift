import Foundation
import Testing

struct LibraryExampleTests {
  @Test func `the README shows the example that is compiled here`() throws {
    let example = try Repository.text("Tests/RepositoryTests/LibraryExample.swift")
    #expect(try Repository.text("README.md").contains("```swift\n\(example)```"))
  }

  @Test func `the example names the partners of the sample campaign and draws them`() throws {
    let (lines, picture) = try partnersOfFirstCampaign(in: Repository.root.appending(path: "graphs/kiez-kocht").path)
    #expect(lines.count == 13)
    #expect(lines.first?.contains(" reached ") == true)
    #expect(String(decoding: picture, as: UTF8.self).contains("<svg"))
  }
}
