import Foundation
import Glibc
import Presentation
import Synchronization

/// The files that this run writes, and those it reads, which must not be replaced.
enum OpenOutputs {
  /// What the system knows a file by, whatever it is called.
  struct FileIdentity: Hashable {
    var device: UInt64
    var inode: UInt64

    /// Nil where there is no such file.
    init?(path: String) {
      var status = stat()
      // Safety: stat fills the structure it is given.
      guard unsafe stat(path, &status) == 0 else { return nil }
      (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
  }

  private struct State {
    /// Files and folders under the names that they have until they are whole.
    var parts: Set<String> = []
    /// Files that exist already and are to be replaced, by the name as given.
    var replaced: [FileIdentity: String] = [:]
    /// Files that are read.
    var inputs: Set<FileIdentity> = []
  }

  private static let state = Mutex(State())

  /// Opens a part of an output, so that it is removed when the run is interrupted.
  static func open(part: String, _ open: () -> Int32) -> Int32 {
    state.withLock { state in
      let descriptor = open()
      if descriptor >= 0 {
        state.parts.insert(part)
        Faults.add(part: part)
      }
      return descriptor
    }
  }

  /// Takes down a folder that is made under another name.
  static func add(part: String) { state.withLock { _ = $0.parts.insert(part) } }

  /// Gives a part its own name, or removes it, and forgets it.
  static func close(part: String, _ close: () -> Void) {
    state.withLock { state in
      state.parts.remove(part)
      Faults.remove(part: part)
      close()
    }
  }

  /// Says that a file will be replaced.
  ///
  /// - Throws: ``CommandFailure`` where it is one of those that are read.
  static func replace(_ path: String) throws {
    guard let identity = FileIdentity(path: path) else { return }
    try state.withLock { state in
      if state.inputs.contains(identity) { throw refusal(path) }
      state.replaced[identity] = path
    }
  }

  /// Says that files are read.
  ///
  /// - Throws: ``CommandFailure`` where one of them is to be replaced.
  static func protect(_ inputs: [String]) throws {
    try state.withLock { state in
      for identity in inputs.compactMap(FileIdentity.init) {
        if let path = state.replaced[identity] { throw refusal(path) }
        state.inputs.insert(identity)
      }
    }
  }

  private static func refusal(_ path: String) -> CommandFailure {
    .usage("\(path.withoutControls): is a file that is read, which an output must not replace")
  }

  /// Removes what is not whole yet. Nothing can be opened or finished from now on.
  static func removeParts() {
    state.withLock { state in
      for part in state.parts.sorted() {
        // What cannot be removed cannot be told of either: the run ends here.
        try? FileManager.default.removeItem(atPath: part)
      }
      state.parts = []
    }
  }
}
