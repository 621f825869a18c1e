import CampaignModel
import FileReading

/// The forms of a source's times, by the reference of their column.
struct TimeColumns: Sendable {
  private var forms: [TimeForm?] = []
  /// The forms that were decided by a column's values.
  private(set) var decided: [(reference: Int, form: TimeForm)] = []
  /// Whether a value did not say its zone.
  var usesClock = false
  /// The day whose offset is known, if it has one.
  private var lastDay = Int.min
  private var lastOffset: Int?
  /// The clock of values that do not say their zone.
  let clock: LocalClock
  /// Whether somebody said which clock it is.
  let isClockKnown: Bool
  /// The name of the dataset's zone.
  let datasetZone: String

  /// - Parameter clock: nil where nobody said it; mere dates are then the dataset's.
  init(clock: LocalClock?, datasetClock: LocalClock) {
    self.clock = clock ?? datasetClock
    isClockKnown = clock != nil
    datasetZone = datasetClock.name
  }

  /// A time of a row.
  struct Value {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    var milliseconds: Int64
    /// The mere date, where there is no more.
    var date: WrittenTime?
  }

  /// Fixes the form of a column.
  mutating func set(_ form: TimeForm, for reference: Int) {
    while forms.count <= reference { forms.append(nil) }
    forms[reference] = form
  }

  /// Reads a value.
  ///
  /// - Parameters:
  ///   - text: of the rows.
  ///   - part: what gave the value, with what a rule says of its form and zone.
  mutating func value(_ cell: SourceCell, in text: [UInt8], _ part: ExpressionPart) throws(RowStop) -> Value {
    let known = cell.form == .time ? .plain : part.timeForm ?? form(of: part.firstReference)
    guard let read = (known ?? .plain).written(text.span.extracting(cell.place.range)) else {
      if known == nil, cell.form == .text, let reference = part.firstReference,
        TimeColumns.mayBeOtherForm(text[cell.place])
      {
        throw .undecidedTimes(reference)
      }
      throw .refused(value: text[cell.place], message: TimeColumns.complaint(text[cell.place], known))
    }
    let zone = part.zone
    switch read {
    case .instant(let milliseconds):
      guard (-62_135_596_800_000..<253_402_300_800_000).contains(milliseconds) else {
        throw .refused(value: text[cell.place], message: "is a time out of the years 0001 to 9999")
      }
      return Value(milliseconds: Int64(milliseconds))
    case .local(let written):
      guard isClockKnown || zone != nil || written.isDate || written.offset != nil else { throw .zonelessTime }
      if written.offset == nil, zone == nil, !written.isDate { usesClock = true }
      guard let milliseconds = (zone ?? clock).start(of: zone == nil ? settled(written) : written) else {
        throw .refused(value: text[cell.place], message: "is a time out of the years 0001 to 9999")
      }
      return Value(milliseconds: milliseconds, date: written.isDate ? written : nil)
    }
  }

  /// Fixes the form of a column by its values.
  mutating func decide(_ form: TimeForm, for reference: Int) {
    decided.append((reference, form))
    set(form, for: reference)
  }

  private func form(of reference: Int?) -> TimeForm? {
    guard let reference, reference < forms.count else { return nil }
    return forms[reference]
  }

  /// The time with the offset that holds for its whole day, where there is one: asking the zone for each row takes far
  /// longer than all else.
  private mutating func settled(_ written: WrittenTime) -> WrittenTime {
    guard written.offset == nil, !written.isDate else { return written }
    if written.date.dayNumber != lastDay {
      lastDay = written.date.dayNumber
      lastOffset = clock.offset(throughout: written.date)
    }
    var settled = written
    settled.offset = lastOffset
    return settled
  }

  /// Whether a value that has no one reading looks like a date of digits, day or month first.
  private static func mayBeOtherForm(_ bytes: ArraySlice<UInt8>) -> Bool {
    TimeForm.dayFirst.written(bytes.span) != nil || TimeForm.monthFirst.written(bytes.span) != nil
  }

  private static func complaint(_ bytes: ArraySlice<UInt8>, _ form: TimeForm?) -> String {
    if let form, form != .plain { return "is not a time of the form \(form.name)" }
    let digits = bytes.filter { $0 != UInt8(ascii: ".") }
    if digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), !digits.isEmpty {
      switch digits.count {
      case 5...: return "is a number; times: {COLUMN: epoch-s}, epoch-ms, epoch-us or excel says of what"
      default: break
      }
    }
    return
      "is not a date or time such as 2025-03-01 09:30; times: {COLUMN: dmy}, mdy or a pattern says how it is written"
  }
}

/// Decides the form of a column whose dates begin with day or month, over all its values.
struct TimeSurvey {
  private var candidates: [TimeForm] = [.dayFirst, .monthFirst]
  private var isEmpty = true

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let fitting = candidates.filter { $0.written(bytes.span) != nil }
    // A value that no order fits is wrong itself, and tells nothing.
    if !fitting.isEmpty {
      candidates = fitting
      isEmpty = false
    }
  }

  /// The only form that fits; nil where both do.
  var form: TimeForm? { !isEmpty && candidates.count == 1 ? candidates[0] : nil }
}
