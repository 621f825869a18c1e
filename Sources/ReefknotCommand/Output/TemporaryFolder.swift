import Foundation
import Glibc

/// A folder for what libraries and other programs write, which only its owner may read.
enum TemporaryFolder {
  /// Makes a folder, hands it to `body`, and removes it, also where the run is interrupted.
  ///
  /// - Throws: ``CommandFailure`` with status 73 where it cannot be made, and what `body` throws.
  static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reefknot-\(UUID().uuidString)")
    OpenOutputs.add(part: folder.path)
    defer {
      // It lies where the system clears up, if it cannot be removed.
      OpenOutputs.close(part: folder.path) { try? FileManager.default.removeItem(at: folder) }
    }
    guard unsafe mkdir(folder.path, 0o700) == 0 else { throw ByteOutput.failure(errno, path: folder.path) }
    return try body(folder)
  }
}
