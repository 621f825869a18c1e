package import CampaignModel

/// The ids of a dataset as JSON strings, encoded once for documents that name them a million times.
package struct EncodedIDs {
  package let partners: [[UInt8]]
  package let channels: [[UInt8]]

  package init(_ dataset: Dataset) {
    partners = dataset.partners.map { EncodedIDs.encoded($0.id) }
    channels = dataset.channels.map { EncodedIDs.encoded($0.id) }
  }

  private static func encoded(_ id: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendJSON(id)
    return bytes
  }
}
