package import CampaignModel
package import LogScanning

extension Dataset {
  /// What was counted elsewhere under a key; nil where the log itself is at hand.
  ///
  /// - Parameters:
  ///   - key: one that ``TallyPlan/check(_:)`` has found.
  ///   - blank: counts for this dataset that have counted nothing yet.
  func counted<Counts: CodedCounts>(_ key: String, into blank: @autoclosure () -> Counts) -> Counts? {
    guard let counted else { return nil }
    do throws(TallyFault) {
      return try counted.read(key, into: blank())
    } catch {
      preconditionFailure("What is read was checked before: \(error.reason).")
    }
  }
}

extension CountedLog {
  /// Reads what was counted under a key.
  ///
  /// - Throws: where nothing was, or what was does not fit.
  func read<Counts: CodedCounts>(_ key: String, into blank: Counts) throws(TallyFault) -> Counts {
    guard let bytes = entries[variation + key] else { throw TallyFault("has no \(variation)\(key)") }
    return try TallyCoder.read(CountedLog.columns(of: bytes[...]), into: blank)
  }

  /// The columns that some bytes hold.
  package static func columns(of bytes: ArraySlice<UInt8>) throws(TallyFault) -> [TallyColumn] {
    var reader = TallyReader(bytes)
    var columns: [TallyColumn] = []
    while !reader.isAtEnd { columns.append(try TallyColumn(&reader)) }
    return columns
  }

  /// The bytes of some columns.
  package static func bytes(of columns: [TallyColumn]) -> [UInt8] {
    var writer = TallyWriter()
    for column in columns { column.write(to: &writer) }
    return writer.bytes
  }

  /// The ids of the two contacts that a text among columns names.
  package static func contacts(
    in text: [UInt8]
  ) throws(TallyFault) -> (from: ArraySlice<UInt8>, to: ArraySlice<UInt8>) {
    try Referrals.ids(in: text)
  }

  /// How keys name a log without some partners' part in a scope.
  static func variation(without partners: Set<Int>, of scope: Scope) -> String {
    let list = partners.sorted().map { "\($0)" }.joined(separator: "+")
    return "without partners \(list) in \(scope.tallyKey), "
  }
}

extension Scope {
  /// What the scope is called in the keys of tallies: indices, times in milliseconds, and texts after their length.
  var tallyKey: String {
    func text(_ name: String, _ text: String?) -> String? { text.map { "\(name) \($0.utf8.count):\($0)" } }
    let window = campaign.map { "campaign \($0)" } ?? "window \(start.milliseconds) to \(end.milliseconds)"
    let parts = [
      window, filter.from.map { "from \($0.milliseconds)" }, filter.until.map { "until \($0.milliseconds)" },
      filter.level.map { "level \($0.name)" }, text("medium", filter.medium), text("segment", filter.segment),
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
