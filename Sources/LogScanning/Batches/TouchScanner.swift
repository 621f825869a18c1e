import CampaignModel

/// Reads the touches of a batch one after the other: which scopes they belong to, and what each contact met for the
/// first time.
///
/// Of rows of bits it takes the first word, which up to 64 partners, the rule, is all.
struct TouchScanner: Sendable {
  let masks: ScopeMasks
  let tables: TouchTables
  private let channels: [ChannelEntry]
  /// By content code (index plus 1).
  private let contents: [ContentEntry]

  /// What is asked of a channel.
  private struct ChannelEntry {
    /// The row with its owner.
    var owners: UInt64
    /// The scopes whose filter accepts it.
    var scopes: UInt64
    var owner: Int
  }

  /// What is asked of a content.
  private struct ContentEntry {
    /// The row with its brands.
    var brands: UInt64
    /// The scopes to whose campaign its touches belong.
    var scopes: UInt64
  }

  /// The touches of one scope, and what the contact at hand has among them.
  struct ScopeList {
    /// Where the scope's next history goes.
    var nextHistory = 0
    /// Where the contact's touches start, and where the next one goes.
    var start = 0
    var next = 0
    /// How many of them are own.
    var ownCount = 0
    /// The rows of its history.
    var owners: UInt64 = 0
    var newBrands: UInt64 = 0
    var ownNewBrands: UInt64 = 0
  }

  /// What holds between two borders of windows.
  private struct ScopeInterval {
    var index: Int
    /// The instant from which on another interval holds.
    var end: Int64
    var filteredWindow: UInt64
    /// The interval's first cell in the timeline.
    var cells: Int

    @inline(__always)
    init(at milliseconds: Int64, from index: Int, _ masks: borrowing ScopeMasks, partnerCount: Int) {
      self.index = masks.interval(at: milliseconds, from: index)
      end = self.index < masks.borders.count ? masks.borders[self.index] : .max
      filteredWindow = masks.filteredWindow[self.index]
      cells = self.index &* partnerCount
    }
  }

  /// The scopes that reached a contact.
  private struct Scopes {
    /// Those whose T(K) holds a touch of it.
    var reached: UInt64 = 0
    /// Those in whose campaign's window it came first by a touch that is not the campaign's, whatever the filter.
    var outside: UInt64 = 0
  }

  /// What a touch is to its contact.
  private struct ScopedTouch {
    var position: UInt32
    /// The owner of its channel, and the brands that it is the contact's first touch about.
    var owners: UInt64
    var newBrands: UInt64
    var isOwn: Bool
  }

  init(_ masks: ScopeMasks, _ tables: TouchTables) {
    precondition(tables.owner.allSatisfy { $0 < tables.partnerCount }, "Owners of channels must be partners.")
    precondition(masks.kind.count == KindTable.maximumCount, "There must be a mask for every kind.")
    self.masks = masks
    self.tables = tables
    channels = tables.owner.indices.map { channel in
      ChannelEntry(
        owners: tables.ownerWords[channel], scopes: masks.channel[channel], owner: tables.owner[channel])
    }
    contents = masks.content.indices.map { code in
      ContentEntry(brands: tables.brandWords[code], scopes: masks.content[code])
    }
  }

