import Foundation
import Glibc
import GraphvizRendering

/// Lays out and draws in a process of its own: this program once more, with a limit of time and memory.
///
/// Graphviz is written in C and reads what somebody else wrote. What exhausts memory there, or ends the process, is then a
/// sentence and a status here.
enum DrawingProcess {
  /// The first argument of such a process.
  static let name = "--draw"

  /// What such a process answers: JSON, as pictures are bytes.
  private struct Answer: Codable {
    var places: [[Double]]?
    var picture: Data?
    var warnings: [String] = []
    var remarks: [String] = []
    /// Why there is no answer, and the exit status that goes with it.
    var failure: String?
    var status: Int32?
  }

  /// Runs `draw`, whose calls of Graphviz go to processes of their own.
  ///
  /// - Parameters:
  ///   - seconds: of the processor, in each.
  ///   - megabytes: of memory, beside what this program takes by itself.
  static func during<Result>(seconds: Double, megabytes: Int, _ draw: () throws -> Result) throws -> Result {
    try Graphviz.$deputy.withValue(
      GraphvizDeputy { request in ask(request, seconds: seconds, megabytes: megabytes) }, operation: draw)
  }

  /// The answer of a process. Where there is none the run ends as it does when a layout takes too long.
  private static func ask(_ request: GraphvizRequest, seconds: Double, megabytes: Int) -> GraphvizAnswer {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    var arguments = [name, "\(Int(seconds.rounded(.up)) + 1)", "\(megabytes)", request.engine.rawValue]
    if case .picture(let format, let dotsPerInch) = request.result { arguments += [format.rawValue, "\(dotsPerInch)"] }
    process.arguments = arguments
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try ChildProcess.start(process)
    } catch {
      end("the process that lays out cannot be started: \(error.localizedDescription)", .internalFault)
    }
    // It reads all before it answers. One that ended before shows in its answer.
    try? input.fileHandleForWriting.write(contentsOf: Data(request.text.utf8))
    try? input.fileHandleForWriting.close()
    let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    ChildProcess.waitIfStopped()
    ChildProcess.forget()
    guard process.terminationStatus == 0, process.terminationReason == .exit,
      let answer = try? JSONDecoder().decode(Answer.self, from: bytes)
    else {
      let reason = process.terminationReason == .exit ? "with status" : "by signal"
      end(
        "the layout broke off (\(reason) \(process.terminationStatus)): it needs more memory than the \(megabytes) MB of "
          + "--memory-limit, or Graphviz cannot draw this graph; draw fewer nodes (--top), choose another --layout such as "
          + "sfdp, or allow more memory", .usage)
    }
    if let failure = answer.failure {
      end(failure, answer.status.flatMap(CommandFailure.Status.init) ?? .internalFault)
    }
    if let places = answer.places { return .places(places.map { ($0[0], $0[1]) }) }
    guard case .picture(let format, _) = request.result, let picture = answer.picture else {
      end("the process that lays out gave no picture", .internalFault)
    }
    return .picture(
      Picture(bytes: Array(picture), format: format, warnings: answer.warnings, remarks: answer.remarks))
  }

  private static func end(_ message: String, _ status: CommandFailure.Status) -> Never {
    OpenOutputs.removeParts()
    StandardError.write("error: \(message)\n")
    // Not exit: another thread watches.
    _exit(status.rawValue)
  }
}

extension DrawingProcess {
  /// The process that lays out: reads DOT text from standard input and answers on standard output.
  static func serve() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst(2))
    guard arguments.count == 3 || arguments.count == 5, let seconds = UInt(arguments[0]),
      let megabytes = UInt(arguments[1])
    else { Glibc.exit(CommandFailure.Status.usage.rawValue) }
    let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    var result = GraphvizRequest.Result.places
    if arguments.count == 5, let format = PictureFormat(rawValue: arguments[3]), let dots = Double(arguments[4]) {
      result = .picture(format, dotsPerInch: dots)
    }
    // A crash ends this process by its signal, which tells the other one of it.
    limit(RLIMIT_CORE, to: 0)
    limit(RLIMIT_CPU, to: seconds)
    limit(RLIMIT_AS, to: mappedBytes + megabytes << 20)
    var answer = Answer()
    do {
      let request = GraphvizRequest(text: text, engine: LayoutEngine(rawValue: arguments[2]), result: result)
      switch try CommandFailure.drawing({ () throws(GraphvizError) in try Graphviz.answer(request) }) {
      case .places(let places): answer.places = places.map { [$0.x, $0.y] }
      case .picture(let picture):
        answer.picture = Data(picture.bytes)
        answer.warnings = picture.warnings
        answer.remarks = picture.remarks
      }
    } catch let failure as CommandFailure {
      (answer.failure, answer.status) = (failure.message ?? "", failure.status.rawValue)
    } catch {
      (answer.failure, answer.status) = ("\(error)", CommandFailure.Status.internalFault.rawValue)
    }
    do {
      try FileHandle.standardOutput.write(contentsOf: try JSONEncoder().encode(answer))
    } catch {
      Glibc.exit(CommandFailure.Status.ioFailed.rawValue)
    }
    Glibc.exit(CommandFailure.Status.done.rawValue)
  }

  /// The address space that this process has already: of libraries and of Swift.
  private static var mappedBytes: UInt {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").first
    return (pages.flatMap { UInt($0) } ?? 0) * UInt(sysconf(Int32(_SC_PAGESIZE)))
  }

  private static func limit(_ kind: __rlimit_resource, to value: UInt) {
    var limit = rlimit()
    // Safety: the calls read and fill the structure they are given.
    guard unsafe getrlimit(Int32(kind.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(value, limit.rlim_max)
    limit.rlim_max = limit.rlim_cur
    unsafe setrlimit(Int32(kind.rawValue), &limit)
  }
}
