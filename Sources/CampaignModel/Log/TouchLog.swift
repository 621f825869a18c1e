/// The two-mode temporal graph contact–channel: every touch, sorted by contact, then time, then row.
///
/// A contact's history is one contiguous slice of ``touches``. Rows after `observed_until` are not in it.
public struct TouchLog: Sendable {
  /// All touches, sorted by contact, then time, then row of the file.
  public let touches: [Touch]
  /// Value of each touch that records one, in the dataset's currency (or a rating, or an nps answer).
  public let values: SparseColumn
  /// Cost of each touch that records one, in the dataset's currency.
  public let costs: SparseColumn
  /// Where each contact's slice ends; one entry a contact.
  @usableFromInline let ends: [UInt32]
  /// Times of the earliest and latest touch; nil for an empty log.
  public let span: ClosedRange<Instant>?

  /// The most touches that a log can hold.
  public static let maximumTouches = Int(UInt32.max)

  /// Wraps touches that are already sorted.
  ///
  /// - Parameters:
  ///   - touches: sorted by contact, then time, then row.
  ///   - ends: per contact, where its touches end.
  ///   - span: times of the earliest and latest touch; nil for an empty log.
  package init(
    touches: [Touch], ends: [UInt32], values: SparseColumn, costs: SparseColumn, span: ClosedRange<Instant>?
  ) {
    precondition(Int(ends.last ?? 0) == touches.count, "The last contact's touches must end where all end.")
    precondition((span == nil) == touches.isEmpty, "A log has a span if it has touches.")
    self.touches = touches
    self.ends = ends
    self.values = values
    self.costs = costs
    self.span = span
  }

  /// Wraps touches that are already sorted, and finds their span.
  package init(touches: [Touch], ends: [UInt32], values: SparseColumn, costs: SparseColumn) {
    var earliest = Int64.max
    var latest = Int64.min
    for touch in touches {
      earliest = min(earliest, touch.milliseconds)
      latest = max(latest, touch.milliseconds)
    }
    let span = touches.isEmpty ? nil : Instant(milliseconds: earliest)...Instant(milliseconds: latest)
    self.init(touches: touches, ends: ends, values: values, costs: costs, span: span)
  }

  /// A touch before it is sorted in.
  public struct Row: Sendable {
    public var contact: Int
    public var touch: Touch
    public var value: Double?
    public var cost: Double?

    public init(contact: Int, touch: Touch, value: Double? = nil, cost: Double? = nil) {
      self.contact = contact
      self.touch = touch
      self.value = value
      self.cost = cost
    }
  }

  /// Sorts rows into a log. O(n log n); reading files takes a faster way to the same log.
  ///
  /// - Parameters:
  ///   - rows: in the order of the file; at most ``maximumTouches``.
  ///   - contactCount: every row's contact is below it.
  public init(_ rows: [Row], contactCount: Int) {
    precondition(rows.count <= TouchLog.maximumTouches, "A log holds at most 4,294,967,295 touches.")
    let order = rows.indices.sorted {
      (rows[$0].contact, rows[$0].touch.milliseconds, $0) < (rows[$1].contact, rows[$1].touch.milliseconds, $1)
    }
    var ends = [UInt32](repeating: 0, count: contactCount)
    for row in rows { ends[row.contact] += 1 }
    var end: UInt32 = 0
    for contact in ends.indices {
      end += ends[contact]
      ends[contact] = end
    }
    func column(_ number: KeyPath<Row, Double?>) -> SparseColumn {
      SparseColumn(
        order.indices.lazy.compactMap { position in
          rows[order[position]][keyPath: number].map { (row: position, number: $0) }
        }, rowCount: rows.count)
    }
    self.init(touches: order.map { rows[$0].touch }, ends: ends, values: column(\.value), costs: column(\.cost))
  }

  /// Number of contacts, those without a touch included.
  public var contactCount: Int { ends.count }

  /// Number of touches.
  public var count: Int { touches.count }

  /// Positions of a contact's touches in ``touches``, in order of time.
  @inlinable public func slice(of contact: Int) -> Range<Int> {
    (contact == 0 ? 0 : Int(ends[contact - 1]))..<Int(ends[contact])
  }
}
