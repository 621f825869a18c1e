import CampaignModel
import FileReading

/// Makes what turns a source's rows into rows of tables, for each thread one of its own.
///
/// Nothing in them is shared: counting references to the same rules from two threads took longer than all else. The
/// recipe is read anew for each.
struct RowImportMaker {
  let recipe: YamlMap
  let family: Int
  let identity: IdentityRules
  let kinds: [String]
  /// The currency of the dataset, where the recipe says none.
  let currency: String
  /// The zone of times that do not say theirs; nil where nobody said it.
  let zone: String?
  let datasetZone: String

  func make() throws(ReadingError) -> RowImport {
    let recipe = try RecipeReader.read(recipe)
    let numbers = NumberForms(
      decimalSign: recipe.reading.decimalSign, allowsComma: false, currency: recipe.reading.currency ?? currency)
    return RowImport(
      recipe, family: family, usesAddresses: identity.usesAddresses, kinds: KindNames(kinds),
      evaluation: Evaluation(places: [:], addresses: identity.addresses, numbers: numbers),
      times: TimeColumns(
        clock: zone.flatMap { LocalClock(name: $0) }, datasetClock: LocalClock(name: datasetZone) ?? .utc))
  }
}
