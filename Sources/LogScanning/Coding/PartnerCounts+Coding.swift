extension PartnerCounts {
  /// The counts by partner.
  package mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    var counts = byPartner
    try coder.counts(&counts)
    if coder.isReading { byPartner = counts }
  }
}
