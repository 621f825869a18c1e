import FileReading
import TestSupport

@testable import CampaignData

extension TemporaryFolder {
  func read(_ options: ReadingOptions = ReadingOptions()) throws -> ReadingResult {
    try readDataset(at: path, options: options)
  }

  /// The lines that reading prints as errors; empty when it succeeds.
  func errors(_ options: ReadingOptions = ReadingOptions()) -> [String] {
    do {
      _ = try readDataset(at: path, options: options)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }
}

/// A small dataset whose files a test replaces one by one.
func smallDataset(_ changes: [String: String] = [:], without missing: [String] = []) throws -> TemporaryFolder {
  var files: [String: String] = [
    "partners.csv": "id,name\np1,Bakery\np2,Mill\n",
    "channels.csv": "id,owner,medium,paid\nch1,p1,newsletter,no\nch2,p2,event,yes\n",
    "campaigns.csv": "id,start,end,lead\nk1,2025-03-01,2025-03-31,p1;p2\n",
    "contents.csv": "id,brands,campaign,authors\nx1,p1;p2,k1,p2;c9\n",
    "contacts.csv": "id,segment,relevant\nc1,new,ja\nc2,,nein\n",
    "touchpoints.csv": """
    time,contact,channel,kind,content,value,cost
    2025-03-02T10:00:00Z,c1,ch1,open,x1,,0.5
    2025-03-01T10:00:00Z,c1,ch2,order,,12.5,
    2025-03-03T10:00:00Z,c3,ch2,share,x1,,

    """,
  ]
  for name in missing { files[name] = nil }
  for (name, text) in changes { files[name] = text }
  return try TemporaryFolder(files)
}
