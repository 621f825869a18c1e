public import Foundation

/// The `reefknot` that was built beside these tests, run as a user would.
public enum BuiltCommand {
  /// Where the built tool lies: where `REEFKNOT_COMMAND` says, such as an optimized build, else in the folder of the test
  /// bundle.
  public static var path: URL {
    if let path = ProcessInfo.processInfo.environment["REEFKNOT_COMMAND"] { return URL(filePath: path) }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "reefknot")
  }

  /// Runs the tool and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: what follows `reefknot`.
  ///   - folder: the working folder.
  ///   - environment: set beside the inherited one, without NO_COLOR and COLUMNS.
  public static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    var inherited = ProcessInfo.processInfo.environment
    inherited["NO_COLOR"] = nil
    inherited["COLUMNS"] = nil
    return try Outcome(of: path, arguments, in: folder, environment: inherited.merging(environment) { $1 })
  }
}