  /// Reads the touches of some contacts.
  ///
  /// What it fills are separate `inout` arrays rather than one struct: Swift does not let a function hold mutable spans of
  /// several properties of one struct at once ("overlapping accesses"), and without spans every touch pays for checks.
  ///
  /// - Parameters:
  ///   - start: position of their first touch; they have `count`.
  ///   - test: tells which contacts have the segment that all scopes ask for.
  ///   - lists: one per possible scope, and one for touches in none; each has room for its touches in `scopedTouches`,
  ///     and for its contacts in `histories`.
  func scan(
    _ contacts: Range<Int>, of dataset: borrowing Dataset, from start: Int, count: Int, _ test: borrowing ScopeTest,
    _ lists: inout [ScopeList], _ scopedTouches: inout [UInt32], _ newBrands: inout [UInt64], _ isOwn: inout [Bool],
    _ histories: inout [ContactBatch.ScopedHistory], _ rows: inout [UInt64],
    _ outsiders: inout [ContactBatch.Outsider], _ cells: inout [OwnerTimeline.Cell]
  ) {
    precondition(lists.count == ScopeMasks.maximumScopes + 1, "There must be a list for every scope and for none.")
    precondition(newBrands.count >= count && isOwn.count >= count, "Every touch must have its place.")
    precondition(cells.count == masks.intervalCount * tables.partnerCount, "Every owner must have its cells.")
    let touches = dataset.log.touches.span.extracting(start..<start + count)
    var lists = lists.mutableSpan
    var scopedTouches = scopedTouches.mutableSpan
    var newBrands = newBrands.mutableSpan
    var isOwn = isOwn.mutableSpan
    var histories = histories.mutableSpan
    var rows = rows.mutableSpan
    var cells = cells.mutableSpan
    var end = 0
    for contact in contacts {
      let positions = dataset.log.slice(of: contact)
      let places = end..<positions.upperBound - start
      end = places.upperBound
      precondition(end <= count, "The touches of contacts must follow each other.")
      if places.isEmpty { continue }
      guard test.accepts(contact: contact, of: dataset.contacts) else {
        notePublications(touches.extracting(places), &cells)
        continue
      }
      var scopes = scan(places, touches, start, &lists, &scopedTouches, &newBrands, &isOwn, &cells)
      while scopes.reached != 0 {
        let scope = scopes.reached.trailingZeroBitCount
        close(&lists[scope], contact, positions, scopedTouches.span, &histories, &rows)
        scopes.reached &= scopes.reached &- 1
      }
      while scopes.outside != 0 {
        outsiders.append(ContactBatch.Outsider(scope: scopes.outside.trailingZeroBitCount, touches: positions))
        scopes.outside &= scopes.outside &- 1
      }
    }
  }

  /// Reads the touches of one contact.
  @inline(__always)
  private func scan(
    _ places: Range<Int>, _ touches: Span<Touch>, _ start: Int, _ lists: inout MutableSpan<ScopeList>,
    _ scopedTouches: inout MutableSpan<UInt32>, _ newBrands: inout MutableSpan<UInt64>,
    _ isOwn: inout MutableSpan<Bool>, _ cells: inout MutableSpan<OwnerTimeline.Cell>
  ) -> Scopes {
    let (channels, contents, kinds) = (channels.span, contents.span, masks.kind.span)
    let partnerCount = tables.partnerCount
    var interval = ScopeInterval(
      at: touches[places.lowerBound].milliseconds, from: 0, masks, partnerCount: partnerCount)
    let outside = masks.campaignWindow[interval.index] & ~contents[touches[places.lowerBound].contentOrZero].scopes
    var (unmetBrands, unmetOwners, reached) = (~UInt64(0), ~UInt64(0), UInt64(0))
    var place = places.lowerBound
    while place != places.upperBound {
      // Safety, down to the publications: places lie within the batch's touches, and each touch has a word of new
      // brands and a mark; a kind is one byte, and each has a mask; an owner is a partner, and each has a cell in each
      // interval.
      let touch = unsafe touches[unchecked: place]
      if touch.milliseconds >= interval.end {
        interval = ScopeInterval(at: touch.milliseconds, from: interval.index, masks, partnerCount: partnerCount)
      }
      let (channel, content, kind) = unsafe (
        channels[touch.channel], contents[touch.contentOrZero], kinds[unchecked: touch.kind]
      )
      let scopes = content.scopes & interval.filteredWindow & channel.scopes & kind
      reached |= scopes

      let brands = touch.contentOrZero == 0 ? channel.owners : content.brands
      let scoped = ScopedTouch(
        position: UInt32(truncatingIfNeeded: start &+ place), owners: channel.owners, newBrands: brands & unmetBrands,
        isOwn: brands & channel.owners != 0)
      unsafe newBrands[unchecked: place] = scoped.newBrands
      unsafe isOwn[unchecked: place] = scoped.isOwn
      unmetBrands ^= scoped.newBrands

      let cell = interval.cells &+ channel.owner
      let newOwners = channel.owners & unmetOwners
      unsafe cells[unchecked: cell].firstTouches &+= newOwners == 0 ? 0 : 1
      unmetOwners ^= newOwners
      if unsafe touch.milliseconds < cells[unchecked: cell].firstPublication, touch.contentOrZero > 0 {
        unsafe cells[unchecked: cell].firstPublication = touch.milliseconds
      }

      // Nearly every touch is in one scope or none: that case takes no branch, which would be hard to foresee.
      append(scoped, &lists, scopes.trailingZeroBitCount, &scopedTouches)
      var others = scopes & (scopes &- 1)
      while others != 0 {
        append(scoped, &lists, others.trailingZeroBitCount, &scopedTouches)
        others &= others &- 1
      }
      place &+= 1
    }
    return Scopes(reached: reached, outside: outside)
  }

