public import Foundation

/// The checkout that these tests belong to.
public enum Repository {
  /// The folder with Package.swift.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file, by its path from the root.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The names in a folder, sorted; empty where it is not there. Those that start with a dot are left out.
  public static func names(in folder: String) -> [String] {
    let path = root.appending(path: folder).path
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { !$0.contains("/") && !$0.hasPrefix(".") }.sorted()
  }

  /// Paths from the root of all Swift files below some folders, sorted.
  public static func swiftFiles(below folders: [String]) -> [String] {
    folders.flatMap { folder -> [String] in
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
      return names.filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map { "\(folder)/\($0)" }
    }.sorted()
  }

  /// The names of the modules that a Swift file imports.
  public static func imports(of path: String) throws -> [String] {
    try text(path).split(separator: "\n").compactMap { line in
      guard
        let match = line.firstMatch(
          of:
            /^\s*(?:@\w+\s+)*(?:public |package |internal |private |fileprivate )?import (?:struct |class |enum |func |protocol |typealias |var )?(\w+)/
        )
      else { return nil }
      return String(match.1)
    }
  }
}
