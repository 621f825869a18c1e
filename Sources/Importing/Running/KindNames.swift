import CampaignModel
import FileReading

/// The names of kinds, as they are written and as they are meant.
struct KindNames: Sendable {
  private var byForm: [String: [UInt8]] = [:]
  /// Names as they are spelled, found without making a text.
  private var spelled = Interner()
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
    for name in names {
      byForm[MatchingForm.of(name)] = Array(name.utf8)
      _ = spelled.intern(Array(name.utf8)[...])
    }
  }

  /// The kind that a text names, as it is spelled here; nil where it names none.
  func place(_ place: TextPlace, in text: inout [UInt8]) -> TextPlace? {
    if spelled.find(text.span.extracting(place.range)) != nil { return place }
    return byForm[MatchingForm.of(text.string(place))].map { text.add($0) }
  }

  func complaint(_ bytes: ArraySlice<UInt8>) -> String {
    let nearest = NearestName.of(String(decoding: bytes, as: UTF8.self), among: names)
    return "is not a known kind" + (nearest.map { "; did you mean \($0)?" } ?? "; kinds: or kinds.csv can define it")
  }
}
