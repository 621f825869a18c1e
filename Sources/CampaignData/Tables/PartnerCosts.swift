public import CampaignModel
public import FileReading

/// Reads what partners cost from a CSV file with the columns `partner` and `cost`.
///
/// - Returns: the cost of each partner, by index; nil for partners that are not in the file.
/// - Throws: ``ReadingError``: the file is missing or unreadable, a column is missing, a partner is unknown or named
///   twice, a cost is no number of at least 0. All problems are told together, the first 20 in full.
public func readPartnerCosts(at path: String, partners: [Partner]) throws(ReadingError) -> [Double?] {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  var reading = PartnerCostReading(file: ShownText.escapePath(name), partners: partners)
  try reading.read(RecordReader(try InputFile(path: path, name: name)))
  if let problems = reading.log.fileProblems { throw .badData([problems]) }
  return reading.costs
}

/// The costs read so far, and what is wrong.
private struct PartnerCostReading {
  private(set) var costs: [Double?]
  private(set) var log: ProblemLog
  private let file: String
  private let indices: [String: Int]

  init(file: String, partners: [Partner]) {
    self.file = file
    costs = [Double?](repeating: nil, count: partners.count)
    log = ProblemLog(file: file, options: ReadingOptions())
    indices = Dictionary(zip(partners.map(\.id), partners.indices)) { first, _ in first }
  }

  mutating func read(_ records: RecordReader) throws(ReadingError) {
    let step = try records.readHeader { names in names.count { PartnerCostColumn(name: $0) != nil } }
    guard case .record = step else {
      log.fail(DataProblem(file: file, line: 1, message: "has no header line with the columns partner and cost"))
      return
    }
    let header = records.record.fields.map {
      PartnerCostColumn(name: String(decoding: records.bytes(of: $0), as: UTF8.self))
    }
    guard let partner = header.firstIndex(of: .partner), let cost = header.firstIndex(of: .cost) else {
      log.fail(DataProblem(file: file, line: 1, message: "lacks one of the columns partner and cost"))
      return
    }
    while true {
      switch try records.readNext() {
      case .end: return
      case .broken(let fault, _, let line, let value):
        log.fail(DataProblem(file: file, line: line, value: ShownText.escape(value), message: fault.message))
      case .record:
        guard records.record.fieldCount == header.count else {
          fail(records, nil, nil, "the row must have as many fields as the header")
          continue
        }
        take(
          records, id: records.bytes(of: records.record.fields[partner]),
          number: records.bytes(of: records.record.fields[cost]))
      }
    }
  }

  private mutating func take(_ records: RecordReader, id: ArraySlice<UInt8>, number: ArraySlice<UInt8>) {
    guard let index = indices[String(decoding: id, as: UTF8.self)] else {
      return fail(records, "partner", id, "is not a partner of the dataset")
    }
    guard costs[index] == nil else { return fail(records, "partner", id, "has a cost already") }
    let forms = NumberForms(allowsComma: [Ascii.semicolon, Ascii.tab].contains(records.scanner.separator))
    do throws(WrittenNumber.Fault) {
      let value = try WrittenNumber.parse(number.span, forms)
      if value < 0 { fail(records, "cost", number, "must not be negative") } else { costs[index] = value }
    } catch {
      fail(records, "cost", number, error.message(forms))
    }
  }

  private mutating func fail(
    _ records: RecordReader, _ column: String?, _ value: ArraySlice<UInt8>?, _ message: String
  ) {
    log.fail(
      DataProblem(
        file: file, line: records.line, column: column, value: value.map { ShownText.escape($0) }, message: message))
  }
}

/// The columns of the file.
private enum PartnerCostColumn {
  case partner
  case cost

  init?(name: String) {
    switch name.lowercased().filter({ $0 != " " }) {
    case "partner": self = .partner
    case "cost": self = .cost
    default: return nil
    }
  }
}
