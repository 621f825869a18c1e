import CampaignModel
import FileReading
import Yams

/// reefknot.yaml: a flat mapping of settings (<doc:Dataset#Settings>).
struct SettingsFile {
  private(set) var settings = Settings()
  /// How tables are written.
  private(set) var forms = TableForms()
  /// Name of the file that is the logo, and the line that says so.
  private(set) var logo: (name: String, line: Int)?
  /// The line that names the encoding of tables.
  private(set) var encodingLine: Int?
  private(set) var notes: [ReadingNote] = []
  private(set) var problems: [DataProblem] = []

  static let name = "reefknot.yaml"
  /// What messages call it: the file, or the sheet or table that holds the settings of a dataset in one file.
  let file: String
  /// Far more than the settings need; a longer file, or one nested deeper, is refused unread.
  static let maximumLength = ReadingLimits.settingsLength
  static let maximumNesting = ReadingLimits.settingsNesting

  /// The defaults, where there is no file.
  init() { file = SettingsFile.name }

  init(_ bytes: [UInt8], file: String = SettingsFile.name) {
    self.file = file
    guard let text = checkedText(bytes) else { return }
    do {
      // Without rules every value is a text, and no pattern need be compiled.
      guard let root = try Yams.compose(yaml: text, .basic) else { return }
      guard let mapping = root.mapping else {
        if root.scalar?.string.isEmpty ?? false { return }
        fail(root, nil, "must be a mapping of settings, such as timezone: Europe/Berlin")
        return
      }
      read(mapping)
    } catch {
      problems.append(problem(of: error))
    }
  }

  /// Takes an end of observation from elsewhere.
  mutating func take(_ end: EndOfObservation) {
    let known = (settings.observedUntil, settings.observedUntilIsDate)
    switch end {
    case .known(let time, let isDate): (settings.observedUntil, settings.observedUntilIsDate) = (time, isDate)
    case .written(let text):
      let bytes = Array(text.utf8)
      guard let written = WrittenTime(bytes.span, order: forms.dateOrder),
        let milliseconds = forms.clock.inclusiveEnd(of: written)
      else {
        problems.append(
          DataProblem(
            file: "--observed-until", value: ShownText.escape(text),
            message: WrittenTime.complaint(of: bytes[...], order: forms.dateOrder)))
        return
      }
      settings.observedUntil = Instant(milliseconds: milliseconds)
      settings.observedUntilIsDate = written.isDate
    }
    if let time = known.0, (time, known.1) != (settings.observedUntil ?? time, settings.observedUntilIsDate) {
      problems.append(
        DataProblem(file: SettingsFile.name, message: "sets another observed_until than that of the parts of the log"))
    }
  }

