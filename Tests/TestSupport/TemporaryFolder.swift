public import Foundation

/// A folder of files that exists as long as something refers to it.
public final class TemporaryFolder {
  /// Where the folder lies.
  public let url: URL

  /// Makes a folder with some files, by name and text.
  public init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "reefknot-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { Swift.print("left behind: \(url.path): \(error)") }
  }

  /// The folder's path.
  public var path: String { url.path }

  /// Writes a file of the folder, in place of one that is there.
  public func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  /// Makes an empty folder, hands it to `body`, and removes it with all it holds.
  public static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder.url) }
  }
}
