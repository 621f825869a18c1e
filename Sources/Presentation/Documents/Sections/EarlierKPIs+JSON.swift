package import CampaignAnalysis
import CampaignFigures
import CampaignModel
package import FileReading

extension EarlierKPIs {
  private static let schemas = ["reefknot.report/1", "reefknot.kpis/1"]

  /// Reads the KPIs of every campaign in a document of `report` or of `kpis`; none of a report without them.
  ///
  /// - Parameter currency: that of the KPIs they are held against; amounts in another one count as not known.
  /// - Throws: TextFault where it is no such document, or holds what no KPI can be.
  package static func read(_ bytes: [UInt8], currency: String) throws(TextFault) -> [EarlierKPIs] {
    var document = EarlierDocument(currency: currency)
    var reader = JSONReader(bytes)
    try reader.object { (name, reader) throws(TextFault) in
      let place = reader.place
      switch name {
      case "schema":
        let schema = try reader.value()
        guard case .text(let text) = schema, schemas.contains(text) else {
          throw TextFault(
            place.line, place.column, "this is no document of report or kpis (\"schema\": \"\(schemas[0])\")")
        }
        document.isOurs = true
      case "dataset": document.dataset = try reader.text(name)
      case "campaigns":
        try reader.list { (reader) throws(TextFault) in
          var part = EarlierPart()
          try reader.object { (name, reader) throws(TextFault) in try part.read(name, &reader, document.currency) }
          document.parts.append(part)
        }
      default: try document.single.read(name, &reader, document.currency)
      }
    }
    try reader.end()
    guard document.isOurs else {
      throw TextFault(1, 1, "this is no document of report or kpis: it has no \"schema\"")
    }
    let parts = document.parts + [document.single]
    let dataset = document.dataset
    return parts.compactMap { $0.kpis(dataset) }
  }
}

/// A document while it is read.
private struct EarlierDocument {
  let currency: String
  var isOurs = false
  var dataset = ""
  var parts: [EarlierPart] = []
  /// What stands in the document itself where it is about one campaign.
  var single = EarlierPart()

  init(currency: String) { self.currency = currency }
}

/// What a document says of one campaign.
private struct EarlierPart {
  private var campaign: String?
  private var name: String?
  private var window: (start: Instant, end: Instant)?
  private var filter = Filter.none
  private var observedDays: Int?
  private var entries: [KPI: KPIs.Entry]?

  mutating func read(_ key: String, _ reader: inout JSONReader, _ currency: String) throws(TextFault) {
    switch key {
    case "campaign": campaign = try reader.textOrNull(key)
    case "name": name = try reader.textOrNull(key)
    case "scope": try readScope(&reader)
    case "observed_days": observedDays = try reader.daysOrNull(key)
    case "kpis":
      if reader.startsObject() {
        var list: [KPI: KPIs.Entry] = [:]
        try reader.object { (key, reader) throws(TextFault) in
          switch key {
          case "observed_days": observedDays = try reader.daysOrNull(key)
          case "kpis": list = try reader.kpis(currency)
          default: _ = try reader.value()
          }
        }
        entries = list
      } else {
        entries = try reader.kpis(currency)
      }
    default: _ = try reader.value()
    }
  }

  private mutating func readScope(_ reader: inout JSONReader) throws(TextFault) {
    var (start, end): (Instant?, Instant?)
    let place = reader.place
    var filter = Filter.none
    try reader.object { (key, reader) throws(TextFault) in
      let place = reader.place
      let text = try reader.textOrNull(key)
      switch key {
      case "start": start = text.flatMap { LocalClock.utc.instant(of: $0) }
      case "end": end = text.flatMap { LocalClock.utc.instant(of: $0) }
      case "level":
        filter.level = text.flatMap { name in Level.allCases.first { $0.name == name } }
        if text != nil, filter.level == nil { throw TextFault(place.line, place.column, "there is no such level") }
      case "medium": filter.medium = text
      case "segment": filter.segment = text
      default: break
      }
    }
    guard let start, let end, start <= end else {
      throw TextFault(place.line, place.column, "the scope needs a start and an end, such as 2025-03-01T00:00:00Z")
    }
    window = (start, end)
    self.filter = filter
  }

  /// Nil where the document holds no KPIs of it.
  func kpis(_ dataset: String) -> EarlierKPIs? {
    guard let entries, let window else { return nil }
    return EarlierKPIs(
      name: name ?? campaign ?? dataset, dataset: dataset, campaign: campaign, start: window.start, end: window.end,
      filter: filter, observedDays: observedDays,
      entries: KPI.all.map { kpi in
        entries[kpi]
          ?? KPIs.Entry(
            kpi, value: nil, proportion: nil, interval: nil, unknown: .earlier(kpi, .undefined, .notInEarlierReport))
      })
  }
}

