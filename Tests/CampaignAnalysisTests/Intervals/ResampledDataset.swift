import CampaignModel

@testable import LogScanning

extension Dataset {
  /// The dataset of one replicate, taken literally: every contact as often as its weight says, with all its touches.
  func resampled(_ replicate: Int) -> Dataset {
    var weights = ReplicateWeights(of: contacts)
    var rows: [TouchLog.Row] = []
    var (ids, segments): ([String], [String?]) = ([], [])
    for contact in 0..<contacts.count {
      weights.load(contact)
      for copy in 0..<weights.weights[replicate] {
        for position in log.slice(of: contact) {
          rows.append(
            TouchLog.Row(
              contact: ids.count, touch: log.touches[position], value: log.values[position],
              cost: log.costs[position]))
        }
        ids.append("\(contacts.ids[contact])×\(copy)")
        segments.append(contacts.segments[contact])
      }
    }
    var data = self
    data.contacts = Contacts(ids: TextColumn(ids), segments: CategoryColumn(segments))
    data.log = TouchLog(rows, contactCount: ids.count)
    data.ties = []
    data.settings.observedUntil = observedUntil
    return data
  }

  /// The same dataset with contacts of some organizations; every third has none.
  func withOrganizations(_ count: Int) -> Dataset {
    var data = self
    data.contacts = Contacts(
      ids: contacts.ids, segments: contacts.segments,
      organizations: CategoryColumn((0..<contacts.count).map { $0 % 3 == 0 ? nil : "o\($0 % count)" }))
    return data
  }
}
