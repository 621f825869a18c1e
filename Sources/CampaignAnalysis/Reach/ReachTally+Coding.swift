import LogScanning

extension ReachTally {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.count(&reach)
    try coder.count(&contactsGross)
    try coder.count(&own)
    try coder.count(&foreign)
    try coder.count(&duplicated)
    try coder.count(&organicShares)
    try coder.counts(&frequencyDistribution)
    try coder.counts(&firstTouchesByDay)
    var byChannel = contactsByChannel
    try coder.counts(&byChannel)
    if coder.isReading { contactsByChannel = byChannel }
    try regions.code(&coder, partnerCount: partnerOfRank.count)
    try takeovers.code(&coder, channelCount: byChannel.count)
    try replicates?.code(&coder)
  }
}

extension RegionTable {
  /// The counts of each set of owners: its words that are not empty, each after its place, or the word alone where a row is
  /// one.
  mutating func code(_ coder: inout TallyCoder, partnerCount: Int) throws(TallyFault) {
    let known = coder.isReading ? nil : regions
    let table = try coder.table(width: 2) { table in
      guard let known else { return }
      for index in known.all.indices {
        let (words, region) = (known.wordRange(of: index), known.all[index])
        let key =
          known.areNarrow
          ? Array(known.words[words]) : words.flatMap { [UInt64(known.places[$0]), known.words[$0]] }
        table.append(key, [Int64(region.contacts), Int64(region.contactsWithoutOwn)])
      }
    }
    guard let table else { return }
    let wordsPerRow = TouchTables.wordsPerRow(partnerCount: partnerCount)
    var read = Regions(wordsPerRow: wordsPerRow, capacity: table.count)
    for row in 0..<table.count {
      let (key, counts) = (Array(table.key(of: row)), table.counts(of: row))
      let places = wordsPerRow == 1 ? [0] : stride(from: 0, to: key.count, by: 2).map { key[$0] }
      let words = wordsPerRow == 1 ? key : stride(from: 1, to: key.count, by: 2).map { key[$0] }
      let isRow =
        places.count == words.count && !words.isEmpty && zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
        && zip(places, words).allSatisfy { place, word in
          word != 0 && place < UInt64(wordsPerRow)
            && Int(place) << 6 + 64 - word.leadingZeroBitCount <= partnerCount
        }
      guard isRow, counts[0] > 0, counts[1] <= counts[0] else {
        throw TallyFault("holds a set of partners that there cannot be")
      }
      read.append(
        words[...], places.map { UInt32($0) }[...], Regions.Region(contacts: counts[0], contactsWithoutOwn: counts[1]))
    }
    self = RegionTable(wordsPerRow: wordsPerRow, elsewhere: read)
  }
}

extension PairSet {
  /// The pairs of content and channel.
  mutating func code(_ coder: inout TallyCoder, channelCount: Int) throws(TallyFault) {
    let known = self
    let table = try coder.table(width: 0) { table in
      known.forEachPair { content, channel in table.append([content, channel], counts: []) }
    }
    guard let table else { return }
    for row in 0..<table.count {
      let pair = try table.key(of: row, below: [rows.count - 1, channelCount])
      insert(content: pair[0], channel: pair[1])
    }
  }
}

extension ReachReplicates {
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try counts.code(&coder)
    let isKnown = counts.keys.allSatisfy { key in
      key.left < partnerCount ? abs(key.right) <= partnerCount : key.left - partnerCount < 4 && key.right > 0
    }
    guard isKnown, counts.keys.allSatisfy({ $0.left >= 0 }) else {
      throw TallyFault("holds a partner that is not known")
    }
  }
}
