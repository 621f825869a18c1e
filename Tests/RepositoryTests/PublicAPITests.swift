import Foundation
import TestSupport
import Testing

/// What a program that imports Reefknot can name.
///
/// PublicAPI.txt lists it, so that nothing is added or taken away unseen. Set `REEFKNOT_UPDATE_PUBLIC_API=1` to write the
/// present list; a person reads the change.
struct PublicAPITests {
  private static let list = "Tests/RepositoryTests/PublicAPI.txt"

  /// The modules that the front door hands on, each with its public declarations.
  private static func modules() throws -> [(name: String, declarations: [PublicDeclarations.Declaration])] {
    try Repository.imports(of: "Sources/Reefknot/Reefknot.swift").map { module in
      let files = try Repository.swiftFiles(below: ["Sources/\(module)"]).map(Repository.text)
      return (module, PublicDeclarations(files).declarations)
    }
  }

  @Test func `the list names every public declaration`() throws {
    let lines = try Self.modules().flatMap { module in
      ["", module.name]
        + module.declarations.map { $0.owner.isEmpty ? "  \($0.text)" : "  \($0.owner) · \($0.text)" }
    }
    let present = lines.dropFirst().joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["REEFKNOT_UPDATE_PUBLIC_API"] != nil {
      try present.write(to: Repository.root.appending(path: Self.list), atomically: true, encoding: .utf8)
    }
    let (old, new) = (Set(try Repository.text(Self.list).split(separator: "\n")), Set(present.split(separator: "\n")))
    #expect(new.subtracting(old).sorted() == [], "public, but not in \(Self.list)")
    #expect(old.subtracting(new).sorted() == [], "in \(Self.list), but no longer public")
  }

  /// What nobody outside can be expected to use is for our modules alone: `package`.
  @Test func `a public type or function is used by the command, shown to readers, or named by another one`() throws {
    var shown: Set<String> = []
    let readers =
      ["README.md", "Tests/RepositoryTests/LibraryExample.swift"]
      + Repository.names(in: "Sources/Reefknot/Reefknot.docc").map { "Sources/Reefknot/Reefknot.docc/\($0)" }
      + Repository.swiftFiles(below: ["Sources/ReefknotCommand"])
    for path in readers { shown.formUnion(SwiftText.allWords(of: try Repository.text(path))) }
    // Public so that loops of other modules inline them, which the compiler does for no `package` function.
    shown.formUnion(["Ascii", "BlockView", "Interner", "Key"])
    let modules = try Self.modules()
    var namers: [String: Int] = [:]
    for declaration in modules.flatMap(\.declarations) {
      for word in SwiftText.allWords(of: declaration.text) { namers[word, default: 0] += 1 }
    }
    for (module, declarations) in modules {
      for declaration in declarations where declaration.owner.isEmpty {
        guard let name = declaration.name, !shown.contains(name) else { continue }
        #expect(namers[name, default: 0] > 1, "\(module): nobody outside needs \(declaration.text)")
      }
    }
  }

  @Test func `public declarations are found in the text`() {
    let found = PublicDeclarations([
      """
      /// public struct Comment {}
      public struct Open: Sendable {
        public private(set) var count = 0
        var hidden = 1
        public init(
          _ text: String, limit: Int = 3
        ) { count = limit }
        public enum State { case on, off(Int) }
        public enum Kind: String {
          case first
          case second = "2"
        }
      }
      struct Closed {
        public var count: Int { 0 }
      }
      @frozen public protocol Shape {
        var area: Double { get }
        func grown(by factor: Double) -> Self
      }
      extension [UInt8] {
        @inlinable public func sum() -> Int { 0 }
      }
      public typealias Number = Int
      """
    ])
    #expect(
      found.declarations.map { "\($0.owner): \($0.text)" } == [
        ": protocol Shape", ": struct Open: Sendable", ": typealias Number = Int",
        "Open: enum Kind: String", "Open: enum State", "Open: init(_ text: String, limit: Int = 3)",
        "Open: private(set) var count", "Open.Kind: case first", "Open.Kind: case second",
        "Shape: func grown(by factor: Double) -> Self", "Shape: var area: Double", "[UInt8]: func sum() -> Int",
      ])
  }
}
