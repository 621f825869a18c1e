/// Writes `contacts.csv` row by row from the contacts' traits.
struct ContactTable {
  let options: GenerationOptions

  func write<Failure: Error>(to sink: (String, ArraySlice<UInt8>) throws(Failure) -> Void)
    throws(Failure)
  {
    let ids = ContactIds(count: options.contacts)
    let segmentChoice = WeightedChoice([38, 24, 12, 10, 10, 6])
    let header = "id,name,segment,sector,relevant,organisation"
    var table = TableBuffer("contacts.csv", header: options.heldOut > 0 ? "\(header),holdout" : header)
    for number in 0..<options.contacts {
      let bits = ContactTraits(seed: options.seed, number: number).tableBits
      let segment = Vocabulary.segments[segmentChoice.index(for: bits)]
      let business = segment == "b2b"
      let relevance = (bits >> 12) & 15
      var row = [
        ids.text(number),
        pick(Vocabulary.givenNames, bits >> 16) + " " + pick(Vocabulary.familyNames, bits >> 28),
        segment,
        business || (bits >> 40) & 3 == 0 ? pick(Vocabulary.sectors, bits >> 42) : "",
        relevance == 15 ? "" : relevance < 9 ? "true" : "false",
        business ? pick(Vocabulary.organisations, bits >> 50) : "",
      ]
      if options.heldOut > 0 { row.append(options.isHeldOut(number) ? "true" : "false") }
      table.row(row)
      try table.flush(atLeast: TableBuffer.chunk, to: sink)
    }
    try table.flush(to: sink)
  }

  private func pick(_ words: [String], _ bits: UInt64) -> String {
    words[Int((bits & 0xFFF) % UInt64(words.count))]
  }
}
