/// A kind of touch: what the contact did or was shown.
public struct Kind: Hashable, Sendable {
  /// The identifier, in lower case, such as `share`.
  public var name: String
  /// Where the kind stands in the chain reach → interaction → transaction.
  public var level: Level
  /// How much of themselves people put in: 0 for an impression, 5 for a contribution.
  public var depth: Double

  public init(name: String, level: Level, depth: Double) {
    self.name = name
    self.level = level
    self.depth = depth
  }
}

/// The kinds of a dataset: the standard ones of <doc:Dataset#Kinds-and-levels>, overridden and extended by kinds.csv.
public struct KindTable: Sendable {
  /// All kinds; a touch holds its kind's index into this array.
  public private(set) var kinds: [Kind]

  /// The most kinds that a dataset can have; a touch holds its kind in one byte.
  public static let maximumCount = 256

  /// The standard kinds (<doc:Dataset#Kinds-and-levels>).
  public static let standard = KindTable()

  private init() {
    func level(_ level: Level, _ depths: KeyValuePairs<String, Double>) -> [Kind] {
      depths.map { Kind(name: $0.key, level: level, depth: $0.value) }
    }
    kinds =
      level(.reach, ["impression": 0, "view": 0, "open": 0, "visit": 0, "listen": 0, "delivery": 0])
      + level(
        .interaction,
        [
          "click": 1, "like": 1, "follow": 1, "download": 2, "signup": 2, "comment": 3, "reply": 3, "share": 3,
          "mention": 3, "rating": 2, "nps": 2, "attendance": 4, "referral": 4, "contribution": 5, "conversation": 5,
        ])
      + level(
        .transaction, ["lead": 4, "order": 5, "booking": 5, "donation": 5, "subscription": 5, "partnership": 5])
  }

  /// The index of the kind called `name`, or nil; names are matched like headers (<doc:Dataset#Text>).
  public func index(of name: String) -> Int? {
    if let index = kinds.firstIndex(where: { $0.name == name }) { return index }
    let form = MatchingForm.of(name)
    return kinds.firstIndex { MatchingForm.of($0.name) == form }
  }

  /// Replaces the kind of the same name, or adds a new one.
  ///
  /// - Returns: false, leaving the table as it is, when it already holds ``maximumCount`` other kinds.
  public mutating func define(_ kind: Kind) -> Bool {
    if let index = index(of: kind.name) {
      kinds[index] = kind
      return true
    }
    guard kinds.count < KindTable.maximumCount else { return false }
    kinds.append(kind)
    return true
  }

  /// Per kind, whether its name is one of `names`.
  public func flags(of names: Set<String>) -> [Bool] { kinds.map { names.contains($0.name) } }
}
