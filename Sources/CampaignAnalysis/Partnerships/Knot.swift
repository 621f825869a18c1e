public import CampaignModel

/// How a partnership is tied, judged by the contacts that each side gives the other (<doc:Metrics#Give-and-take>).
public enum Knot: String, CaseIterable, Hashable, Sendable {
  /// Neither gave.
  case none
  /// Fewer than 10 contacts were given in both directions together.
  case unclear
  /// One gave and the other gave nothing: the thief's knot.
  case oneSided = "one_sided"
  /// Both gave, neither more than twice as much as the other: holds under load.
  case reef
  /// Both gave, one more than twice as much: looks right and slips.
  case granny

  /// Judges contacts given in the one and in the other direction.
  public init(_ given: Int, _ returned: Int) {
    let total = given + returned
    if total == 0 {
      self = .none
    } else if total < 10 {
      self = .unclear
    } else if given == 0 || returned == 0 {
      self = .oneSided
    } else if 3 * abs(given - returned) <= total {
      self = .reef
    } else {
      self = .granny
    }
  }
}

/// How two partners stand to each other by trade.
public enum PartnershipDirection: String, CaseIterable, Hashable, Sendable {
  /// Same sector, same stage of the value chain.
  case horizontal
  /// Same sector, another stage.
  case vertical
  /// Another sector.
  case diagonal

  /// Compares two partners; nil where a sector is missing, or a stage within one sector.
  public init?(_ first: Partner, _ second: Partner) {
    guard let sector = first.sector, let other = second.sector else { return nil }
    if sector != other {
      self = .diagonal
    } else if let stage = first.stage, let otherStage = second.stage {
      self = stage == otherStage ? .horizontal : .vertical
    } else {
      return nil
    }
  }
}
