import CampaignModel
import FileReading
import Yams

/// reefknot.yaml: a flat mapping of settings (<doc:Dataset#Settings>).
struct SettingsFile {
  private(set) var settings = Settings()
  private(set) var clock = LocalClock.utc
  private(set) var notes: [ReadingNote] = []
  private(set) var problems: [DataProblem] = []

  static let name = "reefknot.yaml"
  /// Far more than the settings need; a longer file, or one nested deeper, is refused unread.
  static let maximumLength = 64 << 10
  static let maximumNesting = 100

  /// The defaults, where there is no file.
  init() {}

  init(_ bytes: [UInt8]) {
    guard let text = checkedText(bytes) else { return }
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      guard let mapping = root.mapping else {
        if root.scalar?.string.isEmpty ?? false { return }
        fail(root, nil, "must be a mapping of settings, such as timezone: Europe/Berlin")
        return
      }
      read(mapping)
    } catch {
      problems.append(SettingsFile.problem(of: error))
    }
  }

  private mutating func checkedText(_ bytes: [UInt8]) -> String? {
    let message: String
    if bytes.count > SettingsFile.maximumLength {
      message = "is longer than 64 KiB"
    } else if bytes.count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) > SettingsFile.maximumNesting {
      message = "is nested; settings are a plain mapping"
    } else if bytes.contains(0) {
      message = "holds a NUL byte"
    } else if let text = String(validating: bytes, as: UTF8.self) {
      return text
    } else {
      message = "is not valid UTF-8"
    }
    problems.append(DataProblem(file: SettingsFile.name, message: message))
    return nil
  }

  private mutating func read(_ mapping: Node.Mapping) {
    // The time zone first: it says what the other settings' dates mean.
    for (key, value) in mapping where key.scalar?.string == "timezone" { readTimeZone(value) }
    for (key, value) in mapping { read(key, value) }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    guard let name = key.scalar?.string else {
      fail(key, nil, "a setting's name must be a plain text")
      return
    }
    switch name {
    case "timezone": break
    case "currency": if let text = text(value, name) { settings.currency = text }
    case "observed_until": readObservedUntil(value, name)
    case "activity_gap_days": if let days = wholeNumber(value, name, from: 1) { settings.activityGapDays = days }
    case "attribution_lookback_days":
      if let days = wholeNumber(value, name, from: 1) { settings.attributionLookbackDays = days }
    case "conversion_days_after_end":
      if let days = wholeNumber(value, name, from: 0) { settings.conversionDaysAfterEnd = days }
    case "minimum_group": if let count = wholeNumber(value, name, from: 0) { settings.minimumGroup = count }
    case "cost_per_contact": readCostPerContact(value, name)
    default:
      notes.append(
        .unknownSetting(file: SettingsFile.name, line: key.mark?.line ?? 1, key: ShownText.escape(name)))
    }
  }

  private mutating func readTimeZone(_ node: Node) {
    guard let name = text(node, "timezone") else { return }
    guard let clock = LocalClock(name: name) else {
      fail(node, "timezone", "is not an IANA time zone such as Europe/Berlin")
      return
    }
    self.clock = clock
    settings.timeZone = name
  }

  private mutating func readObservedUntil(_ node: Node, _ name: String) {
    guard let text = text(node, name) else { return }
    guard let instant = clock.inclusiveEnd(of: text) else {
      fail(node, name, WrittenTime.expectation)
      return
    }
    settings.observedUntil = instant
    settings.observedUntilIsDate = LocalClock.isDate(text)
  }

  private mutating func readCostPerContact(_ node: Node, _ name: String) {
    guard let text = text(node, name) else { return }
    let bytes = Array(text.utf8)
    guard let cost = try? WrittenNumber.parse(bytes.span, decimalComma: false), cost > 0 else {
      fail(node, name, "is not a number greater than 0")
      return
    }
    settings.costPerContact = cost
  }

  /// The most days, or contacts, that a setting can mean; a hundred centuries.
  private static let maximumWholeNumber = 3_650_000

  private mutating func wholeNumber(_ node: Node, _ name: String, from minimum: Int) -> Int? {
    guard let text = text(node, name) else { return nil }
    guard let number = Int(text), (minimum...SettingsFile.maximumWholeNumber).contains(number) else {
      fail(node, name, "is not a whole number between \(minimum) and \(SettingsFile.maximumWholeNumber)")
      return nil
    }
    return number
  }

  /// The text of a setting; nil where it is empty, or no single value.
  private mutating func text(_ node: Node, _ name: String) -> String? {
    guard let scalar = node.scalar else {
      fail(node, name, "must be a single value, not a list or mapping")
      return nil
    }
    let isNull = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    return isNull || scalar.string.isEmpty ? nil : scalar.string
  }

  private mutating func fail(_ node: Node, _ name: String?, _ message: String) {
    problems.append(
      DataProblem(
        file: SettingsFile.name, line: node.mark?.line, column: name,
        value: node.scalar.map { ShownText.escape($0.string) }, message: message))
  }

  private static func problem(of error: any Error) -> DataProblem {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let detail = context.map { ShownText.escape($0.text) }
      return DataProblem(
        file: name, line: mark.line, message: "is not YAML: \(ShownText.escape(problem))", detail: detail)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { ShownText.escape(String(describing: $0)) }.sorted().joined(separator: ", ")
      return DataProblem(file: name, line: context.mark.line, message: "sets a key twice", detail: keys)
    default:
      return DataProblem(file: name, message: "is not YAML: \(ShownText.escape(String(describing: error)))")
    }
  }
}
