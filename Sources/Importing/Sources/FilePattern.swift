import FileReading

/// Paths with `*`, `?` and `**`, as shells know them.
enum FilePattern {
  /// The most files of one pattern.
  static let maximumFiles = 100_000

  /// The files that a path or pattern names, in order; nothing where there is none.
  ///
  /// - Parameter folder: what relative paths start from.
  static func files(_ pattern: String, in folder: String) throws(ReadingError) -> [String] {
    let isAbsolute = pattern.hasPrefix("/")
    let parts = pattern.split(separator: "/").map(String.init)
    var found: [String] = [isAbsolute ? "/" : ""]
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      var next: [String] = []
      for base in found {
        if !part.contains(where: { "*?".contains($0) }) {
          next.append(joined(base, part))
        } else if part == "**" {
          next += try folders(below: base, in: folder)
        } else {
          guard let listing = try listing(base, folder) else { continue }
          let pattern = Array(part)
          for name in listing.names where !name.hasPrefix(".") && matches(Array(name)[...], pattern[...]) {
            if isLast ? !listing.isFolder(name) : listing.isFolder(name) { next.append(joined(base, name)) }
          }
        }
        guard next.count <= maximumFiles else {
          throw .badData(DataProblem(file: pattern, message: "stands for more than \(maximumFiles) files"))
        }
      }
      found = next
    }
    return found
  }

  static func joined(_ base: String, _ name: String) -> String {
    base.isEmpty || base.hasSuffix("/") ? base + name : "\(base)/\(name)"
  }

  /// The contents of a folder, or nil where there is none of that name.
  private static func listing(_ base: String, _ folder: String) throws(ReadingError) -> FolderListing? {
    let path = base.hasPrefix("/") ? base : joined(folder, base)
    do { return try FolderListing(path: path.isEmpty ? "." : path) } catch {
      if case .missing = error { return nil }
      throw error
    }
  }

  /// A folder and all below it, at most 32 deep: links may lead in circles.
  private static func folders(below base: String, in folder: String) throws(ReadingError) -> [String] {
    var found = [base]
    var level = [base]
    for _ in 0..<32 where !level.isEmpty && found.count <= maximumFiles {
      var deeper: [String] = []
      for base in level {
        guard let listing = try listing(base, folder) else { continue }
        for name in listing.names where !name.hasPrefix(".") && listing.isFolder(name) {
          deeper.append(joined(base, name))
        }
      }
      found += deeper
      level = deeper
    }
    return found
  }

  private static func matches(_ name: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    // The last star and where it began, so that a mismatch takes one more character into it: no recursion.
    var (name, pattern) = (name, pattern)
    var retry: (name: ArraySlice<Character>, pattern: ArraySlice<Character>)?
    while true {
      if let sign = pattern.first, sign == "*" {
        pattern = pattern.dropFirst()
        retry = (name, pattern)
      } else if let letter = name.first, let sign = pattern.first, sign == "?" || sign == letter {
        (name, pattern) = (name.dropFirst(), pattern.dropFirst())
      } else if name.isEmpty, pattern.isEmpty {
        return true
      } else if let last = retry, !last.name.isEmpty {
        retry = (last.name.dropFirst(), last.pattern)
        (name, pattern) = (last.name.dropFirst(), last.pattern)
      } else {
        return false
      }
    }
  }
}
