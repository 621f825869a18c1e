import FileReading
import Foundation
import TestSupport
import Testing

@testable import Importing

struct BuiltInRecipesTests {
  private static let folder = "Sources/Importing/Recipes"

  @Test func `every document in the folder is a recipe of the tool, under its own name`() throws {
    let names = Repository.names(in: Self.folder)
    #expect(names.count > 3)
    #expect(try Set(BuiltInRecipes.all().map { "\($0.name).yaml" }) == Set(names))
    for (name, title) in try BuiltInRecipes.all() {
      #expect(try BuiltInRecipes.text(named: name) == Repository.text("\(Self.folder)/\(name).yaml"))
      #expect(!title.isEmpty, "\(name)")
    }
  }

  @Test func `a recipe asks for no column that it does not list`() throws {
    for (_, recipe) in try BuiltInRecipes.recipes() {
      let listed = Set(recipe.columns.map(\.name))
      for reference in recipe.references where reference.list == nil {
        #expect(listed.contains(reference.name), "\(recipe.name): \(reference.name)")
      }
    }
  }
}
