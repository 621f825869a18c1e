import Foundation
import Testing

@testable import Importing

struct RecipeDraftTests {
  private static let export = """
    Zeitpunkt;Empfänger;Ereignis;Betreff;Notiz
    01.03.2025 09:00;ann@x.org;geöffnet;Frühling;a
    02.03.2025 09:00;bob@x.org;geklickt;Frühling;b
    03.03.2025 09:00;bob@x.org;seltsam;Frühling;c

    """

  @Test func `a draft marks its guesses, and imports nothing until somebody has looked`() throws {
    try ImportedFolder.with(["mails.csv": Self.export]) { folder in
      let draft = try RecipeDraft.text(for: folder.appending(path: "mails.csv").path)
      for line in [
        "time: \"Zeitpunkt\"  # guessed: its values are times", "contact: {email: \"Empfänger\"}  # guessed",
        "\"geöffnet\": open  # guessed", "# \"seltsam\": which kind?", "content: {slug: \"Betreff\"}  # guessed",
        "# columns without a guess: Notiz",
      ] { #expect(draft.contains(line), "\(line)") }
      let refused = #expect(throws: (any Error).self) {
        try ImportPlan(yaml: Array(draft.utf8), name: "import.yaml", folder: "")
      }
      #expect("\(String(describing: refused))".contains("look at every line that says guessed"))
      let seen = draft.replacing("draft: yes\n", with: "").replacing("else: error", with: "else: ignore")
      let result = try runImport(ImportPlan(yaml: Array(seen.utf8), name: "import.yaml", folder: ""))
      let touches = result.files.first { $0.name == "touchpoints.csv" }.map {
        String(decoding: $0.bytes, as: UTF8.self)
      }
      #expect(touches?.contains("2025-03-01T09:00:00Z,ann@x.org,channel,open,fruehling") == true)
      #expect(touches?.contains("2025-03-02T09:00:00Z,bob@x.org,channel,click,fruehling") == true)
    }
  }

  @Test func `dates of digits and columns without touches are said`() throws {
    try ImportedFolder.with(["list.csv": "Name,Mail,Beitritt\nAnn,ann@x.org,03/04/2025\nBob,bob@x.org,04/05/2025\n"]) {
      folder in
      let draft = try RecipeDraft.text(for: folder.appending(path: "list.csv").path)
      #expect(draft.contains("times: {\"Beitritt\": dmy}  # guessed: day first; mdy if the month is"))
    }
    try ImportedFolder.with(["list.csv": "Name,Ort\nAnn,Berlin\n"]) { folder in
      let draft = try RecipeDraft.text(for: folder.appending(path: "list.csv").path)
      #expect(draft.contains("# no touches are guessed: no column tells who was touched"))
    }
  }
}
