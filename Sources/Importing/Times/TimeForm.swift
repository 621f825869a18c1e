import CampaignModel
import FileReading

/// How a column writes times.
enum TimeForm: Hashable, Sendable {
  /// Year first, or `DD.MM.YYYY`, or with the month in words: forms that have one reading.
  case plain
  /// Day first, with slashes or hyphens.
  case dayFirst
  /// Month first, with slashes or hyphens.
  case monthFirst
  case seconds
  case milliseconds
  case microseconds
  /// Days since 1899-12-30, as spreadsheets count.
  case serial
  case pattern(TimePattern)

  /// The form of a name, or of a pattern such as `dd/MM/yy HH:mm`; nil where it is neither.
  init?(name: String) {
    switch name {
    case "plain", "iso": self = .plain
    case "dmy": self = .dayFirst
    case "mdy": self = .monthFirst
    case "epoch-s": self = .seconds
    case "epoch-ms": self = .milliseconds
    case "epoch-us": self = .microseconds
    case "excel": self = .serial
    default:
      guard let pattern = TimePattern(name) else { return nil }
      self = .pattern(pattern)
    }
  }

  static let names = "iso, dmy, mdy, epoch-s, epoch-ms, epoch-us, excel, or a pattern such as dd/MM/yy HH:mm"

  /// What users write to choose the form.
  var name: String {
    switch self {
    case .plain: "iso"
    case .dayFirst: "dmy"
    case .monthFirst: "mdy"
    case .seconds: "epoch-s"
    case .milliseconds: "epoch-ms"
    case .microseconds: "epoch-us"
    case .serial: "excel"
    case .pattern(let pattern): pattern.text
    }
  }

  /// Whether values of this form are instants whatever the time zone.
  var isAbsolute: Bool { [.seconds, .milliseconds, .microseconds].contains(self) }
}

extension TimeForm {
  /// Reads a value; nil where it is not of this form.
  func written(_ bytes: borrowing Span<UInt8>) -> ReadTime? {
    switch self {
    case .plain:
      if let written = WrittenTime(bytes) { return .local(written) }
      return NamedMonth.written(TimeForm.copy(bytes)).map(ReadTime.local)
    case .dayFirst, .monthFirst:
      let order: DateOrder = self == .dayFirst ? .dayFirst : .monthFirst
      if let written = WrittenTime(bytes, order: order) { return .local(written) }
      let slashed = TimeForm.withSlashes(bytes)
      return WrittenTime(slashed.span, order: order).map(ReadTime.local)
    case .seconds: return TimeForm.epoch(bytes, perSecond: 1)
    case .milliseconds: return TimeForm.epoch(bytes, perSecond: 1000)
    case .microseconds: return TimeForm.epoch(bytes, perSecond: 1_000_000)
    case .serial:
      let number = Double(String(decoding: TimeForm.copy(bytes), as: UTF8.self))
      return number.flatMap { SpreadsheetTime.written(serial: $0) }.map(ReadTime.local)
    case .pattern(let pattern): return pattern.written(TimeForm.copy(bytes)).map(ReadTime.local)
    }
  }

  private static func copy(_ bytes: borrowing Span<UInt8>) -> ArraySlice<UInt8> { bytes.indices.map { bytes[$0] }[...] }

  /// A date such as `15-03-2025` with slashes in place of its two hyphens.
  private static func withSlashes(_ bytes: borrowing Span<UInt8>) -> [UInt8] {
    var result = Array(copy(bytes))
    var left = 2
    for place in result.indices where left > 0 && place < 6 && result[place] == UInt8(ascii: "-") {
      result[place] = UInt8(ascii: "/")
      left -= 1
    }
    return result
  }

  private static func epoch(_ bytes: borrowing Span<UInt8>, perSecond: Int) -> ReadTime? {
    if let whole = wholeNumber(bytes) { return instant(whole, perSecond: perSecond) }
    guard let text = String(validating: copy(bytes), as: UTF8.self) else { return nil }
    if let whole = Int(text) { return instant(whole, perSecond: perSecond) }
    // BigQuery and spreadsheets write large numbers with a fraction or an exponent.
    guard let number = Double(text), number.isFinite, abs(number) < 1e18 else { return nil }
    return .instant(Int((number * 1000 / Double(perSecond)).rounded(.down)))
  }

  private static func instant(_ count: Int, perSecond: Int) -> ReadTime? {
    let (scaled, overflow) = count.multipliedReportingOverflow(by: 1000)
    guard !overflow else { return nil }
    return .instant(scaled >= 0 ? scaled / perSecond : -((-scaled + perSecond - 1) / perSecond))
  }
}

extension TimeForm {
  /// A number of nothing but up to 18 digits, as nearly all counts of seconds are; nil for others.
  private static func wholeNumber(_ bytes: borrowing Span<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var number = 0
    for place in bytes.indices {
      let byte = bytes[place]
      guard byte &- UInt8(ascii: "0") < 10 else { return nil }
      number = number &* 10 &+ Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }
}

/// A time as it was read: an instant, or what a clock shows.
enum ReadTime: Hashable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  case instant(Int)
  case local(WrittenTime)
}
