public import Foundation

/// The shell in which the README's and the help texts' lines are run.
public enum Shell {
  /// Runs a line in bash, where `reefknot` is the built tool and lines are 110 columns wide.
  public static func run(_ line: String, in folder: URL) throws -> Outcome {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let environment = [
      "PATH": "\(BuiltCommand.path.deletingLastPathComponent().path):\(path)", "COLUMNS": "110", "LC_ALL": "C.UTF-8",
    ]
    return try Outcome(of: URL(filePath: "/bin/bash"), ["-c", line], in: folder, environment: environment)
  }
}