extension JSONReader {
  fileprivate mutating func text(_ key: String) throws(TextFault) -> String {
    let place = place
    guard let text = try textOrNull(key) else {
      throw TextFault(place.line, place.column, "\"\(key)\": a text was expected")
    }
    return text
  }

  fileprivate mutating func textOrNull(_ key: String) throws(TextFault) -> String? {
    let place = place
    switch try value() {
    case .text(let text): return text
    case .null: return nil
    default: throw TextFault(place.line, place.column, "\"\(key)\": a text was expected")
    }
  }

  fileprivate mutating func daysOrNull(_ key: String) throws(TextFault) -> Int? {
    let place = place
    let value = try value()
    if value.isNull { return nil }
    guard let days = value.count, days >= 0 else {
      throw TextFault(place.line, place.column, "\"\(key)\": a number of days was expected")
    }
    return days
  }

  /// The entries of a list of KPIs; those that we do not know, such as of a later version, are left out.
  fileprivate mutating func kpis(_ currency: String) throws(TextFault) -> [KPI: KPIs.Entry] {
    var entries: [KPI: KPIs.Entry] = [:]
    try list { (reader) throws(TextFault) in
      let place = reader.place
      let value = try reader.value()
      guard case .text(let id)? = value["id"] else {
        throw TextFault(place.line, place.column, "a KPI with its \"id\" was expected")
      }
      guard let kpi = KPI.all.first(where: { $0.id == id }) else { return }
      guard let entry = KPIs.Entry(kpi, value, currency) else {
        throw TextFault(place.line, place.column, "\"\(id)\" has a value that it cannot have")
      }
      entries[kpi] = entry
    }
    return entries
  }
}

extension JSONValue {
  /// The number it is; nil for anything else.
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .double(let number): number.isFinite ? number : nil
    default: nil
    }
  }

  fileprivate var count: Int? { if case .integer(let number) = self { Int(exactly: number) } else { nil } }

  fileprivate var isNull: Bool { if case .null = self { true } else { false } }
}

extension KPIs.Entry {
  /// An entry as JSON writes it; nil where it says what no KPI can be.
  fileprivate init?(_ kpi: KPI, _ json: JSONValue, _ currency: String) {
    func member(_ name: String) -> JSONValue? { json[name].flatMap { $0.isNull ? nil : $0 } }
    var (value, interval): (Double?, Interval?)
    var proportion: Proportion?
    if let count = member("count"), let of = member("of") {
      guard let count = count.count, let of = of.count, count >= 0, count <= of else { return nil }
      proportion = member("low") == nil ? Proportion(complete: count, of: of) : Proportion(count, of: of)
      value = kpi.unit == .count ? Double(count) : proportion?.rate
    } else if let number = member("value") {
      guard let number = number.number, kpi.unit != .count || number >= 0 && number < 0x1p53 else { return nil }
      value = number
      if let low = member("low")?.number, let high = member("high")?.number {
        interval = Interval(low: low, high: high)
      }
    }
    var unknown: UnknownFigure?
    if value == nil {
      var state = UnknownFigure.State.undefined
      if case .text(let name)? = member("state") { state = UnknownFigure.State(rawValue: name) ?? .undefined }
      unknown = .earlier(kpi, state, .unknownInEarlierReport)
    } else if kpi.unit == .money, case .text(let unit)? = member("unit"), unit != currency {
      (value, interval) = (nil, nil)
      unknown = .earlier(kpi, .undefined, .inOtherCurrency)
    }
    self.init(kpi, value: value, proportion: proportion, interval: interval, unknown: unknown)
  }
}

extension UnknownFigure {
  fileprivate static func earlier(_ kpi: KPI, _ state: State, _ reason: LocalizedText) -> UnknownFigure {
    UnknownFigure("kpis.\(kpi.id).earlier", state, reason)
  }
}

extension LocalizedText {
  fileprivate static let notInEarlierReport = LocalizedText(
    "The earlier report does not have it.", "Der frühere Bericht enthält es nicht.")
  fileprivate static let unknownInEarlierReport = LocalizedText(
    "The earlier report does not know it.", "Der frühere Bericht kennt es nicht.")
  fileprivate static let inOtherCurrency = LocalizedText(
    "The earlier report has it in another currency.", "Der frühere Bericht hat es in einer anderen Währung.")
}
