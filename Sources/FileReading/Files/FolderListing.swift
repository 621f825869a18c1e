import Glibc

/// What lies in a folder.
package struct FolderListing: Sendable {
  package let path: String
  /// Names of everything in the folder, in order; `.` and `..` are not among them.
  package let names: [String]

  package init(path: String) throws(ReadingError) {
    self.path = path
    // Safety: the directory is closed below; an entry's name is read before the next one is asked for.
    guard let directory = unsafe opendir(path) else {
      let code = errno
      let reason = code == ENOTDIR ? "is not a folder" : unsafe String(cString: strerror(code))
      throw code == ENOENT || code == ENOTDIR
        ? .missing(path: path, reason: reason) : .unreadable(path: path, reason: reason)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether the entry is a folder.
  package func isFolder(_ name: String) -> Bool { FolderListing.isFolder(path: "\(path)/\(name)") }

  /// Whether there is a folder at a path.
  package static func isFolder(path: String) -> Bool {
    var status = stat()
    // Safety: stat fills the structure it is given.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path is that of a file, not of a folder, a pipe or nothing.
  package static func isFile(_ path: String) -> Bool {
    var status = stat()
    // Safety: stat fills the structure it is given.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Bytes of a file; nil for what has no size, such as a pipe, or is not there.
  package func size(of name: String) -> Int? {
    var status = stat()
    // Safety: stat fills the structure it is given.
    guard unsafe stat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The last part of the path, with links resolved where it is `.` or `..`.
  package var folderName: String {
    let parts = path.split(separator: "/").map(String.init)
    if let last = parts.last, last != ".", last != ".." { return last }
    // Safety: realpath returns nil or a string that is ours to free.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved).split(separator: "/").last.map(String.init) ?? "/"
  }
}
