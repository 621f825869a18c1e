import CampaignModel
import FileReading

/// Finds the recipe for a file: the one that is named, or the one that its header fits.
struct RecipeChoice {
  /// A recipe with what the source says laid over it.
  struct Chosen {
    var recipe: Recipe
    /// What it was read from.
    var map: YamlMap
    /// The recipe without it.
    var base: Recipe?
    /// References of columns that the user names, and that the file must therefore have.
    var strictReferences: Set<ColumnReference>
  }

  private let known: [(map: YamlMap, recipe: Recipe)]

  init(own: [YamlMap]) throws(ReadingError) {
    var known: [(map: YamlMap, recipe: Recipe)] = []
    for map in own { known.append((map, try RecipeReader.read(map))) }
    for built in try BuiltInRecipes.recipes() where !known.contains(where: { $0.recipe.name == built.recipe.name }) {
      known.append(built)
    }
    self.known = known
  }

  /// The recipe for a file of a source.
  func recipe(for file: SourceFile, _ source: SourcePlan) throws(ReadingError) -> Chosen {
    if source.isOwnRecipe {
      let recipe = try RecipeReader.read(source.overlay)
      return Chosen(recipe: recipe, map: source.overlay, base: nil, strictReferences: Set(recipe.references))
    }
    if let name = source.recipe {
      guard let found = known.first(where: { $0.recipe.name == name }) else {
        let names = known.map(\.recipe.name)
        let advice =
          NearestName.of(name, among: names).map { "did you mean \($0)?" }
          ?? "there are \(names.joined(separator: ", "))"
        throw source.overlay.problem(source.overlay.line, "recipe", name, "is no recipe; \(advice)")
      }
      return try joined(found, source)
    }
    return try joined(try fitting(file, source), source)
  }

  private func joined(
    _ base: (map: YamlMap, recipe: Recipe), _ source: SourcePlan
  ) throws(ReadingError) -> Chosen {
    guard !source.overlay.entries.isEmpty else {
      return Chosen(recipe: base.recipe, map: base.map, base: base.recipe, strictReferences: [])
    }
    var overlay = source.overlay
    overlay.entries.removeAll { $0.key == "name" }
    let map = base.map.merged(with: overlay)
    let recipe = try RecipeReader.read(map)
    let own = Set(recipe.references).subtracting(base.recipe.references)
    return Chosen(recipe: recipe, map: map, base: base.recipe, strictReferences: own)
  }

  /// The recipe that a file's header fits best.
  private func fitting(_ file: SourceFile, _ source: SourcePlan) throws(ReadingError) -> (map: YamlMap, recipe: Recipe)
  {
    let candidates = known.filter { $0.recipe.path.map { $0.first(in: file.name) != nil } ?? true }
    let reading = try RecipeReader.reading(of: source.overlay)
    let table = try ExportOpener.table(in: file, reading) { names in
      let forms = Recipe.forms(of: names)
      return candidates.map { $0.recipe.fit(names, forms: forms) }.max() ?? 0
    }
    let fits = candidates.map { $0.recipe.fit(table.columns) }
    let best = fits.max() ?? 0
    let winners = candidates.indices.filter { fits[$0] == best }
    guard best > 0, let winner = winners.first else { throw nothingFits(file, table.columns) }
    guard winners.count == 1 else {
      let names = winners.map { candidates[$0].recipe.name }.joined(separator: " and ")
      throw .badData(
        DataProblem(file: file.name, message: "fits the recipes \(names) alike; recipe: says which one is meant"))
    }
    return candidates[winner]
  }

  private func nothingFits(_ file: SourceFile, _ columns: [String]) -> ReadingError {
    let forms = Recipe.forms(of: columns)
    func common(_ recipe: Recipe) -> Int { recipe.columns.count { !forms.isDisjoint(with: $0.forms) } }
    let nearest = known.max { common($0.recipe) < common($1.recipe) }?.recipe
    let shown = columns.prefix(30).map { ShownText.escape($0) }.joined(separator: ", ")
    var advice = ""
    if let nearest, common(nearest) > 0 {
      let missing = nearest.missing(columns)
      advice =
        missing.isEmpty
        ? "; nearest is \(nearest.name), whose files lie in other folders: recipe: \(nearest.name) takes it all the same"
        : "; nearest is \(nearest.name), which needs \(missing.joined(separator: ", "))"
    }
    return .badData(
      DataProblem(
        file: file.name, line: 1,
        message: "fits no recipe\(advice); \"reefknot import FILE --draft\" writes a draft of one",
        detail: "columns found: \(shown)\(columns.count > 30 ? " …" : "")"))
  }
}
