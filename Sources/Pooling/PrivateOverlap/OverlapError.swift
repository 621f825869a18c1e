/// Why a file of a private overlap cannot be used.
package enum OverlapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No file of ours.
  case foreign
  /// Another file of ours than the one that is needed.
  case otherKind(found: OverlapKind, needed: OverlapKind)
  case version(UInt8)
  case length(expected: Int, found: Int)
  /// Its bytes are not those that were written.
  case damaged
  /// Points that are none, or not in ascending order, each once.
  case points
  /// The answer is to another offer than that of the secret.
  case otherOffer
  /// The answer returns another number of contacts than were offered.
  case otherCount(expected: Int, found: Int)
  /// An offer of so few contacts asks for single ones.
  case tooFew(count: Int, fewest: Int)

  package var description: String {
    switch self {
    case .foreign: "is no file of a private overlap"
    case .otherKind(let found, let needed): "is \(found.words), where \(needed.words) is needed"
    case .version(let version): "is of version \(version), which is newer than this tool"
    case .length(let expected, let found): "should have \(expected) bytes and has \(found): it is cut or damaged"
    case .damaged: "is damaged: its bytes do not fit their checksum"
    case .points: "holds points that no honest partner sends"
    case .otherOffer: "does not answer this offer: it answers another one, or an older one"
    case .otherCount(let expected, let found):
      "returns \(found) contacts, where \(expected) were offered: the partner did not follow the protocol"
    case .tooFew(let count, let fewest):
      "offers \(count) contacts, fewer than \(fewest): an answer could tell who of them is in the list"
    }
  }
}

/// The files of a private overlap.
package enum OverlapKind: UInt8, CaseIterable, Sendable {
  case offer = 1
  case answer
  case secret

  package var words: String {
    switch self {
    case .offer: "an offer"
    case .answer: "an answer"
    case .secret: "the secret of an offer"
    }
  }
}
