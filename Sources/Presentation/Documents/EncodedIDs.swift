package import CampaignModel
import FileReading

/// The ids of a dataset; those of partners and channels as JSON strings, encoded once for documents that name them a
/// million times.
package struct EncodedIDs {
  package let partners: [[UInt8]]
  package let channels: [[UInt8]]
  /// As they are; few documents name any.
  package let contacts: TextColumn

  package init(_ dataset: Dataset) {
    partners = dataset.partners.map { EncodedIDs.encoded($0.id) }
    channels = dataset.channels.map { EncodedIDs.encoded($0.id) }
    contacts = dataset.contacts.ids
  }

  private static func encoded(_ id: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendJSON(id)
    return bytes
  }
}
