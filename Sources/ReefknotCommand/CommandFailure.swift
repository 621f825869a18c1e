import CampaignData
import FileReading

/// Why a command ends early: what to say, and the exit status (sysexits.h).
struct CommandFailure: Error {
  /// Exit statuses, as <doc:CommandLine#Exit-statuses> names them.
  enum Status: Int32 {
    case done = 0
    /// A target asked for by `--fail-on` is not met; of our own, none of sysexits.h.
    case targetMissed = 3
    case usage = 64
    case badData = 65
    case inputMissing = 66
    case internalFault = 70
    case cannotCreateOutput = 73
    case ioFailed = 74
  }

  var status: Status
  /// What to say on standard error; nil to end quietly.
  var message: String?

  init(_ status: Status, _ message: String?) {
    self.status = status
    self.message = message
  }

  init(_ error: ReadingError) {
    switch error {
    case .missing: self.init(.inputMissing, error.description)
    case .unreadable: self.init(.ioFailed, error.description)
    case .badData: self.init(.badData, error.description)
    case .tooLarge(let memory):
      self = .usage(
        "--memory: what is asked for needs the contacts themselves, and the log does not fit into "
          + "\(MemorySize(bytes: memory).description) with them: give it more")
    }
  }

  static func usage(_ message: String) -> CommandFailure { CommandFailure(.usage, message) }
}
