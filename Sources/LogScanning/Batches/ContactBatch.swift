package import CampaignModel

/// Some consecutive contacts as a scan presents them to the tallies: who was reached in which scope, by which touches.
///
/// A tally counts a batch at a time, so that its loops over contacts and touches are short and hold no other work.
@usableFromInline package struct ContactBatch: Sendable {
  /// What one contact has in T(K) of one scope: at least one touch.
  @usableFromInline package struct ScopedHistory: Sendable {
    /// The contact.
    package internal(set) var contact: Int
    /// Position of its first touch in T(K).
    package internal(set) var first: UInt32
    /// Position behind its last touch of all.
    package internal(set) var end: UInt32
    /// Where its touches in T(K) start in ``ContactBatch/scopedTouches``, and how many there are.
    @usableFromInline var touchesStart: UInt32
    @usableFromInline package internal(set) var count: UInt32
    /// How many of them are own.
    package internal(set) var ownCount: UInt32
    /// Whether its first touch of all is in T(K).
    package internal(set) var isNew: Bool

    static let none = ScopedHistory(contact: 0, first: 0, end: 0, touchesStart: 0, count: 0, ownCount: 0, isNew: false)

    /// Indices of its touches in ``ContactBatch/scopedTouches``.
    @inlinable package var touches: Range<Int> { Int(touchesStart)..<Int(touchesStart) + Int(count) }
  }

  /// A contact whose first touch of all lies in the window of a scope, but does not belong to its campaign.
  package struct Outsider: Sendable {
    package let scope: Int
    /// Positions of all its touches.
    package let touches: Range<Int>
  }

  /// A contact of a draw by lot, in the segment that all scopes ask for, touched or not.
  package struct DrawnContact: Sendable {
    package let contact: Int
    /// Whether campaigns were kept away from it.
    package let isHeldOut: Bool
    /// Positions of all its touches.
    package let touches: Range<Int>
  }

  /// A contact's first touch about a brand that has no place in the first word of a row.
  package struct LaterFirst: Sendable {
    package let position: UInt32
    package let rank: UInt32
  }

  /// The rows of bits that every scoped history has.
  @usableFromInline package enum Row: Int {
    /// The owners whose channels the contact met in T(K).
    case owners
    /// The brands that it first met by a touch in T(K).
    case newBrands
    /// Those of them that own the channel of that touch.
    case ownNewBrands

    /// How many rows a scoped history has.
    @inlinable package static var count: Int { 3 }
  }

  /// The most contacts of a batch: few enough to stay in a core's second-level cache with their touches.
  package static let maximumContacts = 256

  /// The most words of all rows.
  private static let maximumWords = 1 << 21

  /// Every touch of the log; positions index into it.
  package let touches: [Touch]
  package let tables: TouchTables
  /// Position of the batch's first touch, and how many it has.
  package internal(set) var start = 0
  package internal(set) var touchCount = 0
  /// Scoped histories, with room for all contacts in each scope.
  package internal(set) var histories: [ScopedHistory]
  /// Per scoped history, its rows, see ``Row``.
  package internal(set) var rows: [UInt64]
  /// Per scope, how many contacts have a history there.
  @usableFromInline var historyCounts: [Int]
  /// Positions of the touches in T(K), history by history.
  package internal(set) var scopedTouches: [UInt32] = []
  /// Per scope, where those of its histories start and end.
  @usableFromInline var scopedTouchStarts: [Int]
  @usableFromInline var scopedTouchEnds: [Int]
  /// Per touch from `start` on, which of the first 64 brands by rank it is the contact's first touch about.
  package internal(set) var newBrands: [UInt64] = []
  /// First touches about the other brands, by position, then by rank: a list, as each touch has few.
  package internal(set) var laterFirsts: [LaterFirst] = []
  /// Per touch from `start` on, whether it is own.
  package internal(set) var isOwn: [Bool] = []
  package internal(set) var outsiders: [Outsider] = []
  /// By contact.
  package internal(set) var drawn: [DrawnContact] = []

  /// The most contacts of the batch.
  @usableFromInline let room: Int

  /// - Parameter room: the most contacts of the batch.
  init(_ touches: [Touch], tables: TouchTables, scopeCount: Int, room: Int = maximumContacts) {
    self.touches = touches
    self.tables = tables
    self.room = room
    histories = [ScopedHistory](repeating: .none, count: scopeCount * room)
    rows = [UInt64](repeating: 0, count: histories.count * Row.count * tables.wordsPerRow)
    historyCounts = [Int](repeating: 0, count: scopeCount)
    scopedTouchStarts = historyCounts
    scopedTouchEnds = historyCounts
  }

  /// Indices of a scope's histories.
  @inlinable package func histories(of scope: Int) -> Range<Int> {
    scope * room..<scope * room + historyCounts[scope]
  }

  /// Indices in ``scopedTouches`` of the touches in a scope's T(K).
  @inlinable package func scopedTouches(of scope: Int) -> Range<Int> {
    scopedTouchStarts[scope]..<scopedTouchEnds[scope]
  }

  /// The most contacts of a batch whose rows for so many scopes stay small with any number of partners.
  static func room(scopeCount: Int, wordsPerRow: Int) -> Int {
    max(1, min(maximumContacts, maximumWords / (scopeCount * Row.count * wordsPerRow)))
  }

  /// The number of a scoped history's row among all in ``rows``.
  @inlinable package static func index(of row: Row, of history: Int) -> Int {
    history &* Row.count &+ row.rawValue
  }
}

extension Array {
  /// Removes all elements and keeps the room. Most arrays of a contact are empty already, and removing nothing costs more
  /// than asking.
  @inlinable package mutating func empty() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }

  /// Makes the array at least as long as asked for.
  mutating func grow(to count: Int, with element: Element) {
    if self.count < count { append(contentsOf: repeatElement(element, count: count - self.count)) }
  }
}
