/// A column of few distinct texts, such as segments: one code a row, with 0 for none.
public struct CategoryColumn: Sendable {
  /// The distinct texts; code k stands for `categories[k - 1]`.
  public let categories: [String]
  /// One code a row, 0 where the cell is empty. Empty when no row has a text.
  package let codes: [UInt32]

  /// The most distinct texts a column can hold.
  public static let maximumCategories = Int(UInt32.max)

  package init(categories: [String], codes: [UInt32]) {
    self.categories = categories
    self.codes = codes
  }

  /// Creates a column of the given texts, with categories in the order of their first row.
  public init(_ texts: some Sequence<String?>) {
    var categories: [String] = []
    var known: [String: UInt32] = [:]
    var codes: [UInt32] = []
    for text in texts {
      guard let text else {
        codes.append(0)
        continue
      }
      if known[text] == nil {
        precondition(
          categories.count < CategoryColumn.maximumCategories, "A column holds at most 4,294,967,295 categories.")
        categories.append(text)
        known[text] = UInt32(categories.count)
      }
      codes.append(known[text] ?? 0)
    }
    self.init(categories: categories, codes: codes)
  }

  /// A column without any text.
  public static let empty = CategoryColumn(categories: [], codes: [])

  /// The text of a row, or nil.
  public subscript(row: Int) -> String? {
    guard row < codes.count, codes[row] > 0 else { return nil }
    return categories[Int(codes[row]) - 1]
  }

  /// The code that stands for `text`, or nil when no row has it.
  public func code(of text: String) -> UInt32? {
    categories.firstIndex(of: text).map { UInt32($0 + 1) }
  }

  /// The code of a row: 0 for none, else the category's position plus 1.
  public func code(ofRow row: Int) -> UInt32 { row < codes.count ? codes[row] : 0 }
}
