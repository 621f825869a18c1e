public import Foundation

/// A folder that exists for the length of a test.
public enum TemporaryFolder {
  /// Makes an empty folder, hands it to `body`, and removes it with all it holds.
  public static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reefknot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch {
        Swift.print("left behind: \(folder.path): \(error)")
      }
    }
    return try body(folder)
  }
}
