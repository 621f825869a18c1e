/// A linear program over the regions of some sets: how many contacts each region may have, given figures about them.
///
/// Every row says that a figure, plus some further variables, lies between two numbers. Regions and further variables
/// are at least 0.
struct RegionProgram: Sendable {
  struct Row: Sendable {
    var form: RegionForm
    /// Further variables and their whole-numbered coefficients.
    var extras: [(variable: Int, coefficient: Int)] = []
    /// Finite.
    var low: Double
    /// May be infinite.
    var high: Double
    /// The delivered figure that the row states; nil for what holds of all figures.
    var figure: Int?
  }

  let setCount: Int
  private(set) var rows: [Row] = []
  /// How many variables there are beside regions.
  private(set) var extraCount = 0

  init(setCount: Int) { self.setCount = setCount }

  /// The mask of all sets.
  var everyone: Int { (1 << setCount) - 1 }

  mutating func addVariable() -> Int {
    extraCount += 1
    return extraCount - 1
  }

  mutating func add(_ row: Row) { rows.append(row) }

  /// States that a figure plus further variables is at least 0, or exactly 0.
  mutating func require(
    _ form: RegionForm, _ extras: [(variable: Int, coefficient: Int)], isExactly: Bool = false
  ) {
    rows.append(Row(form: form, extras: extras, low: 0, high: isExactly ? 0 : .infinity, figure: nil))
  }
}
