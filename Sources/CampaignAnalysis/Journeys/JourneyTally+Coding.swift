import LogScanning

extension JourneyTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&promoters)
    try coder.count(&detractors)
    try coder.count(&answers)
    try coder.count(&answerContacts)
    try coder.count(&reach)
    try coder.count(&bounced)
    try coder.count(&returning)
    try coder.count(&visits)
    try coder.count(&uniqueVisits)
    try coder.counts(&ratingCounts)
    try coder.counts(&ratingContacts)
    try coder.sums(&sums)
  }
}
