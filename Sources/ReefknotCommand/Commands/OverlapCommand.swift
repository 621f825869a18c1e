import ArgumentParser
import FileReading
import Foundation
import Pooling
import Presentation

/// `reefknot overlap`
struct OverlapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlap",
    abstract: "How many contacts two partners' lists have in common, without showing them.",
    discussion: """
      One partner offers, the other answers, the first counts: three files, and a secret that the first keeps. Neither \
      file shows an id, or a hash of one that could be tried. The count and the sizes of both lists are all that is learnt, \
      if both do as they should; what one could learn who does not stands in the documentation.

      EXAMPLES:
        reefknot overlap offer ours.txt -o ours.offer
        reefknot overlap answer ours.offer theirs.txt -o theirs.answer
        reefknot overlap count theirs.answer
      """,
    subcommands: [Offer.self, Answer.self, Count.self, Show.self])

  /// How lists are read.
  struct ListReading: ParsableArguments {
    @Flag(name: .customLong("ignore-case"), help: "Ann@Example.org and ann@example.org are the same id.")
    var ignoresCase = false

    @Option(help: "The most threads to use. (default: one per active core)")
    var threads: Int?

    mutating func validate() throws {
      if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
    }

    var threadCount: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
  }

  /// `reefknot overlap offer`
  struct Offer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "offer", abstract: "Make an offer of a list, and the secret that its answer is counted with.")

    @Argument(help: "The list: one id a line.", completion: .file())
    var list: String

    @OptionGroup var reading: ListReading

    @Option(name: .shortAndLong, help: "The file to send; FILE.secret beside it is to be kept.", completion: .file())
    var output: String

    func run() throws {
      let ids = try IDList(path: list).distinct(ignoresCase: reading.ignoresCase)
      let secretFile = try ByteOutput(secretPath: "\(output).secret")
      let destination = try ByteOutput(path: output)
      let (offer, secret) = PrivateOverlap.offer(ids, threads: reading.threadCount)
      destination.write(offer)
      secretFile.write(secret)
      try secretFile.finish()
      try destination.finish()
      StandardError.note("\(ids.count) contacts offered; keep \(output).secret until the answer is counted")
    }
  }

  /// `reefknot overlap answer`
  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "answer", abstract: "Answer an offer with a list.")

    @Argument(help: "The offer.", completion: .file())
    var offer: String

    @Argument(help: "The list: one id a line.", completion: .file())
    var list: String

    @OptionGroup var reading: ListReading

    @Option(help: "Refuse offers of fewer contacts: they ask for single ones.")
    var fewest = 100

    @Option(name: .shortAndLong, help: "The file to send back.", completion: .file())
    var output: String

    func run() throws {
      let ids = try IDList(path: list).distinct(ignoresCase: reading.ignoresCase)
      let destination = try ByteOutput(path: output)
      let bytes = try InputBytes.read(offer)
      destination.write(
        try CommandFailure.overlap(offer) { () throws(OverlapError) in
          try PrivateOverlap.answer(bytes, ids, fewest: fewest, threads: reading.threadCount)
        })
      try destination.finish()
    }
  }

  /// `reefknot overlap count`
  struct Count: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "count", abstract: "Count what an answer tells; its offer's secret is used up.")

    @Argument(help: "The answer.", completion: .file())
    var answer: String

    @Option(help: "The secret. (default: the one that fits, in this folder or the answer's)", completion: .file())
    var secret: String?

    @Option(name: .customLong("minimum-group"), help: "Withhold an overlap of fewer contacts, but not 0.")
    var minimumGroup = 0

    @Option(
      name: .customLong("as-totals"),
      help: ArgumentHelp("Write rows of totals.csv, with the ids of who offered and who answered.", valueName: "a;b"))
    var asTotals: String?

    @Flag(name: .customLong("keep-secret"), help: "Do not remove the secret, so that the answer can be counted again.")
    var keepsSecret = false

    @Option(help: "The most threads to use. (default: one per active core)")
    var threads: Int?

    @OptionGroup var output: OutputOptions

    mutating func validate() throws {
      if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
      if minimumGroup < 0 { throw ValidationError("--minimum-group must not be negative.") }
      if let asTotals, asTotals.split(separator: ";").count != 2 {
        throw ValidationError("--as-totals needs two ids, such as 'a;b'.")
      }
    }

    func run() throws {
      let destination = try ByteOutput(path: output.output)
      let bytes = try InputBytes.read(answer)
      let path = try secret ?? found(for: bytes)
      let kept = SecretBytes(try InputBytes.readSecret(path, limit: Count.secretSize))
      let count = try CommandFailure.overlap(answer) { () throws(OverlapError) in
        try PrivateOverlap.count(
          bytes, secret: kept, threads: threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount))
      }
      let document = PrivateOverlapDocument(count, minimumGroup: minimumGroup)
      if let names = asTotals?.split(separator: ";").map({ String($0).trimmed }) {
        destination.write(document.totals(offering: names[0], answering: names[1]))
      } else {
        document.write(output, to: destination)
      }
      try destination.finish()
      guard !keepsSecret else { return }
      try FileManager.default.removeItem(atPath: path)
    }

    private static let secretSize = 4096

    /// The secret of the offer that is answered.
    private func found(for bytes: [UInt8]) throws -> String {
      let folder = answer.contains("/") ? String(answer[..<(answer.lastIndex(of: "/") ?? answer.startIndex)]) : "."
      for place in folder == "." ? ["."] : [folder.isEmpty ? "/" : folder, "."] {
        let names = try CommandFailure.reading { () throws(ReadingError) in try FolderListing(path: place).names }
        for name in names where name.hasSuffix(".secret") {
          let path = place == "." ? name : "\(place)/\(name)"
          let kept = SecretBytes(try InputBytes.read(path, limit: Count.secretSize))
          let fits = try CommandFailure.overlap(answer) { () throws(OverlapError) in
            try PrivateOverlap.isSecret(kept, of: bytes)
          }
          if fits { return path }
        }
      }
      throw CommandFailure(
        .inputMissing,
        "\(answer.withoutControls): there is no secret of the offer that it answers; each is used once, and --secret "
          + "names one elsewhere")
    }
  }

  /// `reefknot overlap show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "What an offer or an answer is, to hold it against a count.")

    @Argument(help: "The offer or the answer.", completion: .file())
    var file: String

    func run() throws {
      let destination = try ByteOutput(path: nil)
      let bytes = try InputBytes.read(file)
      let about = try CommandFailure.overlap(file) { () throws(OverlapError) in try PrivateOverlap.describe(bytes) }
      let deliver: ([UInt8]) -> Void = { destination.write($0) }
      JSONWriter.write(isPretty: true, to: deliver) { writer in
        writer.member("schema", "reefknot.overlap_file/1")
        writer.member("kind", "\(about.kind)")
        writer.member("offered", about.counts[0])
        writer.member("answered", about.counts.count > 1 ? about.counts[1] : nil)
        writer.member("offer", about.offer ?? about.digest)
        writer.member("answer", about.offer == nil ? nil : about.digest)
      }
      try destination.finish()
    }
  }
}

extension CommandFailure {
  /// Runs `body`, turning what is wrong with a file of a private overlap into a failure that names it.
  static func overlap<Result>(_ path: String, _ body: () throws(OverlapError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw CommandFailure(.badData, "\(path.withoutControls): \(error.description)")
    }
  }

  /// Runs `body`, turning what cannot be read into a failure.
  static func reading<Result>(_ body: () throws(ReadingError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}
