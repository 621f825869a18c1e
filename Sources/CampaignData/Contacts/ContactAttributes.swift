import CampaignModel

/// The common codes of the categories that each thread numbered by itself.
struct ContactCodes: Sendable {
  fileprivate(set) var segments: (texts: [String], codes: [[UInt32]]) = ([], [])
  fileprivate(set) var sectors: (texts: [String], codes: [[UInt32]]) = ([], [])
  fileprivate(set) var organizations: (texts: [String], codes: [[UInt32]]) = ([], [])
  /// Whether any contact has a name.
  fileprivate(set) var hasNames = false

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
  private(set) var relevance: [Bool] = []
  private(set) var nameBytes: [UInt8] = []
  private(set) var nameEnds: [Int] = []

  /// Appends a contact whose categories are numbered as in the thread that parsed it.
  mutating func append(_ contact: ContactRecord, name: ArraySlice<UInt8>, _ codes: ContactCodes, stream: Int) {
    count += 1
    if !codes.segments.texts.isEmpty { segments.append(codes.segments.codes[stream][Int(contact.segment)]) }
    if !codes.sectors.texts.isEmpty { sectors.append(codes.sectors.codes[stream][Int(contact.sector)]) }
    if !codes.organizations.texts.isEmpty {
      organizations.append(codes.organizations.codes[stream][Int(contact.organization)])
    }
    relevance.append(contact.isRelevant)
    if codes.hasNames {
      nameBytes.append(contentsOf: name)
      nameEnds.append(nameBytes.count)
    }
  }
}
