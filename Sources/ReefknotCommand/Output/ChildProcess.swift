import Foundation
import Glibc
import Synchronization

/// The one process that this run may have started: a browser that prints, or a layout. It ends with the run.
enum ChildProcess {
  /// Seconds that whoever waits for a process gives to the thread that ends the run.
  private static let patience = 120.0

  private struct State {
    var child: pid_t?
    /// Whether the run is being ended by a signal.
    var isStopped = false
  }

  private static let state = Mutex(State())

  static func start(_ process: Process) throws {
    waitIfStopped()
    try state.withLock { state in
      try process.run()
      state.child = process.processIdentifier
    }
  }

  /// Takes down that the process has ended.
  static func forget() { state.withLock { $0.child = nil } }

  /// Says nothing of a process that was ended because the run is, which another thread does at any moment.
  static func waitIfStopped() {
    if state.withLock({ $0.isStopped }) { Thread.sleep(forTimeInterval: patience) }
  }

  /// Ends the process, if one runs, and waits until it is gone or two seconds have passed.
  static func stop() {
    let child = state.withLock { state in
      state.isStopped = true
      return state.child
    }
    guard let child, kill(child, 0) == 0 else { return }
    // Its helpers are in its group; it must not be ours, which would end with it.
    let group = getpgid(child) == child ? -child : child
    kill(group, SIGTERM)
    for _ in 0..<40 where kill(child, 0) == 0 { usleep(50_000) }
    kill(group, SIGKILL)
  }
}
