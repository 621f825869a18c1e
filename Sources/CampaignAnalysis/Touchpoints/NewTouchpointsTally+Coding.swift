import LogScanning

extension NewTouchpointsTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&newContacts)
    try coder.count(&relevantNewContacts)
    try coder.counts(&mix)
    try brands.code(&coder)
    try ownBrands.code(&coder)
    try touchedOwners.code(&coder)
    try coder.counts(&introducedContacts)
    try coder.counts(&touchpointsByChannel)
    try coder.counts(&contactsByChannel)
    try coder.counts(&touchpointsByWeek)
    try coder.counts(&contactsByWeek)
    try coder.counts(&audienceByOwner)
  }
}
