import Foundation
import Presentation

/// What stands beside a sketch: what was counted, and with which key.
struct SketchLabel {
  var dataset: String
  var campaign: String?
  var partner: String?
  var k: Int
  /// Whether ids are pseudonyms that need a key.
  var isKeyed: Bool
  /// The key's id; nil where ids were pseudonyms already.
  var keyID: String?
  var minimumGroup: Int

  static func path(of sketch: String) -> String { sketch + ".json" }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let deliver: ([UInt8]) -> Void = { bytes += $0 }
    JSONWriter.write(isPretty: true, to: deliver) { writer in
      writer.member("schema", "reefknot.sketch/1")
      writer.member("dataset", dataset)
      writer.member("campaign", campaign)
      writer.member("partner", partner)
      writer.member("counted", "contacts")
      writer.member("k", k)
      writer.member("keyed", isKeyed)
      writer.member("key_id", keyID)
      writer.member("minimum_group", minimumGroup)
    }
    return bytes
  }

  init(
    dataset: String, campaign: String?, partner: String?, k: Int, isKeyed: Bool, keyID: String?, minimumGroup: Int
  ) {
    self.dataset = dataset
    self.campaign = campaign
    self.partner = partner
    self.k = k
    self.isKeyed = isKeyed
    self.keyID = keyID
    self.minimumGroup = minimumGroup
  }

  /// Reads the file beside a sketch; nil where there is none.
  init?(besides sketch: String) throws {
    let path = SketchLabel.path(of: sketch)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes = try InputBytes.read(path, limit: 1 << 20)
    let members: [String: Any]
    do {
      guard let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
        object["schema"] as? String == "reefknot.sketch/1"
      else { throw CommandFailure(.badData, "\(path.withoutControls): does not describe a sketch") }
      members = object
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.badData, "\(path.withoutControls): is not JSON")
    }
    self.init(
      dataset: members["dataset"] as? String ?? "", campaign: members["campaign"] as? String,
      partner: members["partner"] as? String, k: members["k"] as? Int ?? 0, isKeyed: members["keyed"] as? Bool ?? false,
      keyID: members["key_id"] as? String, minimumGroup: max(0, members["minimum_group"] as? Int ?? 0))
  }
}
