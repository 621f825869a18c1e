import CampaignModel
import FileReading

extension Recipe {
  /// How well the names of a file's columns fit: 0 where one that is needed is missing, else the more the better.
  func fit(_ names: [String]) -> Int {
    let forms = Set(names.map { MatchingForm.of($0) })
    let known = columns.count { !forms.isDisjoint(with: $0.forms) }
    let needed = columns.filter(\.isNeeded)
    if needed.isEmpty { return ownFit(names, forms) }
    return needed.allSatisfy({ !forms.isDisjoint(with: $0.forms) }) ? known : 0
  }

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
    let forms = Set(names.map { MatchingForm.of($0) })
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
