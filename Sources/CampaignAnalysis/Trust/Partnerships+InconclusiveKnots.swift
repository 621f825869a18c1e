import CampaignFigures

extension Partnerships {
  /// How many knots of pairs that gave enough to be judged the data do not settle; nil where one is withheld.
  var inconclusiveKnots: Trust.Entry {
    let judged = pairs.filter { [.reef, .granny, .oneSided].contains($0.knot) }
    let isWithheld = unknown.contains { $0.figure == PartnershipFigures.knot.path && $0.state == .withheld }
    return Trust.Entry(
      check: .inconclusiveKnots, count: isWithheld ? nil : judged.count { $0.isConclusive != true },
      of: isWithheld ? nil : judged.count, value: nil)
  }
}
