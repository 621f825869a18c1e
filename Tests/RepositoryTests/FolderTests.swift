import TestSupport
import Testing

/// Which folder of a module uses names that another one defines: no two folders may need each other.
///
/// Names are found in the text: a top-level type, function or alias of more than three letters that the module defines
/// once. Files directly in the module's folder are a place of their own.
struct FolderTests {
  /// The command puts everything together; its folders may name each other.
  private static let modules = Repository.names(in: "Sources").filter { $0 != "ReefknotCommand" && $0 != "README.md" }

  @Test(arguments: modules)
  func `no two folders of a module need each other`(module: String) throws {
    let folders = try Folders(module: module)
    for knot in folders.knots() {
      let arrows = folders.arrows.keys.filter { knot.contains($0.from) && knot.contains($0.to) }.sorted {
        ($0.from, $0.to) < ($1.from, $1.to)
      }
      let lines = arrows.map { "\($0.from) → \($0.to): \(folders.arrows[$0]?.sorted().first ?? "")" }
      Issue.record("\(module): \(knot.sorted()) need each other\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test func `arrows are found in the text, and knots in the arrows`() {
    let files = [
      "Low/Floor.swift": "struct Floor {}\n", "Low/Stairs.swift": "struct Stairs { var up: Roof? }\n",
      "High/Roof.swift": "/// Over a Floor.\npublic struct Roof { let floor = Floor() }\n",
      "Side/Shed.swift": "struct Shed { let note = \"Roof\" } // Roof\n",
      "House.swift": "func build(_: Roof, _: Shed) {}\n",
    ]
    let folders = Folders(files)
    #expect(Set(folders.arrows.keys.map { "\($0.from) \($0.to)" }) == ["Low High", "High Low", ". High", ". Side"])
    #expect(folders.knots() == [["Low", "High"]])
  }
}

/// The folders of a module and the arrows between them.
private struct Folders {
  struct Arrow: Hashable {
    var from: String
    var to: String
  }

  /// Each arrow with what makes it.
  private(set) var arrows: [Arrow: Set<String>] = [:]

  init(module: String) throws {
    var files: [String: String] = [:]
    for path in Repository.swiftFiles(below: ["Sources/\(module)"]) {
      files[String(path.dropFirst("Sources/\(module)/".count))] = try Repository.text(path)
    }
    self.init(files)
  }

  /// - Parameter files: texts by path within the module.
  init(_ files: [String: String]) {
    var words: [String: Set<String>] = [:]
    var definers: [String: Set<String>] = [:]
    for (path, text) in files {
      let code = SwiftText(text)
      words[path] = code.words
      for name in code.declarations where name.utf8.count > 3 { definers[name, default: []].insert(path) }
    }
    for (path, words) in words {
      for word in words {
        guard let paths = definers[word], paths.count == 1, let definer = paths.first else { continue }
        let arrow = Arrow(from: Self.folder(of: path), to: Self.folder(of: definer))
        if arrow.from != arrow.to { arrows[arrow, default: []].insert("\(path) uses \(word)") }
      }
    }
  }

  private static func folder(of path: String) -> String {
    path.contains("/") ? String(path.prefix { $0 != "/" }) : "."
  }

  /// Sets of folders that reach each other over arrows.
  func knots() -> Set<Set<String>> {
    let places = Set(arrows.keys.flatMap { [$0.from, $0.to] })
    var reached: [String: Set<String>] = [:]
    for place in places {
      var open = [place]
      var found: Set<String> = []
      while let next = open.popLast() {
        for arrow in arrows.keys where arrow.from == next && found.insert(arrow.to).inserted { open.append(arrow.to) }
      }
      reached[place] = found
    }
    func areTied(_ left: String, _ right: String) -> Bool {
      reached[left]?.contains(right) == true && reached[right]?.contains(left) == true
    }
    return Set(places.map { place in places.filter { areTied(place, $0) } }.filter { $0.count > 1 })
  }
}
