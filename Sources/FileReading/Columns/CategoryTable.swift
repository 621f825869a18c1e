/// The distinct texts of a column as one thread meets them, with codes from 1 on.
package struct CategoryTable {
  package init() {}

  private var codes = CodeTable()
  private var texts: [[UInt8]] = []
  /// Where in the file each text was met first: block and place within it.
  private var firstPlaces: [UInt64] = []

  /// The first place of rows that are in no block, but behind them all.
  package static let placeBehindBlocks = UInt64.max >> 1

  /// The code of a text that stands in a block and is not empty; a new text gets the next.
  @inline(__always) package mutating func code(
    _ view: BlockView, _ start: Int, length: Int, block: Int
  ) -> Int {
    let known = codes.code(view, start, length: length)
    return known >= 0 ? known : add(view.bytes(start..<start + length), place: UInt64(block) << 32 | UInt64(start))
  }

  /// The code of a text that is not empty; a new text gets the next.
  package mutating func code(_ text: [UInt8], place: UInt64) -> Int {
    if let known = codes.find(text) { return known }
    return add(text, place: place)
  }

  private mutating func add(_ text: [UInt8], place: UInt64) -> Int {
    texts.append(text)
    firstPlaces.append(place)
    codes.add(text, code: texts.count)
    return texts.count
  }

  /// Puts the tables of all threads together: the texts in the order of their first rows, and for each thread the
  /// common code of each of its own, where 0 stays 0.
  package static func merge(_ tables: [CategoryTable]) -> (texts: [String], codes: [[UInt32]]) {
    let met = tables.indices.flatMap { table in
      tables[table].texts.indices.map { (place: tables[table].firstPlaces[$0], table: table, text: $0) }
    }
    var texts: [String] = []
    var known: [[UInt8]: UInt32] = [:]
    var codes = tables.map { [UInt32](repeating: 0, count: $0.texts.count + 1) }
    for (_, table, position) in met.sorted(by: { $0.place < $1.place }) {
      let text = tables[table].texts[position]
      if known[text] == nil {
        texts.append(String(decoding: text, as: UTF8.self))
        known[text] = UInt32(texts.count)
      }
      codes[table][position + 1] = known[text] ?? 0
    }
    return (texts, codes)
  }
}
