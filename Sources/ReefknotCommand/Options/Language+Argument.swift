public import ArgumentParser
public import CampaignFigures
import FileReading
import Presentation
import Synchronization

extension Language: ExpressibleByArgument {
  /// Reads the tag of a language that needs no file, or a gettext file by its path, which ends in `.po`.
  ///
  /// A file that cannot be read is English here, and ``LanguageFile/failure``.
  public init?(argument: String) {
    if let language = Language(code: argument.lowercased()) {
      self = language
    } else if argument.lowercased().hasSuffix(".po") {
      self = LanguageFile.read(argument).map { .translated($0) } ?? .english
    } else {
      return nil
    }
  }

  public static var allValueStrings: [String] { allCases.map(\.code) + ["FILE.po"] }

  public var defaultValueDescription: String { code }
}

/// Files of languages named on the command line.
enum LanguageFile {
  /// The most bytes of such a file.
  private static let maximumSize = 16 << 20

  private static let stored = Mutex<CommandFailure?>(nil)

  /// Why a file that was named cannot be read. The parser of arguments would tell of it as wrong usage, so that the run asks
  /// for it here before it begins.
  static var failure: CommandFailure? { stored.withLock { $0 } }

  static func read(_ path: String) -> Translation? {
    do {
      let bytes = try InputBytes.read(path, limit: maximumSize)
      return try Translation(gettext: bytes, file: ShownText.escapePath(path))
    } catch let failure as CommandFailure {
      stored.withLock { $0 = failure }
    } catch let problem as DataProblem {
      stored.withLock { $0 = CommandFailure(.badData, problem.description) }
    } catch {
      stored.withLock { $0 = CommandFailure(.ioFailed, "\(ShownText.escapePath(path)): \(error)") }
    }
    return nil
  }
}