  /// Takes the picture that the file names.
  mutating func take(_ logo: Settings.Logo) { settings.logo = logo }

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
    problems.append(DataProblem(file: file, message: message))
    return nil
  }

  private mutating func read(_ mapping: Node.Mapping) {
    // The time zone and the order of dates first: they say what the other settings' dates mean.
    var seen: Set<Key> = []
    var known: [(key: Key, node: Node)] = []
    for (node, value) in mapping {
      guard let name = node.scalar?.string else {
        fail(node, nil, "a setting's name must be a plain text")
        continue
      }
      guard let key = Key(name) else {
        refuse(node, name)
        continue
      }
      guard seen.insert(key).inserted else {
        fail(node, key.rawValue, "is set twice")
        continue
      }
      known.append((key, value))
    }
    for (key, value) in known where key == .timezone || key == .dateOrder { read(key, value) }
    for (key, value) in known where key != .timezone && key != .dateOrder { read(key, value) }
  }

  /// The settings; names are matched like headers.
  private enum Key: String, CaseIterable {
    case timezone
    case currency
    case observedUntil = "observed_until"
    case activityGapDays = "activity_gap_days"
    case attributionLookbackDays = "attribution_lookback_days"
    case conversionDaysAfterEnd = "conversion_days_after_end"
    case minimumGroup = "minimum_group"
    case costPerContact = "cost_per_contact"
    case universe
    case blocks
    case encoding
    case decimal
    case dateOrder = "date_order"
    case title
    case organization
    case logo

    init?(_ name: String) {
      let form = MatchingForm.of(name) == "organisation" ? "organization" : MatchingForm.of(name)
      guard let key = Key.allCases.first(where: { MatchingForm.of($0.rawValue) == form }) else { return nil }
      self = key
    }
  }

  /// A setting that is none of ours is an error: what was meant by it would be missed.
  private mutating func refuse(_ node: Node, _ name: String) {
    let nearest = NearestName.of(name, among: Key.allCases.map(\.rawValue))
    let names = Key.allCases.map(\.rawValue).joined(separator: ", ")
    fail(node, nil, "is not a setting; " + (nearest.map { "did you mean \($0)?" } ?? "there are \(names)"))
  }

  private mutating func read(_ key: Key, _ value: Node) {
    let name = key.rawValue
    switch key {
    case .timezone: readTimeZone(value)
    case .currency:
      if let text = text(value, name) { (settings.currency, forms.currency) = (text, text) }
    case .observedUntil: readObservedUntil(value, name)
    case .activityGapDays: if let days = wholeNumber(value, name, from: 1) { settings.activityGapDays = days }
    case .attributionLookbackDays:
      if let days = wholeNumber(value, name, from: 1) { settings.attributionLookbackDays = days }
    case .conversionDaysAfterEnd:
      if let days = wholeNumber(value, name, from: 0) { settings.conversionDaysAfterEnd = days }
    case .minimumGroup: if let count = wholeNumber(value, name, from: 0) { settings.minimumGroup = count }
    case .costPerContact: readCostPerContact(value, name)
    case .universe: if let count = wholeNumber(value, name, from: 1, to: 100_000_000_000) { settings.universe = count }
    case .blocks:
      if let blocks = choice(value, name, of: Settings.Blocks.allCases) { settings.blocks = blocks }
    case .encoding: readEncoding(value, name)
    case .decimal: readDecimal(value, name)
    case .dateOrder: forms.dateOrder = choice(value, name, of: DateOrder.allCases)
    case .title: settings.title = text(value, name)
    case .organization: settings.organization = text(value, name)
    case .logo: logo = text(value, name).map { ($0, value.mark?.line ?? 1) }
    }
  }

  private mutating func choice<Choice: RawRepresentable<String>>(
    _ node: Node, _ name: String, of choices: [Choice]
  ) -> Choice? {
    guard let text = text(node, name) else { return nil }
    guard let choice = choices.first(where: { MatchingForm.of($0.rawValue) == MatchingForm.of(text) }) else {
      fail(node, name, "is not one of \(choices.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    return choice
  }

  private mutating func readEncoding(_ node: Node, _ name: String) {
    guard let text = text(node, name) else { return }
    guard let encoding = TextEncoding(name: text) else {
      fail(node, name, "is not an encoding that can be read: \(TextEncoding.names)")
      return
    }
    forms.encoding = encoding
    encodingLine = node.mark?.line
  }

  private mutating func readDecimal(_ node: Node, _ name: String) {
    guard let text = text(node, name) else { return }
    switch MatchingForm.of(text) {
    case ",", "comma", "komma": forms.decimalSign = UInt8(ascii: ",")
    case "" where text.contains("."), "point", "dot", "punkt": forms.decimalSign = UInt8(ascii: ".")
    default: fail(node, name, "is not \".\" or \",\"")
    }
  }

  private mutating func readTimeZone(_ node: Node) {
    guard let name = text(node, "timezone") else { return }
    guard let clock = LocalClock(name: name) else {
      fail(node, "timezone", "is not an IANA time zone such as Europe/Berlin")
      return
    }
    forms.clock = clock
    settings.timeZone = name
  }

  private mutating func readObservedUntil(_ node: Node, _ name: String) {
    guard let text = text(node, name) else { return }
    let bytes = Array(text.utf8)
    guard let written = WrittenTime(bytes.span, order: forms.dateOrder),
      let milliseconds = forms.clock.inclusiveEnd(of: written)
    else {
      fail(node, name, WrittenTime.complaint(of: bytes[...], order: forms.dateOrder))
      return
    }
    settings.observedUntil = Instant(milliseconds: milliseconds)
    settings.observedUntilIsDate = written.isDate
    if written.isWrittenMidnight {
      notes.append(
        .writtenMidnight(
          file: file, line: node.mark?.line ?? 1, column: name, value: ShownText.escape(text)))
    }
  }

  private mutating func readCostPerContact(_ node: Node, _ name: String) {
    guard let text = text(node, name) else { return }
    let bytes = Array(text.utf8)
    guard let cost = try? WrittenNumber.parse(bytes.span, forms.numbers(separator: Ascii.comma)), cost > 0 else {
      fail(node, name, "is not a number greater than 0")
      return
    }
    settings.costPerContact = cost
  }

  /// The most days, or contacts, that a setting can mean; a hundred centuries.
  private static let maximumWholeNumber = 3_650_000

  private mutating func wholeNumber(
    _ node: Node, _ name: String, from minimum: Int, to maximum: Int = SettingsFile.maximumWholeNumber
  ) -> Int? {
    guard let text = text(node, name) else { return nil }
    guard let number = Int(text), (minimum...maximum).contains(number) else {
      fail(node, name, "is not a whole number between \(minimum) and \(maximum)")
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
        file: file, line: node.mark?.line, column: name,
        value: node.scalar.map { ShownText.escape($0.string) }, message: message))
  }

  private func problem(of error: any Error) -> DataProblem {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let detail = context.map { ShownText.escape($0.text) }
      return DataProblem(
        file: file, line: mark.line, message: "is not YAML: \(ShownText.escape(problem))", detail: detail)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { ShownText.escape(String(describing: $0)) }.sorted().joined(separator: ", ")
      return DataProblem(file: file, line: context.mark.line, message: "sets a key twice", detail: keys)
    default:
      return DataProblem(file: file, message: "is not YAML: \(ShownText.escape(String(describing: error)))")
    }
  }
}
