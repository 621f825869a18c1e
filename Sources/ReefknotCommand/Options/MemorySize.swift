import ArgumentParser
import Glibc

/// An amount of memory, as `--memory` is given it.
struct MemorySize: ExpressibleByArgument, Hashable {
  var bytes: Int

  /// Letters of units, each a thousand or 1,024 times the one before.
  private static let units = Array("KMGT")

  init(bytes: Int) { self.bytes = bytes }

  /// Reads a number with a unit: K, M, G and T, also as KiB …, count in steps of 1,024, KB … in steps of 1,000.
  init?(argument: String) {
    let text = argument.uppercased()
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count)
    guard let number = Double(digits), let letter = unit.first, let step = MemorySize.units.firstIndex(of: letter),
      ["", "IB", "B"].contains(unit.dropFirst())
    else { return nil }
    var bytes = number
    for _ in 0...step { bytes *= unit.dropFirst() == "B" ? 1000 : 1024 }
    guard bytes >= 1, bytes < 1e18 else { return nil }
    self.bytes = Int(bytes)
  }

  /// The amount in words, in the largest unit of which there is one at least.
  var description: String {
    var (amount, unit) = (Double(bytes), "bytes")
    for letter in MemorySize.units where amount >= 1024 {
      amount /= 1024
      unit = "\(letter)iB"
    }
    let tenths = (amount * 10).rounded()
    let isWhole = tenths.truncatingRemainder(dividingBy: 10) == 0
    return "\(isWhole ? "\(Int(tenths / 10))" : "\(tenths / 10)") \(unit)"
  }

  /// What the process can have: the machine's memory, or less where a control group or `ulimit -v` says so.
  static var ofMachine: MemorySize {
    var least = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    var limit = rlimit()
    // Safety: the call fills the structure it is given.
    if unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt64(Int.max) {
      least = min(least, Int(limit.rlim_cur))
    }
    for file in controlGroupFiles { if let bytes = number(in: file) { least = min(least, bytes) } }
    return MemorySize(bytes: max(1, least))
  }

  /// Files that may tell how much memory the process's control group has, in both versions of these (cgroups(7)).
  private static var controlGroupFiles: [String] {
    let root = "/sys/fs/cgroup"
    var files = ["\(root)/memory.max", "\(root)/memory/memory.limit_in_bytes"]
    for line in text(of: "/proc/self/cgroup").split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      if parts[1].isEmpty { files.append("\(root)\(parts[2])/memory.max") }
      if parts[1] == "memory" { files.append("\(root)/memory\(parts[2])/memory.limit_in_bytes") }
    }
    return files
  }

  private static func number(in file: String) -> Int? { Int(text(of: file).prefix { $0.isNumber }) }

  /// The text of a small file of the system; empty where there is none.
  private static func text(of file: String) -> String {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    // Safety: the system writes no more bytes than there is room for.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = unsafe max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
