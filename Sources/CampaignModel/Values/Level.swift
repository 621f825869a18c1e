/// How far a touch goes along the chain reach → interaction → transaction (<doc:Dataset#Kinds-and-levels>).
public enum Level: UInt8, CaseIterable, Comparable, Hashable, Sendable {
  case reach
  case interaction
  case transaction

  public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

  /// The identifier used in files, JSON and on the command line.
  public var name: String {
    switch self {
    case .reach: "reach"
    case .interaction: "interaction"
    case .transaction: "transaction"
    }
  }

  /// The level with the identifier `name`, or nil.
  public init?(name: some StringProtocol) {
    guard let level = Level.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }
}
