public import Foundation

/// The `reefknot` that was built beside these tests, run as a user would.
public enum BuiltCommand {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// Exit status; for a process ended by a signal, 128 plus its number, as shells say it.
    public var status: Int
    public var standardOutput: Data
    public var standardError: Data

    /// Standard output as text.
    public var output: String { String(decoding: standardOutput, as: UTF8.self) }
    /// Standard error as text.
    public var errors: String { String(decoding: standardError, as: UTF8.self) }
  }

  /// Where the built tool lies: in the folder of the test bundle.
  public static var path: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "reefknot")
  }

  /// Runs the tool and waits for its end.
  ///
  /// Output goes through files, so that no amount of it blocks the run.
  ///
  /// - Parameters:
  ///   - arguments: what follows `reefknot`.
  ///   - folder: the working folder.
  ///   - environment: set beside the inherited one, without NO_COLOR and COLUMNS.
  public static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    try TemporaryFolder.with { scratch in
      let process = Process()
      process.executableURL = path
      process.arguments = arguments
      process.currentDirectoryURL = folder
      var inherited = ProcessInfo.processInfo.environment
      inherited["NO_COLOR"] = nil
      inherited["COLUMNS"] = nil
      process.environment = inherited.merging(environment) { $1 }
      let files = try ["out", "err"].map { name in
        let file = scratch.appending(path: name)
        try Data().write(to: file)
        return file
      }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: files[0])
      process.standardError = try FileHandle(forWritingTo: files[1])
      try process.run()
      process.waitUntilExit()
      let status = Int(process.terminationStatus)
      return Outcome(
        status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
        standardOutput: try Data(contentsOf: files[0]), standardError: try Data(contentsOf: files[1]))
    }
  }
}