  /// Puts a touch on the list of a scope; scope 64 is the list of touches in none.
  @inline(__always)
  private func append(
    _ touch: ScopedTouch, _ lists: inout MutableSpan<ScopeList>, _ scope: Int,
    _ scopedTouches: inout MutableSpan<UInt32>
  ) {
    // Safety: there are lists up to the 64 that an empty mask gives, and each has room for all of its touches.
    unsafe scopedTouches[unchecked: lists[unchecked: scope].next] = touch.position
    unsafe lists[unchecked: scope].next &+= 1
    unsafe lists[unchecked: scope].ownCount &+= touch.isOwn ? 1 : 0
    unsafe lists[unchecked: scope].owners |= touch.owners
    unsafe lists[unchecked: scope].newBrands |= touch.newBrands
    unsafe lists[unchecked: scope].ownNewBrands |= touch.newBrands & touch.owners
  }

  /// Makes a scoped history of what a contact has on a list.
  @inline(__always)
  private func close(
    _ list: inout ScopeList, _ contact: Int, _ positions: Range<Int>, _ scopedTouches: Span<UInt32>,
    _ histories: inout MutableSpan<ContactBatch.ScopedHistory>, _ rows: inout MutableSpan<UInt64>
  ) {
    let words = tables.wordsPerRow
    let history = list.nextHistory
    let first = scopedTouches[list.start]
    histories[history] = ContactBatch.ScopedHistory(
      contact: contact, first: first, end: UInt32(truncatingIfNeeded: positions.upperBound),
      touchesStart: UInt32(truncatingIfNeeded: list.start), count: UInt32(truncatingIfNeeded: list.next &- list.start),
      ownCount: UInt32(truncatingIfNeeded: list.ownCount), isNew: Int(first) == positions.lowerBound)
    rows[ContactBatch.index(of: .owners, of: history) &* words] = list.owners
    rows[ContactBatch.index(of: .newBrands, of: history) &* words] = list.newBrands
    rows[ContactBatch.index(of: .ownNewBrands, of: history) &* words] = list.ownNewBrands
    list = ScopeList(nextHistory: history &+ 1, start: list.next, next: list.next)
  }

  /// Notes when owners published something, of a contact that no scope asks for.
  private func notePublications(_ touches: Span<Touch>, _ cells: inout MutableSpan<OwnerTimeline.Cell>) {
    var interval = 0
    for index in touches.indices {
      let touch = touches[index]
      interval = masks.interval(at: touch.milliseconds, from: interval)
      let cell = interval * tables.partnerCount + tables.owner[touch.channel]
      if touch.contentOrZero > 0 {
        cells[cell].firstPublication = min(cells[cell].firstPublication, touch.milliseconds)
      }
    }
  }
}
