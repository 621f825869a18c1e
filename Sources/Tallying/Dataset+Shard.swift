package import CampaignModel

/// One of several parts of a log, which hold every contact once.
package struct Shard: Hashable, Sendable {
  /// From 0.
  package var number: Int
  /// How many there are.
  package var count: Int

  package init(_ number: Int, of count: Int) {
    precondition(number >= 0 && number < count && count <= LogPart.maximumShards, "There must be such a shard.")
    self.number = number
    self.count = count
  }

  /// Whether the contact with this id is in it: by the hash of the id alone, so that every process has the same answer.
  package func contains(_ id: ArraySlice<UInt8>) -> Bool {
    ContactSketch.hash(id) % UInt64(count) == UInt64(number)
  }
}

extension Dataset {
  /// The contacts that are of the log: touched or listed. Others are there because ties name them.
  var contactsOfLog: [Int] {
    (0..<contacts.count).filter { !log.slice(of: $0).isEmpty || contacts.isListed($0) }
  }

  /// The dataset with the contacts of one shard, and without touches or attributes those that ties name besides.
  ///
  /// It stays known when the whole log began and up to when it was observed. Of rows after the end of observation only the
  /// first shard knows.
  ///
  /// O(contacts + touches + ties).
  package func shard(_ shard: Shard) -> Dataset {
    var part = self
    part.wholeSpan = logSpan
    part.settings.observedUntil = observedUntil
    let kept = contactsOfLog.filter { shard.contains(contacts.ids.utf8(of: $0)) }
    var number = [Int](repeating: -1, count: contacts.count)
    for (place, contact) in kept.enumerated() { number[contact] = place }
    var tied: [Int] = []
    for tie in ties {
      for contact in [tie.from, tie.to] where number[contact] < 0 {
        number[contact] = kept.count + tied.count
        tied.append(contact)
      }
    }
    part.contacts = contacts.selecting(kept, withIDsOf: tied)
    part.log = log.selecting(kept, addingEmpty: tied.count)
    for index in part.ties.indices {
      part.ties[index].from = number[ties[index].from]
      part.ties[index].to = number[ties[index].to]
    }
    if shard.number > 0 { part.rowsAfterObservation[.touchpoints] = nil }
    return part
  }
}
