import TestSupport
import Testing

/// Holds the places that the recipes of Sources/README.md list against what the code has.
///
/// A recipe says which name shows its places, and in which modules: every file of these modules that holds the name as a
/// word is a place, and no other.
struct RecipeTests {
  private struct Recipe {
    var title: String
    var name: String
    var modules: [String]
    /// Paths from Sources.
    var places: Set<String>
  }

  private static func recipes() throws -> [Recipe] {
    let text = try Repository.text("Sources/README.md")
    let section = text.split(separator: "\n## Recipes\n").last.map(String.init) ?? ""
    let lead = /\*\*([^*]+)\*\*.*\(places: `(\w+)` in ([^)]*)\)/
    // A lead may go on in the next line.
    let lines = section.replacing(/,\n(?=`)/, with: ", ").split(separator: "\n")
    var recipes: [Recipe] = []
    for line in lines {
      if line.hasPrefix("## ") { break }
      if let match = line.firstMatch(of: lead) {
        let modules = match.3.matches(of: /`(\w+)`/).map { String($0.1) }
        recipes.append(Recipe(title: String(match.1), name: String(match.2), modules: modules, places: []))
      } else if line.hasPrefix("**") {
        recipes.append(Recipe(title: String(line), name: "", modules: [], places: []))
      } else if !recipes.isEmpty {
        for link in line.matches(of: /\]\(([\w\/+.]+)\)/) {
          recipes[recipes.count - 1].places.insert(String(link.1))
        }
      }
    }
    return recipes.filter { !$0.name.isEmpty }
  }

  @Test func `the places of a recipe are those where its example stands`() throws {
    let recipes = try Self.recipes()
    #expect(recipes.count >= 2)
    for recipe in recipes {
      var found: Set<String> = []
      for path in Repository.swiftFiles(below: recipe.modules.map { "Sources/\($0)" }) {
        let words = SwiftText.allWords(of: try Repository.text(path))
        if words.contains(recipe.name) { found.insert(String(path.dropFirst("Sources/".count))) }
      }
      let listed = recipe.places.filter { place in recipe.modules.contains { place.hasPrefix("\($0)/") } }
      #expect(found.subtracting(listed).sorted() == [], "\(recipe.title): places that the recipe does not list")
      #expect(listed.subtracting(found).sorted() == [], "\(recipe.title): places without \(recipe.name)")
    }
  }

  /// What a change may cost, in files of the code; the tally of a figure that has to be counted first is one more.
  @Test(arguments: [
    ("A figure of a section", 4), ("A section", 2), ("A measure of nodes", 4), ("A column of a table", 4),
    ("A format of graph files", 4), ("A recipe for another tool's exports", 2), ("A view of a campaign", 3),
  ])
  func `a change costs no more places than it should`(title: String, most: Int) throws {
    let recipe = try #require(try Self.recipes().first { $0.title.hasPrefix(title) })
    #expect(!recipe.places.isEmpty)
    #expect(recipe.places.filter { $0.hasSuffix(".swift") }.count <= most)
  }
}
