import Foundation
import Glibc
import Presentation

/// A folder of files that appears whole or not at all: it is made under another name beside its own.
struct FolderOutput {
  private let target: URL
  private let part: URL

  /// Makes a folder, hands it to `body` to be filled, and gives it its name.
  ///
  /// - Throws: ``CommandFailure`` with status 73 where the name is taken by anything but an empty folder, or the folder cannot
  ///   be made; and what `body` throws. No part of it is left behind then.
  static func write(_ path: String, _ body: (FolderOutput) throws -> Void) throws {
    let output = FolderOutput(path: path)
    try output.checkTarget(path)
    do {
      try FileManager.default.createDirectory(at: output.part, withIntermediateDirectories: true)
      try body(output)
      if FileManager.default.fileExists(atPath: output.target.path) {
        try FileManager.default.removeItem(at: output.target)
      }
      try FileManager.default.moveItem(at: output.part, to: output.target)
    } catch {
      output.discard()
      guard (error as NSError).domain == NSCocoaErrorDomain else { throw error }
      throw CommandFailure(
        .cannotCreateOutput, "\(path.withoutControls): \(error.localizedDescription.withoutControls)")
    }
  }

  private init(path: String) {
    target = URL(filePath: path).standardizedFileURL
    part = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(getpid()).part")
  }

  private func checkTarget(_ path: String) throws {
    var isFolder = ObjCBool(false)
    // Safety: the call fills the variable it is given.
    guard unsafe FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    let isEmpty = try isFolder.boolValue && FileManager.default.contentsOfDirectory(atPath: target.path).isEmpty
    guard isEmpty else {
      throw CommandFailure(
        .cannotCreateOutput, "\(path.withoutControls): is there already; choose a folder that is not there yet")
    }
  }

  /// Opens a file of the folder, by its path within it.
  func open(_ file: String) throws -> ByteOutput {
    let url = part.appending(path: file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try ByteOutput(path: url.path)
  }

  private func discard() {
    guard FileManager.default.fileExists(atPath: part.path) else { return }
    do {
      try FileManager.default.removeItem(at: part)
    } catch {
      StandardError.warn("\(part.path) could not be removed")
    }
  }
}
