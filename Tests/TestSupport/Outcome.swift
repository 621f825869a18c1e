public import Foundation

/// What the run of a process left behind.
public struct Outcome: Sendable {
  /// Exit status; for a process ended by a signal, 128 plus its number, as shells say it.
  public var status: Int
  public var standardOutput: Data
  public var standardError: Data

  /// Standard output as text.
  public var output: String { String(decoding: standardOutput, as: UTF8.self) }
  /// Standard error as text.
  public var errors: String { String(decoding: standardError, as: UTF8.self) }

  /// Runs a program without input and waits for its end.
  ///
  /// Output goes through files, so that no amount of it blocks the run.
  init(of program: URL, _ arguments: [String], in folder: URL, environment: [String: String]) throws {
    let scratch = try TemporaryFolder(["out": "", "err": ""])
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "err"))
    try Outcome.withSignalsUnblocked { try process.run() }
    process.waitUntilExit()
    let isEndedBySignal = process.terminationReason == .uncaughtSignal
    status = Int(process.terminationStatus) + (isEndedBySignal ? 128 : 0)
    standardOutput = try Data(contentsOf: scratch.url.appending(path: "out"))
    standardError = try Data(contentsOf: scratch.url.appending(path: "err"))
  }

  /// Does something while no signal is blocked: a child takes over what its parent blocks, and the threads that run tests
  /// block all.
  private static func withSignalsUnblocked(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    // Safety: the calls read and fill the structures they are given.
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}
