import Foundation
import Glibc
import Presentation

/// A folder of files that appears whole or not at all: it is made under another name beside its own.
struct FolderOutput {
  private let target: URL
  private let part: URL

  /// Makes a folder, hands it to `body` to be filled, and gives it its name. What is interrupted leaves no part of it.
  ///
  /// - Parameters:
  ///   - replaces: whether a folder of this name that is not empty is replaced.
  ///   - advice: what to do where there is one.
  /// - Throws: ``CommandFailure`` with status 73 where the name is taken, or the folder cannot be made; and what `body`
  ///   throws. No part of it is left behind then.
  static func write(
    _ path: String, replaces: Bool = false, advice: String = "choose a folder that is not there yet",
    _ body: (FolderOutput) throws -> Void
  ) throws {
    let output = FolderOutput(path: path)
    do {
      try output.checkTarget(path, replaces: replaces, advice)
      OpenOutputs.add(part: output.part.path)
      try FileManager.default.createDirectory(at: output.part, withIntermediateDirectories: true)
      try body(output)
      var failure: (any Error)?
      OpenOutputs.close(part: output.part.path) {
        do { try output.takeName() } catch { failure = error }
      }
      if let failure { throw failure }
    } catch {
      OpenOutputs.close(part: output.part.path) { output.discard() }
      guard (error as NSError).domain == NSCocoaErrorDomain else { throw error }
      throw CommandFailure(
        .cannotCreateOutput, "\(path.withoutControls): \(error.localizedDescription.withoutControls)")
    }
  }

  /// Throws what ``write(_:replaces:advice:_:)`` would throw where the name is taken: asked before long work.
  static func check(_ path: String, replaces: Bool = false, advice: String) throws {
    try FolderOutput(path: path).checkTarget(path, replaces: replaces, advice)
  }

  /// Where the folder is while it is filled.
  var path: String { part.path }

  private init(path: String) {
    target = URL(filePath: path).standardizedFileURL
    part = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(getpid()).part")
  }

  private func checkTarget(_ path: String, replaces: Bool, _ advice: String) throws {
    var isFolder = ObjCBool(false)
    // Safety: the call fills the variable it is given.
    guard unsafe FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw CommandFailure(.cannotCreateOutput, "\(path.withoutControls): is there already and no folder")
    }
    guard try replaces || FileManager.default.contentsOfDirectory(atPath: target.path).isEmpty else {
      throw CommandFailure(.cannotCreateOutput, "\(path.withoutControls): is there already; \(advice)")
    }
  }

  /// Opens a file of the folder, by its path within it.
  func open(_ file: String) throws -> ByteOutput {
    let url = part.appending(path: file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try ByteOutput(path: url.path)
  }

  /// Gives the folder its name. One that has the name is kept aside until that is done.
  private func takeName() throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else { return try manager.moveItem(at: part, to: target) }
    let old = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).\(getpid()).old")
    try manager.moveItem(at: target, to: old)
    do {
      try manager.moveItem(at: part, to: target)
    } catch {
      try manager.moveItem(at: old, to: target)
      throw error
    }
    try manager.removeItem(at: old)
  }

  private func discard() {
    guard FileManager.default.fileExists(atPath: part.path) else { return }
    do {
      try FileManager.default.removeItem(at: part)
    } catch {
      StandardError.warn("\(part.path.withoutControls) could not be removed")
    }
  }
}
