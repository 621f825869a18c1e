import CampaignModel

/// Some consecutive contacts as a pass presents them to the tallies: who was reached in which scope, by which touches.
///
/// A tally counts a batch at a time, so that its loops over contacts and touches are short and hold no other work.
struct ContactBatch: Sendable {
  /// What one contact has in T(K) of one scope: at least one touch.
  struct Visit: Sendable {
    /// The contact.
    var contact: Int
    /// Position of its first touch in T(K).
    var first: UInt32
    /// Position behind its last touch of all.
    var end: UInt32
    /// Where its touches in T(K) start in ``ContactBatch/members``, and how many there are.
    var membersStart: UInt32
    var count: UInt32
    /// How many of them are own.
    var ownCount: UInt32
    /// Whether its first touch of all is in T(K).
    var isNew: Bool

    static let none = Visit(contact: 0, first: 0, end: 0, membersStart: 0, count: 0, ownCount: 0, isNew: false)

    /// Indices of its touches in ``ContactBatch/members``.
    @inline(__always) var members: Range<Int> { Int(membersStart)..<Int(membersStart) + Int(count) }
  }

  /// A contact that came first in the window of a scope whose campaign never reached it.
  struct Outsider: Sendable {
    var scope: Int
    /// Positions of all its touches.
    var touches: Range<Int>
  }

  /// The rows of bits that every visit has.
  enum Row: Int, CaseIterable {
    /// The owners whose channels the contact met in T(K).
    case owners
    /// The brands that it first met by a touch in T(K).
    case newBrands
    /// Those of them that own the channel of that touch.
    case ownNewBrands
  }

  /// The most contacts of a batch: few enough to stay in a core's second-level cache with their touches.
  static let maximumContacts = 256

  /// Every touch of the log; positions index into it.
  let touches: [Touch]
  let tables: TouchTables
  /// Position of the batch's first touch, and how many it has.
  var start = 0
  var touchCount = 0
  /// Visits, with room for all contacts in each scope.
  var visits: [Visit]
  /// Per visit, its rows, see ``Row``.
  var rows: [UInt64]
  /// Per scope, how many contacts have a visit.
  var visitCounts: [Int]
  /// Positions of the touches in T(K), visit by visit.
  var members: [UInt32] = []
  /// Per scope, where those of its visits start and end.
  var memberStarts: [Int]
  var memberEnds: [Int]
  /// The brands that a touch is the contact's first touch about, as rows cut into words: per touch from `start` on the
  /// first words, then the second ones, and so on.
  var newBrands: [UInt64] = []
  /// Per touch from `start` on, whether it is own.
  var isOwn: [Bool] = []
  var outsiders: [Outsider] = []

  /// Room for visits in each scope.
  let room: Int

  /// - Parameter room: the most contacts of the batch.
  init(_ touches: [Touch], tables: TouchTables, scopeCount: Int, room: Int = maximumContacts) {
    self.touches = touches
    self.tables = tables
    self.room = room
    visits = [Visit](repeating: .none, count: scopeCount * room)
    rows = [UInt64](repeating: 0, count: visits.count * Row.allCases.count * tables.wordsPerRow)
    visitCounts = [Int](repeating: 0, count: scopeCount)
    memberStarts = visitCounts
    memberEnds = visitCounts
  }

  /// Indices of a scope's visits.
  func visits(of scope: Int) -> Range<Int> { scope * room..<scope * room + visitCounts[scope] }

  /// Indices in ``members`` of the touches in a scope's T(K).
  func members(of scope: Int) -> Range<Int> { memberStarts[scope]..<memberEnds[scope] }

  /// The index in ``newBrands`` of a word of the row that belongs to the touch at a position.
  @inline(__always) func index(ofNewBrandsAt position: Int, word: Int) -> Int {
    word &* touchCount &+ position &- start
  }

  /// The number of a visit's row among all in ``rows``.
  @inline(__always) static func index(of row: Row, of visit: Int) -> Int {
    visit &* Row.allCases.count &+ row.rawValue
  }
}

extension Array {
  /// Makes the array at least as long as asked for.
  mutating func grow(to count: Int, with element: Element) {
    if self.count < count { append(contentsOf: repeatElement(element, count: count - self.count)) }
  }
}
