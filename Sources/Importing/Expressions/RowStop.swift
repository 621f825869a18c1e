/// Why a row of an export does not become rows of the dataset.
enum RowStop: Error {
  /// It is none of those wanted, for this reason.
  case ignored(String)
  /// Something is wrong with a value.
  case refused(value: ArraySlice<UInt8>?, message: String)
  /// The form of a column's times must be decided over the whole column, by its reference.
  case undecidedTimes(Int)
  /// A time of day needs a time zone, which nobody said.
  case zonelessTime
}
