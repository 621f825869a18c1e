import Foundation
import TestSupport

/// A folder with a small dataset as files, to run the tool in.
enum SampleFolder {
  static let tables = [
    "partners.csv":
      "id,name,sector\nmill,Mühle,food\nradio,\"Radio \"\"Kiez\"\" | =1+1\",media\nshop,=cmd|'/c calc'!A0,food\n",
    "channels.csv": """
    id,owner,name,medium,paid
    letter,mill,Letter,newsletter,no
    show,radio,\u{1B}[31mShow\u{1B}[0m,podcast,no
    poster,shop,Poster,ads,yes

    """,
    "campaigns.csv":
      "id,start,end,name,lead\nspring,2025-03-01,2025-03-31,Spring,mill\nautumn,2025-09-01,2025-09-30,,radio\n",
    "contents.csv": "id,brands,campaign\nrecipe,mill;radio,spring\nadvert,shop,spring\ntalk,radio,autumn\n",
    "contacts.csv": "id,name,relevant,segment\nada,Ada,yes,private\nbob,Bob,no,business\ncem,=SUM(A1),yes,private\n",
    "touchpoints.csv": """
    time,contact,channel,kind,content
    2025-01-05T10:00:00Z,dora,letter,open,
    2025-03-02T09:00:00Z,ada,letter,open,recipe
    2025-03-03T09:00:00Z,bob,show,listen,recipe
    2025-03-03T18:30:00Z,ada,show,share,recipe
    2025-03-05T12:00:00Z,cem,poster,view,advert
    2025-03-06T12:00:00Z,dora,show,listen,recipe
    2025-04-10T08:00:00Z,ada,letter,click,
    2025-09-04T08:00:00Z,eli,show,listen,talk
    2025-12-01T00:00:00Z,bob,letter,click,

    """,
    "reefknot.yaml": "currency: EUR\ncost_per_contact: 12.5\n",
  ]

  /// Makes the folder `data` within an empty folder, with some tables replaced, and hands the outer one to `body`.
  static func with<Result>(_ replaced: [String: String] = [:], _ body: (URL) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      let data = folder.appending(path: "data")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      for (name, text) in tables.merging(replaced, uniquingKeysWith: { $1 }) {
        try Data(text.utf8).write(to: data.appending(path: name))
      }
      return try body(folder)
    }
  }

  /// Runs the tool on the sample, without warnings.
  static func output(_ arguments: String...) throws -> String {
    try with { folder in try BuiltCommand.run(arguments + ["--quiet"], in: folder).output }
  }
}
