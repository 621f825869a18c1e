/// A log in parts, which memory has room for one by one; every contact is in one of them.
package protocol LogParts: Sendable {
  /// How many there are, at least one.
  var count: Int { get }

  /// The dataset with the contacts of a part, and those that ties name besides.
  func dataset(ofPart part: Int) throws -> Dataset
}
