import Foundation
import TestSupport
import Testing

/// Networks of creators have tens of thousands of owners: memory and time follow the pairs that occur, not those that could.
struct ManyPartnersTests {
  /// Each owner has a channel and a contact of its own, and all have one contact in common with the next owner. A table of all
  /// pairs would take 2.3 GB.
  @Test func `twelve thousand owners are measured in little memory`() throws {
    let count = 12_000
    try TemporaryFolder.with { folder in
      let data = folder.appending(path: "data")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      var (channels, touches) = ("id,owner\n", "time,contact,channel,kind\n")
      for owner in 0..<count {
        channels += "n\(owner),p\(owner)\n"
        touches +=
          "2025-01-0\(1 + owner % 9),x\(owner),n\(owner),click\n2025-01-1\(owner % 9),x\(owner),n\((owner + 1) % count),click\n"
      }
      try Data(channels.utf8).write(to: data.appending(path: "channels.csv"))
      try Data(touches.utf8).write(to: data.appending(path: "touchpoints.csv"))
      func figures(_ command: String) throws -> [String: Any] {
        let outcome = try Shell.run(
          "ulimit -v 1500000 -t 60 && reefknot \(command) data --quiet --threads 2 --format json", in: folder)
        #expect(outcome.status == 0, "\(command): \(outcome.errors.prefix(2000))")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      }
      let reach = try figures("reach")
      #expect(reach["reach"] as? Int == count)
      #expect((reach["carriers"] as? [Any])?.count == count && (reach["overlap"] as? [Any])?.count == count)
      #expect((reach["regions"] as? [Any])?.count == count && (reach["stacked"] as? [Any])?.count == count)
      let carrier = try #require((reach["carriers"] as? [[String: Any]])?.first)
      #expect(carrier["reach"] as? Int == 2 && carrier["exclusive"] as? Int == 0 && carrier["shapley"] as? Double == 1)
      #expect(try figures("touchpoints")["new_contacts"] as? Int == count)
      let retention = try figures("retention --no-campaign")
      #expect((retention["by_partner"] as? [Any])?.count == count)
    }
  }
}
