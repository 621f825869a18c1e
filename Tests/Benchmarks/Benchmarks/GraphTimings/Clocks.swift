import Foundation

/// What the kernel says of this process.
enum Clocks {
  /// Seconds of wall time since some moment.
  static var wall: Double { seconds(CLOCK_MONOTONIC) }

  /// Seconds of CPU time that all threads used so far.
  static var cpu: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  /// Memory in use now, in MiB.
  static func residentMegabytes() throws -> Int { try status("VmRSS:") }

  /// The most memory in use since the mark was reset, in MiB.
  static func peakMegabytes() throws -> Int { try status("VmHWM:") }

  /// Lets the mark of most memory in use start anew.
  static func resetPeak() throws {
    try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func status(_ key: String) throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }
}
