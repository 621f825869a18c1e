/// A column of texts held end to end as UTF-8: compact for millions of ids and names.
public struct TextColumn: Sendable {
  /// The bytes of all texts, one after the other.
  package let bytes: [UInt8]
  /// Where each text ends in `bytes`; one entry a row.
  package let ends: [Int]

  /// Creates a column from bytes and end offsets, which must ascend and stay within the bytes.
  package init(bytes: [UInt8], ends: [Int]) {
    precondition(ends.last ?? 0 == bytes.count, "The last text must end where the bytes end.")
    self.bytes = bytes
    self.ends = ends
  }

  /// Creates a column of the given texts.
  public init(_ texts: some Sequence<String>) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      ends.append(bytes.count)
    }
    self.init(bytes: bytes, ends: ends)
  }

  /// Creates a column of texts, told by their bytes, in ascending order.
  package init(sorting texts: some Sequence<some Collection<UInt8>>) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for text in texts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes.append(contentsOf: text)
      ends.append(bytes.count)
    }
    self.init(bytes: bytes, ends: ends)
  }

  /// Number of rows.
  public var count: Int { ends.count }

  /// The text of a row.
  public subscript(row: Int) -> String { String(decoding: utf8(of: row), as: UTF8.self) }

  /// The bytes of a row's text.
  package func utf8(of row: Int) -> ArraySlice<UInt8> { bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }
}
