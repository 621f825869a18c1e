import CampaignData
import CampaignModel
import FileReading
import Foundation
import TestSupport
import Testing

@testable import Importing

struct DatasetTemplateTests {
  @Test func `the folder is a dataset as it is, with three rows a table`() throws {
    try TemporaryFolder.with { folder in
      for (name, bytes) in DatasetTemplate.files { try Data(bytes).write(to: folder.appending(path: name)) }
      let result = try readDataset(at: folder.path)
      #expect(result.notes.isEmpty, "\(result.notes)")
      #expect(result.dataset.log.count == 3 && result.dataset.partners.count == 3)
      #expect(DatasetTemplate.parts.allSatisfy { $0.rows.count == 3 })
    }
  }
}
