import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import FileReading
import Foundation
import Pooling
import Presentation

/// `reefknot sketch`
struct SketchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sketch",
    abstract: "A partner's audience as a small sketch that can be merged without sharing contacts.",
    discussion: """
      A sketch holds hashes of ids, so who knows an id can look for it. Sketches are therefore made of pseudonyms that \
      need a key: of ids that import made, or with --pseudonyms. Partners must use the same key. Beside FILE.theta the \
      file FILE.theta.json says what was counted, and with which key. A list, one id a line, does in place of a dataset. \
      With --reach it takes sketches in place of a dataset and estimates the joint audience.

      EXAMPLES:
        export REEFKNOT_KEY=correct-horse-battery; reefknot sketch graphs/kiez-kocht --partner ayla --pseudonyms REEFKNOT_KEY -o ayla.theta
        reefknot sketch ours.txt --partner us --unkeyed -o us.theta
        reefknot sketch graphs/kiez-kocht --partner kiezblatt --unkeyed -o kiezblatt.theta
        reefknot sketch graphs/kiez-kocht --partner biokorb --unkeyed -o biokorb.theta
        reefknot sketch --reach kiezblatt.theta biokorb.theta
      """)

  @OptionGroup var dataset: DatasetOptions

  @Argument(help: "With --reach further sketches.", completion: .file())
  var others: [String] = []

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Estimate the joint audience of partners from their sketches.")
  var reach = false

  @Option(
    help: "Only contacts touched in this partner's channels; of a list, whose it is. (default: all contacts touched)")
  var partner: String?

  @Option(help: "The most hashes that are kept, 32 to 67108864: the error is about 1 / √k.")
  var k = ThetaSketch.standardSize

  @Option(
    help: ArgumentHelp(
      "Make pseudonyms of ids with the key in this environment variable, or file:PATH.", valueName: "variable"))
  var pseudonyms: String?

  @Flag(help: "Take ids as they are: whoever has the sketch can test whether an id that they know is in it.")
  var unkeyed = false

  @Option(
    name: .customLong("minimum-group"),
    help:
      "Withhold figures of fewer contacts; of a list, ask for that. (default: what the dataset or the sketches' files say)"
  )
  var minimumGroup: Int?

  mutating func validate() throws {
    guard ThetaSketch.sizes.contains(k) else { throw ValidationError("--k must be 32 to 67108864.") }
    if reach {
      if partner != nil || pseudonyms != nil || unkeyed || scope.isGiven {
        throw ValidationError("--reach takes sketches alone, without --partner, --pseudonyms, --unkeyed or a campaign.")
      }
    } else {
      if !others.isEmpty { throw ValidationError("Several files go with --reach.") }
      if let minimumGroup, minimumGroup < 0 { throw ValidationError("--minimum-group must not be negative.") }
      if pseudonyms != nil, unkeyed { throw ValidationError("--pseudonyms and --unkeyed exclude each other.") }
      guard output.output != nil else { throw ValidationError("A sketch needs --output.") }
    }
  }

  func run() throws {
    if reach { return try estimate([dataset.dataset] + others) }
    guard let path = output.output else { return }
    if isList { return try sketchList(to: path) }
    if minimumGroup != nil { throw CommandFailure.usage("--minimum-group goes with --reach, or with a list") }
    let destination = try ByteOutput(path: path)
    let data = try dataset.read().dataset
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("a sketch is of one campaign or window") }
    if let partner { _ = try data.partner(partner, option: "--partner") }
    let contacts = try contacts(scopes[0], in: data)
    let key = try pseudonyms.map(key)
    try checkKeyed(contacts, in: data, hasKey: key != nil)
    var builder = ThetaSketchBuilder(size: k)
    for contact in contacts {
      let id = data.contacts.ids.utf8(of: contact)
      if let key { builder.add(key.pseudonym(of: id)) } else { builder.add(id) }
    }
    let about = SketchLabel(
      dataset: data.name, campaign: scopes[0].campaign.map { data.campaigns[$0].id }, partner: partner?.trimmed, k: k,
      isKeyed: !unkeyed, keyID: key?.keyID, minimumGroup: data.settings.minimumGroup)
    try write(builder.sketch(), about, to: destination, path)
  }

  private func write(_ sketch: ThetaSketch, _ about: SketchLabel, to destination: ByteOutput, _ path: String) throws {
    destination.write(sketch.bytes)
    let label = path == "-" ? nil : try ByteOutput(path: SketchLabel.path(of: path))
    label?.write(about.bytes)
    try label?.finish()
    try destination.finish()
  }

  /// Whether a file that is no dataset is named: a list of ids.
  private var isList: Bool {
    dataset.tallies.isEmpty && FolderListing.isFile(dataset.dataset) && !DatasetOptions.isContainer(dataset.dataset)
  }

  private func sketchList(to path: String) throws {
    guard !scope.isGiven else {
      throw CommandFailure.usage("a list of ids has no campaigns and no touches to choose from")
    }
    let destination = try ByteOutput(path: path)
    let key = try pseudonyms.map(key)
    let sketch = try IDList(path: dataset.dataset).sketch(
      size: k, key: key, needsPseudonyms: !unkeyed, threads: dataset.threadCount)
    let name = dataset.dataset.split(separator: "/").last.map(String.init) ?? dataset.dataset
    let about = SketchLabel(
      dataset: name, campaign: nil, partner: partner?.trimmed, k: k, isKeyed: !unkeyed, keyID: key?.keyID,
      minimumGroup: minimumGroup ?? 0)
    try write(sketch, about, to: destination, path)
  }

  /// Contacts touched, in the partner's channels if one is named.
  private func contacts(_ scope: Scope, in data: Dataset) throws -> [Int] {
    var options = AnalysisOptions()
    options.threads = dataset.threadCount
    let name = partner.map { "carriers:\($0.trimmed)" } ?? "reach"
    let listing = try ListDocument(name, of: .reach, scope, in: data, options: options).listing
    guard case .contacts(let contacts) = listing.items else { return [] }
    return contacts
  }

  private func key(_ name: String) throws -> KeyedPseudonyms {
    var bytes: [UInt8]
    if name.hasPrefix("file:") {
      bytes = try InputBytes.readSecret(String(name.dropFirst(5)), limit: 1 << 16)
      while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    } else {
      guard let value = ProcessInfo.processInfo.environment[name] else {
        throw CommandFailure.usage("--pseudonyms: the environment variable \(name.withoutControls) is not set")
      }
      bytes = Array(value.utf8)
    }
    guard let key = KeyedPseudonyms(key: bytes) else {
      throw CommandFailure.usage("--pseudonyms: a key has at least \(KeyedPseudonyms.shortestKey) bytes")
    }
    return key
  }

  private func checkKeyed(_ contacts: [Int], in data: Dataset, hasKey: Bool) throws {
    guard !hasKey, !unkeyed else { return }
    guard let plain = contacts.first(where: { !KeyedPseudonyms.isPseudonym(data.contacts.ids.utf8(of: $0)) }) else {
      return
    }
    throw CommandFailure.plain(data.contacts.ids[plain])
  }

  private func estimate(_ paths: [String]) throws {
    guard paths.count <= SketchedReach.maximumPartners else {
      throw CommandFailure.usage("--reach takes at most \(SketchedReach.maximumPartners) sketches")
    }
    let destination = try ByteOutput(path: output.output)
    var sketches: [ThetaSketch] = []
    var labels: [SketchLabel?] = []
    for path in paths {
      let bytes = try InputBytes.read(path, limit: 1 << 30)
      do throws(SketchError) {
        sketches.append(try ThetaSketch(bytes))
      } catch {
        throw CommandFailure(.badData, "\(path.withoutControls): \(error.description)")
      }
      labels.append(try SketchLabel(besides: path))
    }
    try checkKeys(zip(paths, labels).map { ($0, $1) })
    let group = minimumGroup ?? labels.compactMap { $0?.minimumGroup }.max() ?? 0
    let names = zip(paths, labels).map { path, label in
      label?.partner ?? path.split(separator: "/").last.map(String.init) ?? path
    }
    SketchedReachDocument(names, SketchedReach(sketches), minimumGroup: group).write(output, to: destination)
    try destination.finish()
  }

  /// Hashes of different keys have nothing in common, whoever the contacts are.
  private func checkKeys(_ sketches: [(path: String, label: SketchLabel?)]) throws {
    let known = sketches.compactMap { entry in entry.label.map { (path: entry.path, label: $0) } }
    if let first = known.first {
      for other in known
      where other.label.isKeyed != first.label.isKeyed
        || (first.label.keyID != nil && other.label.keyID != nil && other.label.keyID != first.label.keyID)
      {
        throw CommandFailure(
          .badData,
          "\(first.path.withoutControls) and \(other.path.withoutControls) were made with different keys, so that "
            + "they would have nobody in common")
      }
    }
    guard !dataset.quiet else { return }
    for entry in sketches where entry.label == nil {
      StandardError.warn(
        "\(entry.path): without \(SketchLabel.path(of: entry.path)) nobody knows its key or what it counts")
    }
  }
}
