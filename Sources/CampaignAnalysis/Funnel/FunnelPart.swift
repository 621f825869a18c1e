/// A figure of the funnel that a group of contacts is behind, with which others go.
enum FunnelPart: CaseIterable {
  case visitors
  case leads
  case customers
  case pipeline
  case revenue
  /// Touches that record a cost, with what they cost.
  case cost
  /// Touches that record none.
  case uncosted
  /// All touches, which are those of the visitors.
  case touches

  /// Whether each row has a part of its own of the whole's, rather than counting contacts anew.
  var addsUp: Bool {
    switch self {
    case .visitors, .leads, .customers: false
    case .pipeline, .revenue, .cost, .uncosted, .touches: true
    }
  }

  /// What is withheld of one group of touches.
  struct Hidden {
    var parts: Set<FunnelPart> = []
    /// Whether the shares of visitors and of leads go beside what the parts take with them.
    var visitorToLead = false
    var visitorToCustomer = false
    var leadToCustomer = false

    /// Whether a part goes, by itself or with another.
    func hides(_ part: FunnelPart) -> Bool {
      switch part {
      case .pipeline: !parts.isDisjoint(with: [.pipeline, .leads])
      case .revenue: !parts.isDisjoint(with: [.revenue, .customers])
      case .touches: !parts.isDisjoint(with: [.touches, .visitors])
      case .visitors, .leads, .customers, .cost, .uncosted: parts.contains(part)
      }
    }

    /// Whether it goes with a part how many touches record a cost.
    var hidesCoverage: Bool { !parts.isDisjoint(with: [.visitors, .cost, .uncosted, .touches]) }
  }
}
