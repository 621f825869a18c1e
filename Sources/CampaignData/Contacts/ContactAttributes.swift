import CampaignModel
import FileReading

/// The common codes of the categories that each thread numbered by itself.
struct ContactCodes: Sendable {
  fileprivate(set) var segments: (texts: [String], codes: [[UInt32]]) = ([], [])
  fileprivate(set) var sectors: (texts: [String], codes: [[UInt32]]) = ([], [])
  fileprivate(set) var organizations: (texts: [String], codes: [[UInt32]]) = ([], [])
  /// Whether any contact has a name.
  fileprivate(set) var hasNames = false

  /// The common code of each code that one thread gave; none where no contact has the attribute.
  struct OfStream {
    let segments: [UInt32]
    let sectors: [UInt32]
    let organizations: [UInt32]
    let hasNames: Bool
  }

  func ofStream(_ stream: Int) -> OfStream {
    func common(_ column: (texts: [String], codes: [[UInt32]])) -> [UInt32] {
      column.texts.isEmpty ? [] : column.codes[stream]
    }
    return OfStream(
      segments: common(segments), sectors: common(sectors), organizations: common(organizations), hasNames: hasNames)
  }

  /// The codes where there is no contacts.csv.
  init() {}

  init(_ parsers: [ContactParser]) {
    segments = CategoryTable.merge(parsers.map(\.categories.segments))
    sectors = CategoryTable.merge(parsers.map(\.categories.sectors))
    organizations = CategoryTable.merge(parsers.map(\.categories.organizations))
    hasNames = parsers.contains { $0.hasNames }
  }
}

/// Attributes of some contacts by column; a column is empty where no file has it.
struct ContactAttributes: Sendable {
  private(set) var count = 0
  private(set) var segments: [UInt32] = []
  private(set) var sectors: [UInt32] = []
  private(set) var organizations: [UInt32] = []
  private(set) var relevance: [Bool?] = []
  private(set) var holdout: [Bool?] = []
  private(set) var nameBytes: [UInt8] = []
  private(set) var nameEnds: [Int] = []

  /// Appends a contact whose categories are numbered as in the thread that parsed it.
  mutating func append(_ contact: ContactRecord, name: ArraySlice<UInt8>, _ codes: ContactCodes.OfStream) {
    count += 1
    if !codes.segments.isEmpty { segments.append(codes.segments[Int(contact.segment)]) }
    if !codes.sectors.isEmpty { sectors.append(codes.sectors[Int(contact.sector)]) }
    if !codes.organizations.isEmpty { organizations.append(codes.organizations[Int(contact.organization)]) }
    relevance.append(contact.isRelevant)
    holdout.append(contact.isHeldOut)
    if codes.hasNames {
      nameBytes.append(contentsOf: name)
      nameEnds.append(nameBytes.count)
    }
  }
}
