import CampaignModel
import FileReading

extension Recipe {
  /// How well the names of a file's columns fit: 0 where one that is needed is missing, else the more the better.
  func fit(_ names: [String]) -> Int { fit(names, forms: Recipe.forms(of: names)) }

  /// As ``fit(_:)``, for names whose matching forms are known, where many recipes are tried on them.
  func fit(_ names: [String], forms: Set<String>) -> Int {
    let known = columns.count { !forms.isDisjoint(with: $0.forms) }
    let needed = columns.filter(\.isNeeded)
    if needed.isEmpty { return ownFit(names, forms) }
    return needed.allSatisfy({ !forms.isDisjoint(with: $0.forms) }) ? known : 0
  }

  /// The names of a file's columns, in matching form.
  static func forms(of names: [String]) -> Set<String> { Set(names.map { MatchingForm.of($0) }) }

  /// A recipe that lists no columns fits the better the more of those that it asks for are there.
  private func ownFit(_ names: [String], _ forms: Set<String>) -> Int {
    let lists = Set(names.compactMap(ListColumn.init).map { "\(MatchingForm.of($0.list)) \(MatchingForm.of($0.name))" })
    return references.count { reference in
      guard let list = reference.list else { return forms.contains(MatchingForm.of(reference.name)) }
      return lists.contains("\(MatchingForm.of(list)) \(MatchingForm.of(reference.name))")
    }
  }

  /// Columns that are needed but missing from a file.
  func missing(_ names: [String]) -> [String] {
    let forms = Recipe.forms(of: names)
    return columns.filter { $0.isNeeded && forms.isDisjoint(with: $0.forms) }.map(\.name)
  }

  /// Other spellings of a column.
  func spellings(_ name: String) -> [String] {
    let form = MatchingForm.of(name)
    return columns.first { MatchingForm.of($0.name) == form }?.others ?? []
  }

  /// Where the columns that the recipe asks for are.
  var binding: ColumnBinding { ColumnBinding(references, lists: lists) { spellings($0) } }
}
