import Foundation
import TestSupport
import Testing

/// Holds the table of modules in Sources/README.md against Package.swift and against every import.
struct CodeMapTests {
  /// What the code map says of each module: its name and the modules it may import.
  private func codeMap() throws -> [String: Set<String>] {
    var map: [String: Set<String>] = [:]
    for line in try Repository.text("Sources/README.md").split(separator: "\n") {
      guard let row = line.firstMatch(of: /^\| `(\w+)` \|([^|]*)\|/) else { continue }
      map[String(row.1)] = Set(row.2.matches(of: /`(\w+)`/).map { String($0.1) })
    }
    return map
  }

  /// What Package.swift says of each module under Sources.
  private func package() throws -> [String: Set<String>] {
    let text = try Repository.text("Package.swift")
    var map: [String: Set<String>] = [:]
    for match in text.matches(of: /\.(?:systemLibrary|target)\(name: "(C\w+)"/) { map[String(match.1)] = [] }
    for match in text.matches(of: /\n    module\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
      map[String(match.1)] = names(match.2 ?? "")
    }
    if let match = text.firstMatch(of: /\.executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/) {
      map[String(match.1)] = names(match.2)
    }
    return map
  }

  private func names(_ list: Substring) -> Set<String> {
    Set(list.matches(of: /(?:name: )?"(\w+)"/).map { String($0.1) })
  }

  @Test func `the code map names every module with what it may import`() throws {
    let (map, package) = try (codeMap(), package())
    #expect(package.count >= 12)
    #expect(map.keys.sorted() == package.keys.sorted())
    for (module, dependencies) in package {
      #expect(map[module]?.sorted() == dependencies.sorted(), "\(module)")
    }
  }

  @Test func `a module imports only what the code map allows`() throws {
    let map = try codeMap()
    let system: Set = [
      "Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
    ]
    for path in Repository.swiftFiles(below: ["Sources"]) {
      let module = String(path.split(separator: "/")[1])
      let allowed = try #require(map[module], "\(path) belongs to no module of the code map")
      for name in try Repository.imports(of: path) where !system.contains(name) {
        #expect(allowed.contains(name), "\(path) imports \(name)")
      }
    }
  }

  @Test func `graphs, the model and threads do without Foundation`() throws {
    for path in Repository.swiftFiles(
      below: ["Sources/Parallelism", "Sources/GraphStructures", "Sources/GraphAlgorithms", "Sources/CampaignModel"])
    {
      #expect(try !Repository.imports(of: path).contains("Foundation"), "\(path) imports Foundation")
    }
  }

  /// Only FileReading, CampaignData and GraphData open input, and only the command writes files, prints and exits.
  @Test func `only the readers open files, and only the command prints`() throws {
    for path in Repository.swiftFiles(below: ["Sources"]) {
      let text = try Repository.text(path)
      let mayOpen = ["Sources/FileReading/", "Sources/CampaignData/", "Sources/GraphData/", "Sources/ReefknotCommand/"]
      if !mayOpen.contains(where: path.hasPrefix) {
        #expect(!text.contains(/\bopen\(|contentsOf:\s*URL|FileHandle|FileManager/), "\(path) opens files")
      }
      if !path.hasPrefix("Sources/ReefknotCommand/") {
        #expect(!text.contains(/\bprint\(|\bexit\(|\bfputs\(/), "\(path) prints or exits")
      }
    }
  }
}
