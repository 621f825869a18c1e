import CampaignModel
import FileReading

/// The names of kinds, as they are written and as they are meant.
struct KindNames {
  private var byForm: [String: ArraySlice<UInt8>] = [:]
  /// Names as they are spelled, found without making a text.
  private var spelled = Interner()
  private let names: [String]

  init(_ names: [String]) {
    self.names = names
    for name in names {
      byForm[MatchingForm.of(name)] = Array(name.utf8)[...]
      _ = spelled.intern(Array(name.utf8)[...])
    }
  }

  func name(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    spelled.find(bytes) != nil ? bytes : byForm[MatchingForm.of(String(decoding: bytes, as: UTF8.self))]
  }

  func complaint(_ bytes: ArraySlice<UInt8>) -> String {
    let nearest = NearestName.of(String(decoding: bytes, as: UTF8.self), among: names)
    return "is not a known kind" + (nearest.map { "; did you mean \($0)?" } ?? "; kinds: or kinds.csv can define it")
  }
}
